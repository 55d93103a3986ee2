# The settings of a sandbox as the program reads them, from the parameters of Start-SailPointSandbox.

function ConvertTo-SandboxJson {
    # Faults come behind those that the settings may have.
    param([object] $Config, [object[]] $Fault)

    if (-not $Fault) {
        if ($Config -is [string]) { return $Config }
        return [SailPoint.AccessRequests.JsonWriter]::ToJson($Config, $script:PlainObjectConverter)
    }
    $settings = ConvertTo-SandboxDictionary -Value $Config -Parameter 'Config'
    $faults = @($settings['faults'] | Where-Object { $null -ne $_ })
    foreach ($one in $Fault) { $faults += ConvertTo-SandboxFault -Fault (ConvertTo-SandboxDictionary -Value $one -Parameter 'Fault') }
    $settings['faults'] = $faults
    [SailPoint.AccessRequests.JsonWriter]::ToJson($settings, $script:PlainObjectConverter)
}

function ConvertTo-SandboxDictionary {
    # A copy of a hashtable, or of what an object or a JSON text holds.
    param([object] $Value, [string] $Parameter)

    if ($Value -is [string]) {
        try {
            $Value = [SailPoint.AccessRequests.JsonReader]::Parse($Value)
        } catch [System.FormatException] {
            throw [System.ArgumentException]::new("-$Parameter holds a text that can't be read. $($_.Exception.Message)")
        }
    }
    $copy = [System.Collections.Specialized.OrderedDictionary]::new([System.StringComparer]::OrdinalIgnoreCase)
    if ($null -eq $Value) { return $copy }
    if ($Value -isnot [System.Collections.IDictionary]) { $Value = ConvertTo-PlainObject $Value }
    if ($Value -isnot [System.Collections.IDictionary]) {
        throw [System.ArgumentException]::new("-$Parameter takes a hashtable, an object or a JSON text of one, not a value of the type $($Value.GetType().FullName).")
    }
    foreach ($name in $Value.Keys) { $copy[[string] $name] = $Value[$name] }
    $copy
}

function ConvertTo-SandboxFault {
    # Names as the program spells them: to PowerShell Nth and nth are one. It says itself what it does not know.
    param([System.Collections.IDictionary] $Fault)

    $known = 'id', 'operation', 'nth', 'times', 'chance', 'do', 'status', 'headers', 'body', 'act', 'forMs', 'delayMs', 'pieces', 'retryAfterSeconds'
    $spelled = [System.Collections.Specialized.OrderedDictionary]::new()
    foreach ($name in $Fault.Keys) {
        $spelling = @($known -eq $name)[0]
        if (-not $spelling) { $spelling = $name }
        $spelled[$spelling] = $Fault[$name]
    }
    # Headers are texts to the program, and @{ 'Retry-After' = 1 } is what people write.
    if ($spelled['headers'] -is [System.Collections.IDictionary]) { $spelled['headers'] = ConvertTo-TextMap -Value $spelled['headers'] }
    $spelled
}
