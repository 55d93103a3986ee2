# From a call's start to its end: its events while it runs, and what is told where the pipeline is stopped meanwhile.

function Wait-Call {
    # Reads the events of the sequence's call until its envelope is there.
    param([hashtable] $Sequence)

    $caller = $Sequence.Caller
    # Short enough for Ctrl+C, which the engine looks for between two statements only.
    $sliceMilliseconds = 100
    # What is worth a progress bar.
    $longWaitMilliseconds = 1000
    $activity = $caller.MyInvocation.MyCommand.Name
    $showsProgress = $false
    while (-not $Sequence.Envelope) {
        $callEvent = $Sequence.Call.Next($sliceMilliseconds)
        if (-not $callEvent) { continue }
        if ($callEvent.Kind -eq 'result') { $Sequence.Envelope = $callEvent.Envelope }
        if ($callEvent.Kind -eq 'log' -and -not (Test-WarningOfCall $callEvent)) { $caller.WriteVerbose($callEvent.Message) }
        if ($callEvent.Kind -eq 'progress' -and $callEvent.WaitMs -ge $longWaitMilliseconds) {
            $showsProgress = $true
            Microsoft.PowerShell.Utility\Write-Progress -Activity $activity -Status $callEvent.Message
        }
    }
    if ($showsProgress) { Microsoft.PowerShell.Utility\Write-Progress -Activity $activity -Completed }
}

function Complete-Call {
    # For the finally around a call: frees it, and where the pipeline was stopped before its outcome was told, ends it and tells that.
    param([hashtable] $Sequence)

    if (-not $Sequence.IsTold) {
        if (-not $Sequence.Envelope) { $Sequence.Envelope = Stop-Call $Sequence.Call }
        Write-StoppedWarning -Sequence $Sequence
    }
    $Sequence.Call.Dispose()
}

function Stop-Call {
    # Ends a call, and gives the envelope that tells whether it was sent. That follows at once; should it not, nothing comes.
    param([object] $Call)

    $patienceMilliseconds = 2000
    $Call.Abort()
    do {
        $callEvent = $Call.Next($patienceMilliseconds)
        if ($callEvent.Envelope) { return $callEvent.Envelope }
    } while ($callEvent)
}

function Write-StoppedWarning {
    # What became of a change that the user gets neither answer nor error of. A line of the host: warnings obey preferences, and one of
    # them could throw here.
    param([hashtable] $Sequence)

    if (-not $Sequence.Target) { return }
    $subject = Format-Subject -Sequence $Sequence -All
    $fate = 'Whether it took effect is unknown.'
    if ($Sequence.Envelope.Status) { $fate = "The tenant had accepted it ($($Sequence.Envelope.Status))." }
    if ($Sequence.Envelope.Error) { $fate = $Sequence.Envelope.Error.Message }
    $Host.UI.WriteWarningLine("$($Sequence.Caller.MyInvocation.MyCommand.Name) was stopped. It was about $subject. $fate")
}

function Test-WarningOfCall {
    # Whether a log event tells what the envelope's warnings tell too. They become warnings when the call has ended, by Write-CallWarning:
    # one that stops, as -WarningAction can make it, must not leave a request behind whose outcome nobody reads.
    param([object] $CallEvent)

    $CallEvent.Level -eq 'warning' -and $CallEvent.Operation
}
