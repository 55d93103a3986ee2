function Disconnect-SailPointTenant {
    <#
    .SYNOPSIS
        Ends the connection of Connect-SailPointTenant, and forgets its token.
    .DESCRIPTION
        It ends for all runspaces of the process. Afterwards environment variables or config.json serve again, where there are
        some. Without a connection it does nothing.
    .OUTPUTS
        Nothing.
    .EXAMPLE
        Disconnect-SailPointTenant

        Ends the connection.
    .EXAMPLE
        Disconnect-SailPointTenant; Get-SailPointTenant

        Ends the connection and shows what the cmdlets use now: nothing, unless environment or config.json say something.
    #>
    [CmdletBinding()]
    param()
    Use-CallerPreference -Caller $PSCmdlet
    $failure = $null
    try {
        Import-Binding
        $null = [SailPoint.AccessRequests.TenantConnections]::Disconnect()
    } catch {
        $failure = New-CallError -Exception $_.Exception -Caller $PSCmdlet
    }
    if ($failure) { $PSCmdlet.ThrowTerminatingError($failure) }
}
