function Get-CurrentFolder {
    # The caller's current folder, where config.json may lie: the process has one of its own, which Set-Location does not move.
    param([System.Management.Automation.PSCmdlet] $Caller)

    $location = $Caller.SessionState.Path.CurrentFileSystemLocation
    # The provider takes a while to answer, and on the drives of the system it would only answer the same path.
    if ($location.Drive -and $location.Path.StartsWith($location.Drive.Root, [System.StringComparison]::Ordinal)) { return $location.Path }
    $location.ProviderPath
}
