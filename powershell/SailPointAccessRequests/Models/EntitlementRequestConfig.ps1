# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024EntitlementRequestConfig {
    <#
    .SYNOPSIS
        Makes an EntitlementRequestConfig: what holds for requests of entitlements.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER AccessRequestConfig
        Rules for granting. An EntitlementAccessRequestConfig, from Initialize-V2024EntitlementAccessRequestConfig or as a hashtable.
    .PARAMETER RevocationRequestConfig
        Rules for revoking. An EntitlementRevocationRequestConfig, from Initialize-V2024EntitlementRevocationRequestConfig or as a hashtable.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024EntitlementRequestConfig -AccessRequestConfig (Initialize-V2024EntitlementAccessRequestConfig -ApprovalSchemes (Initialize-V2024EntitlementApprovalScheme -ApproverType 'ENTITLEMENT_OWNER') -RequestCommentRequired $true -DenialCommentRequired $true) -RevocationRequestConfig (Initialize-V2024EntitlementRevocationRequestConfig -ApprovalSchemes (Initialize-V2024EntitlementApprovalScheme -ApproverType 'ENTITLEMENT_OWNER'))

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ AccessRequestConfig = (Initialize-V2024EntitlementAccessRequestConfig -ApprovalSchemes (Initialize-V2024EntitlementApprovalScheme -ApproverType 'ENTITLEMENT_OWNER') -RequestCommentRequired $true -DenialCommentRequired $true); RevocationRequestConfig = (Initialize-V2024EntitlementRevocationRequestConfig -ApprovalSchemes (Initialize-V2024EntitlementApprovalScheme -ApproverType 'ENTITLEMENT_OWNER')) } | Initialize-V2024EntitlementRequestConfig

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-EntitlementRequestConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [object] $AccessRequestConfig,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [object] $RevocationRequestConfig
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model EntitlementRequestConfig -Member accessRequestConfig, revocationRequestConfig -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToEntitlementRequestConfig {
    <#
    .SYNOPSIS
        Reads an EntitlementRequestConfig from JSON: what holds for requests of entitlements.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToEntitlementRequestConfig -Json '{ "accessRequestConfig": { "approvalSchemes": [ { "approverType": "ENTITLEMENT_OWNER" } ], "requestCommentRequired": true, "denialCommentRequired": true }, "revocationRequestConfig": { "approvalSchemes": [ { "approverType": "ENTITLEMENT_OWNER" } ] } }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "accessRequestConfig": { "approvalSchemes": [ { "approverType": "ENTITLEMENT_OWNER" } ], "requestCommentRequired": true, "denialCommentRequired": true },
            "revocationRequestConfig": { "approvalSchemes": [ { "approverType": "ENTITLEMENT_OWNER" } ] }
        }
        "@ | ConvertFrom-V2024JsonToEntitlementRequestConfig

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToEntitlementRequestConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model EntitlementRequestConfig -Json $Json
    }
}
