# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024RequestedItemDtoRef {
    <#
    .SYNOPSIS
        Makes a RequestedItemDtoRef: one item of an identity's request, with the accounts that shall get it.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER Type
        What kind of access the id names. One of ACCESS_PROFILE, ROLE, ENTITLEMENT. Required.
    .PARAMETER Id
        Id of the role, access profile or entitlement. Required.
    .PARAMETER Comment
        The requester's reason.
    .PARAMETER ClientMetadata
        Free text by key, kept with the item. A hashtable of texts.
    .PARAMETER StartDate
        When the access begins: in the future, in UTC. A DateTime, which is sent in UTC, or a text such as 2030-07-11T21:23:15.000Z.
    .PARAMETER RemoveDate
        When the access ends: in the future, in UTC. A DateTime, which is sent in UTC, or a text such as 2030-07-11T21:23:15.000Z.
    .PARAMETER AccountSelection
        Accounts by source; the service takes one choice a source. Each a SourceItemRef, from Initialize-V2024SourceItemRef or as a hashtable. May be $null.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024RequestedItemDtoRef -Type 'ACCESS_PROFILE' -Id '2c9180835d2e5168015d32f890ca1581'

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ Type = 'ACCESS_PROFILE'; Id = '2c9180835d2e5168015d32f890ca1581' } | Initialize-V2024RequestedItemDtoRef

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-RequestedItemDtoRef')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [string] $Type,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [string] $Id,

        [Parameter(Position = 2, ValueFromPipelineByPropertyName)]
        [string] $Comment,

        [Parameter(Position = 3, ValueFromPipelineByPropertyName)]
        [object] $ClientMetadata,

        [Parameter(ValueFromPipelineByPropertyName)]
        [object] $StartDate,

        [Parameter(Position = 4, ValueFromPipelineByPropertyName)]
        [object] $RemoveDate,

        [Parameter(Position = 5, ValueFromPipelineByPropertyName)]
        [object[]] $AccountSelection
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model RequestedItemDtoRef -Member type, id, comment, clientMetadata, startDate, removeDate, accountSelection -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToRequestedItemDtoRef {
    <#
    .SYNOPSIS
        Reads a RequestedItemDtoRef from JSON: one item of an identity's request, with the accounts that shall get it.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToRequestedItemDtoRef -Json '{ "type": "ACCESS_PROFILE", "id": "2c9180835d2e5168015d32f890ca1581" }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "type": "ACCESS_PROFILE",
            "id": "2c9180835d2e5168015d32f890ca1581"
        }
        "@ | ConvertFrom-V2024JsonToRequestedItemDtoRef

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToRequestedItemDtoRef')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model RequestedItemDtoRef -Json $Json
    }
}
