# What Start-SailPointSandbox and Stop-SailPointSandbox do apart from the process itself.

function Start-SandboxProcess {
    param([System.Nullable[long]] $Seed, [object] $Config, [object[]] $Fault)

    $options = [SailPoint.AccessRequests.SandboxOptions]::new()
    if ($null -ne $Seed) { $options.Seed = $Seed }
    if ((Test-Given $Config) -or $Fault) { $options.ConfigJson = ConvertTo-SandboxJson -Config $Config -Fault $Fault }
    try {
        [SailPoint.AccessRequests.SandboxProcess]::Start($options)
    } catch [SailPoint.AccessRequests.SailPointException] {
        # The program said what it does not take: the parameter is wrong, not a connection's settings.
        throw [System.ArgumentException]::new($_.Exception.Message, $_.Exception)
    }
}

function Connect-Sandbox {
    param([object] $Sandbox)

    $configuration = $Sandbox.ToConfiguration()
    $configuration.Source = 'Start-SailPointSandbox'
    $null = [SailPoint.AccessRequests.TenantConnections]::Connect($configuration)
}

function Get-SandboxRefusal {
    # The exception for what Stop-SailPointSandbox can't end; nothing where it can.
    param([object[]] $Sandbox)

    foreach ($one in $Sandbox) {
        if ($null -eq $one -or $one -is [SailPoint.AccessRequests.SandboxProcess]) { continue }
        return [System.ArgumentException]::new("-Sandbox takes what Start-SailPointSandbox gave, not a value of the type $($one.GetType().FullName). Without it, all sandboxes of this process end.")
    }
}

function Stop-SandboxProcess {
    # First the process, whatever becomes of the rest; then the connection, since one to a sandbox that has ended would only give
    # connection errors.
    param([object] $Sandbox)

    if ($null -eq $Sandbox) { return }
    $Sandbox.Dispose()
    $client = [SailPoint.AccessRequests.TenantConnections]::Connected
    if ($client -and $client.BaseUrl -eq $Sandbox.BaseUrl) { $null = [SailPoint.AccessRequests.TenantConnections]::Disconnect() }
}
