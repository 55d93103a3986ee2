# The rows of Get-SailPointMetrics.

function New-OperationMetrics {
    # One operation's counters.
    param([System.Collections.IDictionary] $Declaration, [object] $Counters)

    $errors = [ordered] @{}
    foreach ($kind in $Counters.Errors.Keys) { $errors[$kind] = $Counters.Errors[$kind] }
    [pscustomobject]@{
        PSTypeName = 'SailPointAccessRequests.OperationMetrics'
        Operation  = $Declaration['id']
        Cmdlet     = $Declaration['cmdlet']
        Succeeded  = $Counters.Succeeded
        Failed     = $Counters.Failed
        Attempts   = $Counters.Attempts
        Errors     = $errors
    }
}

function New-TokenMetrics {
    # Requests for tokens, under the name that -Verbose and the sandbox have for them. Their outcomes are not counted: a call that got
    # no token counts as failed itself.
    param([long] $Requests)

    [pscustomobject]@{
        PSTypeName = 'SailPointAccessRequests.OperationMetrics'
        Operation  = 'token'
        Cmdlet     = $null
        Succeeded  = $null
        Failed     = $null
        Attempts   = $Requests
        Errors     = [ordered] @{}
    }
}
