# A pipeline that is stopped, as by Ctrl+C: the call ends at once, and what it was about is told. The signal goes to a process of its own,
# with the handling that a terminal gives; where the moment counts, a pipeline of this process is stopped as a host does it.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    # Windows has no signal to send to another process without its console.
    $CanSignal = -not $IsWindows
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant -Config @{ unknownIds = 'accept' }

    function Start-Interruptible {
        # A script in a process of its own, with what it writes. A program started in the background may have inherited that it ignores
        # the signal; env takes that back, and setsid keeps it from this process.
        param([string] $Script)
        $connect = "Import-Module '$ModuleFolder'; Connect-SailPointTenant -BaseUrl $($script:Tenant.BaseUrl) -ClientId $($script:Tenant.ClientId) -ClientSecret $($script:Tenant.ClientSecret)"
        $start = [System.Diagnostics.ProcessStartInfo]::new('env')
        foreach ($argument in '--default-signal=INT', 'setsid', [System.Environment]::ProcessPath, '-NoProfile', '-NonInteractive', '-Command', "$connect; $Script; 'went on'") { $start.ArgumentList.Add($argument) }
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $process = [System.Diagnostics.Process]::Start($start)
        @{ Process = $process; Output = $process.StandardOutput.ReadToEndAsync(); Errors = $process.StandardError.ReadToEndAsync() }
    }

    function Wait-Arrival {
        # Whether the tenant gets one more request of the operation, or the process ends, within 30 s.
        param([string] $Operation, [int] $Before, [System.Diagnostics.Process] $Process)
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        while ($watch.Elapsed.TotalSeconds -lt 30) {
            if ((Get-Arrived $Operation) -gt $Before -or $Process.HasExited) { return $true }
        }
        $false
    }

    function Invoke-Interrupted {
        # Starts a script, waits until the tenant has got the operation's request, and interrupts.
        param([string] $Script, [string] $Operation)
        $before = Get-Arrived $Operation
        # A loaded machine has been seen to keep a new PowerShell from starting at all, which says nothing of Ctrl+C.
        for ($try = 1; $try -le 3; $try++) {
            $run = Start-Interruptible $Script
            $hasArrived = Wait-Arrival -Operation $Operation -Before $before -Process $run.Process
            if ($hasArrived) { break }
            $run.Process.Kill()
        }
        if (-not $hasArrived) { throw "The request never arrived: $($run.Output.Result)$($run.Errors.Result)" }
        $null = & kill -INT $run.Process.Id
        # Below the 30 s after which a call gives up by itself.
        $hasEnded = $run.Process.WaitForExit(25000)
        if (-not $hasEnded) { $run.Process.Kill() }
        @{ HasEnded = $hasEnded; Text = "$($run.Output.Result)$($run.Errors.Result)" }
    }

    function New-Shell {
        # A pipeline of its own in a runspace that has the module; connections are the process's.
        param([runspace] $Runspace, [string] $Script)
        $shell = [powershell]::Create()
        $shell.Runspace = $Runspace
        $shell.AddScript($Script)
    }

    function Wait-Shell {
        # Until the pipeline has ended: what it put out.
        param([powershell] $Shell, [System.IAsyncResult] $Running)
        try { $Shell.EndInvoke($Running) } catch [System.Management.Automation.PipelineStoppedException] { $null = $_ }
    }
}

AfterAll { Stop-TestTenant }

Describe 'Ctrl+C' -Skip:(-not $CanSignal) {
    AfterEach { Clear-Fault }

    It 'ends a change at once, and names the ids whose fate is unknown' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; do = 'stall' }
        $result = Invoke-Interrupted "Approve-V2024BulkAccessRequest @{ approvalIds = @(1..7 | ForEach-Object { `"id`$_`" }); comment = 'x' }" approveBulkAccessRequest
        $result.HasEnded | Should -BeTrue
        $result.Text | Should -BeLike ('*WARNING: Approve-V2024BulkAccessRequest was stopped. It was about approvals id1, id2, id3, id4, id5, id6, id7. approveBulkAccessRequest was ended by the caller. ' +
            'The tenant may have acted on it. Before sending it again, look: listAccessRequestStatus shows by approvalIds and approvalDetails which approvals are still PENDING.*')
        $result.Text | Should -Not -Match 'went on'
    }

    It 'ends a list at once, and has nothing to say' {
        Add-Fault @{ operation = 'listAccessRequestStatus'; do = 'stall' }
        $result = Invoke-Interrupted 'Get-V2024AccessRequestStatus' listAccessRequestStatus
        $result.HasEnded | Should -BeTrue
        $result.Text.Trim() | Should -BeNullOrEmpty
    }
}

