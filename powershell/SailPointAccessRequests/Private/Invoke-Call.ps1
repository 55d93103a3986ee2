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
    if ($Sequence.HeldError) { Write-HeldError -Sequence $Sequence }
    $given = if ($Sequence.IsPiped) { Get-GivenParameter -Named $Sequence.Named -Bound $Bound } else { $Bound }
    $envelope = $null
    $failure = $null
    # Only a surrounding try with a catch makes every failing statement below end the call, whatever $ErrorActionPreference says.
    try {
        if (-not $script:BindingIsLoaded) { Import-Binding }
        $request = New-Request -Sequence $Sequence -Given $given -InputObject $InputObject
        if ($request -is [System.Exception]) { $failure = $request }
        if (-not $failure) { $client = [SailPoint.AccessRequests.TenantConnections]::TryCurrent((Get-CurrentFolder $Sequence.Caller), [ref] $failure) }
        if (-not $failure) {
            if (-not (Test-Consent -Sequence $Sequence -Client $client)) { return }
            $options = [SailPoint.AccessRequests.CallOptions]::new()
            if ($given['XSailPointExperimental']) { $options.Experimental = $given['XSailPointExperimental'] }
            $envelope = Wait-Call -Call $client.Start($Sequence.Operation, $request, $options) -Sequence $Sequence
            $failure = $envelope.Error
        }
    } catch {
        $failure = $_.Exception
    }
    if ($envelope) { Write-CallWarning -Sequence $Sequence -Envelope $envelope }
    if ($failure) {
        $record = New-CallError -Exception $failure -Caller $Sequence.Caller -Target $Sequence.Subject -Ids $Sequence.Ids
        Write-CallError -Sequence $Sequence -ErrorRecord $record
        return
    }
    Write-Answer -Sequence $Sequence -Envelope $envelope -Given $given
}

function Test-Consent {
    # Whether a change may be sent, by -WhatIf and -Confirm. What changes nothing always may.
    param([hashtable] $Sequence, [object] $Client)

    if (-not $Sequence.Target) { return $true }
    $target = "$($Sequence.Target) $(Format-IdList $Sequence.Ids)".TrimEnd()
    $Sequence.Caller.ShouldProcess("$target at $($Client.BaseUrl)", $Sequence.Caller.MyInvocation.MyCommand.Name)
}
