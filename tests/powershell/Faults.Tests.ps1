# Start-SailPointSandbox -Fault: what goes in, what a cmdlet meets then, and what the sandbox tells of it.

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule

    function Start-FaultyTenant {
        # Connected without the limiter.
        param([object[]] $Fault, [object] $Config)
        $script:Tenant = Start-SailPointSandbox -Fault $Fault -Config $Config -NoConnect
        Connect-TestTenant
    }

    function Get-Fault {
        # The faults as the sandbox has them.
        , @($script:Tenant.GetControl('faults') | ConvertFrom-Json)
    }

    function Approve-Id {
        # The ids whose approval was reported as done.
        param([string[]] $Id)
        foreach ($one in $Id) {
            try {
                $null = Approve-V2024BulkAccessRequest @{ approvalIds = @($one); comment = 'x' }
                $one
            } catch {
                $_.Exception.Delivery | Should -BeExactly 'unknown'
            }
        }
    }
}

Describe 'Start-SailPointSandbox -Fault' {
    AfterEach { if ($script:Tenant) { Stop-TestTenant; $script:Tenant = $null } }

    It 'lets the nth approval be done without an answer, and tells how often it was done' {
        Start-FaultyTenant @{ operation = 'approveBulkAccessRequest'; nth = 2; times = 1; do = 'resetAfterActing' }
        Approve-Id $Id1, $Id2, $Id1 | Should -BeExactly $Id1, $Id1
        $counters = $script:Tenant.GetCounters()
        $counters.ActedOn($Id1) | Should -Be 2
        $counters.ActedOn($Id2) | Should -Be 1
        $counters.ActedOn('nothing') | Should -Be 0
        $counters.Operations['approveBulkAccessRequest'].Acted | Should -Be 3
    }

    It 'takes <Name>' -ForEach @(
        @{ Name = 'a hashtable'; Fault = @{ operation = 'token'; do = 'throttle'; retryAfterSeconds = 0 } }
        @{ Name = 'names in any case'; Fault = @{ OPERATION = 'token'; Do = 'throttle'; RetryAfterSeconds = 0 } }
        @{ Name = 'an object'; Fault = [pscustomobject] @{ Operation = 'token'; Do = 'throttle'; RetryAfterSeconds = 0 } }
        @{ Name = 'a JSON text'; Fault = '{"operation":"token","do":"throttle","retryAfterSeconds":0}' }
    ) {
        Start-FaultyTenant $Fault
        $faults = Get-Fault
        $faults.Count | Should -Be 1
        $faults[0] | Select-Object operation, do, retryAfterSeconds, nth, chance, applied, met | ConvertTo-Json -Compress |
            Should -BeExactly '{"operation":"token","do":"throttle","retryAfterSeconds":0,"nth":1,"chance":1.0,"applied":0,"met":0}'
    }

    It 'takes the number of a header as its text' {
        Start-FaultyTenant @{ operation = 'token'; status = 503; headers = @{ 'Retry-After' = 1 } }
        (Get-Fault)[0].headers.'Retry-After' | Should -BeExactly '1'
    }

    It 'keeps the order of several, behind those of <Name>' -ForEach @(
        @{ Name = 'a hashtable'; Config = @{ requests = 3; faults = @(@{ id = 'a'; operation = 'any'; status = 503 }) } }
        @{ Name = 'a JSON text'; Config = '{"requests":3,"faults":[{"id":"a","operation":"any","status":503}]}' }
    ) {
        Start-FaultyTenant @{ id = 'b'; operation = 'any'; do = 'stall' }, '{"id":"c","operation":"any","do":"garbage"}' -Config $Config
        (Get-Fault).id | Should -BeExactly 'a', 'b', 'c'
        (@(($script:Tenant.GetControl('state') | ConvertFrom-Json).requests.PSObject.Properties.Value) | Measure-Object -Sum).Sum | Should -Be 7
    }

    It 'knows null as a value: a 429 without Retry-After' {
        Start-FaultyTenant @{ operation = 'any'; do = 'throttle'; retryAfterSeconds = $null }
        $null -eq (Get-Fault)[0].retryAfterSeconds | Should -BeTrue
    }

    It 'can be asked while the fault refuse keeps the port shut' {
        Start-FaultyTenant @{ operation = 'token'; do = 'refuse' }
        $failure = Get-Failure { Get-V2024AccessRequestConfig }
        $failure.FullyQualifiedErrorId | Should -BeLike 'SailPoint.Transport,*'
        $script:Tenant.GetCounters().TokensGranted | Should -Be 1
        $script:Tenant.GetCounters().Operations['getAccessRequestConfig'].Arrived | Should -Be 0
    }

    It 'says what is wrong with <Name>' -ForEach @(
        @{ Name = 'a misspelt member'; Fault = @{ opration = 'any'; do = 'stall' }; Expected = '*said: sailpoint-sandbox: --config -: faults[0].opration is unknown; did you mean operation? A fault that does stall has id, operation, nth, times, chance, do and act.' }
        @{ Name = 'a member of another fault'; Fault = @{ operation = 'any'; do = 'delay'; delayMs = 1; forMs = 2 }; Expected = '*said: sailpoint-sandbox: --config -: faults[0].forMs is unknown. A fault that does delay has id, operation, nth, times, chance, do and delayMs.' }
        @{ Name = 'the second of two'; Fault = @{ operation = 'any'; do = 'stall' }, @{ operation = 'any'; do = 'stall'; nth = 'first' }; Expected = '*said: sailpoint-sandbox: --config -: faults[1].nth takes a whole number from 1 up, not the text "first".' }
        @{ Name = 'an operation that there is not'; Fault = @{ operation = 'closeAccesRequest'; do = 'stall' }; Expected = '*said: sailpoint-sandbox: --config -: faults[0].operation takes one of any, token, *, not the text "closeAccesRequest". Did you mean closeAccessRequest?' }
        @{ Name = 'a text that is no JSON'; Fault = "{`n  stall }"; Expected = "-Fault holds a text that can't be read. This is not valid JSON: line 2, byte 3. *" }
        @{ Name = 'a number'; Fault = 7; Expected = '-Fault takes a hashtable, an object or a JSON text of one, not a value of the type System.Int32.' }
    ) {
        $failure = Get-Failure { Start-SailPointSandbox -Fault $Fault }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Validation,Start-SailPointSandbox'
        $failure.Exception.Message | Should -BeLike $Expected.Replace('[', '`[').Replace('?', '`?')
    }
}
