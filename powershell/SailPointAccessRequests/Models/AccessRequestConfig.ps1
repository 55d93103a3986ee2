# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024AccessRequestConfig {
    <#
    .SYNOPSIS
        Makes an AccessRequestConfig: the organisation's settings for access requests.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER ApprovalsMustBeExternal
        Whether approvals are decided outside, which closes the Request Center to all but org admins. Without it the service takes false.
    .PARAMETER AutoApprovalEnabled
        Whether a request is approved by itself where requester and approver are the same. Without it the service takes false.
    .PARAMETER ReauthorizationEnabled
        Whether a reviewer has to sign in again to decide. Without it the service takes false.
    .PARAMETER RequestOnBehalfOfConfig
        Who may request for somebody else. A RequestOnBehalfOfConfig, from Initialize-V2024RequestOnBehalfOfConfig or as a hashtable.
    .PARAMETER ApprovalReminderAndEscalationConfig
        When reviewers are reminded and approvals passed on. An ApprovalReminderAndEscalationConfig, from Initialize-V2024ApprovalReminderAndEscalationConfig or as a hashtable.
    .PARAMETER EntitlementRequestConfig
        What holds for requests of entitlements. An EntitlementRequestConfig, from Initialize-V2024EntitlementRequestConfig or as a hashtable.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024AccessRequestConfig -ApprovalsMustBeExternal $true -AutoApprovalEnabled $true -ReauthorizationEnabled $true

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ ApprovalsMustBeExternal = $true; AutoApprovalEnabled = $true; ReauthorizationEnabled = $true } | Initialize-V2024AccessRequestConfig

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-AccessRequestConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [System.Nullable[bool]] $ApprovalsMustBeExternal,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [System.Nullable[bool]] $AutoApprovalEnabled,

        [Parameter(Position = 2, ValueFromPipelineByPropertyName)]
        [System.Nullable[bool]] $ReauthorizationEnabled,

        [Parameter(Position = 3, ValueFromPipelineByPropertyName)]
        [object] $RequestOnBehalfOfConfig,

        [Parameter(Position = 4, ValueFromPipelineByPropertyName)]
        [object] $ApprovalReminderAndEscalationConfig,

        [Parameter(Position = 5, ValueFromPipelineByPropertyName)]
        [object] $EntitlementRequestConfig
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model AccessRequestConfig -Member approvalsMustBeExternal, autoApprovalEnabled, reauthorizationEnabled, requestOnBehalfOfConfig, approvalReminderAndEscalationConfig, entitlementRequestConfig -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToAccessRequestConfig {
    <#
    .SYNOPSIS
        Reads an AccessRequestConfig from JSON: the organisation's settings for access requests.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToAccessRequestConfig -Json '{ "approvalsMustBeExternal": true, "autoApprovalEnabled": true, "reauthorizationEnabled": true }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "approvalsMustBeExternal": true,
            "autoApprovalEnabled": true,
            "reauthorizationEnabled": true
        }
        "@ | ConvertFrom-V2024JsonToAccessRequestConfig

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToAccessRequestConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model AccessRequestConfig -Json $Json
    }
}
