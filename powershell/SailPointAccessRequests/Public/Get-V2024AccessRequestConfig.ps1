function Get-V2024AccessRequestConfig {
    <#
    .SYNOPSIS
        Reads the organisation's settings for access requests.
    .DESCRIPTION
        What it gives can be piped into Set-V2024AccessRequestConfig as it is, or kept with ConvertTo-Json -Depth 10. Members that
        this version does not know go along in a pipe and are left out by ConvertTo-Json; a warning names them. SailPoint
        deprecated this call on 2026-02-26 in favour of the v2026 access-request-config endpoint.
    .PARAMETER WithHttpInfo
        Gives a hashtable with Response, StatusCode and Headers instead of the answer alone. Names in Headers ignore case, and
        each holds an array of texts.
    .OUTPUTS
        SailPoint.AccessRequests.AccessRequestConfig.
    .EXAMPLE
        Get-V2024AccessRequestConfig

        Shows the settings.
    .EXAMPLE
        (Get-V2024AccessRequestConfig).EntitlementRequestConfig.AccessRequestConfig.ApprovalSchemes

        Shows who approves requests for entitlements.
    .LINK
        about_SailPointAccessRequests_Errors
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('SailPoint.AccessRequests.AccessRequestConfig', [hashtable])]
    [Alias('Get-AccessRequestConfig')]
    param(
        [switch] $WithHttpInfo
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $calls = New-CallSequence -Caller $PSCmdlet -Operation getAccessRequestConfig
    }
    process {
        Invoke-Call -Sequence $calls -Bound $PSBoundParameters -InputObject $_
    }
    end {
        Complete-CallSequence -Sequence $calls
    }
}
