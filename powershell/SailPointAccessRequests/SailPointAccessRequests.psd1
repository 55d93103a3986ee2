@{
    RootModule           = 'SailPointAccessRequests.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '00c6575b-dbd0-4ac5-a6ec-07625fe9d18b'
    Author               = 'The sailpoint-access-requests authors'
    Copyright            = '(c) The sailpoint-access-requests authors. MIT license.'
    Description          = 'Access requests of SailPoint Identity Security Cloud: submit, follow, approve, cancel and close them, with a sandbox to try it on.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    FormatsToProcess     = @('SailPointAccessRequests.Format.ps1xml')
    FunctionsToExport    = @(
        'Approve-V2024BulkAccessRequest',
        'Close-V2024AccessRequest',
        'Connect-SailPointTenant',
        'Disconnect-SailPointTenant',
        'Get-SailPointMetrics',
        'Get-SailPointTenant',
        'Get-V2024AccessRequestConfig',
        'Get-V2024AccessRequestStatus',
        'Get-V2024AdministratorsAccessRequestStatus',
        'New-V2024AccessRequest',
        'Set-V2024AccessRequestConfig',
        'Start-SailPointSandbox',
        'Stop-SailPointSandbox',
        'Suspend-V2024AccessRequest',
        'Suspend-V2024AccessRequestInBulk',

        # Generated from the models, as the files in Models/ are.
        'ConvertFrom-V2024JsonToAccessRequest',
        'ConvertFrom-V2024JsonToAccessRequestConfig',
        'ConvertFrom-V2024JsonToAccessRequestItem',
        'ConvertFrom-V2024JsonToAccountItemRef',
        'ConvertFrom-V2024JsonToApprovalReminderAndEscalationConfig',
        'ConvertFrom-V2024JsonToBulkApproveAccessRequest',
        'ConvertFrom-V2024JsonToBulkCancelAccessRequest',
        'ConvertFrom-V2024JsonToCancelAccessRequest',
        'ConvertFrom-V2024JsonToCloseAccessRequest',
        'ConvertFrom-V2024JsonToEntitlementAccessRequestConfig',
        'ConvertFrom-V2024JsonToEntitlementApprovalScheme',
        'ConvertFrom-V2024JsonToEntitlementRequestConfig',
        'ConvertFrom-V2024JsonToEntitlementRevocationRequestConfig',
        'ConvertFrom-V2024JsonToIdentityReferenceWithNameAndEmail',
        'ConvertFrom-V2024JsonToPendingApprovalMaxPermittedAccessDuration',
        'ConvertFrom-V2024JsonToRequestOnBehalfOfConfig',
        'ConvertFrom-V2024JsonToRequestedForDtoRef',
        'ConvertFrom-V2024JsonToRequestedItemDtoRef',
        'ConvertFrom-V2024JsonToSourceItemRef',
        'Initialize-V2024AccessRequest',
        'Initialize-V2024AccessRequestConfig',
        'Initialize-V2024AccessRequestItem',
        'Initialize-V2024AccountItemRef',
        'Initialize-V2024ApprovalReminderAndEscalationConfig',
        'Initialize-V2024BulkApproveAccessRequest',
        'Initialize-V2024BulkCancelAccessRequest',
        'Initialize-V2024CancelAccessRequest',
        'Initialize-V2024CloseAccessRequest',
        'Initialize-V2024EntitlementAccessRequestConfig',
        'Initialize-V2024EntitlementApprovalScheme',
        'Initialize-V2024EntitlementRequestConfig',
        'Initialize-V2024EntitlementRevocationRequestConfig',
        'Initialize-V2024IdentityReferenceWithNameAndEmail',
        'Initialize-V2024PendingApprovalMaxPermittedAccessDuration',
        'Initialize-V2024RequestOnBehalfOfConfig',
        'Initialize-V2024RequestedForDtoRef',
        'Initialize-V2024RequestedItemDtoRef',
        'Initialize-V2024SourceItemRef'
    )
    AliasesToExport      = @(
        'Approve-BulkAccessRequest',
        'Close-AccessRequest',
        'Get-AccessRequestConfig',
        'Get-AccessRequestStatus',
        'Get-AdministratorsAccessRequestStatus',
        'New-AccessRequest',
        'Set-AccessRequestConfig',
        'Suspend-AccessRequest',
        'Suspend-AccessRequestInBulk',

        # Generated from the models, as the files in Models/ are.
        'ConvertFrom-JsonToAccessRequest',
        'ConvertFrom-JsonToAccessRequestConfig',
        'ConvertFrom-JsonToAccessRequestItem',
        'ConvertFrom-JsonToAccountItemRef',
        'ConvertFrom-JsonToApprovalReminderAndEscalationConfig',
        'ConvertFrom-JsonToBulkApproveAccessRequest',
        'ConvertFrom-JsonToBulkCancelAccessRequest',
        'ConvertFrom-JsonToCancelAccessRequest',
        'ConvertFrom-JsonToCloseAccessRequest',
        'ConvertFrom-JsonToEntitlementAccessRequestConfig',
        'ConvertFrom-JsonToEntitlementApprovalScheme',
        'ConvertFrom-JsonToEntitlementRequestConfig',
        'ConvertFrom-JsonToEntitlementRevocationRequestConfig',
        'ConvertFrom-JsonToIdentityReferenceWithNameAndEmail',
        'ConvertFrom-JsonToPendingApprovalMaxPermittedAccessDuration',
        'ConvertFrom-JsonToRequestOnBehalfOfConfig',
        'ConvertFrom-JsonToRequestedForDtoRef',
        'ConvertFrom-JsonToRequestedItemDtoRef',
        'ConvertFrom-JsonToSourceItemRef',
        'Initialize-AccessRequest',
        'Initialize-AccessRequestConfig',
        'Initialize-AccessRequestItem',
        'Initialize-AccountItemRef',
        'Initialize-ApprovalReminderAndEscalationConfig',
        'Initialize-BulkApproveAccessRequest',
        'Initialize-BulkCancelAccessRequest',
        'Initialize-CancelAccessRequest',
        'Initialize-CloseAccessRequest',
        'Initialize-EntitlementAccessRequestConfig',
        'Initialize-EntitlementApprovalScheme',
        'Initialize-EntitlementRequestConfig',
        'Initialize-EntitlementRevocationRequestConfig',
        'Initialize-IdentityReferenceWithNameAndEmail',
        'Initialize-PendingApprovalMaxPermittedAccessDuration',
        'Initialize-RequestOnBehalfOfConfig',
        'Initialize-RequestedForDtoRef',
        'Initialize-RequestedItemDtoRef',
        'Initialize-SourceItemRef'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags = @('SailPoint', 'IdentitySecurityCloud', 'AccessRequest', 'IdentityGovernance', 'PSEdition_Core')
        }
    }
}
