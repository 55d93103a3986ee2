# Connect-SailPointTenant over TLS and proxies: authorities of one's own, client certificates, and what is said where they lack.

BeforeDiscovery { . "$PSScriptRoot/Common.ps1" }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant

    # For all certificates: one that is signed a second later must not outlive its authority.
    $From = [System.DateTimeOffset]::UtcNow.AddDays(-1)
    $Until = [System.DateTimeOffset]::UtcNow.AddDays(1)

    function New-Certificate {
        # A certificate with its key, good for localhost; without -Authority an authority itself.
        param([string] $Name, [System.Security.Cryptography.X509Certificates.X509Certificate2] $Authority)
        $key = [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve+NamedCurves]::nistP256)
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new("CN=$Name", $key, [System.Security.Cryptography.HashAlgorithmName]::SHA256)
        if (-not $Authority) {
            $request.CertificateExtensions.Add([System.Security.Cryptography.X509Certificates.X509BasicConstraintsExtension]::new($true, $false, 0, $true))
            return $request.CreateSelfSigned($From, $Until)
        }
        $names = [System.Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder]::new()
        $names.AddDnsName('localhost')
        $request.CertificateExtensions.Add($names.Build())
        $signed = $request.Create($Authority, $From, $Until, [byte[]] (1, 2, 3, [byte] $Name.Length))
        [System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions]::CopyWithPrivateKey($signed, $key)
    }

    function Get-Pem {
        param([System.Security.Cryptography.X509Certificates.X509Certificate2] $Certificate)
        $key = [System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions]::GetECDsaPrivateKey($Certificate)
        $Certificate.ExportCertificatePem() + "`n" + $key.ExportPkcs8PrivateKeyPem() + "`n"
    }

    $Authority = New-Certificate -Name 'Authority of a test'
    $Folder = Join-Path $TestDrive 'certificates'
    $null = New-Item -ItemType Directory -Path $Folder
    Set-Content -LiteralPath (Join-Path $Folder 'authority.pem') -Value $Authority.ExportCertificatePem()
    Set-Content -LiteralPath (Join-Path $Folder 'client.pem') -Value (Get-Pem (New-Certificate -Name 'runbook' -Authority $Authority))

    # A server that ends TLS before the tenant and demands a client certificate, in a runspace of its own, since the calls of the tests
    # block this one. The copying goes on by itself, so that one connection does not hold up the next.
    $Listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $Listener.Start()
    $Server = [powershell]::Create()
    $null = $Server.AddScript({
            param($Listener, $Certificate, $Issuer, $Tenant)
            # PEM keys live in memory only, and Windows serves none of those.
            $Certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new($Certificate.Export('Pkcs12'))
            $options = [System.Net.Security.SslServerAuthenticationOptions]::new()
            $options.ServerCertificate = $Certificate
            $options.ClientCertificateRequired = $true
            # No chain can be built to an authority that the system does not know; the callback looks at the issuer instead.
            $options.RemoteCertificateValidationCallback = { param($stream, $given) $null -ne $given -and $given.Issuer -eq $Issuer }.GetNewClosure()
            $open = [System.Collections.Generic.List[object]]::new()
            while ($true) {
                try { $client = $Listener.AcceptTcpClient() } catch { return }
                try {
                    $stream = [System.Net.Security.SslStream]::new($client.GetStream())
                    $stream.AuthenticateAsServer($options)
                    $there = [System.Net.Sockets.TcpClient]::new($Tenant.Host, $Tenant.Port)
                    $open.Add(@($stream, $there, $stream.CopyToAsync($there.GetStream()), $there.GetStream().CopyToAsync($stream)))
                } catch {
                    # What the client is told is what the tests look at.
                    $client.Dispose()
                }
            }
        }).AddArgument($Listener).AddArgument((New-Certificate -Name 'localhost' -Authority $Authority)).AddArgument($Authority.Subject).AddArgument([uri] $Tenant.BaseUrl)
    $null = $Server.BeginInvoke()
    $BaseUrl = "https://localhost:$($Listener.LocalEndpoint.Port)"

    function Connect-Tls {
        param([hashtable] $Parameter = @{})
        Connect-SailPointTenant -BaseUrl $BaseUrl -ClientId $Tenant.ClientId -ClientSecret $Tenant.ClientSecret -RequestsPerWindow 0 @Parameter
    }
}

AfterAll {
    $Listener.Stop()
    Disconnect-SailPointTenant
    $Server.Dispose()
    Stop-TestTenant
}

Describe 'Certificates' {
    It 'opens the way with -CaFile and -ClientCertificate, from the location of the caller' {
        Push-Location $Folder
        try { Connect-Tls @{ CaFile = './authority.pem'; ClientCertificate = 'client.pem' } } finally { Pop-Location }
        (Get-V2024AccessRequestConfig).GetType().Name | Should -BeExactly 'AccessRequestConfig'
        Get-Arrived getAccessRequestConfig | Should -Be 1
    }

    It 'names CaFile where the authority is unknown' {
        $before = Get-Arrived getAccessRequestConfig
        Connect-Tls @{ ClientCertificate = (Join-Path $Folder 'client.pem') }
        $failure = Get-Failure { Get-V2024AccessRequestConfig }
        $failure.Exception.Message | Should -BeLike '*is signed by an authority that this machine does not trust*as caFile*'
        $failure.Exception.Delivery | Should -BeExactly 'not_sent'
        (Get-Arrived getAccessRequestConfig) - $before | Should -Be 0
    }

    It 'takes ~ and drives in -<Name>' -ForEach @(@{ Name = 'CaFile' }, @{ Name = 'ClientCertificate' }) {
        $null = New-PSDrive -Name certs -PSProvider FileSystem -Root $Folder -Scope Global
        try {
            $failure = Get-Failure { Connect-Tls @{ $Name = 'certs:/none.pem' } }
            $failure.Exception.Message | Should -BeLike "?*$(Join-Path $Folder 'none.pem'): it can't be read (*"
            $failure = Get-Failure { Connect-Tls @{ $Name = '~/no-such-file.pem' } }
            $failure.Exception.Message | Should -BeLike "$($Name.Substring(0, 1).ToLowerInvariant())$($Name.Substring(1)) in Connect-SailPointTenant is $((Resolve-Path ~).ProviderPath)*: it can't be read (*"
        } finally {
            Remove-PSDrive -Name certs -Scope Global
        }
    }

    It 'wants a file in -<Name>, not an entry of another drive' -ForEach @(@{ Name = 'CaFile' }, @{ Name = 'ClientCertificate' }) {
        $failure = Get-Failure { Connect-Tls @{ $Name = 'Variable:Folder' } }
        $failure.Exception.Message | Should -BeExactly "-$Name takes a file in PEM form, not Variable:Folder. Export the certificate to one."
    }
}

Describe 'A proxy' {
    It 'is named where it can''t be reached, without its password' {
        $closed = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $closed.Start()
        $address = [string] $closed.LocalEndpoint
        $closed.Stop()
        Connect-SailPointTenant -BaseUrl https://tenant.example.test -AccessToken t -Proxy "http://svc:p%40canary@$address"
        $failure = Get-Failure { Get-V2024AccessRequestConfig }
        $failure.Exception.Message | Should -BeLike "*https://tenant.example.test could not be reached through the proxy (${address}: *). Check proxy, noProxy and the network.*"
        ($failure | Format-List * -Force | Out-String) | Should -Not -BeLike '*canary*'
    }
}
