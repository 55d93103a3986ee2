# Bodies as PowerShell people hold them, as JSON. The binding writes what .NET knows; here is only what PowerShell adds.

function ConvertTo-RequestJson {
    # A text passes as it is: it is JSON. So does a model: the binding writes it, and sends what it holds beyond its documented members.
    # Of any other body the members that are $null at the top are left out, as in the published module.
    param([object] $Body)

    if ($Body -is [string]) { return $Body }
    if ($Body -is [SailPoint.AccessRequests.Model]) { return $Body.PSObject.BaseObject }
    if ($Body -isnot [System.Collections.IEnumerable]) { $Body = ConvertTo-PlainObject $Body }
    if ($Body -is [System.Collections.IDictionary] -and $Body.Values -contains $null) { $Body = Copy-WithoutNull $Body }
    [SailPoint.AccessRequests.JsonWriter]::ToJson($Body, $script:PlainObjectConverter)
}

function ConvertTo-PlainObject {
    # Called by the binding, as $script:PlainObjectConverter, for what it can't write: a value in PowerShell's wrapping, which is
    # taken off, or an object with properties, which becomes a dictionary.
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
