function Get-GivenParameter {
    # What this object of the pipeline was given. The engine leaves in $PSBoundParameters what earlier objects bound by property
    # name; taking that out gives the next object a clean start.
    param(
        # The parameters given by name or position: what the dictionary held in the begin block.
        [string[]] $Named,
        # $PSBoundParameters in the process block.
        [System.Collections.IDictionary] $Bound
    )
    $given = @{}
    foreach ($name in @($Bound.Keys)) {
        $given[$name] = $Bound[$name]
        if ($name -notin $Named) { $null = $Bound.Remove($name) }
    }
    $given
}
