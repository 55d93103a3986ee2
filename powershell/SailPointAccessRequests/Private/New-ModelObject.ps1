# What the generated model functions call.

function New-ModelObject {
    # For Initialize-V2024<Model>: the members that were given, checked by the model's rules.
    param(
        [System.Management.Automation.PSCmdlet] $Caller,
        [string] $Model,
        # The JSON names in the documented order.
        [string[]] $Member,
        # The parameters given by name or position, as the begin block saw them.
        [string[]] $Named,
        [System.Collections.IDictionary] $Bound
    )
    $given = Get-GivenParameter -Named $Named -Bound $Bound
    $failure = $null
    try {
        Import-Binding
        $members = [System.Collections.Specialized.OrderedDictionary]::new()
        foreach ($name in $Member) {
            if ($given.ContainsKey($name)) { $members[$name] = $given[$name] }
        }
        $checked = Test-Model -Model $Model -Json ([SailPoint.AccessRequests.JsonWriter]::ToJson($members, $script:PlainObjectConverter)) -Caller $Caller
        $failure = if ($checked -is [System.Exception]) { $checked }
    } catch {
        $failure = $_.Exception
    }
    if ($failure) { $failure = New-CallError -Exception $failure -Caller $Caller -Target $given }
    if ($failure) { $Caller.ThrowTerminatingError($failure) }
    $checked
}

function ConvertFrom-ModelJson {
    # For ConvertFrom-V2024JsonTo<Model>: the members of a JSON text, checked by the model's rules.
    param([System.Management.Automation.PSCmdlet] $Caller, [string] $Model, [string] $Json)

    $failure = $null
    try {
        Import-Binding
        $checked = if ($Json) {
            Test-Model -Model $Model -Json $Json -Caller $Caller
        } else {
            [System.ArgumentException]::new("$($Caller.MyInvocation.MyCommand.Name) needs a JSON text: give -Json, or pipe one in.")
        }
        $failure = if ($checked -is [System.Exception]) { $checked }
    } catch {
        $failure = $_.Exception
    }
    if ($failure) { $failure = New-CallError -Exception $failure -Caller $Caller -Target $Json }
    if ($failure) { $Caller.ThrowTerminatingError($failure) }
    $checked
}

function Test-Model {
    # The checked text as an object, or the exception that names every rule it breaks.
    param([string] $Model, [string] $Json, [System.Management.Automation.PSCmdlet] $Caller)

    $result = [SailPoint.AccessRequests.LibraryInformation]::CheckModel($Model, $Json)
    # Not thrown: it would count in $Error by itself, beside the error that is made of it.
    if (-not $result.IsValid) { return $result.Error }
    # The call itself will warn; here it is only for who asks.
    foreach ($warning in $result.Warnings) { $Caller.WriteVerbose($warning) }
    ConvertTo-CustomObject -Value ([SailPoint.AccessRequests.JsonReader]::Parse($result.Json))
}

function ConvertTo-CustomObject {
    # Dictionaries, down to the leaves, as objects with properties.
    param([object] $Value)

    if ($Value -is [System.Collections.IDictionary]) {
        $members = [ordered] @{}
        foreach ($name in $Value.Keys) { $members[$name] = ConvertTo-CustomObject -Value $Value[$name] }
        return [pscustomobject] $members
    }
    if ($Value -is [array]) {
        $list = [System.Collections.Generic.List[object]]::new()
        foreach ($entry in $Value) { $list.Add((ConvertTo-CustomObject -Value $entry)) }
        return , $list.ToArray()
    }
    $Value
}
