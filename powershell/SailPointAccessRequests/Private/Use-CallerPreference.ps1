function Use-CallerPreference {
    # Makes the caller's preferences hold in the cmdlet that calls this. A module's functions see the global ones only, so what a
    # script or another module set for itself ($ErrorActionPreference = 'Stop' at its head, say) would be lost.
    param([System.Management.Automation.PSCmdlet] $Caller)

    $parameterOf = @{
        ErrorActionPreference = 'ErrorAction'
        WarningPreference     = 'WarningAction'
        InformationPreference = 'InformationAction'
        ProgressPreference    = 'ProgressAction'
        VerbosePreference     = 'Verbose'
        DebugPreference       = 'Debug'
        ConfirmPreference     = 'Confirm'
        WhatIfPreference      = 'WhatIf'
    }
    $bound = $Caller.MyInvocation.BoundParameters
    # A script cmdlet's SessionState is that of its caller.
    $theirs = $Caller.SessionState.PSVariable
    $ours = $ExecutionContext.SessionState.PSVariable
    foreach ($name in $parameterOf.Keys) {
        $preference = $theirs.GetValue($name)
        # Mostly they are the same, and then there is nothing to set.
        if ($preference -eq $ours.GetValue($name) -or $null -eq $preference -or $bound.ContainsKey($parameterOf[$name])) { continue }
        # Without the switches, Set-Variable itself would obey the $WhatIfPreference that it has just set.
        Microsoft.PowerShell.Utility\Set-Variable -Scope 1 -Name $name -Value $preference -WhatIf:$false -Confirm:$false
    }
}
