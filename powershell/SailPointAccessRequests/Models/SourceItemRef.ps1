# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024SourceItemRef {
    <#
    .SYNOPSIS
        Makes a SourceItemRef: the accounts chosen on one source.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER SourceId
        Id of the source. May be $null.
    .PARAMETER Accounts
        The chosen accounts; the service takes one a source. Each an AccountItemRef, from Initialize-V2024AccountItemRef or as a hashtable. May be $null.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024SourceItemRef -SourceId '2c9180835d2e5168015d32f890ca1581' -Accounts (Initialize-V2024AccountItemRef -NativeIdentity 'CN=Erin Scott,OU=People,DC=example,DC=com')

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ SourceId = '2c9180835d2e5168015d32f890ca1581'; Accounts = (Initialize-V2024AccountItemRef -NativeIdentity 'CN=Erin Scott,OU=People,DC=example,DC=com') } | Initialize-V2024SourceItemRef

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-SourceItemRef')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [object] $SourceId,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [object[]] $Accounts
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model SourceItemRef -Member sourceId, accounts -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToSourceItemRef {
    <#
    .SYNOPSIS
        Reads a SourceItemRef from JSON: the accounts chosen on one source.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToSourceItemRef -Json '{ "sourceId": "2c9180835d2e5168015d32f890ca1581", "accounts": [ { "nativeIdentity": "CN=Erin Scott,OU=People,DC=example,DC=com" } ] }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "sourceId": "2c9180835d2e5168015d32f890ca1581",
            "accounts": [ { "nativeIdentity": "CN=Erin Scott,OU=People,DC=example,DC=com" } ]
        }
        "@ | ConvertFrom-V2024JsonToSourceItemRef

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToSourceItemRef')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model SourceItemRef -Json $Json
    }
}
