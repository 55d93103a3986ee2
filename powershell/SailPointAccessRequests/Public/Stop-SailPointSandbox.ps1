function Stop-SailPointSandbox {
    <#
    .SYNOPSIS
        Ends sandboxes that Start-SailPointSandbox started.
    .DESCRIPTION
        What the sandbox held is gone, and a connection to it ends.
    .PARAMETER Sandbox
        The sandbox to end, as Start-SailPointSandbox gave it; without it, all that this session started.
    .INPUTS
        SailPoint.AccessRequests.SandboxProcess
    .OUTPUTS
        Nothing.
    .EXAMPLE
        Start-SailPointSandbox -NoConnect | Stop-SailPointSandbox

        Ends the sandbox that was just started.
    .EXAMPLE
        Stop-SailPointSandbox

        Ends all sandboxes of this session.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(Position = 0, ValueFromPipeline)]
        [object] $Sandbox
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        $failure = $null
        try {
            Import-Binding
            $ended = if ($null -ne $Sandbox) { $Sandbox } else { @($script:StartedSandboxes) }
            foreach ($one in $ended) {
                if ($null -eq $one) { continue }
                Disconnect-Sandbox -Sandbox $one
                $one.Dispose()
                if ($script:StartedSandboxes) { $null = $script:StartedSandboxes.Remove($one) }
            }
        } catch {
            $failure = New-CallError -Exception $_.Exception -Caller $PSCmdlet -Target $Sandbox
        }
        if ($failure) { $PSCmdlet.ThrowTerminatingError($failure) }
    }
}
