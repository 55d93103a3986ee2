<#
.SYNOPSIS
    Builds everything, starts a made-up tenant on this machine, and runs all nine cmdlets on it.
.DESCRIPTION
    The bodies are those of SailPoint's documentation. Nothing leaves this machine. Ends with 0 if every cmdlet succeeded.
.EXAMPLE
    ./demo.ps1
#>
[CmdletBinding()]
param()
$ErrorActionPreference = 'Stop'
if ($PSVersionTable.PSVersion -lt [version] '7.4') {
    throw "The demo needs PowerShell 7.4 or later, and this is $($PSVersionTable.PSVersion). To get it: https://learn.microsoft.com/powershell/scripting/install/installing-powershell"
}
if (-not (Get-Command -Name cargo -CommandType Application -ErrorAction Ignore)) {
    throw 'The demo needs Rust: https://rustup.rs'
}
$root = $PSScriptRoot

Write-Host 'Building the library, the sandbox and the module. The first time takes some minutes.' -ForegroundColor Cyan
& cargo build --manifest-path (Join-Path $root 'Cargo.toml')
if ($LASTEXITCODE -ne 0) { throw "cargo build failed with exit code $LASTEXITCODE." }
& (Join-Path $root 'powershell/build.ps1')

# The steps, as a person would type them. Bodies are the documentation's.
$steps = @(
    @{
        Title   = 'Approve in bulk'
        Command = @'
$body = ConvertFrom-JsonToBulkApproveAccessRequest -Json '{
    "comment": "I approve these request items",
    "approvalIds": ["2c9180835d2e5168015d32f890ca1581", "2c9180835d2e5168015d32f890ca1582"]
}'
$answer = Approve-V2024BulkAccessRequest -V2024BulkApproveAccessRequest $body -WithHttpInfo
"The tenant answered $($answer.StatusCode): accepted."
'@
    }
    @{
        Title   = 'Cancel one request'
        Command = @'
$body = ConvertFrom-JsonToCancelAccessRequest -Json '{
    "accountActivityId": "2c9180835d2e5168015d32f890ca1581",
    "comment": "I requested this role by mistake."
}'
$answer = Suspend-V2024AccessRequest -V2024CancelAccessRequest $body -WithHttpInfo
"The tenant answered $($answer.StatusCode): accepted."
'@
    }
    @{
        Title   = 'Cancel in bulk'
        Command = @'
$body = ConvertFrom-JsonToBulkCancelAccessRequest -Json '{
    "accessRequestIds": ["2c9180835d2e5168015d32f890ca1581", "2c9180835d2e5168015d32f890ca1582"],
    "comment": "I requested this role by mistake."
}'
$answer = Suspend-V2024AccessRequestInBulk -V2024BulkCancelAccessRequest $body -WithHttpInfo
"The tenant answered $($answer.StatusCode): accepted."
'@
    }
    @{
        Title   = 'Close what is stuck'
        Command = @'
$body = ConvertFrom-JsonToCloseAccessRequest -Json '{
    "executionStatus": "Terminated",
    "accessRequestIds": ["2c90ad2a70ace7d50170acf22ca90010"],
    "completionStatus": "Failure",
    "message": "The IdentityNow Administrator manually closed this request."
}'
$answer = Close-V2024AccessRequest -V2024XSailPointExperimental 'true' -V2024CloseAccessRequest $body -WithHttpInfo
"The tenant answered $($answer.StatusCode): accepted."
'@
    }
    @{
        Title   = 'Submit a request'
        Command = @'
$item = Initialize-V2024AccessRequestItem -Type ACCESS_PROFILE -Id '2c9180835d2e5168015d32f890ca1581' -Comment 'Requesting access profile for John Doe'
$body = Initialize-V2024AccessRequest -RequestedFor '2c918084660f45d6016617daa9210584' -RequestType GRANT_ACCESS -RequestedItems $item
New-V2024AccessRequest $body | Select-Object -ExpandProperty NewRequests | Format-List
'@
    }
    @{
        Title   = 'See where requests stand'
        Command = "Get-V2024AccessRequestStatus -Limit 5 -Sorters '-created'"
    }
    @{
        Title   = 'The same as administrators see it'
        Command = "Get-V2024AdministratorsAccessRequestStatus -Limit 5 -Filters 'status eq `"REJECTED`"'"
    }
    @{
        Title   = 'Read the settings'
        Command = '$config = Get-V2024AccessRequestConfig; $config'
    }
    @{
        Title   = 'Change one setting'
        Command = '$config.ReauthorizationEnabled = $true; Set-V2024AccessRequestConfig $config | Format-List ReauthorizationEnabled, AutoApprovalEnabled'
    }
)

Import-Module (Join-Path $root 'target/module/SailPointAccessRequests') -Force
$sandbox = Start-SailPointSandbox
$failed = 0
try {
    Write-Host "`nA sandbox tenant runs at $($sandbox.BaseUrl)." -ForegroundColor Cyan
    foreach ($step in $steps) {
        Write-Host "`n# $($step.Title)" -ForegroundColor Cyan
        Write-Host "PS> $($step.Command.Trim())" -ForegroundColor Yellow
        try {
            # In this scope, since later steps use what earlier ones left.
            . ([scriptblock]::Create($step.Command)) | Out-Host
        } catch {
            $failed++
            Write-Host "$_" -ForegroundColor Red
        }
    }
} finally {
    Stop-SailPointSandbox
}
Write-Host "`n$($steps.Count - $failed) of $($steps.Count) cmdlets succeeded. README.md shows the first call to a tenant of your own." -ForegroundColor Cyan
if ($failed) { exit 1 }
