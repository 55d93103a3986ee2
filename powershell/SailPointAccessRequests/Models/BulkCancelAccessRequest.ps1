# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024BulkCancelAccessRequest {
    <#
    .SYNOPSIS
        Makes a BulkCancelAccessRequest: which access requests to cancel, and why.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER AccessRequestIds
        Ids of the access requests. Required.
    .PARAMETER Comment
        Why they are cancelled. Required.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024BulkCancelAccessRequest -AccessRequestIds '2c9180835d2e5168015d32f890ca1581' -Comment 'Checked with the owner'

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ AccessRequestIds = '2c9180835d2e5168015d32f890ca1581'; Comment = 'Checked with the owner' } | Initialize-V2024BulkCancelAccessRequest

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-BulkCancelAccessRequest')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [string[]] $AccessRequestIds,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [string] $Comment
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model BulkCancelAccessRequest -Member accessRequestIds, comment -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToBulkCancelAccessRequest {
    <#
    .SYNOPSIS
        Reads a BulkCancelAccessRequest from JSON: which access requests to cancel, and why.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToBulkCancelAccessRequest -Json '{ "accessRequestIds": [ "2c9180835d2e5168015d32f890ca1581" ], "comment": "Checked with the owner" }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "accessRequestIds": [ "2c9180835d2e5168015d32f890ca1581" ],
            "comment": "Checked with the owner"
        }
        "@ | ConvertFrom-V2024JsonToBulkCancelAccessRequest

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToBulkCancelAccessRequest')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model BulkCancelAccessRequest -Json $Json
    }
}
