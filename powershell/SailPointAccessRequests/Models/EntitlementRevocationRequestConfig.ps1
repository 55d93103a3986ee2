# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024EntitlementRevocationRequestConfig {
    <#
    .SYNOPSIS
        Makes an EntitlementRevocationRequestConfig: how requests to revoke an entitlement are decided.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER ApprovalSchemes
        The approval steps in order. Each an EntitlementApprovalScheme, from Initialize-V2024EntitlementApprovalScheme or as a hashtable.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024EntitlementRevocationRequestConfig -ApprovalSchemes (Initialize-V2024EntitlementApprovalScheme -ApproverType 'ENTITLEMENT_OWNER')

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ ApprovalSchemes = (Initialize-V2024EntitlementApprovalScheme -ApproverType 'ENTITLEMENT_OWNER') } | Initialize-V2024EntitlementRevocationRequestConfig

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-EntitlementRevocationRequestConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [object[]] $ApprovalSchemes
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model EntitlementRevocationRequestConfig -Member approvalSchemes -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToEntitlementRevocationRequestConfig {
    <#
    .SYNOPSIS
        Reads an EntitlementRevocationRequestConfig from JSON: how requests to revoke an entitlement are decided.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToEntitlementRevocationRequestConfig -Json '{ "approvalSchemes": [ { "approverType": "ENTITLEMENT_OWNER" } ] }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "approvalSchemes": [ { "approverType": "ENTITLEMENT_OWNER" } ]
        }
        "@ | ConvertFrom-V2024JsonToEntitlementRevocationRequestConfig

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToEntitlementRevocationRequestConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model EntitlementRevocationRequestConfig -Json $Json
    }
}
