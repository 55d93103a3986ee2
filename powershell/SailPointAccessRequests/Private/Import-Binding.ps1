function Import-Binding {
    # Loads the managed binding, on first use and not on import. The binding finds the native library by itself: it lies in
    # runtimes/<rid>/native beside it.
    if ($script:BindingIsLoaded) { return }

    $path = [System.IO.Path]::Combine($script:BindingFolder, 'SailPoint.AccessRequests.dll')
    if ($script:CheckoutFolder) { Assert-BuiltModule }
    if (-not [System.IO.File]::Exists($path)) {
        throw [System.IO.FileNotFoundException]::new("The module is incomplete: $path is missing. Install the module again.", $path)
    }
    $null = [System.Reflection.Assembly]::LoadFrom($path)
    # What the binding's JsonWriter asks about values of PowerShell's own. Made once: that takes longer than writing a body.
    $script:PlainObjectConverter = [System.Func[object, object]] ${function:ConvertTo-PlainObject}
    $script:BindingIsLoaded = $true
}
