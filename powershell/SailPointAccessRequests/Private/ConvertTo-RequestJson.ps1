# Bodies as PowerShell people hold them, as JSON. The binding writes what .NET knows; here is only what PowerShell adds.

function ConvertTo-RequestJson {
    # A text passes as it is: it is JSON. Of any other body the members that are $null at the top are left out, as in the published module.
    param([object] $Body)

    $base = $Body.PSObject.BaseObject
    if ($base -is [string]) { return $base }
    if ($base -is [SailPoint.AccessRequests.Model]) { return $base.ToJson() }
    if ($base -isnot [System.Collections.IEnumerable]) { $base = ConvertTo-PlainObject $Body }
    if ($base -is [System.Collections.IDictionary] -and $base.Values -contains $null) { $base = Copy-WithoutNull $base }
    ConvertTo-JsonText $base
}

function ConvertTo-JsonText {
    # ConvertTo-Json will not do: its depth is limited, and it writes dates in the zone they are in.
    param([object] $Value)

    [SailPoint.AccessRequests.JsonWriter]::ToJson($Value, [System.Func[object, object]] ${function:ConvertTo-PlainObject})
}

function ConvertTo-PlainObject {
    # Called by the binding for what it can't write: a value in PowerShell's wrapping, which is taken off, or an object with
    # properties, which becomes a dictionary.
    param([object] $Value)

    $base = $Value.PSObject.BaseObject
    $isPlain = $base -is [string] -or $base -is [ValueType] -or $base -is [System.Collections.IEnumerable] -or
        $base -is [uri] -or $base -is [SailPoint.AccessRequests.Model]
    if ($isPlain) { return , $base }
    $members = [System.Collections.Specialized.OrderedDictionary]::new()
    foreach ($property in $Value.PSObject.Properties) { $members[$property.Name] = $property.Value }
    $members
}

function Copy-WithoutNull {
    param([System.Collections.IDictionary] $Dictionary)

    $copy = [System.Collections.Specialized.OrderedDictionary]::new()
    foreach ($name in $Dictionary.Keys) {
        if ($null -ne $Dictionary[$name]) { $copy[$name] = $Dictionary[$name] }
    }
    $copy
}
