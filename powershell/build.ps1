<#
.SYNOPSIS
    Makes the module in target/module/SailPointAccessRequests.
.DESCRIPTION
    One merged script file, the manifest, the views and the help; the managed binding, compiled by this PowerShell; and the native
    library with the sandbox program under runtimes/<rid>/native, built by cargo. What is up to date is left alone.
.PARAMETER Configuration
    Which build of the native files to take: Debug or Release.
.PARAMETER NativeDirectory
    A folder with native files that are already built; cargo is not called then.
.PARAMETER Binding
    A SailPoint.AccessRequests.dll that is already built, such as by dotnet build for a package.
.EXAMPLE
    ./powershell/build.ps1

    Builds all of it for trying and testing.
.EXAMPLE
    ./powershell/build.ps1 -Configuration Release -Binding csharp/SailPoint.AccessRequests/bin/Release/net8.0/SailPoint.AccessRequests.dll

    Builds what a package holds for this platform.
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    [string] $NativeDirectory,

    [string] $Binding
)
$ErrorActionPreference = 'Stop'
$root = [System.IO.Path]::GetFullPath((Join-Path $PSScriptRoot '..'))
$source = Join-Path $PSScriptRoot 'SailPointAccessRequests'
$module = Join-Path $root 'target' 'module' 'SailPointAccessRequests'

function Build-Native {
    # The folder with library and sandbox, as cargo leaves them.
    if (-not (Get-Command -Name cargo -CommandType Application -ErrorAction Ignore)) {
        throw 'cargo was not found. Install Rust (https://rustup.rs), or name a folder with built native files by -NativeDirectory.'
    }
    # Always an array: the splat of a text would be its characters.
    $profileArguments = @(if ($Configuration -eq 'Release') { '--release' })
    & cargo build --quiet --manifest-path (Join-Path $root 'Cargo.toml') @profileArguments
    if ($LASTEXITCODE -ne 0) { throw "cargo build failed with exit code $LASTEXITCODE." }
    $target = if ($env:CARGO_TARGET_DIR) { $env:CARGO_TARGET_DIR } else { Join-Path $root 'target' }
    Join-Path $target $Configuration.ToLowerInvariant()
}

function Get-NativeFileName {
    if ($IsWindows) { return 'sailpoint_access_requests.dll', 'sailpoint-sandbox.exe' }
    if ($IsMacOS) { return 'libsailpoint_access_requests.dylib', 'sailpoint-sandbox' }
    'libsailpoint_access_requests.so', 'sailpoint-sandbox'
}

function Get-RuntimeIdentifier {
    # As the binding looks for it.
    $system = if ($IsWindows) { 'win' } elseif ($IsMacOS) { 'osx' } else { 'linux' }
    $information = [System.Runtime.InteropServices.RuntimeInformation]
    if ($system -eq 'linux' -and $information::RuntimeIdentifier.Contains('musl')) { $system = 'linux-musl' }
    "$system-$($information::ProcessArchitecture.ToString().ToLowerInvariant())"
}

function Test-SameFile {
    # Whether one is a copy of the other. Not "newer": a release build may be older than the debug build that it replaces.
    param([string] $Path, [string] $Other)

    $files = [System.IO.FileInfo]::new($Path), [System.IO.FileInfo]::new($Other)
    $files[0].Exists -and $files[1].Exists -and $files[0].Length -eq $files[1].Length -and $files[0].LastWriteTimeUtc -eq $files[1].LastWriteTimeUtc
}

function Test-Newer {
    # Whether a built file is there and none of its sources is newer.
    param([string] $Built, [string[]] $From)

    if (-not [System.IO.File]::Exists($Built)) { return $false }
    $builtTime = [System.IO.File]::GetLastWriteTimeUtc($Built)
    foreach ($file in $From) {
        if ([System.IO.File]::GetLastWriteTimeUtc($file) -gt $builtTime) { return $false }
    }
    $true
}

function Install-File {
    # Puts a file in its place, with its time, without writing into one that a process has loaded: the new one is moved over it, on
    # Windows after the old one was moved away.
    param([string] $From, [string] $To)

    $folder = Split-Path $To
    $null = New-Item -ItemType Directory -Path $folder -Force
    Get-ChildItem -LiteralPath $folder -Filter '*.old' | Remove-Item -Force -ErrorAction Ignore
    $new = "$To.$PID.new"
    Copy-Item -LiteralPath $From -Destination $new
    [System.IO.File]::SetLastWriteTimeUtc($new, [System.IO.File]::GetLastWriteTimeUtc($From))
    if ($IsWindows -and (Test-Path -LiteralPath $To)) { Move-Item -LiteralPath $To -Destination "$To.$([guid]::NewGuid().ToString('n')).old" }
    [System.IO.File]::Move($new, $To, $true)
}

