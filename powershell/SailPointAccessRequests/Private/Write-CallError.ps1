# When a failed call ends its cmdlet, and when the rest of the pipeline goes on.

function Write-CallError {
    # One call's failure ends the cmdlet; in a pipeline of many it is told and the rest goes on. Whether many will follow is not
    # known at the first, so its error is held until the second comes or the pipeline ends.
    param([hashtable] $Sequence, [System.Management.Automation.ErrorRecord] $ErrorRecord)

    # What has nothing to do with this body, such as refused credentials, would fail every further call alike. Where any error is to
    # stop, there is nothing to wait for either.
    $endsAll = $ErrorRecord.Exception.Kind -in 'config', 'auth', 'confirmation', 'installation' -or $ErrorActionPreference -eq 'Stop'
    if ($Sequence.IsPiped -and $endsAll) { $ErrorRecord.ErrorDetails.RecommendedAction += ' What comes after it in the pipeline was not sent.' }
    if (-not $Sequence.IsPiped -or $endsAll) { $Sequence.Caller.ThrowTerminatingError($ErrorRecord) }
    if ($Sequence.Calls -eq 1) {
        Write-OutcomeWarning -Sequence $Sequence -Exception $ErrorRecord.Exception
        $Sequence.HeldError = $ErrorRecord
        return
    }
    $Sequence.Caller.WriteError($ErrorRecord)
}

function Write-OutcomeWarning {
    # The error that is held would be lost where what feeds the pipeline ends it, or Ctrl+C does: then no end block runs. So what may
    # have changed something is told at once. As a warning: an error written now and thrown later would count twice.
    param([hashtable] $Sequence, [System.Exception] $Exception)

    if (-not $Sequence.Target -or $Exception.Delivery -eq 'not_sent') { return }
    $subject = "$($Sequence.Target) $(Format-IdList $Sequence.Ids -All)".TrimEnd()
    $fate = if ($Exception.Delivery -eq 'unknown') { ', and it is unknown whether it took effect' } else { '' }
    $Sequence.Caller.WriteWarning("A call about $subject failed${fate}: $($Exception.Message)")
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
