function Approve-V2024BulkAccessRequest {
    <#
    .SYNOPSIS
        Approves pending access request approvals, up to 50 in one call.
    .DESCRIPTION
        Approves on behalf of the reviewers. The tenant queues the work and answers at once, so a row of
        Get-V2024AccessRequestStatus may show the old state for a moment. The caller needs ORG_ADMIN or the right
        idn:access-request-administration:write.
    .PARAMETER BulkApproveAccessRequest
        The body, as an object from Initialize-V2024BulkApproveAccessRequest or ConvertFrom-V2024JsonToBulkApproveAccessRequest, as a hashtable, or as a JSON text.
    .PARAMETER WithHttpInfo
        Gives a hashtable with Response, StatusCode and Headers instead of the answer alone. Names in Headers ignore case, and
        each holds an array of texts.
    .INPUTS
        A body, as -BulkApproveAccessRequest takes it. Each piped body is a call of its own: if one of several fails, that is told and the rest
        goes on. $_.Exception.Ids of the error holds the ids of its body; about_SailPointAccessRequests_Errors shows how to collect them.
    .OUTPUTS
        System.Collections.Hashtable without entries: the tenant answers 202 and works on it afterwards.
    .EXAMPLE
        Approve-V2024BulkAccessRequest @{ approvalIds = @('2c9180835d2e5168015d32f890ca1581', '2c9180835d2e5168015d32f890ca1582'); comment = 'Checked with the owner' }

        Approves two approvals.
    .EXAMPLE
        Initialize-V2024BulkApproveAccessRequest -ApprovalIds '2c9180835d2e5168015d32f890ca1581' -Comment 'Checked with the owner' | Approve-V2024BulkAccessRequest -WhatIf

        Says what would be approved, and at which tenant, and sends nothing.
    .EXAMPLE
        (Approve-V2024BulkAccessRequest @{ approvalIds = @('2c9180835d2e5168015d32f890ca1581'); comment = 'Checked' } -WithHttpInfo).StatusCode

        Gives the HTTP status, 202.
    .LINK
        about_SailPointAccessRequests_Errors
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium', PositionalBinding = $false)]
    [OutputType([hashtable])]
    [Alias('Approve-BulkAccessRequest')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [Alias('V2024BulkApproveAccessRequest')]
        [object] $BulkApproveAccessRequest,

        [switch] $WithHttpInfo
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $calls = New-CallSequence -Caller $PSCmdlet -Operation approveBulkAccessRequest -BodyParameter BulkApproveAccessRequest -IdMember approvalIds -Target 'approvals'
    }
    process {
        Invoke-Call -Sequence $calls -Bound $PSBoundParameters -InputObject $_
    }
    end {
        Complete-CallSequence -Sequence $calls
    }
}
