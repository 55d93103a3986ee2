function Stop-SailPointSandbox {
    <#
    .SYNOPSIS
        Ends sandboxes that Start-SailPointSandbox started.
    .DESCRIPTION
        What the sandbox held is gone, and a connection to it ends.
    .PARAMETER Sandbox
        The sandbox to end, as Start-SailPointSandbox gave it; without it, all that this process started.
    .INPUTS
        SailPoint.AccessRequests.SandboxProcess
    .OUTPUTS
        Nothing.
    .EXAMPLE
        Start-SailPointSandbox -NoConnect | Stop-SailPointSandbox

        Ends the sandbox that was just started.
    .EXAMPLE
        Stop-SailPointSandbox

        Ends all sandboxes of this PowerShell process.
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
            $ended = if ($null -ne $Sandbox) { $Sandbox } else { [SailPoint.AccessRequests.SandboxProcess]::Running }
            $failure = Get-SandboxRefusal -Sandbox $ended
            if (-not $failure) { foreach ($one in $ended) { Stop-SandboxProcess -Sandbox $one } }
        } catch {
            $failure = $_.Exception
        }
        if ($failure) { $PSCmdlet.ThrowTerminatingError((New-CallError -Exception $failure -Caller $PSCmdlet -Target $Sandbox)) }
    }
}
