# The promise that a runbook relies on: whatever the tenant does to its requests, each id was acted on once or is named in an error.
# 200 approvals go through a tenant that fails at random, by a plan that a seed makes.

BeforeDiscovery { . "$PSScriptRoot/Common.ps1" }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    $Operation = 'approveBulkAccessRequest'
    # Whether the request goes out again by itself, and what the tenant does with it.
    $Faults = @(
        @{ IsRepeated = $true; Fault = @{ status = 503; headers = @{ 'Retry-After' = '0' } } }
        @{ IsRepeated = $true; Fault = @{ status = 429; headers = @{ 'Retry-After' = '0' } } }
        @{ IsRepeated = $false; Fault = @{ status = 503 } }
        @{ IsRepeated = $false; Fault = @{ do = 'resetBeforeReading' } }
        @{ IsRepeated = $false; Fault = @{ do = 'resetAfterActing' } }
    )

    function Start-FaultyTenant {
        # A tenant with enough that waits for approval, of which so many requests of each fault go wrong, in a random order.
        param([int] $Seed, [int] $Requests, [int] $OfEachFault, [hashtable] $Config = @{})

        $script:Tenant = Start-SailPointSandbox -Seed $Seed -Config (@{ requests = 600 } + $Config) -NoConnect
        $random = [System.Random]::new($Seed)
        $kinds = @($Faults | ForEach-Object { , $_ * $OfEachFault }) | Sort-Object { $random.Next() }
        # So early that every fault is met, however many requests were met by others before.
        $places = 0..($Requests - $kinds.Count - 1) | Sort-Object { $random.Next() } | Select-Object -First $kinds.Count | Sort-Object
        for ($index = 0; $index -lt $kinds.Count; $index++) {
            Add-Fault (@{ operation = $Operation; nth = $places[$index] + 1; times = 1 } + $kinds[$index].Fault)
        }
    }

    function Get-PendingId {
        # 200 approvals that wait, each of another request.
        $offset = 0
        $ids = do {
            $page = @(Get-V2024AccessRequestStatus -RequestState EXECUTING -Sorters created -Limit 250 -Offset $offset)
            $page | Where-Object { $_.ApprovalDetails.Status -contains 'PENDING' } | ForEach-Object { $_.ApprovalIds[0] }
            $offset += $page.Count
        } while ($page.Count -eq 250)
        $ids.Count | Should -BeGreaterOrEqual 200
        $ids | Select-Object -First 200
    }

    function Assert-ActedOnce {
        # By the tenant's own count of each id. Failures are objects with Id and Delivery.
        param([string[]] $Id, [object[]] $Failure, [int] $Calls, [int] $IdsOfEachCall, [int] $OfEachFault)

        $counters = $script:Tenant.GetControl('counters') | ConvertFrom-Json -AsHashtable
        $acted = $counters['ids']
        $named = @{}
        foreach ($one in $Failure) {
            $named.ContainsKey($one.Id) | Should -BeFalse -Because "$($one.Id) was tried once"
            $named[$one.Id] = $one.Delivery
        }
        @($Id | Where-Object { $acted[$_] -gt 1 }) | Should -BeNullOrEmpty -Because 'nothing is done twice'
        @($Id | Where-Object { -not $acted[$_] -and -not $named[$_] }) | Should -BeNullOrEmpty -Because 'nothing is lost'
        @($Id | Where-Object { $acted[$_] -and $named[$_] -eq 'not_sent' }) | Should -BeNullOrEmpty -Because 'what was not sent was not acted on'
        @($named.Keys | Where-Object { $_ -notin $Id }) | Should -BeNullOrEmpty

        # Every fault was met: those that are repeated by one more request, the others by one failed call each.
        $repeated = @($Faults | Where-Object IsRepeated).Count * $OfEachFault
        $final = ($Faults.Count * $OfEachFault) - $repeated
        $counters['operations'][$Operation]['arrived'] | Should -Be ($Calls + $repeated)
        @($named.Values | Where-Object { $_ -eq 'unknown' }).Count | Should -Be ($final * $IdsOfEachCall)
        @($named.Keys | Where-Object { $acted[$_] }).Count | Should -Be ($OfEachFault * $IdsOfEachCall) -Because 'these were acted on without an answer'
    }
}

Describe 'A runbook of 200 approvals through a tenant that fails at random' {
    AfterEach { Stop-TestTenant }

    It 'has each acted on once or named in an error: in a pipeline, with the recipe of the help page' {
        $page = Get-Content -LiteralPath "$ModuleFolder/en-US/about_SailPointAccessRequests_Errors.help.txt" -Raw
        $recipe = (($page -split 'MANY BODIES')[1] -split 'A RECIPE')[0] -split '\r?\n' | Where-Object { $_ -match '^ {8}' }
        $recipe.Count | Should -BeGreaterThan 8
        Start-FaultyTenant -Seed 1 -Requests 200 -OfEachFault 12
        Connect-TestTenant
        $ids = Get-PendingId
        $bodies = $ids | ForEach-Object { @{ approvalIds = @($_); comment = 'Approved by the runbook' } }
        # Bodies that break a rule come up too.
        foreach ($index in 20, 77, 140) { $bodies[$index].Remove('comment') }
        $failures = @(& ([scriptblock]::Create($recipe -join "`n")) 3>$null)
        @($failures | Where-Object Delivery -EQ 'not_sent').Id | Should -Be $ids[20, 77, 140]
        Assert-ActedOnce -Id $ids -Failure $failures -Calls 197 -IdsOfEachCall 1 -OfEachFault 12
    }

    It 'has each acted on once or named in an error: in a loop, four at a time' {
        Start-FaultyTenant -Seed 2 -Requests 50 -OfEachFault 3
        Connect-TestTenant
        $ids = Get-PendingId
        $failures = for ($first = 0; $first -lt $ids.Count; $first += 4) {
            try {
                $null = Approve-V2024BulkAccessRequest @{ approvalIds = @($ids[$first..($first + 3)]); comment = 'Approved by the runbook' }
            } catch {
                foreach ($id in $_.Exception.Ids) { @{ Id = $id; Delivery = $_.Exception.Delivery } }
            }
        }
        Assert-ActedOnce -Id $ids -Failure $failures -Calls 50 -IdsOfEachCall 4 -OfEachFault 3
    }

    It 'has each acted on once or named in an error: in four runspaces, which share one limiter' {
        # The service's limit in a window that is a tenth as long, on both sides.
        Start-FaultyTenant -Seed 3 -Requests 200 -OfEachFault 12 -Config @{ limit = @{ requests = 100; windowMs = 1000 } }
        $configuration = $script:Tenant.ToConfiguration()
        $configuration.RequestsPerWindow = 95
        $configuration.WindowMs = 1000
        $null = [SailPoint.AccessRequests.TenantConnections]::Connect($configuration)
        $ids = Get-PendingId
        $folder = $ModuleFolder
        $failures = $ids | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:folder
            try {
                $null = Approve-V2024BulkAccessRequest @{ approvalIds = @($_); comment = 'Approved by the runbook' }
            } catch {
                foreach ($id in $_.Exception.Ids) { @{ Id = $id; Delivery = $_.Exception.Delivery } }
            }
        }
        Assert-ActedOnce -Id $ids -Failure $failures -Calls 200 -IdsOfEachCall 1 -OfEachFault 12
        $statuses = ($script:Tenant.GetControl('requests') | ConvertFrom-Json).status
        @($statuses | Where-Object { $_ -eq 429 }).Count | Should -Be 12 -Because 'the limiter kept the tenant''s limit, and only the plan''s own 429s came'
    }
}
