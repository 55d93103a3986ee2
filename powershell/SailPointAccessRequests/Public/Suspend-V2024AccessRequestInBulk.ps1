function Suspend-V2024AccessRequestInBulk {
    <#
    .SYNOPSIS
        Cancels pending access requests, up to 50 in one call.
    .DESCRIPTION
        For an ORG_ADMIN or a caller with the right idn:access-request-administration:write. A request that has passed its
        approval step can only be closed: see Close-V2024AccessRequest.
    .PARAMETER BulkCancelAccessRequest
        The body, as an object from Initialize-V2024BulkCancelAccessRequest or ConvertFrom-V2024JsonToBulkCancelAccessRequest, as a hashtable, or as a JSON text.
    .PARAMETER WithHttpInfo
        Gives a hashtable with Response, StatusCode and Headers instead of the answer alone. Names in Headers ignore case, and
        each holds an array of texts.
    .INPUTS
        A body, as -BulkCancelAccessRequest takes it. Each piped body is a call of its own: if one of several fails, that is told and the rest
        goes on.
    .OUTPUTS
        System.Collections.Hashtable without entries: the tenant answers 202 and works on it afterwards.
    .EXAMPLE
        Suspend-V2024AccessRequestInBulk @{ accessRequestIds = @('2c9180835d2e5168015d32f890ca1581', '2c9180835d2e5168015d32f890ca1582'); comment = 'The project was stopped' }

        Cancels two requests.
    .EXAMPLE
        Initialize-V2024BulkCancelAccessRequest -AccessRequestIds '2c9180835d2e5168015d32f890ca1581' -Comment 'The project was stopped' | Suspend-V2024AccessRequestInBulk

        Pipes the body in.
    .LINK
        about_SailPointAccessRequests_Errors
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium', PositionalBinding = $false)]
    [OutputType([hashtable])]
    [Alias('Suspend-AccessRequestInBulk')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [Alias('V2024BulkCancelAccessRequest')]
        [object] $BulkCancelAccessRequest,

        [switch] $WithHttpInfo
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $calls = New-CallSequence -Caller $PSCmdlet -Operation cancelAccessRequestInBulk -BodyParameter BulkCancelAccessRequest -IdMember accessRequestIds -Target 'access requests'
    }
    process {
        Invoke-Call -Sequence $calls -Bound $PSBoundParameters -InputObject $_
    }
    end {
        Complete-CallSequence -Sequence $calls
    }
}
