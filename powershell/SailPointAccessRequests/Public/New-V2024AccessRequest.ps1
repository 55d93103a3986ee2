function New-V2024AccessRequest {
    <#
    .SYNOPSIS
        Submits an access request: grants, revokes or changes access for identities.
    .DESCRIPTION
        The tenant queues the request and works on it afterwards. It does not refuse a second request for the same access, so
        look with Get-V2024AccessRequestStatus first. A grant that holds an entitlement takes up to 25 entitlements and 10
        identities; a revocation takes one identity. Dates go out in UTC. A failed call is never sent again by itself: an error
        whose Delivery is unknown may have made a request.
    .PARAMETER AccessRequest
        The body, as an object from Initialize-V2024AccessRequest or ConvertFrom-V2024JsonToAccessRequest, as a hashtable, or as a JSON text.
    .PARAMETER WithHttpInfo
        Gives a hashtable with Response, StatusCode and Headers instead of the answer alone. Names in Headers ignore case, and
        each holds an array of texts.
    .INPUTS
        A body, as -AccessRequest takes it. Each piped body is a call of its own: if one of several fails, that is told and the rest
        goes on.
    .OUTPUTS
        SailPoint.AccessRequests.AccessRequestResponse with NewRequests and ExistingRequests, which tell the access request ids by identity.
    .EXAMPLE
        New-V2024AccessRequest @{ requestedFor = @('2c918084660f45d6016617daa9210584'); requestType = 'GRANT_ACCESS'; requestedItems = @(@{ type = 'ACCESS_PROFILE'; id = '2c9180835d2e5168015d32f890ca1581'; comment = 'Joins the audit' }) }

        Requests an access profile for one identity.
    .EXAMPLE
        Initialize-V2024AccessRequest -RequestedFor '2c918084660f45d6016617daa9210584' -RequestedItems (Initialize-V2024AccessRequestItem -Type ACCESS_PROFILE -Id '2c9180835d2e5168015d32f890ca1581' -RemoveDate (Get-Date).AddDays(30)) | New-V2024AccessRequest

        Requests it for 30 days.
    .LINK
        about_SailPointAccessRequests_Errors
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium', PositionalBinding = $false)]
    [OutputType('SailPoint.AccessRequests.AccessRequestResponse')]
    [Alias('New-AccessRequest')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [Alias('V2024AccessRequest')]
        [object] $AccessRequest,

        [switch] $WithHttpInfo
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $calls = New-CallSequence -Caller $PSCmdlet -Operation createAccessRequest -BodyParameter AccessRequest -IdMember requestedFor, requestedForWithRequestedItems -Target 'access requests for identities'
    }
    process {
        Invoke-Call -Sequence $calls -Bound $PSBoundParameters -InputObject $_
    }
    end {
        Complete-CallSequence -Sequence $calls
    }
}
