function New-ClientConfiguration {
    # The binding's configuration from the parameters of Connect-SailPointTenant, or the exception that says which of them does not do.
    param([System.Collections.IDictionary] $Given, [System.Management.Automation.PSCmdlet] $Caller)

    foreach ($name in 'ClientSecret', 'AccessToken') {
        if (-not $Given[$name] -or $Given[$name] -is [securestring] -or $Given[$name] -is [string]) { continue }
        # The value is somebody's secret, so only its type is told.
        return [System.ArgumentException]::new("-$name takes a SecureString or a text, not a $($Given[$name].GetType().Name).")
    }
    $configuration = [SailPoint.AccessRequests.ClientConfiguration]::new()
    $configuration.Source = 'Connect-SailPointTenant'
    foreach ($name in 'BaseUrl', 'ClientId', 'TokenUrl', 'Proxy', 'NoProxy', 'UserAgent') {
        if (Test-Given $Given[$name]) { $configuration.$name = $Given[$name] }
    }
    foreach ($name in 'RequestsPerWindow', 'ConnectTimeoutMs', 'ReadTimeoutMs', 'IdleMs', 'TimeoutMs', 'DeadlineMs', 'MaxAttempts') {
        if (-not (Test-Given $Given[$name])) { continue }
        $configuration.$name = ConvertTo-WholeNumber -Value $Given[$name]
        if ($null -eq $configuration.$name) { return [System.ArgumentException]::new("-$name takes a whole number of at most $([int]::MaxValue), not '$($Given[$name])'.") }
    }
    $pem = 'a file in PEM form, not {0}. Export the certificate to one.'
    $files = [ordered] @{ CaFile = $pem; ClientCertificate = $pem; LimiterFile = 'the path of a file, not {0}.' }
    foreach ($name in $files.Keys) {
        if (-not (Test-Given $Given[$name])) { continue }
        $path = Resolve-File -Path $Given[$name] -Caller $Caller
        if (-not $path) { return [System.ArgumentException]::new("-$name takes $($files[$name] -f $Given[$name])") }
        $configuration.$name = $path
    }
    if ($Given['AllowInsecureHttp']) { $configuration.AllowInsecureHttp = $true }
    if ($Given['Headers']) { $configuration.Headers = ConvertTo-TextMap -Value $Given['Headers'] }
    if ($Given['Credential']) {
        $configuration.ClientId = $Given['Credential'].UserName
        $configuration.SetClientSecret($Given['Credential'].Password)
    }
    if ($Given['ClientSecret']) { $configuration.SetClientSecret((ConvertTo-Secret -Value $Given['ClientSecret'])) }
    if ($Given['AccessToken']) { $configuration.SetAccessToken((ConvertTo-Secret -Value $Given['AccessToken'])) }
    $configuration
}

function ConvertTo-WholeNumber {
    # A number, or a text of one as from a file; nothing for what is none.
    param([object] $Value)

    $number = 0
    if ([int]::TryParse([string] $Value, 'Integer', [cultureinfo]::InvariantCulture, [ref] $number)) { $number }
}

function Resolve-File {
    # The path of a file as the system knows it: from the caller's location, with ~ and drives resolved. Nothing for what is no file,
    # such as Cert:\CurrentUser\My\..., also where there is no such drive, as outside Windows.
    param([string] $Path, [System.Management.Automation.PSCmdlet] $Caller)

    $provider = $null
    $drive = $null
    try {
        $resolved = $Caller.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path, [ref] $provider, [ref] $drive)
    } catch [System.Management.Automation.DriveNotFoundException] {
        return
    }
    if ($provider.Name -eq 'FileSystem') { $resolved }
}

function ConvertTo-Secret {
    # A SecureString as it is; a plain text as one.
    param([object] $Value)

    if ($Value -is [securestring]) { return $Value }
    [System.Net.NetworkCredential]::new('', $Value).SecurePassword
}

function ConvertTo-TextMap {
    param([System.Collections.IDictionary] $Value)

    $map = [System.Collections.Generic.Dictionary[string, string]]::new()
    foreach ($name in $Value.Keys) { $map[[string] $name] = [string] $Value[$name] }
    # The comma keeps it one object.
    , $map
}