Describe 'A pipeline that is stopped' {
    BeforeAll {
        # As pwsh begins: the core commands, and the rest from modules where a name asks for them.
        $Runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
        $Runspace.Open()
        $null = (New-Shell $Runspace "Import-Module '$ModuleFolder'").Invoke()
    }

    AfterAll { $Runspace.Dispose() }

    AfterEach {
        Clear-Fault
        Connect-TestTenant
    }

    It 'names what the tenant got, at whatever moment it is stopped' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; do = 'stall' }
        $unnamed = @()
        $received = 0
        # Each a tenth of a millisecond later than the one before, from before the call is started to when it waits for its answer.
        for ($stop = 1; $received -lt 30 -and $stop -le 5000; $stop++) {
            $before = Get-Arrived approveBulkAccessRequest
            $shell = New-Shell $Runspace "Approve-V2024BulkAccessRequest @{ approvalIds = @('stopped$stop'); comment = 'x' }"
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $running = $shell.BeginInvoke()
            while ($watch.Elapsed.TotalMilliseconds -lt $stop / 10) { continue }
            $shell.Stop()
            Wait-Shell $shell $running | Should -BeNullOrEmpty
            $warning = "$($shell.Streams.Warning)"
            $shell.Dispose()
            $hasArrived = (Get-Arrived approveBulkAccessRequest) -gt $before
            $received += $hasArrived
            if ($hasArrived -and $warning -notlike "*It was about approvals stopped$stop. *The tenant may have acted on it.*") { $unnamed += "$stop $warning" }
        }
        $unnamed | Should -BeNullOrEmpty
        $received | Should -Be 30
    }

    It 'tells what became of it, at whatever moment it is stopped: <Name>' -ForEach @(
        @{ Name = 'an answer'; Script = "Approve-V2024BulkAccessRequest @{ approvalIds = @('ID'); comment = 'x' } -WithHttpInfo -OutVariable seen" }
        @{ Name = 'the first error of a pipeline'; Script = "@{ approvalIds = @('ID'); comment = 'x' } | Approve-V2024BulkAccessRequest"; Fault = @{ do = 'resetAfterActing' } }
        @{ Name = 'a later error of a pipeline'; Script = "'{}', '{`"approvalIds`":[`"ID`"],`"comment`":`"x`"}' | Approve-V2024BulkAccessRequest"; Fault = @{ do = 'resetAfterActing' } }
    ) {
        if ($Fault) { Add-Fault (@{ operation = 'approveBulkAccessRequest' } + $Fault) }
        $untold = @()
        $ended = 0
        # Each a fiftieth of a millisecond later than the one before, from before the call is started to when most are done before the stop.
        for ($stop = 1; $ended -lt 40 -and $stop -le 5000; $stop++) {
            $id = "$($Name.Length)-$stop-"
            $Runspace.SessionStateProxy.SetVariable('seen', $null)
            $shell = New-Shell $Runspace $Script.Replace('ID', $id)
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $running = $shell.BeginInvoke()
            while ($watch.Elapsed.TotalMilliseconds -lt $stop / 50) { continue }
            $shell.Stop()
            try { $null = Wait-Shell $shell $running } catch { $null = $_ }
            $ended += $shell.InvocationStateInfo.State -ne 'Stopped'
            $told = @($Runspace.SessionStateProxy.GetVariable('seen')).Count -gt 0 -or "$($shell.Streams.Warning)" -like "*$id*" -or @($shell.Streams.Error | Where-Object { $_.Exception.Ids -contains $id }).Count -gt 0
            $shell.Dispose()
            if (-not $told -and $script:Tenant.GetCounters().ActedOn($id) -gt 0) { $untold += $stop }
        }
        $untold | Should -BeNullOrEmpty
        $ended | Should -Be 40
    }

    It 'says nothing where what reads the answer wants no more' {
        $shell = New-Shell $Runspace "@{ approvalIds = @('first'); comment = 'x' } | Approve-V2024BulkAccessRequest | Select-Object -First 1"
        $shell.Invoke() | Should -HaveCount 1
        $shell.Streams.Warning | Should -BeNullOrEmpty
        $shell.Dispose()
    }

    It 'says that nothing was sent where the request was still waiting for its turn' {
        $before = Get-Arrived approveBulkAccessRequest
        Connect-SailPointTenant -BaseUrl $script:Tenant.BaseUrl -ClientId $script:Tenant.ClientId -ClientSecret $script:Tenant.ClientSecret -RequestsPerWindow 1
        $null = Get-V2024AccessRequestStatus -Limit 1
        $shell = New-Shell $Runspace "Approve-V2024BulkAccessRequest @{ approvalIds = @('waiting'); comment = 'x' }"
        $running = $shell.BeginInvoke()
        # Told where a wait is longer than a second.
        while ($shell.Streams.Progress.Count -eq 0 -and -not $running.IsCompleted) { $null = [System.Threading.Thread]::Yield() }
        $shell.Stop()
        Wait-Shell $shell $running | Should -BeNullOrEmpty
        "$($shell.Streams.Warning)" | Should -Be 'Approve-V2024BulkAccessRequest was stopped. It was about approvals waiting. approveBulkAccessRequest was ended by the caller. Nothing was sent.'
        Get-Arrived approveBulkAccessRequest | Should -Be $before
    }

    It 'says that the tenant had accepted it where the answer was there and had not come out' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; status = 202; headers = @{ Deprecation = 'true' } }
        # A warning that stops comes between the answer and the output.
        $shell = New-Shell $Runspace "Approve-V2024BulkAccessRequest @{ approvalIds = @('accepted'); comment = 'x' } -WarningAction Stop"
        try { $output = $shell.Invoke() } catch { $refusal = $_ }
        $output | Should -BeNullOrEmpty
        "$refusal" | Should -BeLike '*approveBulkAccessRequest*'
        "$($shell.Streams.Warning)" | Should -BeLike '*Approve-V2024BulkAccessRequest was stopped. It was about approvals accepted. The tenant had accepted it (202).'
    }
}

Describe 'What reads a call''s messages and fails' {
    BeforeAll {
        $Runspace = [runspacefactory]::CreateRunspace()
        $Runspace.Open()
        $null = (New-Shell $Runspace "Import-Module '$ModuleFolder'").Invoke()
    }

    AfterAll { $Runspace.Dispose() }

    It 'ends the pipeline, and does not hide that the tenant had accepted the change: <Name>' -ForEach @(
        @{ Name = 'a pipeline'; Script = 'APPROVE -Verbose 4>&1 | ForEach-Object { if ("$_" -like "*answered 202*") { throw "downstream" } }'; Told = 'downstream' }
        @{ Name = 'a pipeline in a try'; Script = 'try { APPROVE -Verbose 4>&1 | ForEach-Object { if ("$_" -like "*answered 202*") { throw "downstream" } } } catch { Write-Error -ErrorRecord $_ }'; Told = 'downstream' }
        @{ Name = 'a pipeline without errors'; Script = '$ErrorActionPreference = "SilentlyContinue"; APPROVE -Verbose 4>&1 | ForEach-Object { if ("$_" -like "*answered 202*") { throw "downstream" } }' }
        @{ Name = 'a host that can''t ask'; Script = '$VerbosePreference = "Inquire"; APPROVE -Confirm:$false'; Told = 'user interaction' }
    ) {
        $id = "read-$($Name.Length)"
        $shell = New-Shell $Runspace "& { $($Script.Replace('APPROVE', "@{ approvalIds = @('$id'); comment = 'x' }, @{ approvalIds = @('$id-after'); comment = 'x' } | Approve-V2024BulkAccessRequest")) }"
        try { $null = $shell.Invoke() } catch { $shell.Streams.Error.Add($_.Exception.GetBaseException().ErrorRecord) }
        $script:Tenant.GetCounters().ActedOn($id) | Should -Be 1
        $script:Tenant.GetCounters().ActedOn("$id-after") | Should -Be 0
        "$($shell.Streams.Warning)" | Should -Be "Approve-V2024BulkAccessRequest was stopped. It was about approvals $id. The tenant had accepted it (202)."
        "$($shell.Streams.Error)" | Should -BeLike "*$Told*"
        @($shell.Streams.Error | Where-Object { $_.Exception.Delivery -eq 'not_sent' }) | Should -BeNullOrEmpty
        $shell.Dispose()
    }
}
