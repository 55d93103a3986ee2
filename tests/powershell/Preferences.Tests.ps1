# -WhatIf, -Confirm and the preference variables: given, set by the caller's script, or by a module that calls.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Preferences.Cases.ps1"
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Preferences.Cases.ps1"
    Start-TestTenant
    $Body = @{ approvalIds = @($Id1); comment = 'x' }

    # A module whose functions set preferences for themselves, as scripts that call this module do.
    $Other = New-Module -Name OtherModule -ScriptBlock {
        function Invoke-WithPreference {
            param([string] $Name, [object] $Value, [scriptblock] $Script)
            Set-Variable -Name $Name -Value $Value -WhatIf:$false
            . $MyInvocation.MyCommand.Module.NewBoundScriptBlock($Script)
        }
    }
    Import-Module $Other

    function Get-WhatIfText {
        # What -WhatIf writes to the host of a new process, which -WhatIf alone can't be asked for.
        param([string] $Script)
        $connect = "Import-Module '$ModuleFolder'; Connect-SailPointTenant -BaseUrl $($script:Tenant.BaseUrl) -ClientId $($script:Tenant.ClientId) -ClientSecret $($script:Tenant.ClientSecret)"
        (Invoke-Shell "$connect; $Script").Output.Trim()
    }
}

AfterAll {
    Remove-Module $Other
    Stop-TestTenant
}

Describe '-WhatIf' {
    BeforeAll {
        # All of them in one process: a start takes longer than the calls.
        $script = foreach ($change in $Changes) { "$($change.Cmdlet) '$($change.Body | ConvertTo-Json -Depth 5 -Compress)' -WhatIf" }
        $seen = $Tenant.GetControl('counters')
        $Lines = (Get-WhatIfText ($script -join '; ')) -split '\r?\n'
        $HasSent = $Tenant.GetControl('counters') -cne $seen
    }

    It 'sends nothing, not even for a token' {
        $Lines.Count | Should -Be $Changes.Count
        $HasSent | Should -BeFalse
    }

    It 'of <Cmdlet> names <Target>' -ForEach $Changes {
        $Lines[$Index] | Should -BeExactly "What if: Performing the operation `"$Cmdlet`" on target `"$Target at $($Tenant.BaseUrl)`"."
    }

    It 'of <Cmdlet> gives nothing' -ForEach $Changes {
        & $Cmdlet $Body -WhatIf | Should -BeNullOrEmpty
    }
}

Describe 'A preference' {
    It '$WhatIfPreference of a script holds' {
        $before = Get-Arrived approveBulkAccessRequest
        & { $WhatIfPreference = $true; Approve-V2024BulkAccessRequest $Body }
        (Get-Arrived approveBulkAccessRequest) - $before | Should -Be 0
    }

    It '$WhatIfPreference of another module holds, and -WhatIf:$false wins over it' {
        $before = Get-Arrived approveBulkAccessRequest
        Invoke-WithPreference WhatIfPreference $true { Approve-V2024BulkAccessRequest @{ approvalIds = @('2c9180835d2e5168015d32f890ca1581'); comment = 'x' } }
        (Get-Arrived approveBulkAccessRequest) - $before | Should -Be 0
        $null = Invoke-WithPreference WhatIfPreference $true { Approve-V2024BulkAccessRequest @{ approvalIds = @('2c9180835d2e5168015d32f890ca1581'); comment = 'x' } -WhatIf:$false }
        (Get-Arrived approveBulkAccessRequest) - $before | Should -Be 1
    }

    It '$ConfirmPreference Medium asks, where nobody can answer it is an error, and nothing is sent' {
        $before = Get-Arrived approveBulkAccessRequest
        $text = Get-WhatIfText "`$ConfirmPreference = 'Medium'; try { Approve-V2024BulkAccessRequest @{ approvalIds = @('$Id1'); comment = 'x' } } catch { `$_.FullyQualifiedErrorId }"
        $text | Should -Match 'SailPoint\.Confirmation,Approve-V2024BulkAccessRequest$'
        (Get-Arrived approveBulkAccessRequest) - $before | Should -Be 0
    }

    It 'asks nothing by default' {
        $before = Get-Arrived approveBulkAccessRequest
        Get-WhatIfText "`$null = Approve-V2024BulkAccessRequest @{ approvalIds = @('$Id1'); comment = 'x' }; 'done'" | Should -BeExactly 'done'
        (Get-Arrived approveBulkAccessRequest) - $before | Should -Be 1
    }

    It '$VerbosePreference of another module holds, and -Verbose:$false wins over it' {
        $lines = Invoke-WithPreference VerbosePreference Continue { Get-V2024AccessRequestStatus -Limit 0 } 4>&1
        @($lines | Where-Object { "$_" -like 'listAccessRequestStatus: attempt 1, GET /access-request-status, was answered 200 after *' }).Count | Should -Be 1
        @(Invoke-WithPreference VerbosePreference Continue { Get-V2024AccessRequestStatus -Limit 0 -Verbose:$false } 4>&1).Count | Should -Be 0
    }

    It '$VerbosePreference of another module holds in the model functions: <Name>' -ForEach @(
        @{ Name = 'Initialize'; Script = { Initialize-V2024AccessRequestItem -Type ROLE -Id x -RemoveDate '2020-01-01T00:00:00Z' } }
        @{ Name = 'ConvertFrom'; Script = { ConvertFrom-V2024JsonToAccessRequestItem -Json '{"type":"ROLE","id":"x","removeDate":"2020-01-01T00:00:00Z"}' } }
    ) {
        $lines = @(Invoke-WithPreference VerbosePreference Continue $Script 4>&1)
        @($lines | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and "$_" -like '*removeDate*' }).Count | Should -Be 1
        @(& $Script 4>&1).Count | Should -Be 1
    }

    It '$WarningPreference of another module holds' {
        Invoke-WithPreference WarningPreference Stop {
            try { New-V2024AccessRequest @{ requestedFor = 'x'; requestedItems = @(@{ type = 'ROLE'; id = 'y'; removeDate = '2020-01-01T00:00:00Z' }) } -Verbose:$false } catch { 'stopped' }
        } | Should -Contain 'stopped'
    }

    It '$ErrorActionPreference of another module holds for non-terminating errors' {
        $before = Get-Arrived closeAccessRequest
        $failure = Get-Failure { Invoke-WithPreference ErrorActionPreference Stop { '{}', '{"accessRequestIds":[""]}', '{"accessRequestIds":["x"]}' | Close-V2024AccessRequest } }
        $failure.FullyQualifiedErrorId | Should -BeLike 'SailPoint.Validation,*'
        (Get-Arrived closeAccessRequest) - $before | Should -Be 0
        $null = Invoke-WithPreference ErrorActionPreference SilentlyContinue { '{}', '{"accessRequestIds":[""]}', '{"accessRequestIds":["x"]}' | Close-V2024AccessRequest }
        (Get-Arrived closeAccessRequest) - $before | Should -Be 1
    }

    It 'leaves the caller''s own variables alone' {
        & {
            $VerbosePreference = 'SilentlyContinue'
            $null = Get-V2024AccessRequestStatus -Limit 0 -Verbose 4>&1
            $VerbosePreference | Should -Be 'SilentlyContinue'
        }
    }
}
