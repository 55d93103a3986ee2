<#
.SYNOPSIS
    Approves what was requested lately and still waits for an approval.
.DESCRIPTION
    A runbook: it asks nothing, approves in batches, and tells by its exit code how it went:
    0 all approved, or nothing waits; 1 some were not approved; 2 it could not begin.

    It uses the tenant that is connected or configured. Where there is none, it starts a sandbox to show what it does.
.PARAMETER Days
    How far to look back, in days.
.PARAMETER Comment
    The reviewer's reason, which the tenant keeps with each approval.
.OUTPUTS
    An object for each approval with ApprovalId, RequestedFor, Result (approved, failed, unknown or skipped) and Reason.
.EXAMPLE
    ./examples/powershell/approve-pending.ps1

    Approves what waits since a week.
.EXAMPLE
    ./examples/powershell/approve-pending.ps1 -Days 30 -Comment 'Approved by change 4711' -WhatIf

    Says what it would approve.
#>
[CmdletBinding(SupportsShouldProcess, PositionalBinding = $false)]
param(
    [int] $Days = 7,

    [string] $Comment = 'Approved by the approve-pending runbook'
)
$ErrorActionPreference = 'Stop'
# As many as the tenant takes in one call, and gives in one page.
$batchSize = 50
$pageSize = 250

function Import-AccessRequestModule {
    # In a checkout the one that was built there, elsewhere the installed one.
    $built = Join-Path $PSScriptRoot '..' '..' 'target' 'module' 'SailPointAccessRequests'
    Import-Module -Name $(if (Test-Path -LiteralPath $built) { $built } else { 'SailPointAccessRequests' })
}

function Get-ExecutingRequest {
    # Every row that is under way and was made since then, page by page.
    param([datetime] $Since)

    # Without the culture of whoever runs this, which may have another calendar and other separators.
    $filter = 'created ge ' + $Since.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
    $offset = 0
    do {
        $page = @(Get-V2024AccessRequestStatus -RequestState EXECUTING -Filters $filter -Sorters created -Limit $pageSize -Offset $offset)
        $page
        $offset += $page.Count
    } while ($page.Count -eq $pageSize)
}

function Get-PendingApproval {
    # What waits, one object an approval.
    param([datetime] $Since)

    foreach ($row in Get-ExecutingRequest -Since $Since) {
        if ($row.ApprovalDetails.Status -notcontains 'PENDING') { continue }
        foreach ($id in $row.ApprovalIds) {
            [pscustomobject]@{
                ApprovalId   = $id
                RequestedFor = $row.RequestedFor.Name
                Result       = 'skipped'
                Reason       = ''
            }
        }
    }
}

function Approve-Batch {
    # Approves one batch, and notes on each of its approvals what became of it.
    param([object[]] $Approval)

    $result = 'approved'
    $reason = ''
    try {
        $answer = Approve-V2024BulkAccessRequest @{ approvalIds = @($Approval.ApprovalId); comment = $Comment }
        # Under -WhatIf nothing is sent and nothing is answered.
        if ($null -eq $answer) { $result = 'skipped' }
    } catch {
        $result = if ($_.Exception.Delivery -eq 'unknown') { 'unknown' } else { 'failed' }
        $reason = $_.Exception.Message
    }
    foreach ($one in $Approval) {
        $one.Result = $result
        $one.Reason = $reason
        $one
    }
}

try {
    Import-AccessRequestModule
    $now = Get-Date
    if (-not (Get-SailPointTenant)) {
        Write-Warning 'No tenant is configured, so this runs on a sandbox.'
        $null = Start-SailPointSandbox
        # The sandbox has a calendar of its own.
        $now = (Get-V2024AccessRequestStatus -Sorters '-created' -Limit 1).Created
    }
    $pending = @(Get-PendingApproval -Since $now.AddDays(-$Days))
} catch {
    [System.Console]::Error.WriteLine("Could not begin: $($_.Exception.Message)")
    exit 2
}

$failures = 0
for ($first = 0; $first -lt $pending.Count; $first += $batchSize) {
    $last = [System.Math]::Min($first + $batchSize, $pending.Count) - 1
    $outcome = @(Approve-Batch -Approval $pending[$first..$last])
    $failures += @($outcome | Where-Object Result -In 'failed', 'unknown').Count
    $outcome
}
if ($failures) { exit 1 }
exit 0
