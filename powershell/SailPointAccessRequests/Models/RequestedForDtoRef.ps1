# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024RequestedForDtoRef {
    <#
    .SYNOPSIS
        Makes a RequestedForDtoRef: one identity with the items requested for it.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER IdentityId
        Id of the identity. Required.
    .PARAMETER RequestedItems
        The items for this identity. Each a RequestedItemDtoRef, from Initialize-V2024RequestedItemDtoRef or as a hashtable. Required.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024RequestedForDtoRef -IdentityId '2c9180835d2e5168015d32f890ca1581' -RequestedItems (Initialize-V2024RequestedItemDtoRef -Type 'ACCESS_PROFILE' -Id '2c9180835d2e5168015d32f890ca1581')

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ IdentityId = '2c9180835d2e5168015d32f890ca1581'; RequestedItems = (Initialize-V2024RequestedItemDtoRef -Type 'ACCESS_PROFILE' -Id '2c9180835d2e5168015d32f890ca1581') } | Initialize-V2024RequestedForDtoRef

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-RequestedForDtoRef')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [string] $IdentityId,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [object[]] $RequestedItems
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model RequestedForDtoRef -Member identityId, requestedItems -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToRequestedForDtoRef {
    <#
    .SYNOPSIS
        Reads a RequestedForDtoRef from JSON: one identity with the items requested for it.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToRequestedForDtoRef -Json '{ "identityId": "2c9180835d2e5168015d32f890ca1581", "requestedItems": [ { "type": "ACCESS_PROFILE", "id": "2c9180835d2e5168015d32f890ca1581" } ] }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "identityId": "2c9180835d2e5168015d32f890ca1581",
            "requestedItems": [ { "type": "ACCESS_PROFILE", "id": "2c9180835d2e5168015d32f890ca1581" } ]
        }
        "@ | ConvertFrom-V2024JsonToRequestedForDtoRef

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToRequestedForDtoRef')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model RequestedForDtoRef -Json $Json
    }
}
