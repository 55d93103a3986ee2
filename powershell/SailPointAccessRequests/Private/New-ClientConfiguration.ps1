function New-ClientConfiguration {
    # The binding's configuration from the parameters of Connect-SailPointTenant.
    param([System.Collections.IDictionary] $Given)

    $configuration = [SailPoint.AccessRequests.ClientConfiguration]::new()
    $configuration.Source = 'Connect-SailPointTenant'
    foreach ($name in 'BaseUrl', 'ClientId', 'TokenUrl', 'RequestsPerWindow', 'Proxy', 'NoProxy', 'UserAgent') {
        if (Test-Given $Given[$name]) { $configuration.$name = $Given[$name] }
    }
    if ($Given['AllowInsecureHttp']) { $configuration.AllowInsecureHttp = $true }
    if ($Given['Headers']) { $configuration.Headers = ConvertTo-TextMap -Value $Given['Headers'] }
    if ($Given['Credential']) {
        $configuration.ClientId = $Given['Credential'].UserName
        $configuration.SetClientSecret($Given['Credential'].Password)
    }
    if ($Given['ClientSecret']) { $configuration.SetClientSecret((ConvertTo-Secret -Name ClientSecret -Value $Given['ClientSecret'])) }
    if ($Given['AccessToken']) { $configuration.SetAccessToken((ConvertTo-Secret -Name AccessToken -Value $Given['AccessToken'])) }
    $configuration
}

function ConvertTo-Secret {
    # A SecureString as it is; a plain text as one.
    param([string] $Name, [object] $Value)

    if ($Value -is [securestring]) { return $Value }
    if ($Value -is [string]) { return [System.Net.NetworkCredential]::new('', $Value).SecurePassword }
    # The value is somebody's secret, so only its type is told.
    throw [System.ArgumentException]::new("-$Name takes a SecureString or a text, not a $($Value.GetType().Name).")
}

function ConvertTo-TextMap {
    param([System.Collections.IDictionary] $Value)

    $map = [System.Collections.Generic.Dictionary[string, string]]::new()
    foreach ($name in $Value.Keys) { $map[[string] $name] = [string] $Value[$name] }
    # The comma keeps it one object.
    , $map
}
