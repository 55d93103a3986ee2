# What a successful call puts on the pipeline.

function Write-Answer {
    # The answer of a successful call: its rows or its object, or with -WithHttpInfo all of it in a hashtable.
    param([hashtable] $Sequence, [object] $Envelope, [System.Collections.IDictionary] $Given)

    $data = $Envelope.Data
    if ($data -is [SailPoint.AccessRequests.AccessRequestConfig]) { Write-AdditionalMemberWarning -Sequence $Sequence -Settings $data }
    if ($data -is [array]) { Write-FullPageWarning -Sequence $Sequence -Rows $data.Count -Given $Given }
    # The documented answer of an operation that only accepts: a hashtable without entries.
    if ($null -eq $data) { $data = @{} }
    if ($Given['WithHttpInfo']) {
        $headers = @{}
        foreach ($name in $Envelope.Headers.Keys) { $headers[$name] = [string[]] $Envelope.Headers[$name] }
        $data = @{ Response = $data; StatusCode = [int] $Envelope.Status; Headers = $headers }
    }
    $Sequence.IsTold = -not $Sequence.Caller.Stopping
    $data
}

function Write-AdditionalMemberWarning {
    # Settings are the answer that goes back as a body, so it counts what becomes of members that have no property.
    param([hashtable] $Sequence, [object] $Settings)

    $paths = $Settings.GetAdditionalPaths()
    if ($paths.Count -eq 0) { return }
    $Sequence.Caller.WriteWarning("The settings hold what this version does not know: $($paths -join ', '). It goes along where the object is passed on, and ConvertTo-Json leaves it out; ToJson() of the object writes it.")
}

function Write-FullPageWarning {
    # A list that fills its page without having been told to may have been cut there.
    param([hashtable] $Sequence, [int] $Rows, [System.Collections.IDictionary] $Given)

    if (Test-Given $Given['Limit']) { return }
    if ($Rows -lt (Get-PageSize -Operation $Sequence.Operation)) { return }
    $next = $Rows
    if (Test-Given $Given['Offset']) { $next += $Given['Offset'] }
    $Sequence.Caller.WriteWarning("$Rows rows came back, as many as one call answers, so there may be more. Ask again with -Offset $next, or narrow the list with -Filters.")
}

function Get-PageSize {
    # How many rows one call of this operation answers at most. Kept, since every list call asks.
    param([string] $Operation)

    if (-not $script:PageSizes) { $script:PageSizes = @{} }
    if (-not $script:PageSizes.ContainsKey($Operation)) {
        $declared = Get-OperationDeclaration | Microsoft.PowerShell.Core\Where-Object { $_['id'] -eq $Operation }
        $script:PageSizes[$Operation] = ($declared['parameters'] | Microsoft.PowerShell.Core\Where-Object { $_['name'] -eq 'limit' })['max']
    }
    $script:PageSizes[$Operation]
}
