# Ctrl+C: the call ends at once, and its ids are named. A process of its own gets the signal, with the handling that a terminal gives.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    # Windows has no signal to send to another process without its console.
    $CanSignal = -not $IsWindows
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant

    function Invoke-Interrupted {
        # Starts a script, waits until the tenant has got the operation's request, and interrupts. A program started in the background
        # may have inherited that it ignores the signal; env takes that back, and setsid keeps it from this process.
        param([string] $Script, [string] $Operation)
        $before = Get-Arrived $Operation
        $connect = "Import-Module '$ModuleFolder'; Connect-SailPointTenant -BaseUrl $($script:Tenant.BaseUrl) -ClientId $($script:Tenant.ClientId) -ClientSecret $($script:Tenant.ClientSecret)"
        $start = [System.Diagnostics.ProcessStartInfo]::new('env')
        foreach ($argument in '--default-signal=INT', 'setsid', [System.Environment]::ProcessPath, '-NoProfile', '-NonInteractive', '-Command', "$connect; $Script; 'went on'") { $start.ArgumentList.Add($argument) }
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $process = [System.Diagnostics.Process]::Start($start)
        $errors = $process.StandardError.ReadToEndAsync()
        $output = $process.StandardOutput.ReadToEndAsync()
        $deadline = [System.Diagnostics.Stopwatch]::StartNew()
        while ((Get-Arrived $Operation) -eq $before -and -not $process.HasExited) {
            if ($deadline.Elapsed.TotalSeconds -gt 30) { $process.Kill(); throw "The request never arrived: $($output.Result)$($errors.Result)" }
        }
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $null = & kill -INT $process.Id
        $hasEnded = $process.WaitForExit(10000)
        if (-not $hasEnded) { $process.Kill() }
        @{ HasEnded = $hasEnded; Milliseconds = $watch.ElapsedMilliseconds; Text = "$($output.Result)$($errors.Result)" }
    }
}

AfterAll { Stop-TestTenant }

Describe 'Ctrl+C' -Skip:(-not $CanSignal) {
    AfterEach { Clear-Fault }

    It 'ends a change at once, and names the ids whose fate is unknown' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; do = 'stall' }
        $result = Invoke-Interrupted "Approve-V2024BulkAccessRequest @{ approvalIds = @(1..7 | ForEach-Object { `"id`$_`" }); comment = 'x' }" approveBulkAccessRequest
        $result.HasEnded | Should -BeTrue
        $result.Milliseconds | Should -BeLessThan 5000
        $result.Text | Should -BeLike '*WARNING: Approve-V2024BulkAccessRequest was stopped before the tenant answered. Whether it took effect is unknown: approvals id1, id2, id3, id4, id5, id6, id7.*'
        $result.Text | Should -Not -Match 'went on'
    }

    It 'ends a list at once, and has nothing to say' {
        Add-Fault @{ operation = 'listAccessRequestStatus'; do = 'stall' }
        $result = Invoke-Interrupted 'Get-V2024AccessRequestStatus' listAccessRequestStatus
        $result.HasEnded | Should -BeTrue
        $result.Milliseconds | Should -BeLessThan 5000
        $result.Text.Trim() | Should -BeNullOrEmpty
    }
}
