# What the nine operation cmdlets share: a sequence of calls, one for each object that comes down the pipeline.

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
        IsChange      = [bool] $Target
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
    $given = Get-GivenParameter -Named $Sequence.Named -Bound $Bound
    $envelope = $null
    # Only a surrounding try with a catch makes every failing statement below end the call, whatever $ErrorActionPreference says.
    try {
        Import-Binding
        $request = New-Request -Sequence $Sequence -Given $given -InputObject $InputObject
        $client = [SailPoint.AccessRequests.TenantConnections]::Current((Get-CurrentFolder $Sequence.Caller))
        if ($Sequence.IsChange -and -not (Test-Wanted -Sequence $Sequence -Tenant $client.BaseUrl)) { return }
        $envelope = Send-Request -Sequence $Sequence -Client $client -Request $request -Given $given
        $failure = $envelope.Error
    } catch {
        $failure = $_.Exception
    }
    if ($failure) {
        $record = New-CallError -Exception $failure -Caller $Sequence.Caller -Target $Sequence.Subject -Ids $Sequence.Ids
        Write-CallError -Sequence $Sequence -ErrorRecord $record
        return
    }
    Write-Answer -Sequence $Sequence -Envelope $envelope -Given $given
}

function Complete-CallSequence {
    # For the end block: the error of a single call, which had to wait until it was clear that no other would follow.
    param([hashtable] $Sequence)

    if ($Sequence.HeldError) { $Sequence.Caller.ThrowTerminatingError($Sequence.HeldError) }
}

function Test-Wanted {
    # What -WhatIf and -Confirm decide.
    param([hashtable] $Sequence, [string] $Tenant)

    $ids = if ($Sequence.Ids) { " $(Format-IdList $Sequence.Ids)" }
    $Sequence.Caller.ShouldProcess("$($Sequence.Target)$ids at $Tenant", $Sequence.Caller.MyInvocation.MyCommand.Name)
}

function Send-Request {
    # Sends the request and gives the envelope.
    param([hashtable] $Sequence, [object] $Client, [object] $Request, [hashtable] $Given)

    $options = [SailPoint.AccessRequests.CallOptions]::new()
    if ($Given['XSailPointExperimental']) { $options.Experimental = $Given['XSailPointExperimental'] }
    $call = $Client.Start($Sequence.Operation, $Request, $options)
    $sent = if ($Sequence.IsChange) { , $Sequence.Ids }
    Wait-Call -Call $call -Caller $Sequence.Caller -SentIds $sent -Target $Sequence.Target
}

function Write-Answer {
    # The answer of a successful call: its rows or its object, or with -WithHttpInfo all of it in a hashtable.
    param([hashtable] $Sequence, [object] $Envelope, [hashtable] $Given)

    foreach ($warning in $Envelope.Meta.Warnings) { $Sequence.Caller.WriteWarning($warning) }
    $data = $Envelope.Data
    if ($data -is [array]) { Write-FullPageWarning -Sequence $Sequence -Rows $data.Count -Given $Given }
    # The documented answer of an operation that only accepts: a hashtable without entries.
    if ($null -eq $data) { $data = @{} }
    if (-not $Given['WithHttpInfo']) { return $data }
    $headers = @{}
    foreach ($name in $Envelope.Headers.Keys) { $headers[$name] = [string[]] $Envelope.Headers[$name] }
    @{ Response = $data; StatusCode = [int] $Envelope.Status; Headers = $headers }
}

function Write-FullPageWarning {
    # A list that fills its page without having been told to may have been cut there.
    param([hashtable] $Sequence, [int] $Rows, [hashtable] $Given)

    if (Test-Given $Given['Limit']) { return }
    if (-not $Sequence.PageSize) { $Sequence.PageSize = Get-PageSize -Operation $Sequence.Operation }
    if ($Rows -lt $Sequence.PageSize) { return }
    $next = $Rows
    if (Test-Given $Given['Offset']) { $next += $Given['Offset'] }
    $Sequence.Caller.WriteWarning("$Rows rows came back, as many as one call answers, so there may be more. Ask again with -Offset $next, or narrow the list with -Filters.")
}

function Get-PageSize {
    # How many rows one call of this operation answers at most, as the library declares it.
    param([string] $Operation)

    $description = [SailPoint.AccessRequests.JsonReader]::Parse([SailPoint.AccessRequests.LibraryInformation]::Describe())
    $declared = $description['operations'] | Microsoft.PowerShell.Core\Where-Object { $_['id'] -eq $Operation }
    ($declared['parameters'] | Microsoft.PowerShell.Core\Where-Object { $_['name'] -eq 'limit' })['max']
}

function Write-CallError {
    # One call's failure ends the cmdlet; in a pipeline of many it is told and the rest goes on. Whether many will follow is not
    # known at the first, so its error is held until the second comes or the pipeline ends.
    param([hashtable] $Sequence, [System.Management.Automation.ErrorRecord] $ErrorRecord)

    # Without a connection or with refused credentials every further call would fail alike.
    if (-not $Sequence.IsPiped -or $ErrorRecord.Exception.Kind -in 'config', 'auth', 'installation') {
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
