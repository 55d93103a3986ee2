# What the test files share: the built module, and a tenant of their own to ask. Dot-sourced in BeforeDiscovery and BeforeAll.

$ErrorActionPreference = 'Stop'
$RepositoryRoot = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))
$SourceFolder = [System.IO.Path]::Combine($RepositoryRoot, 'powershell', 'SailPointAccessRequests')
$ModuleFolder = [System.IO.Path]::Combine($RepositoryRoot, 'target', 'module', 'SailPointAccessRequests')

# Named by the documentation's examples; the sandbox lets them be acted on again and again.
$Id1 = '2c9180835d2e5168015d32f890ca1581'
$Id2 = '2c9180835d2e5168015d32f890ca1582'
$StuckId = '2c90ad2a70ace7d50170acf22ca90010'
$Identity = '2c9180877b2b6ea4017b2c545f971429'

function Import-TestModule {
    if (-not (Test-Path -LiteralPath $ModuleFolder)) { throw "$ModuleFolder is missing. Run: pwsh -NoProfile -File powershell/build.ps1" }
    Import-Module -Name $ModuleFolder -Force
}

function Start-TestTenant {
    # A sandbox, connected without the limiter, so that no test waits for it.
    param([hashtable] $Config = @{})
    Import-TestModule
    $script:Tenant = Start-SailPointSandbox -Config $Config -NoConnect
    Connect-TestTenant
}

function Connect-TestTenant {
    Connect-SailPointTenant -BaseUrl $script:Tenant.BaseUrl -ClientId $script:Tenant.ClientId -ClientSecret $script:Tenant.ClientSecret -RequestsPerWindow 0
}

function Stop-TestTenant {
    Disconnect-SailPointTenant
    Stop-SailPointSandbox
    # A handler of the sandbox that panicked must not go unnoticed.
    $script:Tenant.ExitCode | Should -Be 0
}

function Get-Arrived {
    # How many requests of an operation the tenant has seen.
    param([string] $Operation)
    ($script:Tenant.GetControl('counters') | ConvertFrom-Json -AsHashtable)['operations'][$Operation]['arrived']
}

function Get-TokenRequest {
    # How often a token was asked for.
    ($script:Tenant.GetControl('counters') | ConvertFrom-Json -AsHashtable)['tokens']['requests']
}

function Get-LastRequest {
    # The last request the tenant has seen, with method, path, headers and body.
    [SailPoint.AccessRequests.JsonReader]::Parse($script:Tenant.GetControl('requests'))[-1]
}

function Get-SentBody {
    (Get-LastRequest).body
}

function Get-SentQuery {
    # The query of the last request as a hashtable.
    $query = ((Get-LastRequest).path -split '\?', 2)[1]
    $sent = @{}
    foreach ($pair in $query -split '&') {
        if (-not $pair) { continue }
        $name, $value = $pair -split '=', 2
        $sent[$name] = [System.Uri]::UnescapeDataString($value.Replace('+', ' '))
    }
    $sent
}

function Add-Fault {
    # What the tenant does with the next calls of an operation in place of the usual.
    param([hashtable] $Fault)
    $null = $script:Tenant.PostControl('faults', ($Fault | ConvertTo-Json -Compress))
}

function Clear-Fault {
    # The tenant answers by itself again.
    $script:Tenant.DeleteControl('faults')
}

function Get-Failure {
    # The one error that a script block ends with.
    param([scriptblock] $Script)
    try { $null = & $Script } catch { return $_ }
    throw "No error came from: $Script"
}

function Invoke-Shell {
    # A script in a new PowerShell process: its output and error lines as text, and its exit code.
    param([string] $Script, [string] $Folder = [System.IO.Path]::GetTempPath(), [hashtable] $Environment = @{})
    $start = [System.Diagnostics.ProcessStartInfo]::new([System.Environment]::ProcessPath)
    foreach ($argument in '-NoProfile', '-NonInteractive', '-Command', $Script) { $start.ArgumentList.Add($argument) }
    $start.WorkingDirectory = $Folder
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    foreach ($name in 'SAIL_BASE_URL', 'SAIL_CLIENT_ID', 'SAIL_CLIENT_SECRET') { $null = $start.Environment.Remove($name) }
    foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
    $process = [System.Diagnostics.Process]::Start($start)
    $errors = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    @{ Output = $output; Errors = $errors.Result; ExitCode = $process.ExitCode }
}
