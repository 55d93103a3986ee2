function Start-SailPointSandbox {
    <#
    .SYNOPSIS
        Starts a tenant of your own on this machine, and connects to it.
    .DESCRIPTION
        The sandbox behaves as a tenant does, with made-up identities, access and requests, and keeps what the cmdlets change
        until it ends. It listens on 127.0.0.1 only. It ends with Stop-SailPointSandbox, or with this PowerShell process.
    .PARAMETER Seed
        A number from which everything is made up: the same seed makes the same tenant.
    .PARAMETER Config
        Settings of the sandbox: a hashtable, or a JSON text.
    .PARAMETER NoConnect
        Leaves the connection as it is.
    .OUTPUTS
        SailPoint.AccessRequests.SandboxProcess with BaseUrl, ClientId, ClientSecret, ControlToken and ProcessId.
    .EXAMPLE
        Start-SailPointSandbox

        Starts a sandbox; the cmdlets work on it from now on.
    .EXAMPLE
        $sandbox = Start-SailPointSandbox -Seed 7 -NoConnect

        Starts one with a seed of its own, to which nothing is connected yet.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('SailPoint.AccessRequests.SandboxProcess')]
    param(
        [System.Nullable[long]] $Seed,

        [object] $Config,

        [switch] $NoConnect
    )
    Use-CallerPreference -Caller $PSCmdlet
    $failure = $null
    try {
        Import-Binding
        $sandbox = Start-SandboxProcess -Seed $Seed -Config $Config
        if (-not $NoConnect) { Connect-Sandbox -Sandbox $sandbox }
    } catch {
        $failure = New-CallError -Exception $_.Exception -Caller $PSCmdlet -Target $Config
    }
    if ($failure) { $PSCmdlet.ThrowTerminatingError($failure) }
    $sandbox
}
