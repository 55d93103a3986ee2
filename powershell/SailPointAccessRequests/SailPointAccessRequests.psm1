# The module in a checkout: its functions from their own files, its binding and native library from target/module, where
# powershell/build.ps1 puts them. What ships is one merged file, made by the same script.

foreach ($folder in 'Private', 'Models', 'Public') {
    foreach ($file in [System.IO.Directory]::GetFiles([System.IO.Path]::Combine($PSScriptRoot, $folder), '*.ps1')) {
        . $file
    }
}
$script:CheckoutFolder = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))
$script:BindingFolder = [System.IO.Path]::Combine($script:CheckoutFolder, 'target', 'module', 'SailPointAccessRequests')

function Assert-BuiltModule {
    # Called by Import-Binding: build.ps1 must have run since a source was changed. It leaves a file that tells when.
    $stamp = "$script:BindingFolder.built"
    $command = "pwsh -NoProfile -File $([System.IO.Path]::Combine($script:CheckoutFolder, 'powershell', 'build.ps1'))"
    if (-not [System.IO.File]::Exists($stamp)) {
        throw [System.IO.FileNotFoundException]::new("The managed binding and the native library are not built yet. Run: $command")
    }
    $built = [System.IO.File]::GetLastWriteTimeUtc($stamp)
    foreach ($file in Get-SourceFile) {
        if ([System.IO.File]::GetLastWriteTimeUtc($file) -le $built) { continue }
        throw [System.IO.FileNotFoundException]::new("The managed binding and the native library were built before $file was changed. Run: $command")
    }
}

function Get-SourceFile {
    # What the binding and the native library are made from.
    $folders = @{ 'src' = '*.rs'; 'csharp/SailPoint.AccessRequests' = '*.cs' }
    foreach ($folder in $folders.Keys) {
        $path = [System.IO.Path]::Combine($script:CheckoutFolder, $folder)
        foreach ($file in [System.IO.Directory]::GetFiles($path, $folders[$folder], 'AllDirectories')) {
            # What the .NET SDK writes by itself is no source.
            if ($file -notmatch '[\\/](obj|bin)[\\/].*\.cs$') { $file }
        }
    }
}
