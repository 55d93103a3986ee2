# What the nine operation cmdlets share: a sequence of calls, one for each object that comes down the pipeline. Complete-CallSequence,
# for their end blocks, stands in Write-CallError.ps1.

function New-CallSequence {
    # For the begin block: what stays the same from call to call.
    param(
        [System.Management.Automation.PSCmdlet] $Caller,
        [string] $Operation,
        # The parameter that holds the body; empty where all parameters are query parameters.
        [string] $BodyParameter,
        # The member or members of the body that name what is changed; given for every operation that changes something.
        [string[]] $IdMember,
        # What ShouldProcess calls the things that are changed.
        [string] $Target
    )
    @{
        Caller        = $Caller
        Operation     = $Operation
        BodyParameter = $BodyParameter
        IdMember      = $IdMember
        Target        = $Target
        # In the begin block these are the ones given by name or position, none from the pipeline.
        Named         = @($Caller.MyInvocation.BoundParameters.Keys)
        IsPiped       = $Caller.MyInvocation.ExpectingInput
        Calls         = 0
        HeldError     = $null
        # Of the call under way, if there is one: itself, its envelope when that is there, and whether the user has been given what came of it.
        # That is asked last before something is put out: what a stopped pipeline puts out reaches nobody, and where it ends for other
        # reasons, as Select-Object -First does, it has been read.
        Call          = $null
        Envelope      = $null
        IsTold        = $false
    }
}

function Invoke-Call {
    # For the process block: one call, its answer on the pipeline, its failure as an error.
    param(
        [hashtable] $Sequence,
        [System.Collections.IDictionary] $Bound,
        # The piped object.
        [object] $InputObject
    )
    $Sequence.Calls++
    $Sequence.Call = $null
    $Sequence.Envelope = $null
    $Sequence.IsTold = $false
    if ($Sequence.HeldError) { Write-HeldError -Sequence $Sequence }
    $given = if ($Sequence.IsPiped) { Get-GivenParameter -Named $Sequence.Named -Bound $Bound } else { $Bound }
    # The engine may stop the pipeline before any statement. From the one that starts the call to the one that tells what came of it, all
    # stand in this try, so that nothing is sent of which nobody hears.
    try {
        $failure = Receive-Envelope -Sequence $Sequence -Given $given -InputObject $InputObject
        if ($Sequence.Envelope) { Write-CallWarning -Sequence $Sequence -Envelope $Sequence.Envelope }
        if ($failure) {
            $record = New-CallError -Exception $failure -Caller $Sequence.Caller -Target $Sequence.Subject -Ids $Sequence.Ids
            Write-CallError -Sequence $Sequence -ErrorRecord $record
        } elseif ($Sequence.Envelope) {
            Write-Answer -Sequence $Sequence -Envelope $Sequence.Envelope -Given $given
        }
    } finally {
        if ($Sequence.Call) { Complete-Call -Sequence $Sequence }
    }
}

function Receive-Envelope {
    # Makes the request of one call, sends it, and waits for the envelope, which stands in the sequence then. Gives the exception that it
    # failed with, if it did; neither where nobody consented.
    param([hashtable] $Sequence, [System.Collections.IDictionary] $Given, [object] $InputObject)

    # Only a surrounding try with a catch makes every failing statement below end the call, whatever $ErrorActionPreference says.
    try {
        if (-not $script:BindingIsLoaded) { Import-Binding }
        $request = New-Request -Sequence $Sequence -Given $Given -InputObject $InputObject
        if ($request -is [System.Exception]) { return $request }
        $failure = $null
        $client = [SailPoint.AccessRequests.TenantConnections]::TryCurrent((Get-CurrentFolder $Sequence.Caller), [ref] $failure)
        if ($failure) { return $failure }
        if (-not (Test-Consent -Sequence $Sequence -Client $client)) { return }
        $options = [SailPoint.AccessRequests.CallOptions]::new()
        if ($Given['XSailPointExperimental']) { $options.Experimental = $Given['XSailPointExperimental'] }
        $Sequence.Call = $client.Start($Sequence.Operation, $request, $options)
        Wait-Call -Sequence $Sequence
        $Sequence.Envelope.Error
    } catch {
        # Once the call is started, this came of what reads its messages, and says nothing of the call. Complete-Call tells of that.
        if ($Sequence.Call) { $Sequence.Caller.ThrowTerminatingError($_) }
        $_.Exception
    }
}

function Test-Consent {
    # Whether a change may be sent, by -WhatIf and -Confirm. What changes nothing always may.
    param([hashtable] $Sequence, [object] $Client)

    if (-not $Sequence.Target) { return $true }
    $target = Format-Subject -Sequence $Sequence
    $Sequence.Caller.ShouldProcess("$target at $($Client.BaseUrl)", $Sequence.Caller.MyInvocation.MyCommand.Name)
}
