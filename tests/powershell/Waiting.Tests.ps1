# What is told while a call waits: lines for -Verbose, and a progress bar where it takes a second or more.

BeforeDiscovery { . "$PSScriptRoot/Common.ps1" }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant
    # The token is there, so that a test's lines are its own.
    $null = Get-V2024AccessRequestStatus -Limit 0

    function Get-Stream {
        # Everything that a script writes, by stream. Progress can't be redirected, only read from a shell of one's own.
        param([string] $Script)
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$ModuleFolder'; $Script").Invoke()
            @{
                Progress = @($shell.Streams.Progress | ForEach-Object { @{ Activity = $_.Activity; Status = $_.StatusDescription; Type = "$($_.RecordType)" } } | Where-Object Activity -Like 'Get-V2024*')
                Verbose  = @($shell.Streams.Verbose | ForEach-Object Message)
                Errors   = @($shell.Streams.Error)
            }
        } finally { $shell.Dispose() }
    }
}

AfterAll { Stop-TestTenant }

Describe 'A call that waits as the tenant asked' {
    AfterEach { Clear-Fault }

    It 'shows a progress bar for a second, and takes it away' {
        Add-Fault @{ operation = 'listAccessRequestStatus'; status = 429; times = 1; headers = @{ 'Retry-After' = '1' } }
        $told = Get-Stream 'Get-V2024AccessRequestStatus -Limit 1 -Verbose'
        $told.Errors.Count | Should -Be 0
        $told.Progress.Count | Should -Be 2
        $told.Progress[0].Activity | Should -BeExactly 'Get-V2024AccessRequestStatus'
        $told.Progress[0].Status | Should -BeExactly 'listAccessRequestStatus waits 1.0 s: the tenant asked for it.'
        $told.Progress[1].Type | Should -BeExactly 'Completed'
        $told.Verbose[0] | Should -BeLike 'listAccessRequestStatus: attempt 1, GET /access-request-status, was answered 429 after *'
        $told.Verbose[-1] | Should -BeLike 'listAccessRequestStatus: attempt 2, GET /access-request-status, was answered 200 after *'
    }

    It 'shows none where there is nothing to wait for' {
        $told = Get-Stream 'Get-V2024AccessRequestStatus -Limit 1 -Verbose'
        $told.Progress.Count | Should -Be 0
        $told.Verbose.Count | Should -Be 1
    }
}
