function Get-SailPointMetrics {
    <#
    .SYNOPSIS
        Shows how many calls of this PowerShell process succeeded and failed, and what was sent for them.
    .DESCRIPTION
        Counts are kept for the whole process, since its first call: all runspaces, all connections. Calls that are still under way
        are not in them. Nothing is sent, no connection is needed, and no id, body or secret is shown.
    .OUTPUTS
        An object for each operation, also for those that were never called, with Operation (the operationId), Cmdlet, Succeeded,
        Failed, Attempts (requests that the tenant was given) and Errors (an ordered dictionary with the number of failures by
        the Kind of their exception; kinds that did not occur are absent). A last object has the Operation 'token': its Attempts
        are the requests for an access token, and the rest of it is empty.
    .EXAMPLE
        Get-SailPointMetrics

        Shows a table of all operations.
    .EXAMPLE
        Get-SailPointMetrics | Where-Object Failed -GT 0 | Format-List Cmdlet, Failed, Errors

        Shows which calls failed, and of what kind their errors were.
    .EXAMPLE
        $before = Get-SailPointMetrics; $null = Get-V2024AccessRequestStatus -Limit 1; ((Get-SailPointMetrics).Attempts | Measure-Object -Sum).Sum - ($before.Attempts | Measure-Object -Sum).Sum

        Tells how many requests a script has sent, those for tokens included.
    .LINK
        about_SailPointAccessRequests_Errors
    #>
    [CmdletBinding()]
    [OutputType('SailPointAccessRequests.OperationMetrics')]
    param()
    Use-CallerPreference -Caller $PSCmdlet
    $failure = $null
    try {
        Import-Binding
        $metrics = [SailPoint.AccessRequests.LibraryInformation]::GetMetrics()
        $rows = @(foreach ($declared in Get-OperationDeclaration) { New-OperationMetrics -Declaration $declared -Counters $metrics.Operations[$declared['id']] })
        $rows += New-TokenMetrics -Requests $metrics.TokenRequests
    } catch {
        $failure = New-CallError -Exception $_.Exception -Caller $PSCmdlet
    }
    if ($failure) { $PSCmdlet.ThrowTerminatingError($failure) }
    $rows
}
