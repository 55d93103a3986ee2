# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024RequestOnBehalfOfConfig {
    <#
    .SYNOPSIS
        Makes a RequestOnBehalfOfConfig: who may request access for somebody else.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER AllowRequestOnBehalfOfAnyoneByAnyone
        Whether everybody may request for everybody. Without it the service takes false.
    .PARAMETER AllowRequestOnBehalfOfEmployeeByManager
        Whether managers may request for their reports. Without it the service takes false.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024RequestOnBehalfOfConfig -AllowRequestOnBehalfOfAnyoneByAnyone $true -AllowRequestOnBehalfOfEmployeeByManager $true

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ AllowRequestOnBehalfOfAnyoneByAnyone = $true; AllowRequestOnBehalfOfEmployeeByManager = $true } | Initialize-V2024RequestOnBehalfOfConfig

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-RequestOnBehalfOfConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [System.Nullable[bool]] $AllowRequestOnBehalfOfAnyoneByAnyone,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [System.Nullable[bool]] $AllowRequestOnBehalfOfEmployeeByManager
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model RequestOnBehalfOfConfig -Member allowRequestOnBehalfOfAnyoneByAnyone, allowRequestOnBehalfOfEmployeeByManager -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToRequestOnBehalfOfConfig {
    <#
    .SYNOPSIS
        Reads a RequestOnBehalfOfConfig from JSON: who may request access for somebody else.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToRequestOnBehalfOfConfig -Json '{ "allowRequestOnBehalfOfAnyoneByAnyone": true, "allowRequestOnBehalfOfEmployeeByManager": true }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "allowRequestOnBehalfOfAnyoneByAnyone": true,
            "allowRequestOnBehalfOfEmployeeByManager": true
        }
        "@ | ConvertFrom-V2024JsonToRequestOnBehalfOfConfig

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToRequestOnBehalfOfConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model RequestOnBehalfOfConfig -Json $Json
    }
}
