function Wait-Call {
    # Reads a call's events until its envelope is there, and gives that.
    param([object] $Call, [hashtable] $Sequence)

    $caller = $Sequence.Caller
    # Short enough for Ctrl+C, which the engine looks for between two statements only.
    $sliceMilliseconds = 100
    # What is worth a progress bar.
    $longWaitMilliseconds = 1000
    $activity = $caller.MyInvocation.MyCommand.Name
    $envelope = $null
    $showsProgress = $false
    try {
        while (-not $envelope) {
            $callEvent = $Call.Next($sliceMilliseconds)
            if (-not $callEvent) { continue }
            if ($callEvent.Kind -eq 'result') { $envelope = $callEvent.Envelope }
            if ($callEvent.Kind -eq 'log' -and -not (Test-WarningOfCall $callEvent)) { $caller.WriteVerbose($callEvent.Message) }
            if ($callEvent.Kind -eq 'progress' -and $callEvent.WaitMs -ge $longWaitMilliseconds) {
                $showsProgress = $true
                Microsoft.PowerShell.Utility\Write-Progress -Activity $activity -Status $callEvent.Message
            }
        }
        $envelope
    } finally {
        $Call.Dispose()
        # While the pipeline stops, nothing passes through its streams; the host still takes a line.
        if (-not $envelope -and $Sequence.Target) {
            $subject = "$($Sequence.Target) $(Format-IdList $Sequence.Ids -All)".TrimEnd()
            $Host.UI.WriteWarningLine("$activity was stopped before the tenant answered. Whether it took effect is unknown: $subject.")
        }
        if ($showsProgress -and $envelope) { Microsoft.PowerShell.Utility\Write-Progress -Activity $activity -Completed }
    }
}

function Test-WarningOfCall {
    # Whether a log event tells what the envelope's warnings tell too. They become warnings when the call has ended, by Write-CallWarning:
    # one that stops, as -WarningAction can make it, must not leave a request behind whose outcome nobody reads.
    param([object] $CallEvent)

    $CallEvent.Level -eq 'warning' -and $CallEvent.Operation
}