function Install-Copy {
    # Copies a file unless the copy is there already.
    param([string] $From, [string] $To)

    if (-not [System.IO.File]::Exists($From)) { throw "$From is missing." }
    if (Test-SameFile -Path $From -Other $To) { return }
    Install-File -From $From -To $To
    "Copied $(Split-Path $To -Leaf)"
}

function Install-Text {
    # Writes a text file unless it already reads so.
    param([string] $Text, [string] $To)

    if ([System.IO.File]::Exists($To) -and [System.IO.File]::ReadAllText($To) -ceq $Text) { return }
    $null = New-Item -ItemType Directory -Path (Split-Path $To) -Force
    [System.IO.File]::WriteAllText($To, $Text)
    "Wrote $(Split-Path $To -Leaf)"
}

function Get-MergedScript {
    # All functions in one file: one file is read faster than a hundred, which every import pays for.
    $parts = [System.Collections.Generic.List[string]]::new()
    $parts.Add("# Merged from powershell/SailPointAccessRequests by powershell/build.ps1.`n`$script:BindingFolder = `$PSScriptRoot")
    foreach ($folder in 'Private', 'Models', 'Public') {
        foreach ($file in Get-ChildItem -LiteralPath (Join-Path $source $folder) -Filter '*.ps1' | Sort-Object Name) {
            $parts.Add([System.IO.File]::ReadAllText($file.FullName).Replace("`r`n", "`n").TrimEnd())
        }
    }
    ($parts -join "`n`n") + "`n"
}

function Build-Binding {
    # The managed binding, by the compiler inside PowerShell, so that no .NET SDK is needed.
    param([string] $To)

    $project = Join-Path $root 'csharp' 'SailPoint.AccessRequests'
    $files = @(Get-ChildItem -LiteralPath $project -Filter '*.cs' -Recurse | Where-Object FullName -NotMatch '[\\/](obj|bin)[\\/]' | ForEach-Object FullName)
    if ($files.Count -eq 0) { throw "No C# sources in $project." }
    if (Test-Newer -Built $To -From $files) { return }
    $folder = Join-Path ([System.IO.Path]::GetTempPath()) "sailpoint-binding-$PID"
    $null = New-Item -ItemType Directory -Path $folder -Force
    try {
        $built = Join-Path $folder (Split-Path $To -Leaf)
        Add-Type -Path $files -OutputAssembly $built -CompilerOptions '/nullable:enable', '/langversion:12', '/optimize+'
        Install-File -From $built -To $To
    } finally {
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
    "Compiled $(Split-Path $To -Leaf)"
}

$began = [datetime]::UtcNow
try {
    $native = if ($NativeDirectory) { $NativeDirectory } else { Build-Native }
    $nativeTarget = Join-Path $module 'runtimes' (Get-RuntimeIdentifier) 'native'
    foreach ($name in Get-NativeFileName) { Install-Copy -From (Join-Path $native $name) -To (Join-Path $nativeTarget $name) }
    $bindingTarget = Join-Path $module 'SailPoint.AccessRequests.dll'
    if ($Binding) { Install-Copy -From $Binding -To $bindingTarget } else { Build-Binding -To $bindingTarget }
    Install-Text -Text (Get-MergedScript) -To (Join-Path $module 'SailPointAccessRequests.psm1')
    foreach ($name in 'SailPointAccessRequests.psd1', 'SailPointAccessRequests.Format.ps1xml', 'en-US/about_SailPointAccessRequests_Errors.help.txt') {
        Install-Text -Text ([System.IO.File]::ReadAllText((Join-Path $source $name))) -To (Join-Path $module $name)
    }
    # The loader of a checkout compares the sources with it. Of files that were built elsewhere nobody knows from what.
    if (-not $NativeDirectory -and -not $Binding) {
        [System.IO.File]::WriteAllText("$module.built", '')
        [System.IO.File]::SetLastWriteTimeUtc("$module.built", $began)
    }
} catch {
    [System.Console]::Error.WriteLine("powershell/build.ps1: $($_.Exception.Message)")
    exit 1
}
