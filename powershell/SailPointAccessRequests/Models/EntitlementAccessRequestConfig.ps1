# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024EntitlementAccessRequestConfig {
    <#
    .SYNOPSIS
        Makes an EntitlementAccessRequestConfig: how requests to grant an entitlement are decided.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER ApprovalSchemes
        The approval steps in order. Each an EntitlementApprovalScheme, from Initialize-V2024EntitlementApprovalScheme or as a hashtable.
    .PARAMETER RequestCommentRequired
        Whether the requester has to give a reason. Without it the service takes false.
    .PARAMETER DenialCommentRequired
        Whether a reviewer who rejects has to give a reason. Without it the service takes false.
    .PARAMETER ReauthorizationRequired
        Whether a reviewer has to sign in again to decide. Without it the service takes false.
    .PARAMETER RequireEndDate
        Whether a request has to say when the access ends. Without it the service takes false.
    .PARAMETER MaxPermittedAccessDuration
        How long access may last at most. A PendingApprovalMaxPermittedAccessDuration, from Initialize-V2024PendingApprovalMaxPermittedAccessDuration or as a hashtable. May be $null.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024EntitlementAccessRequestConfig -ApprovalSchemes (Initialize-V2024EntitlementApprovalScheme -ApproverType 'ENTITLEMENT_OWNER') -RequestCommentRequired $true -DenialCommentRequired $true

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ ApprovalSchemes = (Initialize-V2024EntitlementApprovalScheme -ApproverType 'ENTITLEMENT_OWNER'); RequestCommentRequired = $true; DenialCommentRequired = $true } | Initialize-V2024EntitlementAccessRequestConfig

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-EntitlementAccessRequestConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [object[]] $ApprovalSchemes,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [System.Nullable[bool]] $RequestCommentRequired,

        [Parameter(Position = 2, ValueFromPipelineByPropertyName)]
        [System.Nullable[bool]] $DenialCommentRequired,

        [Parameter(Position = 3, ValueFromPipelineByPropertyName)]
        [System.Nullable[bool]] $ReauthorizationRequired,

        [Parameter(Position = 4, ValueFromPipelineByPropertyName)]
        [System.Nullable[bool]] $RequireEndDate,

        [Parameter(Position = 5, ValueFromPipelineByPropertyName)]
        [object] $MaxPermittedAccessDuration
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model EntitlementAccessRequestConfig -Member approvalSchemes, requestCommentRequired, denialCommentRequired, reauthorizationRequired, requireEndDate, maxPermittedAccessDuration -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToEntitlementAccessRequestConfig {
    <#
    .SYNOPSIS
        Reads an EntitlementAccessRequestConfig from JSON: how requests to grant an entitlement are decided.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToEntitlementAccessRequestConfig -Json '{ "approvalSchemes": [ { "approverType": "ENTITLEMENT_OWNER" } ], "requestCommentRequired": true, "denialCommentRequired": true }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "approvalSchemes": [ { "approverType": "ENTITLEMENT_OWNER" } ],
            "requestCommentRequired": true,
            "denialCommentRequired": true
        }
        "@ | ConvertFrom-V2024JsonToEntitlementAccessRequestConfig

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToEntitlementAccessRequestConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model EntitlementAccessRequestConfig -Json $Json
    }
}
