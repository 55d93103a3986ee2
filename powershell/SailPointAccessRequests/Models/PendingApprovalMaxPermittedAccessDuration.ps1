# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024PendingApprovalMaxPermittedAccessDuration {
    <#
    .SYNOPSIS
        Makes a PendingApprovalMaxPermittedAccessDuration: a length of time.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER Value
        How many of the unit. A whole number.
    .PARAMETER TimeUnit
        The unit. One of HOURS, DAYS, WEEKS, MONTHS.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024PendingApprovalMaxPermittedAccessDuration -Value 3 -TimeUnit 'HOURS'

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ Value = 3; TimeUnit = 'HOURS' } | Initialize-V2024PendingApprovalMaxPermittedAccessDuration

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-PendingApprovalMaxPermittedAccessDuration')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [object] $Value,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [string] $TimeUnit
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model PendingApprovalMaxPermittedAccessDuration -Member value, timeUnit -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToPendingApprovalMaxPermittedAccessDuration {
    <#
    .SYNOPSIS
        Reads a PendingApprovalMaxPermittedAccessDuration from JSON: a length of time.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToPendingApprovalMaxPermittedAccessDuration -Json '{ "value": 3, "timeUnit": "HOURS" }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "value": 3,
            "timeUnit": "HOURS"
        }
        "@ | ConvertFrom-V2024JsonToPendingApprovalMaxPermittedAccessDuration

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToPendingApprovalMaxPermittedAccessDuration')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model PendingApprovalMaxPermittedAccessDuration -Json $Json
    }
}
