function Get-V2024AccessRequestStatus {
    <#
    .SYNOPSIS
        Lists where access requests stand, one row a requested item.
    .DESCRIPTION
        Everybody sees their own requests; an ORG_ADMIN sees those of others. A request for access that the identity already had
        is ignored by the tenant and is not in the list.
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
        Only rows for which this expression holds. Fields: accessRequestId, accountActivityItemId, created. An example: created ge 2024-01-01T00:00:00Z
    .PARAMETER Sorters
        Names of fields to sort by, comma-separated; a leading - sorts downwards. Fields: created, modified, accountActivityItemId, name.
    .PARAMETER RequestState
        Only requests in this state. The tenant knows EXECUTING alone; request-state=EXECUTING means the same.
    .PARAMETER WithHttpInfo
        Gives a hashtable with Response (always an array), StatusCode and Headers instead of the rows. Names in Headers ignore
        case, and each holds an array of texts.
    .INPUTS
        Ids of identities, as -RequestedFor takes them, or objects with properties named as the parameters. Each is a call of its
        own: if one of several fails, that is told and the rest goes on.
    .OUTPUTS
        SailPoint.AccessRequests.RequestedItemStatus, one by one; nothing where no row fits.
    .EXAMPLE
        Get-V2024AccessRequestStatus -Limit 10 -Sorters '-created'

        The ten newest rows.
    .EXAMPLE
        Get-V2024AccessRequestStatus -RequestedFor 2c9180877b2b6ea4017b2c545f971429 -RequestState EXECUTING

        What is under way for one identity.
    .EXAMPLE
        (Get-V2024AccessRequestStatus -Count $true -Limit 1 -WithHttpInfo).Headers['X-Total-Count']

        How many rows there are in all.
    .LINK
        about_SailPointAccessRequests_Errors
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('SailPoint.AccessRequests.RequestedItemStatus', [hashtable])]
    [Alias('Get-AccessRequestStatus')]
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

        [switch] $WithHttpInfo
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
        $calls = New-CallSequence -Caller $PSCmdlet -Operation listAccessRequestStatus
    }
    process {
        Invoke-Call -Sequence $calls -Bound $PSBoundParameters -InputObject $_
    }
    end {
        Complete-CallSequence -Sequence $calls
    }
}
