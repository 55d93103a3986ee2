# The runbook in examples/powershell: on a sandbox of its own, and on a tenant.

BeforeDiscovery { . "$PSScriptRoot/Common.ps1" }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant
    $Runbook = "$RepositoryRoot/examples/powershell/approve-pending.ps1"
    $Surrounding = @{ SAIL_BASE_URL = $script:Tenant.BaseUrl; SAIL_CLIENT_ID = $script:Tenant.ClientId; SAIL_CLIENT_SECRET = $script:Tenant.ClientSecret }
    # The tenant's calendar is its own, so all of its past is asked for.
    $Everything = 5000
}

AfterAll { Stop-TestTenant }

Describe 'approve-pending.ps1' {
    AfterEach { Clear-Fault }

    It 'approves on a sandbox where no tenant is configured' {
        $shown = Invoke-Shell "& '$Runbook' | ConvertTo-Json; exit `$LASTEXITCODE"
        $shown.ExitCode | Should -Be 0
        $shown.Output | Should -BeLike '*No tenant is configured, so this runs on a sandbox.*'
        $shown.Output | Should -Match '"Result": "approved"'
        $shown.Output | Should -Not -Match '"Result": "(failed|unknown|skipped)"'
    }

    It 'asks by the same calendar under <_>' -ForEach 'th-TH', 'fi-FI', 'ar-SA' {
        $culture = "[System.Threading.Thread]::CurrentThread.CurrentCulture = '$_'; '{0:yyyy-MM-dd HH:mm}' -f [datetime]::new(2026, 3, 2, 8, 5, 0)"
        $shown = Invoke-Shell "$culture; `$null = & '$Runbook' -WhatIf; exit `$LASTEXITCODE" -Environment $Surrounding
        $shown.ExitCode | Should -Be 0
        $shown.Output | Should -Not -BeLike '2026-03-02 08:05*' -Because 'the culture has to be there'
        (Get-SentQuery).filters | Should -Match "^created ge $([datetime]::UtcNow.Year)-\d\d-\d\dT\d\d:\d\d:\d\dZ$|^created ge $([datetime]::UtcNow.Year - 1)-12-\d\dT\d\d:\d\d:\d\dZ$"
    }

    It 'only says so with -WhatIf' {
        $before = Get-Arrived approveBulkAccessRequest
        $shown = Invoke-Shell "& '$Runbook' -Days $Everything -WhatIf | ConvertTo-Json; exit `$LASTEXITCODE" -Environment $Surrounding
        $shown.ExitCode | Should -Be 0
        $shown.Output | Should -BeLike '*What if: Performing the operation "Approve-V2024BulkAccessRequest" on target "approvals *'
        $shown.Output | Should -Not -Match '"Result": "(approved|failed|unknown)"'
        (Get-Arrived approveBulkAccessRequest) - $before | Should -Be 0
    }

    It 'tells by its exit code and by id what was not approved' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; status = 403 }
        $shown = Invoke-Shell "`$rows = & '$Runbook' -Days $Everything; `$rows | ConvertTo-Json; exit `$LASTEXITCODE" -Environment $Surrounding
        $shown.ExitCode | Should -Be 1
        $rows = $shown.Output | ConvertFrom-Json
        $rows.Count | Should -BeGreaterThan 10
        $rows.Result | Sort-Object -Unique | Should -BeExactly 'failed'
        $rows[0].Reason | Should -BeLike 'approveBulkAccessRequest failed: the tenant answered 403*'
    }

    It 'tells an unknown fate apart from a failure' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; do = 'resetBeforeReading' }
        $shown = Invoke-Shell "`$rows = & '$Runbook' -Days $Everything; `$rows.Result | Sort-Object -Unique; exit `$LASTEXITCODE" -Environment $Surrounding
        $shown.Output.Trim() | Should -BeExactly 'unknown'
        $shown.ExitCode | Should -Be 1
    }

    It 'approves each approval once, in batches of 50 at most' {
        $before = Get-Arrived approveBulkAccessRequest
        $shown = Invoke-Shell "`$rows = & '$Runbook' -Days $Everything -Comment 'Change 4711'; `$rows | ConvertTo-Json; exit `$LASTEXITCODE" -Environment $Surrounding
        $shown.ExitCode | Should -Be 0
        $rows = $shown.Output | ConvertFrom-Json
        $rows.Result | Sort-Object -Unique | Should -BeExactly 'approved'
        (Get-Arrived approveBulkAccessRequest) - $before | Should -Be ([System.Math]::Ceiling($rows.Count / 50))
        $counters = ($script:Tenant.GetControl('counters') | ConvertFrom-Json -AsHashtable)['ids']
        foreach ($row in $rows) { $counters[$row.ApprovalId] | Should -Be 1 -Because $row.ApprovalId }
        (Get-SentBody | ConvertFrom-Json).comment | Should -BeExactly 'Change 4711'
    }

    It 'can''t begin where the tenant is out of reach' {
        $shown = Invoke-Shell "& '$Runbook'; exit `$LASTEXITCODE" -Environment @{ SAIL_BASE_URL = 'nonsense'; SAIL_CLIENT_ID = 'a'; SAIL_CLIENT_SECRET = 'b' }
        $shown.ExitCode | Should -Be 2
        $shown.Errors | Should -BeLike 'Could not begin: SAIL_BASE_URL in the environment is "nonsense"*'
    }
}
