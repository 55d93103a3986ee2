# The calls that change something, each with what -WhatIf calls its target. Dot-sourced by Preferences.Tests.ps1, for discovery and for the run.

$Changes = @(
    @{ Cmdlet = 'Approve-V2024BulkAccessRequest'; Body = @{ approvalIds = @($Id1, $Id2); comment = 'x' }; Target = "approvals $Id1, $Id2" }
    @{ Cmdlet = 'Suspend-V2024AccessRequest'; Body = @{ accountActivityId = $Id1; comment = 'x' }; Target = "access request $Id1" }
    @{ Cmdlet = 'Suspend-V2024AccessRequestInBulk'; Body = @{ accessRequestIds = @(1..7 | ForEach-Object { "id$_" }); comment = 'x' }; Target = 'access requests id1, id2, id3, id4, id5 and 2 more' }
    @{ Cmdlet = 'Close-V2024AccessRequest'; Body = @{ accessRequestIds = @($StuckId) }; Target = "access requests $StuckId" }
    @{ Cmdlet = 'New-V2024AccessRequest'; Body = @{ requestedFor = $Identity; requestedItems = @(@{ type = 'ROLE'; id = 'x' }) }; Target = "access requests for identities $Identity" }
    @{ Cmdlet = 'New-V2024AccessRequest'; Body = @{ requestedForWithRequestedItems = @(@{ identityId = $Identity; requestedItems = @() }) }; Target = "access requests for identities $Identity" }
    @{ Cmdlet = 'Set-V2024AccessRequestConfig'; Body = @{ autoApprovalEnabled = $false }; Target = 'the settings for access requests' }
)
for ($index = 0; $index -lt $Changes.Count; $index++) { $Changes[$index].Index = $index }
