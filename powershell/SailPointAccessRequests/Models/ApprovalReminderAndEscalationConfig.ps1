# Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated

function Initialize-V2024ApprovalReminderAndEscalationConfig {
    <#
    .SYNOPSIS
        Makes an ApprovalReminderAndEscalationConfig: when reviewers are reminded and approvals passed on. Overrides the settings of the service's own approval component.
    .DESCRIPTION
        The object holds what you give and nothing else, under the names that the service uses, so nothing is sent that you
        did not name. It is checked by the same rules as a call; if something is wrong, one error names all of it.
    .PARAMETER DaysUntilEscalation
        Days before an approval goes to the next reviewer; null never. A whole number. May be $null.
    .PARAMETER DaysBetweenReminders
        Days between two reminders. A whole number. May be $null.
    .PARAMETER MaxReminders
        How many reminders are sent at most. A whole number from 0 to 20. May be $null.
    .PARAMETER FallbackApproverRef
        Who decides where nobody is left to escalate to. An IdentityReferenceWithNameAndEmail, from Initialize-V2024IdentityReferenceWithNameAndEmail or as a hashtable. May be $null.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members that were given, in the documented order.
    .EXAMPLE
        Initialize-V2024ApprovalReminderAndEscalationConfig -DaysUntilEscalation 3 -DaysBetweenReminders 3 -MaxReminders 3

        Gives the members by name.
    .EXAMPLE
        [pscustomobject]@{ DaysUntilEscalation = 3; DaysBetweenReminders = 3; MaxReminders = 3 } | Initialize-V2024ApprovalReminderAndEscalationConfig

        Takes the members from the properties of a piped object, such as a row of Import-Csv.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('Initialize-ApprovalReminderAndEscalationConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [object] $DaysUntilEscalation,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [object] $DaysBetweenReminders,

        [Parameter(Position = 2, ValueFromPipelineByPropertyName)]
        [object] $MaxReminders,

        [Parameter(Position = 3, ValueFromPipelineByPropertyName)]
        [object] $FallbackApproverRef
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $named = @($PSBoundParameters.Keys)
    }
    process {
        New-ModelObject -Caller $PSCmdlet -Model ApprovalReminderAndEscalationConfig -Member daysUntilEscalation, daysBetweenReminders, maxReminders, fallbackApproverRef -Named $named -Bound $PSBoundParameters
    }
}

function ConvertFrom-V2024JsonToApprovalReminderAndEscalationConfig {
    <#
    .SYNOPSIS
        Reads an ApprovalReminderAndEscalationConfig from JSON: when reviewers are reminded and approvals passed on. Overrides the settings of the service's own approval component.
    .DESCRIPTION
        The object has the members of the text, in the documented spelling, and dates stay the texts that they were. What is
        not in the text is not in the object. It is checked by the same rules as a call; if something is wrong, one error
        names all of it, and a broken text is named by line and column.
    .PARAMETER Json
        The JSON text of one object. A file comes in whole by Get-Content -Raw.
    .OUTPUTS
        System.Management.Automation.PSCustomObject with the members of the text.
    .EXAMPLE
        ConvertFrom-V2024JsonToApprovalReminderAndEscalationConfig -Json '{ "daysUntilEscalation": 3, "daysBetweenReminders": 3, "maxReminders": 3 }'

        Reads a text that stands on one line.
    .EXAMPLE
        @"
        {
            "daysUntilEscalation": 3,
            "daysBetweenReminders": 3,
            "maxReminders": 3
        }
        "@ | ConvertFrom-V2024JsonToApprovalReminderAndEscalationConfig

        Reads a text of several lines. In a script the closing "@ has to stand at the very beginning of its line.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType([pscustomobject])]
    [Alias('ConvertFrom-JsonToApprovalReminderAndEscalationConfig')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [string] $Json
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        ConvertFrom-ModelJson -Caller $PSCmdlet -Model ApprovalReminderAndEscalationConfig -Json $Json
    }
}
