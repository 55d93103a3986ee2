# When a failed call ends its cmdlet, and when the rest of the pipeline goes on.

function Write-CallError {
    # One call's failure ends the cmdlet; in a pipeline of many it is told and the rest goes on. Whether many will follow is not
    # known at the first, so its error is held until the second comes or the pipeline ends.
    param([hashtable] $Sequence, [System.Management.Automation.ErrorRecord] $ErrorRecord)

    # What has nothing to do with this body, such as refused credentials, would fail every further call alike.
    if (-not $Sequence.IsPiped -or $ErrorRecord.Exception.Kind -in 'config', 'auth', 'confirmation', 'installation') {
        $Sequence.Caller.ThrowTerminatingError($ErrorRecord)
    }
    if ($Sequence.Calls -eq 1) {
        $Sequence.HeldError = $ErrorRecord
        return
    }
    $Sequence.Caller.WriteError($ErrorRecord)
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
