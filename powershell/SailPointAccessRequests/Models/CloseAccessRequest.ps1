# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024CloseAccessRequest {
    <#
    .SYNOPSIS
        Makes a CloseAccessRequest: which stuck access requests to close, and how they shall be recorded.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER AccessRequestIds
        Ids of the access requests, at most 500 a call. Required.
    .PARAMETER Message
        Reason recorded with each closed request. Without it the service takes The IdentityNow Administrator manually closed this request.
    .PARAMETER ExecutionStatus
        How the request's execution is recorded. One of Terminated, Completed. Without it the service takes Terminated.
    .PARAMETER CompletionStatus
        How the request's outcome is recorded. One of Success, Incomplete, Failure. Without it the service takes Failure.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024CloseAccessRequest -AccessRequestIds '2c9180835d2e5168015d32f890ca1581'

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ AccessRequestIds = '2c9180835d2e5168015d32f890ca1581' } | Initialize-V2024CloseAccessRequest

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-CloseAccessRequest')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [string[]] $AccessRequestIds,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [string] $Message,

        [Parameter(Position = 2, ValueFromPipelineByPropertyName)]
        [string] $ExecutionStatus,

        [Parameter(Position = 3, ValueFromPipelineByPropertyName)]
        [string] $CompletionStatus
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model CloseAccessRequest -Member accessRequestIds, message, executionStatus, completionStatus -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToCloseAccessRequest {
    <#
    .SYNOPSIS
        Reads a CloseAccessRequest from JSON: which stuck access requests to close, and how they shall be recorded.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToCloseAccessRequest -Json '{ "accessRequestIds": [ "2c9180835d2e5168015d32f890ca1581" ] }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "accessRequestIds": [ "2c9180835d2e5168015d32f890ca1581" ]
        }
        "@ | ConvertFrom-V2024JsonToCloseAccessRequest

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToCloseAccessRequest')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model CloseAccessRequest -Json $Json
    }
}
