# What can be seen of calls: a line for each of their steps under -Verbose, warnings that come once, and the counters.

BeforeDiscovery { . "$PSScriptRoot/Common.ps1" }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant @{ clientSecret = 'canary-secret-77b1'; unknownIds = 'accept' }
    $Body = @{ approvalIds = @('canary-id-20c4'); comment = 'canary-comment-9e' }

    function Get-Told {
        # What a script block writes as verbose lines and as warnings, and the error that it ends with.
        param([scriptblock] $Script)
        $failure = $null
        $told = @(try { & $Script 3>&1 4>&1 } catch { $failure = $_ })
        @{
            # The engine's own line about -Confirm and -WhatIf is left out.
            Verbose  = @($told | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and $_.Message -notlike 'Performing the operation *' } | ForEach-Object Message)
            Warnings = @($told | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | ForEach-Object Message)
            Failure  = $failure
        }
    }

    function Use-OwnTenant {
        # What a script gives that runs against a tenant of its own, made by another script.
        param([scriptblock] $Start, [scriptblock] $Script)
        $sandbox = & $Start
        try {
            & $Script
        } finally {
            Stop-SailPointSandbox $sandbox
            Connect-TestTenant
        }
    }

    function Connect-Narrow {
        # A tenant of its own whose limiter lets one request out in a window that is too short to wait for long.
        param([int] $WindowMs)
        $sandbox = Start-SailPointSandbox -NoConnect
        $configuration = $sandbox.ToConfiguration()
        $configuration.RequestsPerWindow = 1
        $configuration.WindowMs = $WindowMs
        $null = [SailPoint.AccessRequests.TenantConnections]::Connect($configuration)
        $sandbox
    }
}

AfterAll { Stop-TestTenant }

Describe 'A line of -Verbose' {
    BeforeAll { $Approve = 'POST /access-request-approvals/bulk-approve' }

    # The token is there, so that each test's lines are its own.
    BeforeEach { $null = Get-V2024AccessRequestStatus -Limit 0 }

    AfterEach { Clear-Fault }

    It 'tells an ordinary call''s one attempt' {
        $told = Get-Told { Approve-V2024BulkAccessRequest $Body -Verbose }
        $told.Verbose.Count | Should -Be 1
        $told.Verbose[0] | Should -Match "^approveBulkAccessRequest: attempt 1, $Approve, was answered 202 after \d+ ms, request id $((Get-LastRequest).requestId)\.$"
        $told.Warnings.Count | Should -Be 0
    }

    It 'tells each attempt of a call that was sent again, and why' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; status = 503; headers = @{ 'Retry-After' = '0' }; times = 1 }
        $told = Get-Told { Approve-V2024BulkAccessRequest $Body -Verbose }
        $told.Verbose.Count | Should -Be 2
        $told.Verbose[0] | Should -Match "^approveBulkAccessRequest: attempt 1, $Approve, was answered 503 after \d+ ms, request id [0-9a-f]+\. The next attempt follows in 0 ms, as the tenant asked\.$"
        $told.Verbose[1] | Should -Match "^approveBulkAccessRequest: attempt 2, $Approve, was answered 202 after \d+ ms, request id $((Get-LastRequest).requestId)\.$"
    }

    It 'tells the attempt of a call that failed' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; status = 500; times = 1 }
        $told = Get-Told { Approve-V2024BulkAccessRequest $Body -Verbose }
        $told.Failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Http.ServerError,Approve-V2024BulkAccessRequest'
        $told.Verbose.Count | Should -Be 1
        $told.Verbose[0] | Should -BeLike '*attempt 1, * was answered 500 after *'
    }

    It 'tells that a token was fetched' {
        $told = Use-OwnTenant { Start-SailPointSandbox } { Get-Told { Get-V2024AccessRequestStatus -Limit 0 -Verbose } }
        $told.Verbose.Count | Should -Be 2
        $told.Verbose[0] | Should -Match '^listAccessRequestStatus: an access token was fetched; the call waited .+ for it\.$'
        $told.Verbose[1] | Should -BeLike 'listAccessRequestStatus: attempt 1, *'
    }

    It 'tells that a call waited for its turn' {
        $told = Use-OwnTenant { Connect-Narrow -WindowMs 400 } {
            $null = Get-V2024AccessRequestStatus -Limit 0
            Get-Told { Get-V2024AccessRequestStatus -Limit 0 -Verbose }
        }
        $told.Verbose.Count | Should -Be 2
        $told.Verbose[0] | Should -Match '^listAccessRequestStatus: waited \d+ ms for its turn: the requests of this window were used up\.$'
        $told.Verbose[1] | Should -BeLike 'listAccessRequestStatus: attempt 1, *'
    }

    It 'holds no secret, no token and nothing of a body' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; status = 401; times = 1 }
        $told = Get-Told { Approve-V2024BulkAccessRequest $Body -Verbose }
        $told.Verbose.Count | Should -Be 3 -Because 'an attempt, a fresh token and another attempt are told'
        $said = $told.Verbose -join "`n"
        $said | Should -BeLike '*The access token was refused; the next attempt has a fresh one.*an access token was fetched*'
        $said | Should -Not -Match 'canary|Bearer'
    }

    It 'is not written where nobody asked for it' {
        (Get-Told { Approve-V2024BulkAccessRequest $Body }).Verbose.Count | Should -Be 0
    }
}

