function Connect-SailPointTenant {
    <#
    .SYNOPSIS
        Connects this PowerShell process to a tenant.
    .DESCRIPTION
        Give the client id and secret of a personal access token or an API client, or an access token that you have. The settings
        are checked, and nothing is sent: the first call gets the token, which all runspaces of the process then share. A
        connection that was there before ends.

        Without a connection the cmdlets read the environment variables SAIL_BASE_URL, SAIL_CLIENT_ID and SAIL_CLIENT_SECRET, or
        a file config.json in the current folder.
    .PARAMETER BaseUrl
        The address of the tenant's API, such as https://example.api.identitynow.com.
    .PARAMETER ClientId
        The client id.
    .PARAMETER ClientSecret
        The client secret, as a SecureString. A plain text is taken too, for automation that has it as one; typed at the prompt it
        would stay in the history.
    .PARAMETER Credential
        Client id and secret in one: the id as user name, the secret as password.
    .PARAMETER AccessToken
        A token to use as it is, as a SecureString or a text. Who gives it also renews it, by connecting again.
    .PARAMETER TokenUrl
        Where tokens come from, if not from BaseUrl with /oauth/token.
    .PARAMETER AllowInsecureHttp
        Allows http to a host other than this machine. Secret and token then travel in the clear.
    .PARAMETER RequestsPerWindow
        How many requests may go out in 10 seconds; 95 by default, just below the 100 that the tenant takes. 0 is without limit.
        Of connections to the same tenant and client id the lowest counts: to raise it, first run Disconnect-SailPointTenant.
    .PARAMETER LimiterFile
        A file through which the PowerShell processes of this machine share one limit, where they use one client id; it is made where
        there is none. Each tenant needs a file of its own. To change to another one, first run Disconnect-SailPointTenant.
    .PARAMETER ConnectTimeoutMs
        How long a connection may take to be made, in milliseconds; 10,000 by default.
    .PARAMETER ReadTimeoutMs
        How long the tenant may be silent within an answer, in milliseconds; 30,000 by default.
    .PARAMETER IdleMs
        How long an unused connection is kept, in milliseconds; 4,000 by default, below what servers and load balancers keep.
    .PARAMETER TimeoutMs
        How long one attempt of a call may take, from its connection to the end of its answer, in milliseconds; 60,000 by default.
    .PARAMETER DeadlineMs
        How long a whole call may take with all its attempts and waits, in milliseconds; without limit by default. A wait that
        would outlive it ends the call at once.
    .PARAMETER MaxAttempts
        How often a call may be tried where nothing can be done twice by it; 5 by default. With 1 it is sent once.
    .PARAMETER Proxy
        The proxy's address, such as http://proxy.example.com:8080, or http://USER:PASSWORD@proxy.example.com:8080; characters such
        as @ : / # % in user name and password are written %40 %3A %2F %23 %25. Without it the environment's counts: HTTPS_PROXY for
        an https base URL, HTTP_PROXY for an http one, else ALL_PROXY, with the exceptions of NO_PROXY; and where that names none,
        the one that the system is set to.
    .PARAMETER NoProxy
        Hosts that need no proxy, comma-separated: names, which mean those below them too, addresses, networks such as 10.0.0.0/8,
        or * for all.
    .PARAMETER CaFile
        A PEM file with certificates of authorities that are trusted beside those of the operating system, such as the one of a
        gateway that opens TLS.
    .PARAMETER ClientCertificate
        A PEM file with a client certificate, those that signed it, and its private key, for a server that demands one. The key is
        not encrypted. A .pfx file is converted by: openssl pkcs12 -in FILE -out client.pem -nodes
    .PARAMETER UserAgent
        A text that goes with the module's own in the header User-Agent.
    .PARAMETER Headers
        Headers that go with every request: a hashtable of texts.
    .PARAMETER PassThru
        Gives what Get-SailPointTenant gives.
    .OUTPUTS
        Nothing; with -PassThru an object with BaseUrl, ClientId and Source.
    .EXAMPLE
        Connect-SailPointTenant -BaseUrl https://example.api.identitynow.com -ClientId 1f0e2d3c -ClientSecret (ConvertTo-SecureString 'SECRET' -AsPlainText -Force)

        Connects with a client id and a secret. At the prompt, give (Read-Host -AsSecureString) as the secret.
    .EXAMPLE
        $sandbox = Start-SailPointSandbox -NoConnect; Connect-SailPointTenant -BaseUrl $sandbox.BaseUrl -ClientId $sandbox.ClientId -ClientSecret $sandbox.ClientSecret -PassThru

        Connects to a sandbox and shows what is connected.
    .EXAMPLE
        $credential = [pscredential]::new('1f0e2d3c', (ConvertTo-SecureString 'SECRET' -AsPlainText -Force)); Connect-SailPointTenant https://example.api.identitynow.com -Credential $credential

        Connects with a credential, as Get-Credential or a vault gives it: the user name is the client id.
    .EXAMPLE
        Connect-SailPointTenant https://example.api.identitynow.com 1f0e2d3c (ConvertTo-SecureString 'SECRET' -AsPlainText -Force) -Proxy http://proxy.example.com:8080 -UserAgent 'nightly/2.1'

        Connects through a proxy, and lets the tenant's logs tell which program called.
    .LINK
        about_SailPointAccessRequests_Errors
    #>
    [CmdletBinding(DefaultParameterSetName = 'ClientSecret', PositionalBinding = $false)]
    [OutputType('SailPointAccessRequests.Tenant')]
    param(
        [Parameter(Position = 0)]
        [string] $BaseUrl,

        [Parameter(ParameterSetName = 'ClientSecret', Position = 1)]
        [string] $ClientId,

        [Parameter(ParameterSetName = 'ClientSecret', Position = 2)]
        [object] $ClientSecret,

        [Parameter(ParameterSetName = 'Credential')]
        [pscredential] $Credential,

        [Parameter(ParameterSetName = 'AccessToken')]
        [object] $AccessToken,

        [string] $TokenUrl,

        [switch] $AllowInsecureHttp,

        # Numbers as objects: the type [Nullable[int]] would make 0 of '', which turns the limit off.
        [object] $RequestsPerWindow,

        [string] $LimiterFile,

        [object] $ConnectTimeoutMs,

        [object] $ReadTimeoutMs,

        [object] $IdleMs,

        [object] $TimeoutMs,

        [object] $DeadlineMs,

        [object] $MaxAttempts,

        [string] $Proxy,

        [string] $NoProxy,

        [string] $CaFile,

        [string] $ClientCertificate,

        [string] $UserAgent,

        [System.Collections.IDictionary] $Headers,

        [switch] $PassThru
    )
    begin {
        Use-CallerPreference -Caller $PSCmdlet
    }
    process {
        $failure = $null
        try {
            Import-Binding
            $configuration = New-ClientConfiguration -Given $PSBoundParameters -Caller $PSCmdlet
            if ($configuration -is [System.Exception]) { $failure = $configuration }
            if (-not $failure) { $null = [SailPoint.AccessRequests.TenantConnections]::TryConnect($configuration, [ref] $failure) }
        } catch {
            $failure = $_.Exception
        }
        if ($failure) { $PSCmdlet.ThrowTerminatingError((New-CallError -Exception $failure -Caller $PSCmdlet -Target $BaseUrl)) }
        if ($PassThru) { Get-SailPointTenant }
    }
}
