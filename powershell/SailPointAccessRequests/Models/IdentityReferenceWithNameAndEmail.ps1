# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024IdentityReferenceWithNameAndEmail {
    <#
    .SYNOPSIS
        Makes an IdentityReferenceWithNameAndEmail: an identity by id, with its name and mail address.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER Type
        The kind of object, IDENTITY.
    .PARAMETER Id
        Id of the identity.
    .PARAMETER Name
        Its display name.
    .PARAMETER Email
        Its mail address. May be $null.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024IdentityReferenceWithNameAndEmail -Type 'IDENTITY' -Id '2c9180835d2e5168015d32f890ca1581' -Name 'Erin Scott'

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ Type = 'IDENTITY'; Id = '2c9180835d2e5168015d32f890ca1581'; Name = 'Erin Scott' } | Initialize-V2024IdentityReferenceWithNameAndEmail

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-IdentityReferenceWithNameAndEmail')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [string] $Type,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [string] $Id,

        [Parameter(Position = 2, ValueFromPipelineByPropertyName)]
        [string] $Name,

        [Parameter(Position = 3, ValueFromPipelineByPropertyName)]
        [object] $Email
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model IdentityReferenceWithNameAndEmail -Member type, id, name, email -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToIdentityReferenceWithNameAndEmail {
    <#
    .SYNOPSIS
        Reads an IdentityReferenceWithNameAndEmail from JSON: an identity by id, with its name and mail address.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToIdentityReferenceWithNameAndEmail -Json '{ "type": "IDENTITY", "id": "2c9180835d2e5168015d32f890ca1581", "name": "Erin Scott" }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "type": "IDENTITY",
            "id": "2c9180835d2e5168015d32f890ca1581",
            "name": "Erin Scott"
        }
        "@ | ConvertFrom-V2024JsonToIdentityReferenceWithNameAndEmail

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToIdentityReferenceWithNameAndEmail')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model IdentityReferenceWithNameAndEmail -Json $Json
    }
}
