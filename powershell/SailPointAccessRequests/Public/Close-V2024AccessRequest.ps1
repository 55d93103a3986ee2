function Close-V2024AccessRequest {
    <#
    .SYNOPSIS
        Closes access requests that are stuck, before or after their approval.
    .DESCRIPTION
        Meant for requests that can no longer come to an end by themselves; it works in any state, unlike
        Suspend-V2024AccessRequest. The tenant records each closed request with the message and the states of the body.
    .PARAMETER CloseAccessRequest
        The body, as an object from Initialize-V2024CloseAccessRequest or ConvertFrom-V2024JsonToCloseAccessRequest, as a hashtable, or as a JSON text.
    .PARAMETER XSailPointExperimental
        The value of the header X-SailPoint-Experimental; "true" unless you say otherwise.
    .PARAMETER WithHttpInfo
        Gives a hashtable with Response, StatusCode and Headers instead of the answer alone. Names in Headers ignore case, and
        each holds an array of texts.
    .INPUTS
        A body, as -CloseAccessRequest takes it. Each piped body is a call of its own: if one of several fails, that is told and the rest
        goes on.
    .OUTPUTS
        System.Collections.Hashtable without entries: the tenant answers 202 and works on it afterwards.
    .EXAMPLE
        Close-V2024AccessRequest @{ accessRequestIds = @('2c90ad2a70ace7d50170acf22ca90010') }

        Closes one request; the tenant records it as Terminated and Failure.
    .EXAMPLE
        Initialize-V2024CloseAccessRequest -AccessRequestIds '2c90ad2a70ace7d50170acf22ca90010' -ExecutionStatus Completed -CompletionStatus Success | Close-V2024AccessRequest -XSailPointExperimental true

        Closes it as done, and names the header that the call sends anyway.
    .LINK
        about_SailPointAccessRequests_Errors
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium', PositionalBinding = $false)]
    [OutputType([hashtable])]
    [Alias('Close-AccessRequest')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [Alias('V2024CloseAccessRequest')]
        [object] $CloseAccessRequest,

        [Alias('V2024XSailPointExperimental')]
        [string] $XSailPointExperimental = 'true',

        [switch] $WithHttpInfo
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $calls = New-CallSequence -Caller $PSCmdlet -Operation closeAccessRequest -BodyParameter CloseAccessRequest -IdMember accessRequestIds -Target 'access requests'
    }
    process {
        Invoke-Call -Sequence $calls -Bound $PSBoundParameters -InputObject $_
    }
    end {
        Complete-CallSequence -Sequence $calls
    }
}
