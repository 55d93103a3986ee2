# What counts as given: null, '', 0 and $false; positions; property names from the pipeline; a full page.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $Lists = @(
        @{ Cmdlet = 'Get-V2024AccessRequestStatus'; Operation = 'listAccessRequestStatus' }
        @{ Cmdlet = 'Get-V2024AdministratorsAccessRequestStatus'; Operation = 'listAdministratorsAccessRequestStatus' }
    )
    $All = 'RequestedFor', 'RequestedBy', 'RegardingIdentity', 'AssignedTo', 'Count', 'Limit', 'Offset', 'Filters', 'Sorters', 'RequestState'
    $NotGiven = foreach ($name in $All) { @{ Name = $name; Value = $null; Shown = '$null' }; @{ Name = $name; Value = ''; Shown = "''" } }
    $Sent = @(
        @{ Name = 'Limit'; Value = 0; Query = 'limit'; Text = '0' }
        @{ Name = 'Limit'; Value = '7'; Query = 'limit'; Text = '7' }
        @{ Name = 'Offset'; Value = 0; Query = 'offset'; Text = '0' }
        @{ Name = 'Count'; Value = $false; Query = 'count'; Text = 'false' }
        @{ Name = 'Count'; Value = $true; Query = 'count'; Text = 'true' }
        @{ Name = 'Count'; Value = 'True'; Query = 'count'; Text = 'true' }
        @{ Name = 'Count'; Value = 0; Query = 'count'; Text = 'false' }
        @{ Name = 'RequestedFor'; Value = 'me'; Query = 'requested-for'; Text = 'me' }
        @{ Name = 'RequestedBy'; Value = 'me'; Query = 'requested-by'; Text = 'me' }
        @{ Name = 'RegardingIdentity'; Value = 'me'; Query = 'regarding-identity'; Text = 'me' }
        @{ Name = 'AssignedTo'; Value = 'me'; Query = 'assigned-to'; Text = 'me' }
        @{ Name = 'Filters'; Value = 'created ge 2024-01-01T00:00:00Z'; Query = 'filters'; Text = 'created ge 2024-01-01T00:00:00Z' }
        @{ Name = 'Sorters'; Value = '-created,name'; Query = 'sorters'; Text = '-created,name' }
        @{ Name = 'RequestState'; Value = 'EXECUTING'; Query = 'request-state'; Text = 'EXECUTING' }
        @{ Name = 'RequestState'; Value = 'request-state=EXECUTING'; Query = 'request-state'; Text = 'EXECUTING' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant @{ requests = 300 }
}

AfterAll { Stop-TestTenant }

Describe 'A parameter of Get-V2024AccessRequestStatus' {
    It '-<Name> <Shown> is not sent' -ForEach $NotGiven {
        $parameters = @{ $Name = $Value }
        $null = Get-V2024AccessRequestStatus @parameters -WarningAction SilentlyContinue
        @((Get-SentQuery).Keys).Count | Should -Be 0
    }

    It '-<Name> <Value> is sent as <Query>=<Text>' -ForEach $Sent {
        $parameters = @{ $Name = $Value }
        $null = Get-V2024AccessRequestStatus @parameters -WarningAction SilentlyContinue
        $sent = Get-SentQuery
        @($sent.Keys) | Should -Be $Query
        $sent[$Query] | Should -BeExactly $Text
    }
}

Describe '<Cmdlet>' -ForEach $Lists {
    It 'takes all parameters by position' {
        $null = & $Cmdlet me me $null me $true 5 10 'created ge 2024-01-01T00:00:00Z' created EXECUTING
        $sent = Get-SentQuery
        $expected = @{
            'requested-for' = 'me'; 'requested-by' = 'me'; 'assigned-to' = 'me'; count = 'true'; limit = '5'; offset = '10'
            filters = 'created ge 2024-01-01T00:00:00Z'; sorters = 'created'; 'request-state' = 'EXECUTING'
        }
        @($sent.Keys | Sort-Object) | Should -Be @($expected.Keys | Sort-Object)
        foreach ($name in $expected.Keys) { $sent[$name] | Should -BeExactly $expected[$name] -Because $name }
    }

    It 'takes ids from the pipeline, a call each' {
        $before = Get-Arrived $Operation
        $null = $Identity, [guid]::NewGuid() | & $Cmdlet -Limit 1
        (Get-Arrived $Operation) - $before | Should -Be 2
        (Get-SentQuery)['requested-for'] | Should -Match '^[0-9a-f-]{36}$'
    }

    It 'takes parameters from properties, and none of an earlier object' {
        $null = [pscustomobject]@{ RequestedFor = 'me'; Limit = 2 }, [pscustomobject]@{ RequestedFor = $Identity; Sorters = 'created' } | & $Cmdlet -Offset 1 -WarningAction SilentlyContinue
        $sent = Get-SentQuery
        @($sent.Keys | Sort-Object) | Should -Be 'offset', 'requested-for', 'sorters'
        $sent['requested-for'] | Should -BeExactly $Identity
    }

    It 'does not take Count from a property, which too many objects have' {
        $null = [pscustomobject]@{ RequestedFor = 'me'; Count = 3 } | & $Cmdlet -Limit 1
        @((Get-SentQuery).Keys | Sort-Object) | Should -Be 'limit', 'requested-for'
    }

    It 'refuses a piped object that is no identity, and sends nothing' {
        $before = Get-Arrived $Operation
        $row = & $Cmdlet -Limit 1
        $failure = Get-Failure { $row | & $Cmdlet }
        $failure.FullyQualifiedErrorId | Should -BeExactly "SailPoint.Validation,$Cmdlet"
        $failure.Exception.Message | Should -BeLike '-RequestedFor takes the id of an identity, and a * came down the pipeline. Pipe ids, such as: ... | ForEach-Object { $_.RequestedFor.Id } | Get-V2024AccessRequestStatus'
        (Get-Arrived $Operation) - $before | Should -Be 1
    }

    It 'warns where a page came back full without -Limit' {
        $rows = @(& $Cmdlet -WarningVariable warnings -WarningAction SilentlyContinue)
        $rows.Count | Should -Be 250
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -BeExactly '250 rows came back, as many as one call answers, so there may be more. Ask again with -Offset 250, or narrow the list with -Filters.'
    }

    It 'counts on from -Offset in that warning, and is silent with -Limit or a page that is not full' {
        $null = & $Cmdlet -Offset 20 -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*-Offset 270,*'
        $null = & $Cmdlet -Limit 250 -WarningVariable warnings -WarningAction SilentlyContinue
        @($warnings).Count | Should -Be 0
        $null = & $Cmdlet -Offset 200 -WarningVariable warnings -WarningAction SilentlyContinue
        @($warnings).Count | Should -Be 0
    }
}