Describe 'A warning of the library' {
    BeforeAll {
        # In the past, which looks wrong and is sent all the same.
        $Dated = @{ requestedFor = @('x'); requestedItems = @(@{ type = 'ROLE'; id = 'y'; removeDate = '2020-01-01T00:00:00Z' }) }
    }

    AfterEach { Clear-Fault }

    It 'comes once, and not as a verbose line too' {
        $told = Get-Told { New-V2024AccessRequest $Dated -Verbose }
        $told.Warnings.Count | Should -Be 1
        $told.Warnings[0] | Should -BeLike '*removeDate*'
        $told.Verbose -join "`n" | Should -Not -Match 'removeDate'
    }

    It 'is not lost where the call fails' {
        Add-Fault @{ operation = 'createAccessRequest'; status = 400; times = 1 }
        $told = Get-Told { New-V2024AccessRequest $Dated }
        $told.Failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Http.BadRequest,New-V2024AccessRequest'
        $told.Warnings.Count | Should -Be 1
    }

    It 'stops, where warnings stop, after the outcome is known; a failure''s own error is what stops' {
        $arrived = Get-Arrived createAccessRequest
        (Get-Told { New-V2024AccessRequest $Dated -WarningAction Stop }).Failure.Exception | Should -BeOfType ([System.Management.Automation.ActionPreferenceStopException])
        (Get-Arrived createAccessRequest) - $arrived | Should -Be 1
        Add-Fault @{ operation = 'createAccessRequest'; status = 400; times = 1 }
        (Get-Told { New-V2024AccessRequest $Dated -WarningAction Stop }).Failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Http.BadRequest,New-V2024AccessRequest'
    }
}

Describe 'An operation that the tenant calls deprecated' {
    BeforeAll {
        # It is told once in a process, so each of these runs in one of its own.
        function Get-DeprecationTold {
            param([string] $Script)
            $deprecated = @{ 'Deprecation' = '@1767225600'; 'Sunset' = 'Wed, 30 Jun 2027 23:59:59 GMT'; 'Link' = '<https://developer.example/end>; rel="deprecation"' }
            foreach ($operation in 'listAccessRequestStatus', 'listAdministratorsAccessRequestStatus') {
                Add-Fault @{ operation = $operation; status = 200; headers = $deprecated; body = '[]' }
            }
            $connect = "Import-Module '$ModuleFolder'; Connect-SailPointTenant -BaseUrl $($script:Tenant.BaseUrl) -ClientId $($script:Tenant.ClientId) -ClientSecret $($script:Tenant.ClientSecret)"
            $shown = Invoke-Shell "`$PSStyle.OutputRendering = 'PlainText'; $connect; $Script; 'the end was reached'"
            $lines = $shown.Output.Trim() -split '\r?\n'
            $lines[-1] | Should -BeExactly 'the end was reached' -Because $shown.Errors
            $lines | Select-Object -SkipLast 1
        }
        $Notice = 'WARNING: The tenant says that {0} is deprecated since 2026-01-01 and will be switched off on 2027-06-30. Look for a newer version of this library. More at https://developer.example/end.'
    }

    AfterEach { Clear-Fault }

    It 'is warned of once in a process: several calls, connections and runspaces' {
        $told = Get-DeprecationTold @"
1..3 | ForEach-Object { Get-V2024AccessRequestStatus -Limit 0 }
`$null = Connect-SailPointTenant -BaseUrl $($script:Tenant.BaseUrl) -ClientId $($script:Tenant.ClientId) -ClientSecret $($script:Tenant.ClientSecret) -UserAgent other
Get-V2024AccessRequestStatus -Limit 0 -Verbose 4>`$null
1 | ForEach-Object -Parallel { Import-Module '$ModuleFolder'; Get-V2024AccessRequestStatus -Limit 0 }
"@
        @($told) | Should -Be @($Notice -f 'listAccessRequestStatus')
    }

    It 'is warned of by each operation' {
        $told = Get-DeprecationTold '1..2 | ForEach-Object { Get-V2024AccessRequestStatus -Limit 0; Get-V2024AdministratorsAccessRequestStatus -Limit 0 }'
        @($told) | Should -Be @(($Notice -f 'listAccessRequestStatus'), ($Notice -f 'listAdministratorsAccessRequestStatus'))
    }

    It 'is silent with -WarningAction SilentlyContinue' {
        @(Get-DeprecationTold '1..2 | ForEach-Object { Get-V2024AccessRequestStatus -Limit 0 -WarningAction SilentlyContinue }').Count | Should -Be 0
    }
}

