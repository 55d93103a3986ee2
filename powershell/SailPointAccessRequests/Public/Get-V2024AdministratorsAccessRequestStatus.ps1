function Get-V2024AdministratorsAccessRequestStatus {
    <#
    .SYNOPSIS
        Lists where all access requests of the organisation stand, one row a requested item.
    .DESCRIPTION
        For an ORG_ADMIN or a caller with the scope idn:access-request-administration:read.
    .PARAMETER RequestedFor
        Only requests for this identity: its id, or me. Not together with -RegardingIdentity.
    .PARAMETER RequestedBy
        Only requests by this identity: its id, or me. Not together with -RegardingIdentity.
    .PARAMETER RegardingIdentity
        Only requests for or by this identity: its id, or me. Not together with -RequestedFor or -RequestedBy.
    .PARAMETER AssignedTo
        Only requests whose work item this identity owns: its id, or me.
    .PARAMETER Count
        $true or $false (Boolean): whether the header X-Total-Count tells how many rows there are in all. Read it by -WithHttpInfo.
    .PARAMETER Limit
        How many rows to answer at most (Int32), from 0 to 250. Without it the tenant answers up to 250, and a warning says so if all of them come back.
    .PARAMETER Offset
        How many rows to skip (Int32).
    .PARAMETER Filters
        Only rows for which this expression holds. Fields: accessRequestId, accountActivityItemId, created, status. An example: status eq "EXECUTING"
    .PARAMETER Sorters
        Names of fields to sort by, comma-separated; a leading - sorts downwards. Fields: created, modified, accountActivityItemId, name, accessRequestId.
    .PARAMETER RequestState
        Only requests in this state. The tenant knows EXECUTING alone; request-state=EXECUTING means the same.
    .PARAMETER XSailPointExperimental
        The value of the header X-SailPoint-Experimental; "true" unless you say otherwise.
    .PARAMETER WithHttpInfo
        Gives a hashtable with Response (always an array), StatusCode and Headers instead of the rows. Names in Headers ignore
        case, and each holds an array of texts.
    .INPUTS
        Ids of identities, as -RequestedFor takes them, or objects with properties named as the parameters. Each is a call of its
        own: if one of several fails, that is told and the rest goes on.
    .OUTPUTS
        SailPoint.AccessRequests.AccessRequestAdminItemStatus, one by one; nothing where no row fits.
    .EXAMPLE
        Get-V2024AdministratorsAccessRequestStatus -Limit 10 -Sorters '-created'

        The ten newest rows.
    .EXAMPLE
        Get-V2024AdministratorsAccessRequestStatus -Filters 'status eq "EXECUTING"' -Limit 50 | Group-Object State

        Counts what is under way by state.
    .LINK
        about_SailPointAccessRequests_Errors
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('SailPoint.AccessRequests.AccessRequestAdminItemStatus', [hashtable])]
    [Alias('Get-AdministratorsAccessRequestStatus')]
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
        [Alias('V2024RequestedFor')]
        [string] $RequestedFor,

        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [Alias('V2024RequestedBy')]
        [string] $RequestedBy,

        [Parameter(Position = 2, ValueFromPipelineByPropertyName)]
        [Alias('V2024RegardingIdentity')]
        [string] $RegardingIdentity,

        [Parameter(Position = 3, ValueFromPipelineByPropertyName)]
        [Alias('V2024AssignedTo')]
        [string] $AssignedTo,

        # Not from the pipeline: too many objects have a Count of their own.
        [Parameter(Position = 4)]
        [Alias('V2024Count')]
        [object] $Count,

        [Parameter(Position = 5, ValueFromPipelineByPropertyName)]
        [Alias('V2024Limit')]
        [object] $Limit,

        [Parameter(Position = 6, ValueFromPipelineByPropertyName)]
        [Alias('V2024Offset')]
        [object] $Offset,

        [Parameter(Position = 7, ValueFromPipelineByPropertyName)]
        [Alias('V2024Filters')]
        [string] $Filters,

        [Parameter(Position = 8, ValueFromPipelineByPropertyName)]
        [Alias('V2024Sorters')]
        [string] $Sorters,

        [Parameter(Position = 9, ValueFromPipelineByPropertyName)]
        [Alias('V2024RequestState')]
        [string] $RequestState,

        [Alias('V2024XSailPointExperimental')]
        [string] $XSailPointExperimental = 'true',

        [switch] $WithHttpInfo
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $calls = New-CallSequence -Caller $PSCmdlet -Operation listAdministratorsAccessRequestStatus
    }
    process {
        Invoke-Call -Sequence $calls -Bound $PSBoundParameters -InputObject $_
    }
    end {
        Complete-CallSequence -Sequence $calls
    }
}
