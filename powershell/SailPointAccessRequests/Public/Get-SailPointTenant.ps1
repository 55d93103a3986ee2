function Get-SailPointTenant {
    <#
    .SYNOPSIS
        Shows which tenant the cmdlets use, and where its settings came from.
    .DESCRIPTION
        It is the tenant of Connect-SailPointTenant, else the one that the environment or config.json in the current folder name.
        Nothing is sent, and no secret is shown.
    .OUTPUTS
        An object with BaseUrl, ClientId (empty where an access token was given) and Source; nothing where nothing is configured.
    .EXAMPLE
        Get-SailPointTenant

        Shows address, client id and source.
    .EXAMPLE
        if (Get-SailPointTenant) { 'configured' } else { 'not configured' }

        Asks whether there is a tenant to call.
    #>
    [CmdletBinding()]
    [OutputType('SailPointAccessRequests.Tenant')]
    param()
    Use-CallerPreference -Caller $PSCmdlet
    $failure = $null
    try {
        Import-Binding
        $client = [SailPoint.AccessRequests.TenantConnections]::TryPeek((Get-CurrentFolder -Caller $PSCmdlet), [ref] $failure)
    } catch {
        $failure = $_.Exception
    }
    if ($failure) { $PSCmdlet.ThrowTerminatingError((New-CallError -Exception $failure -Caller $PSCmdlet)) }
    if (-not $client) { return }
    [pscustomobject]@{
        PSTypeName = 'SailPointAccessRequests.Tenant'
        BaseUrl    = $client.BaseUrl
        ClientId   = $client.ClientId
        Source     = $client.Source
    }
}