Describe 'Get-SailPointMetrics' {
    BeforeAll {
        function Get-Counted {
            param([string] $Operation)
            Get-SailPointMetrics | Where-Object Operation -EQ $Operation
        }
    }

    AfterEach { Clear-Fault }

    It 'gives an object for each operation with its cmdlet, and one for tokens' {
        $described = [SailPoint.AccessRequests.LibraryInformation]::Describe() | ConvertFrom-Json -AsHashtable
        $rows = @(Get-SailPointMetrics)
        $rows.Operation | Should -Be (@($described['operations'].id) + 'token')
        $rows[0..8].Cmdlet | Should -Be $described['operations'].cmdlet
        foreach ($row in $rows) { $row.PSObject.Properties.Name | Should -Be 'Operation', 'Cmdlet', 'Succeeded', 'Failed', 'Attempts', 'Errors' }
    }

    It 'counts calls by outcome, and what was sent for them' {
        $was = Get-Counted closeAccessRequest
        Add-Fault @{ operation = 'closeAccessRequest'; status = 429; headers = @{ 'Retry-After' = '0' }; times = 1 }
        $null = Close-V2024AccessRequest @{ accessRequestIds = @($StuckId) }
        Add-Fault @{ operation = 'closeAccessRequest'; status = 403; times = 1 }
        $null = Get-Failure { Close-V2024AccessRequest @{ accessRequestIds = @($StuckId) } }
        $null = Get-Failure { Close-V2024AccessRequest @{ accessRequestIds = @() } }
        $is = Get-Counted closeAccessRequest
        $is.Succeeded - $was.Succeeded | Should -Be 1
        $is.Failed - $was.Failed | Should -Be 2
        $is.Attempts - $was.Attempts | Should -Be 3
        foreach ($kind in 'http', 'validation') { $is.Errors[$kind] - [int] $was.Errors[$kind] | Should -Be 1 }
        $is.Errors.Contains('timeout') | Should -BeFalse
    }

    It 'counts requests for tokens' {
        $was = (Get-Counted token).Attempts
        $null = Use-OwnTenant { Start-SailPointSandbox } { Get-V2024AccessRequestStatus -Limit 0 }
        (Get-Counted token).Attempts - $was | Should -Be 1
    }

    It 'needs no connection, and sends nothing' {
        $shown = Invoke-Shell "Import-Module '$ModuleFolder'; (Get-SailPointMetrics | Measure-Object -Property Attempts -Sum).Sum"
        $shown.Output.Trim() | Should -BeExactly '0' -Because $shown.Errors
    }

    It 'counts what other runspaces did' {
        $was = (Get-Counted getAccessRequestConfig).Succeeded
        $folder = $ModuleFolder
        $null = 1..2 | ForEach-Object -Parallel { Import-Module $using:folder; Get-V2024AccessRequestConfig }
        (Get-Counted getAccessRequestConfig).Succeeded - $was | Should -Be 2
    }

    It 'shows a table with the kinds of errors, on 80 characters too' {
        $null = Get-Failure { Close-V2024AccessRequest @{ accessRequestIds = @() } }
        $failed = Get-SailPointMetrics | Where-Object Operation -EQ closeAccessRequest
        # A word that was cut would be no kind any more.
        $failed.Errors['rate_limited'] = 100
        $failed.Errors['transport'] = 1
        $lines = $failed | Out-String -Width 80
        $lines | Should -Match '\brate_limited 100\b'
        $lines | Should -Match '\btransport 1\b'
        $lines | Should -Match 'Operation +Succeeded +Failed +Attempts +Errors'
        $lines | Should -Match 'closeAccessRequest +\d+ +\d+ +\d+ '
        $lines | Should -Match '\b(http|validation) \d'
    }

    It 'passes on an error of what comes after it in the pipeline' {
        (Get-Failure { Get-SailPointMetrics | ForEach-Object { throw 'downstream' } }).Exception.Message | Should -BeExactly 'downstream'
    }
}
