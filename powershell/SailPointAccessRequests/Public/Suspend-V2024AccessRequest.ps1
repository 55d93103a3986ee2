function Suspend-V2024AccessRequest {
    <#
    .SYNOPSIS
        Cancels one access request that has not passed its approval step.
    .DESCRIPTION
        Whoever submitted the request may cancel it, and so may an ORG_ADMIN. A request that is already approved can only be
        closed: see Close-V2024AccessRequest.
    .PARAMETER CancelAccessRequest
        The body, as an object from Initialize-V2024CancelAccessRequest or ConvertFrom-V2024JsonToCancelAccessRequest, as a hashtable, or as a JSON text. Its accountActivityId is the accessRequestId of a row of Get-V2024AccessRequestStatus.
    .PARAMETER WithHttpInfo
        Gives a hashtable with Response, StatusCode and Headers instead of the answer alone. Names in Headers ignore case, and
        each holds an array of texts.
    .INPUTS
        A body, as -CancelAccessRequest takes it. Each piped body is a call of its own: if one of several fails, that is told and the rest
        goes on.
    .OUTPUTS
        System.Collections.Hashtable without entries: the tenant answers 202 and works on it afterwards.
    .EXAMPLE
        Suspend-V2024AccessRequest @{ accountActivityId = '2c9180835d2e5168015d32f890ca1581'; comment = 'Asked for the wrong role' }

        Cancels one request.
    .EXAMPLE
        '{"accountActivityId": "2c9180835d2e5168015d32f890ca1581", "comment": "Asked for the wrong role"}' | Suspend-V2024AccessRequest -WithHttpInfo

        Takes the body as JSON, and gives status and headers too.
    .LINK
        about_SailPointAccessRequests_Errors
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium', PositionalBinding = $false)]
    [OutputType([hashtable])]
    [Alias('Suspend-AccessRequest')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [Alias('V2024CancelAccessRequest')]
        [object] $CancelAccessRequest,

        [switch] $WithHttpInfo
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $calls = New-CallSequence -Caller $PSCmdlet -Operation cancelAccessRequest -BodyParameter CancelAccessRequest -IdMember accountActivityId -Target 'access request'
    }
    process {
        Invoke-Call -Sequence $calls -Bound $PSBoundParameters -InputObject $_
    }
    end {
        Complete-CallSequence -Sequence $calls
    }
}
