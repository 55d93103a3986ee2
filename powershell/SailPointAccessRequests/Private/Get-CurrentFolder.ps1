function Get-CurrentFolder {
    # The caller's current folder, where config.json may lie: the process has one of its own, which Set-Location does not move.
    param([System.Management.Automation.PSCmdlet] $Caller)

    $Caller.SessionState.Path.CurrentFileSystemLocation.ProviderPath
}
