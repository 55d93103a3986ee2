# When a failed call ends its cmdlet, and when the rest of the pipeline goes on.

function Write-CallError {
    # One call's failure ends the cmdlet; in a pipeline of many it is told and the rest goes on. Whether many will follow is not
    # known at the first, so its error is held until the second comes or the pipeline ends.
    param([hashtable] $Sequence, [System.Management.Automation.ErrorRecord] $ErrorRecord)

    # What has nothing to do with this body, such as refused credentials, would fail every further call alike. Where any error is to
    # stop, there is nothing to wait for either.
    $endsAll = $ErrorRecord.Exception.Kind -in 'config', 'auth', 'confirmation', 'installation' -or $ErrorActionPreference -eq 'Stop'
    if (-not $Sequence.IsPiped -or $endsAll) { Write-FinalError -Sequence $Sequence -ErrorRecord $ErrorRecord }
    if ($Sequence.Calls -eq 1) {
        # Before the warning, which fails where what reads it does.
        $Sequence.HeldError = $ErrorRecord
        Write-OutcomeWarning -Sequence $Sequence -ErrorRecord $ErrorRecord
        return
    }
    $Sequence.IsTold = -not $Sequence.Caller.Stopping
    $Sequence.Caller.WriteError($ErrorRecord)
}

function Write-FinalError {
    # Ends the cmdlet.
    param([hashtable] $Sequence, [System.Management.Automation.ErrorRecord] $ErrorRecord)

    if ($Sequence.IsPiped) { $ErrorRecord.ErrorDetails.RecommendedAction += ' What comes after it in the pipeline was not sent.' }
    $Sequence.IsTold = -not $Sequence.Caller.Stopping
    $Sequence.Caller.ThrowTerminatingError($ErrorRecord)
}

function Write-OutcomeWarning {
    # The error that is held would be lost where what feeds the pipeline ends it, or Ctrl+C does: then no end block runs. So what may
    # have changed something is told at once. As a warning: an error written now and thrown later would count twice.
    param([hashtable] $Sequence, [System.Management.Automation.ErrorRecord] $ErrorRecord)

    $exception = $ErrorRecord.Exception
    if (-not $Sequence.Target -or $exception.Delivery -eq 'not_sent') {
        $Sequence.IsTold = -not $Sequence.Caller.Stopping
        return
    }
    # A warning that stops would take the place of the error, and hold no ids for a script.
    if ($WarningPreference -eq 'Stop') { Write-FinalError -Sequence $Sequence -ErrorRecord $ErrorRecord }
    $subject = Format-Subject -Sequence $Sequence -All
    $fate = if ($exception.Delivery -eq 'unknown') { ', and it is unknown whether it took effect' } else { '' }
    $text = "A call about $subject failed${fate}: $($exception.Message)"
    $Sequence.IsTold = -not $Sequence.Caller.Stopping
    $Sequence.Caller.WriteWarning($text)
}

function Write-HeldError {
    param([hashtable] $Sequence)

    $held = $Sequence.HeldError
    $Sequence.HeldError = $null
    $Sequence.Caller.WriteError($held)
}

function Complete-CallSequence {
    # For the end block: the error of a single call, which had to wait until it was clear that no other would follow.
    param([hashtable] $Sequence)

    if ($Sequence.HeldError) { $Sequence.Caller.ThrowTerminatingError($Sequence.HeldError) }
}
