function Set-V2024AccessRequestConfig {
    <#
    .SYNOPSIS
        Replaces the organisation's settings for access requests.
    .DESCRIPTION
        The tenant takes what is sent as the new settings, so begin with what Get-V2024AccessRequestConfig gives. What is not in
        the body is not sent. SailPoint deprecated this call on 2026-02-26 in favour of the v2026 access-request-config endpoint.
    .PARAMETER AccessRequestConfig
        The body, as an object from Initialize-V2024AccessRequestConfig or ConvertFrom-V2024JsonToAccessRequestConfig, as a hashtable, or as a JSON text.
    .PARAMETER WithHttpInfo
        Gives a hashtable with Response, StatusCode and Headers instead of the answer alone. Names in Headers ignore case, and
        each holds an array of texts.
    .INPUTS
        A body, as -AccessRequestConfig takes it. Each piped body is a call of its own: if one of several fails, that is told and the rest
        goes on.
    .OUTPUTS
        SailPoint.AccessRequests.AccessRequestConfig: the settings as the tenant has them now.
    .EXAMPLE
        Get-V2024AccessRequestConfig | Set-V2024AccessRequestConfig

        Sends the settings back as they are, which changes nothing.
    .EXAMPLE
        $config = Get-V2024AccessRequestConfig; $config.ReauthorizationEnabled = $true; Set-V2024AccessRequestConfig $config

        Changes one setting and leaves the others.
    .EXAMPLE
        Get-V2024AccessRequestConfig | ConvertTo-Json -Depth 10 | Set-V2024AccessRequestConfig -WhatIf

        Takes settings that were kept as JSON; -Depth 10 keeps all of them. Says what it would do, and sends nothing.
    .LINK
        about_SailPointAccessRequests_Errors
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium', PositionalBinding = $false)]
    [OutputType('SailPoint.AccessRequests.AccessRequestConfig')]
    [Alias('Set-AccessRequestConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [Alias('V2024AccessRequestConfig')]
        [object] $AccessRequestConfig,

        [switch] $WithHttpInfo
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $calls = New-CallSequence -Caller $PSCmdlet -Operation setAccessRequestConfig -BodyParameter AccessRequestConfig -IdMember @() -Target 'the settings for access requests'
    }
    process {
        Invoke-Call -Sequence $calls -Bound $PSBoundParameters -InputObject $_
    }
    end {
        Complete-CallSequence -Sequence $calls
    }
}
