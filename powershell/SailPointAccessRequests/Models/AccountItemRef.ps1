# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024AccountItemRef {
    <#
    .SYNOPSIS
        Makes an AccountItemRef: one account on a source.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER AccountUuid
        The account's UUID, where its source has them. May be $null.
    .PARAMETER NativeIdentity
        The account's name on its source.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024AccountItemRef -NativeIdentity 'CN=Erin Scott,OU=People,DC=example,DC=com'

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ NativeIdentity = 'CN=Erin Scott,OU=People,DC=example,DC=com' } | Initialize-V2024AccountItemRef

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-AccountItemRef')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [object] $AccountUuid,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [string] $NativeIdentity
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model AccountItemRef -Member accountUuid, nativeIdentity -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToAccountItemRef {
    <#
    .SYNOPSIS
        Reads an AccountItemRef from JSON: one account on a source.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToAccountItemRef -Json '{ "nativeIdentity": "CN=Erin Scott,OU=People,DC=example,DC=com" }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "nativeIdentity": "CN=Erin Scott,OU=People,DC=example,DC=com"
        }
        "@ | ConvertFrom-V2024JsonToAccountItemRef

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToAccountItemRef')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model AccountItemRef -Json $Json
    }
}
