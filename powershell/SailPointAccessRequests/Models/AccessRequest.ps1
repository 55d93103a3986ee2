# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024AccessRequest {
    <#
    .SYNOPSIS
        Makes an AccessRequest: who shall get or lose which access.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER RequestedFor
        Ids of the identities that the access is for. Required together with requestedItems.
    .PARAMETER RequestType
        Whether access is granted, revoked or changed; the service takes GRANT_ACCESS where it is absent. One of GRANT_ACCESS, REVOKE_ACCESS, MODIFY_ACCESS. May be $null.
    .PARAMETER RequestedItems
        The roles, access profiles and entitlements. Required together with requestedFor. Each an AccessRequestItem, from Initialize-V2024AccessRequestItem or as a hashtable.
    .PARAMETER ClientMetadata
        Free text by key, kept with the request and given back by the status lists. A hashtable of texts.
    .PARAMETER RequestedForWithRequestedItems
        Instead of requestedFor and requestedItems: items by identity, each with the accounts to use. Grants only. Each a RequestedForDtoRef, from Initialize-V2024RequestedForDtoRef or as a hashtable. May be $null.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024AccessRequest -RequestedFor '2c9180835d2e5168015d32f890ca1581' -RequestedItems (Initialize-V2024AccessRequestItem -Type 'ACCESS_PROFILE' -Id '2c9180835d2e5168015d32f890ca1581') -ClientMetadata @{ project = 'Migration' }

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ RequestedFor = '2c9180835d2e5168015d32f890ca1581'; RequestedItems = (Initialize-V2024AccessRequestItem -Type 'ACCESS_PROFILE' -Id '2c9180835d2e5168015d32f890ca1581'); ClientMetadata = @{ project = 'Migration' } } | Initialize-V2024AccessRequest

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-AccessRequest')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [string[]] $RequestedFor,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [object] $RequestType,

        [Parameter(Position = 2, ValueFromPipelineByPropertyName)]
        [object[]] $RequestedItems,

        [Parameter(Position = 3, ValueFromPipelineByPropertyName)]
        [object] $ClientMetadata,

        [Parameter(Position = 4, ValueFromPipelineByPropertyName)]
        [object[]] $RequestedForWithRequestedItems
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model AccessRequest -Member requestedFor, requestType, requestedItems, clientMetadata, requestedForWithRequestedItems -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToAccessRequest {
    <#
    .SYNOPSIS
        Reads an AccessRequest from JSON: who shall get or lose which access.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToAccessRequest -Json '{ "requestedFor": [ "2c9180835d2e5168015d32f890ca1581" ], "requestedItems": [ { "type": "ACCESS_PROFILE", "id": "2c9180835d2e5168015d32f890ca1581" } ], "clientMetadata": { "project": "Migration" } }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "requestedFor": [ "2c9180835d2e5168015d32f890ca1581" ],
            "requestedItems": [ { "type": "ACCESS_PROFILE", "id": "2c9180835d2e5168015d32f890ca1581" } ],
            "clientMetadata": { "project": "Migration" }
        }
        "@ | ConvertFrom-V2024JsonToAccessRequest

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToAccessRequest')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model AccessRequest -Json $Json
    }
}
