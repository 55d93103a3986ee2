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
    .PARAMETER Fault
        What shall go wrong, to see what a script makes of it: hashtables, objects or JSON texts. Each names the operation (or any, or
        token) and what to do: answer (with status, headers, body), refuse, resetBeforeReading, resetAfterActing, resetInAnswer, delay
        (with delayMs), stall, truncate, garbage, wrongLength, slowBytes, expireToken or throttle. It applies from the nth request on,
        so many times, or by a chance from 0 to 1. The sandbox's page of the documentation tells all members.
    .PARAMETER NoConnect
        Leaves the connection as it is.
    .OUTPUTS
        SailPoint.AccessRequests.SandboxProcess with BaseUrl, ControlUrl, ClientId, ClientSecret, ControlToken and ProcessId. Its method
        GetCounters() tells what the sandbox saw and did, and GetCounters().ActedOn('id') how often it acted on an id;
        PostControl('faults', $json) adds a fault, and DeleteControl('faults') takes back all of them.
    .EXAMPLE
        Start-SailPointSandbox

        Starts a sandbox; the cmdlets work on it from now on.
    .EXAMPLE
        $sandbox = Start-SailPointSandbox -Seed 7 -NoConnect

        Starts one with a seed of its own, to which nothing is connected yet.
    .EXAMPLE
        $sandbox = Start-SailPointSandbox -Fault @{ operation = 'approveBulkAccessRequest'; nth = 3; do = 'resetAfterActing' }

        From the third on, approvals are carried out without an answer. A script that ran against it has done each once where
        $sandbox.GetCounters().Ids says 1 for all of them.
    .EXAMPLE
        Start-SailPointSandbox -Fault @{ operation = 'any'; chance = 0.1; do = 'throttle' }, @{ operation = 'any'; chance = 0.1; status = 503 }

        A tenant that is often busy. The same -Seed is busy at the same requests.
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('SailPoint.AccessRequests.SandboxProcess')]
    param(
        [System.Nullable[long]] $Seed,

        [object] $Config,

        [object[]] $Fault,

        [switch] $NoConnect
    )
    Use-CallerPreference -Caller $PSCmdlet
    $failure = $null
    try {
        Import-Binding
        $sandbox = Start-SandboxProcess -Seed $Seed -Config $Config -Fault $Fault
        if (-not $NoConnect) { Connect-Sandbox -Sandbox $sandbox }
    } catch {
        $failure = New-CallError -Exception $_.Exception -Caller $PSCmdlet -Target $(if ($Fault) { $Fault } else { $Config })
    }
    if ($failure) { $PSCmdlet.ThrowTerminatingError($failure) }
    $sandbox
}
