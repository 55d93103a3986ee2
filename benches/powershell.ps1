<#
.SYNOPSIS
    Measures what the module costs: its import, one cmdlet call, a page of rows as objects.
.DESCRIPTION
    Each figure stands beside its floor, measured in the same run, in turns, and is a median. Needs the release build:

        pwsh powershell/build.ps1 -Configuration Release
        pwsh -NoProfile benches/powershell.ps1
.PARAMETER Rounds
    How often each thing is measured.
#>
[CmdletBinding()]
param([int] $Rounds = 31)
$ErrorActionPreference = 'Stop'
$module = Join-Path $PSScriptRoot '../target/module/SailPointAccessRequests'
$token = 'bench-token'

function Get-Median {
    param([double[]] $Values)
    $sorted = @($Values | Sort-Object)
    $sorted[[int][math]::Floor($sorted.Count / 2)]
}

function Measure-Milliseconds {
    param([scriptblock] $Script)
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $null = & $Script
    $watch.Elapsed.TotalMilliseconds
}

function Measure-InTurns {
    # Medians of two scripts, run in turns so that whatever else the machine does falls on both.
    param([scriptblock] $First, [scriptblock] $Second, [int] $Count)
    $null = & $First
    $null = & $Second
    $times = @(), @()
    for ($round = 0; $round -lt $Count; $round++) {
        $times[0] += Measure-Milliseconds $First
        $times[1] += Measure-Milliseconds $Second
    }
    (Get-Median $times[0]), (Get-Median $times[1])
}

# The import, in a process of its own each time.
$pwsh = (Get-Process -Id $PID).Path
if ((Split-Path -Leaf $pwsh) -notlike 'pwsh*') { $pwsh = 'pwsh' }
$import = "Import-Module '$module'"
$withModule, $bare = Measure-InTurns { & $pwsh -NoProfile -NonInteractive -Command $import } { & $pwsh -NoProfile -NonInteractive -Command '$null' } $Rounds
'Import-Module: {0:n0} ms beyond a bare pwsh (at most 150)' -f ($withModule - $bare)

Import-Module $module
$config = @{ accessTokens = @($token); requests = 400 }
$sandbox = Start-SailPointSandbox -Config $config -NoConnect
Connect-SailPointTenant -BaseUrl $sandbox.BaseUrl -AccessToken $token -RequestsPerWindow 0
try {
    # One call: the cmdlet, and the export that it comes down to.
    $native = (Get-ChildItem (Join-Path $module 'runtimes') -Recurse -Filter '*sailpoint_access_requests*').FullName
    Add-Type -TypeDefinition @"
using System;
using System.Runtime.InteropServices;
using System.Text;
public static class Native
{
    [DllImport(@"$native", EntryPoint = "sailpoint_client_new")]
    static extern IntPtr ClientNew(byte[] config, IntPtr error);
    [DllImport(@"$native", EntryPoint = "sailpoint_approve_bulk_access_request")]
    static extern IntPtr Approve(IntPtr client, byte[] request, byte[] options);
    [DllImport(@"$native", EntryPoint = "sailpoint_string_free")]
    static extern void Free(IntPtr text);
    static byte[] Utf8(string text) { return Encoding.UTF8.GetBytes(text + "\0"); }
    public static IntPtr Client(string config) { return ClientNew(Utf8(config), IntPtr.Zero); }
    public static void Call(IntPtr client, string request) { Free(Approve(client, Utf8(request), null)); }
}
"@
    $client = [Native]::Client((@{ baseUrl = $sandbox.BaseUrl; accessToken = $token; requestsPerWindow = 0 } | ConvertTo-Json -Compress))
    $body = @{ approvalIds = @('2c9180835d2e5168015d32f890ca1581'); comment = 'bench' }
    $text = $body | ConvertTo-Json -Compress
    $cmdlet, $abi = Measure-InTurns { Approve-V2024BulkAccessRequest $body } { [Native]::Call($client, $text) } ($Rounds * 10)
    'One cmdlet call: {0:n2} ms, over an ABI call of {1:n2} ms: {2:n2} ms more (at most 1.5)' -f $cmdlet, $abi, ($cmdlet - $abi)

    # A page: from the bytes in the library to objects, and the same bytes by ConvertFrom-Json.
    $page = (Invoke-WebRequest -Uri "$($sandbox.BaseUrl)/v2024/access-request-status?limit=250" -Headers @{ Authorization = "Bearer $token" }).Content
    $connection = [SailPoint.AccessRequests.TenantConnections]::Current($PWD.ProviderPath)
    $toObjects = @()
    $byConvertFromJson = @()
    for ($round = 0; $round -lt $Rounds + 2; $round++) {
        $call = $connection.Start('listAccessRequestStatus', '{"limit":250}', $null)
        # Until the whole answer is in the library; what is measured then is the way from there.
        Start-Sleep -Milliseconds 300
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        do { $callEvent = $call.Next(1000) } until ($callEvent.Kind -eq 'result')
        $elapsed = $watch.Elapsed.TotalMilliseconds
        if ($callEvent.Envelope.Data.Count -ne 250) { throw "The page holds $($callEvent.Envelope.Data.Count) rows." }
        $call.Dispose()
        $other = Measure-Milliseconds { ConvertFrom-Json $page }
        # The first rounds compile code.
        if ($round -ge 2) {
            $toObjects += $elapsed
            $byConvertFromJson += $other
        }
    }
    $objects, $plain = (Get-Median $toObjects), (Get-Median $byConvertFromJson)
    'A page of 250 rows ({0:n0} KB) to objects: {1:n1} ms, by ConvertFrom-Json {2:n1} ms: {3:n2} of it (at most 0.33)' -f ($page.Length / 1KB), $objects, $plain, ($objects / $plain)
} finally {
    Disconnect-SailPointTenant
    Stop-SailPointSandbox
}
