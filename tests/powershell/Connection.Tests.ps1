# Which tenant the cmdlets use: Connect-SailPointTenant, the environment, config.json; in one runspace and in many.

BeforeDiscovery { . "$PSScriptRoot/Common.ps1" }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant
    $Other = Start-SailPointSandbox -Seed 2 -Config '{"requests": 5}' -NoConnect
    $Variables = 'SAIL_BASE_URL', 'SAIL_CLIENT_ID', 'SAIL_CLIENT_SECRET'

    function Set-Surrounding {
        # The environment as Windows services and runbooks set it.
        param([object] $Sandbox)
        $env:SAIL_BASE_URL = $Sandbox.BaseUrl
        $env:SAIL_CLIENT_ID = $Sandbox.ClientId
        $env:SAIL_CLIENT_SECRET = $Sandbox.ClientSecret
    }

    function Set-ConfigFile {
        param([object] $Sandbox, [string] $Folder)
        @{ BaseUrl = $Sandbox.BaseUrl; ClientId = $Sandbox.ClientId; ClientSecret = $Sandbox.ClientSecret } | ConvertTo-Json | Set-Content -LiteralPath (Join-Path $Folder 'config.json')
    }

    function Get-RowTotal {
        [int] (Get-V2024AccessRequestStatus -Limit 1 -Count $true -WithHttpInfo).Headers['x-total-count'][0]
    }
}

AfterAll {
    foreach ($name in $Variables) { Remove-Item "env:$name" -ErrorAction Ignore }
    Stop-TestTenant
}

Describe 'Connections' {
    BeforeEach {
        foreach ($name in $Variables) { Remove-Item "env:$name" -ErrorAction Ignore }
        Disconnect-SailPointTenant
        Push-Location $TestDrive
    }

    AfterEach { Pop-Location }

    Context 'Connect-SailPointTenant' {
        It 'takes <Form>' -ForEach @(
            @{ Form = 'id and secret as text'; Connect = { Connect-SailPointTenant -BaseUrl $Tenant.BaseUrl -ClientId $Tenant.ClientId -ClientSecret $Tenant.ClientSecret } }
            @{ Form = 'the secret as a SecureString'; Connect = { Connect-SailPointTenant -BaseUrl $Tenant.BaseUrl -ClientId $Tenant.ClientId -ClientSecret (ConvertTo-SecureString $Tenant.ClientSecret -AsPlainText -Force) } }
            @{ Form = 'them by position'; Connect = { Connect-SailPointTenant $Tenant.BaseUrl $Tenant.ClientId $Tenant.ClientSecret } }
            @{ Form = 'a credential'; Connect = { Connect-SailPointTenant -BaseUrl $Tenant.BaseUrl -Credential ([pscredential]::new($Tenant.ClientId, (ConvertTo-SecureString $Tenant.ClientSecret -AsPlainText -Force))) } }
            @{ Form = 'an address with a slash'; Connect = { Connect-SailPointTenant -BaseUrl "$($Tenant.BaseUrl)/" -ClientId $Tenant.ClientId -ClientSecret $Tenant.ClientSecret } }
        ) {
            $tokens = Get-TokenRequest
            & $Connect | Should -BeNullOrEmpty
            (Get-TokenRequest) - $tokens | Should -Be 0 -Because 'connecting sends nothing'
            Get-RowTotal | Should -BeGreaterThan 50
        }

        It 'takes an access token as <Form>' -ForEach @(@{ Form = 'text' }, @{ Form = 'SecureString' }) {
            $token = (Invoke-RestMethod -Method Post -Uri "$($Tenant.BaseUrl)/oauth/token" -NoProxy -Body @{ grant_type = 'client_credentials'; client_id = $Tenant.ClientId; client_secret = $Tenant.ClientSecret }).access_token
            if ($Form -eq 'SecureString') { $token = ConvertTo-SecureString $token -AsPlainText -Force }
            $tokens = Get-TokenRequest
            Connect-SailPointTenant -BaseUrl $Tenant.BaseUrl -AccessToken $token
            Get-RowTotal | Should -BeGreaterThan 50
            (Get-TokenRequest) - $tokens | Should -Be 0
        }

        It 'gives with -PassThru what Get-SailPointTenant gives, without the secret' {
            $shown = Connect-SailPointTenant -BaseUrl $Tenant.BaseUrl -ClientId $Tenant.ClientId -ClientSecret $Tenant.ClientSecret -PassThru
            $shown.PSObject.Properties.Name | Should -Be 'BaseUrl', 'ClientId', 'Source'
            $shown.BaseUrl | Should -BeExactly $Tenant.BaseUrl
            $shown.ClientId | Should -BeExactly $Tenant.ClientId
            $shown.Source | Should -BeExactly 'Connect-SailPointTenant'
            (Get-SailPointTenant | ConvertTo-Json) | Should -BeExactly ($shown | ConvertTo-Json)
        }

        It 'takes a limiter file by a path from the current location, and makes it' {
            $connection = @{ BaseUrl = $Tenant.BaseUrl; ClientId = $Tenant.ClientId; ClientSecret = $Tenant.ClientSecret }
            Connect-SailPointTenant @connection -LimiterFile 'limiter'
            Join-Path $TestDrive 'limiter' | Should -Exist
            Get-RowTotal | Should -BeGreaterThan 50
        }

        It 'tells at once of a limiter file that is something else, and leaves it' {
            $file = Join-Path $TestDrive 'diary'
            Set-Content -LiteralPath $file -Value 'Monday' -NoNewline
            $connection = @{ BaseUrl = $Tenant.BaseUrl; ClientId = $Tenant.ClientId; ClientSecret = $Tenant.ClientSecret }
            { Connect-SailPointTenant @connection -LimiterFile $file } | Should -Throw "limiterFile $file can't be used: it holds something else*"
            Get-Content -LiteralPath $file | Should -BeExactly 'Monday'
        }

        It 'sends the headers and the user agent that it was given' {
            Connect-SailPointTenant -BaseUrl $Tenant.BaseUrl -ClientId $Tenant.ClientId -ClientSecret $Tenant.ClientSecret -UserAgent 'runbook/7' -Headers @{ 'X-Gateway' = 'blue' }
            $null = Get-V2024AccessRequestStatus -Limit 0
            $headers = @{}
            foreach ($header in (Get-LastRequest).headers) { $headers[$header[0]] = $header[1] }
            $headers['x-gateway'] | Should -BeExactly 'blue'
            $headers['user-agent'] | Should -BeLike 'sailpoint-access-requests/* runbook/7'
        }

        It 'bounds calls by <Parameter>' -ForEach @(
            @{ Parameter = 'TimeoutMs'; Value = 100; Message = '*did not answer in time (timeoutMs is 100 ms)*' }
            @{ Parameter = 'DeadlineMs'; Value = 100; Message = '*did not end within 100 ms (deadlineMs)*' }
        ) {
            $slow = Start-SailPointSandbox -Config @{ latencyMs = 10000 } -NoConnect
            $setting = @{ $Parameter = $Value }
            Connect-SailPointTenant -BaseUrl $slow.BaseUrl -ClientId $slow.ClientId -ClientSecret $slow.ClientSecret @setting
            $failure = Get-Failure { Get-V2024AccessRequestStatus -Limit 0 }
            Stop-SailPointSandbox $slow
            $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Timeout,Get-V2024AccessRequestStatus'
            $failure.Exception.Message | Should -BeLike $Message
        }

        It 'tries no more often than -MaxAttempts' {
            Connect-SailPointTenant -BaseUrl $Tenant.BaseUrl -ClientId $Tenant.ClientId -ClientSecret $Tenant.ClientSecret -MaxAttempts 2
            $before = Get-Arrived getAccessRequestConfig
            Add-Fault @{ operation = 'getAccessRequestConfig'; status = 503; headers = @{ 'Retry-After' = '0' } }
            $failure = Get-Failure { Get-V2024AccessRequestConfig }
            Clear-Fault
            $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Http.ServerError,Get-V2024AccessRequestConfig'
            (Get-Arrived getAccessRequestConfig) - $before | Should -Be 2
        }

        It 'hands -<Parameter> to the library' -ForEach @(
            @{ Parameter = 'ConnectTimeoutMs'; Expected = 'a number of milliseconds from 1' }
            @{ Parameter = 'ReadTimeoutMs'; Expected = 'a number of milliseconds from 1' }
            @{ Parameter = 'IdleMs'; Expected = 'a whole number from 0' }
        ) {
            $setting = @{ $Parameter = -1 }
            $failure = Get-Failure { Connect-SailPointTenant -BaseUrl $Tenant.BaseUrl -ClientId a -ClientSecret b @setting }
            $failure.Exception.Message | Should -BeExactly "$($Parameter.Substring(0, 1).ToLowerInvariant() + $Parameter.Substring(1)) in Connect-SailPointTenant must be $Expected, not the number -1."
            $setting[$Parameter] = 700
            Connect-SailPointTenant -BaseUrl $Tenant.BaseUrl -ClientId $Tenant.ClientId -ClientSecret $Tenant.ClientSecret @setting
            Get-RowTotal | Should -BeGreaterThan 50
        }

        It 'refuses <Value> for -<Parameter>, which no call could go by' -ForEach @(
            @{ Parameter = 'TimeoutMs'; Value = 0; Reason = 'timeoutMs in Connect-SailPointTenant must be a number of milliseconds from 1, not the number 0.' }
            @{ Parameter = 'DeadlineMs'; Value = -1; Reason = 'deadlineMs in Connect-SailPointTenant must be a number of milliseconds from 1, not the number -1.' }
            @{ Parameter = 'MaxAttempts'; Value = 0; Reason = 'maxAttempts in Connect-SailPointTenant must be a whole number from 1, not the number 0.' }
            @{ Parameter = 'IdleMs'; Value = 'soon'; Reason = "-IdleMs takes a whole number of at most 2147483647, not 'soon'." }
            @{ Parameter = 'TimeoutMs'; Value = 99999999999; Reason = "-TimeoutMs takes a whole number of at most 2147483647, not '99999999999'." }
        ) {
            $setting = @{ $Parameter = $Value }
            $failure = Get-Failure { Connect-SailPointTenant -BaseUrl $Tenant.BaseUrl -ClientId a -ClientSecret b @setting }
            $failure.Exception.Message | Should -BeExactly $Reason
            $failure.FullyQualifiedErrorId | Should -Match '^SailPoint\.(Config|Validation),Connect-SailPointTenant$'
        }

        It 'takes an empty text as not given, and a text of a number as one' {
            $own = Start-SailPointSandbox -NoConnect -Config @{ latencyMs = 500 }
            $connection = @{ BaseUrl = $own.BaseUrl; ClientId = $own.ClientId; ClientSecret = $own.ClientSecret }
            # With a limiter file the limit must not be off, as a 0 would turn it.
            Connect-SailPointTenant @connection -TimeoutMs '' -DeadlineMs '' -MaxAttempts '' -ConnectTimeoutMs '' -RequestsPerWindow '' -LimiterFile 'empty'
            { Get-V2024AccessRequestConfig } | Should -Not -Throw
            Connect-SailPointTenant @connection -TimeoutMs '100' -MaxAttempts '1'
            (Get-Failure { Get-V2024AccessRequestConfig }).Exception.Message | Should -BeLike '*(timeoutMs is 100 ms)*'
            Stop-SailPointSandbox $own
        }

        It 'refuses a path of a drive that there is none of for -<_>' -ForEach 'LimiterFile', 'CaFile', 'ClientCertificate' {
            $setting = @{ $_ = 'NoSuchDrive:\file' }
            $failure = Get-Failure { Connect-SailPointTenant -BaseUrl $Tenant.BaseUrl -ClientId a -ClientSecret b @setting }
            $failure.Exception.Message | Should -BeLike "-$_ takes *, not NoSuchDrive:\file.*"
            $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Validation,Connect-SailPointTenant'
        }

        It 'refuses <Case>' -ForEach @(
            @{ Case = 'nothing at all'; Given = @{}; Message = 'No connection settings were found. There are three ways to give them: *' }
            @{ Case = 'an address alone'; Given = @{ BaseUrl = 'https://example.api.identitynow.com' }; Message = '*clientId and clientSecret are missing in Connect-SailPointTenant.*' }
            @{ Case = 'an address without https'; Given = @{ BaseUrl = 'example.api.identitynow.com'; ClientId = 'a'; ClientSecret = 'b' }; Message = 'baseUrl in Connect-SailPointTenant is "example.api.identitynow.com": it must begin with https://, such as https://example.api.identitynow.com.' }
            @{ Case = 'plain http to a host'; Given = @{ BaseUrl = 'http://example.com'; ClientId = 'a'; ClientSecret = 'b' }; Message = '*http sends the secret in the clear. Use https, or set allowInsecureHttp if you must.' }
            @{ Case = 'a secret that is a number'; Given = @{ BaseUrl = 'https://example.com'; ClientId = 'a'; ClientSecret = 12345 }; Message = '-ClientSecret takes a SecureString or a text, not a Int32.' }
        ) {
            $failure = Get-Failure { Connect-SailPointTenant @Given }
            $failure.Exception.Message | Should -BeLike $Message
            $failure.FullyQualifiedErrorId | Should -Match '^SailPoint\.(Config|Validation),Connect-SailPointTenant$'
            "$failure $($failure.TargetObject)" | Should -Not -Match '12345'
        }

        It 'keeps the connection before, where the new one is refused' {
            Connect-TestTenant
            $null = Get-Failure { Connect-SailPointTenant -BaseUrl nonsense }
            (Get-SailPointTenant).BaseUrl | Should -BeExactly $Tenant.BaseUrl
        }

        It 'allows plain http with -AllowInsecureHttp' {
            (Connect-SailPointTenant -BaseUrl http://example.com -ClientId a -ClientSecret b -AllowInsecureHttp -PassThru).BaseUrl | Should -BeExactly 'http://example.com'
        }
    }

    Context 'Without a connection' {
        It 'nothing is shown, and a call explains every way to connect' {
            Get-SailPointTenant | Should -BeNullOrEmpty
            $failure = Get-Failure { Get-V2024AccessRequestStatus }
            $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Config,Get-V2024AccessRequestStatus'
            foreach ($way in 'Connect-SailPointTenant', 'SAIL_BASE_URL, SAIL_CLIENT_ID and SAIL_CLIENT_SECRET', 'config.json') { $failure.Exception.Message | Should -BeLike "*$way*" }
            $failure.ErrorDetails.RecommendedAction | Should -BeExactly 'Connect-SailPointTenant connects to a tenant, and Start-SailPointSandbox makes one to try things on.'
        }

        It 'the environment serves, read anew when it changes' {
            Set-Surrounding $Tenant
            Get-RowTotal | Should -BeGreaterThan 50
            (Get-SailPointTenant).Source | Should -BeExactly 'the environment'
            Set-Surrounding $Other
            Get-RowTotal | Should -BeLessThan 20
            (Get-SailPointTenant).BaseUrl | Should -BeExactly $Other.BaseUrl
        }

        It 'config.json in the current location serves, read anew when it or the location changes' {
            $first = (New-Item -ItemType Directory "$TestDrive/first" -Force).FullName
            $second = (New-Item -ItemType Directory "$TestDrive/second" -Force).FullName
            Set-ConfigFile $Tenant $first
            Set-ConfigFile $Other $second
            Set-Location $first
            Get-RowTotal | Should -BeGreaterThan 50
            (Get-SailPointTenant).Source | Should -BeExactly (Join-Path $first 'config.json')
            Set-Location $second
            Get-RowTotal | Should -BeLessThan 20
            Set-ConfigFile $Tenant $second
            Get-RowTotal | Should -BeGreaterThan 50
            Remove-Item "$second/config.json"
            (Get-Failure { Get-RowTotal }).FullyQualifiedErrorId | Should -BeLike 'SailPoint.Config,*'
        }

        It 'config.json is found from another drive''s location too' {
            Set-ConfigFile $Tenant $TestDrive
            Set-Location $TestDrive
            Set-Location Env:
            Get-RowTotal | Should -BeGreaterThan 50
            Remove-Item "$TestDrive/config.json"
        }

        It 'an incomplete source is named, and not completed from another' {
            Set-ConfigFile $Tenant $TestDrive
            $env:SAIL_CLIENT_ID = 'somebody'
            (Get-Failure { Get-V2024AccessRequestStatus }).Exception.Message | Should -BeLike 'SAIL_BASE_URL and SAIL_CLIENT_SECRET are missing in the environment.*'
            Remove-Item "$TestDrive/config.json"
        }

        It 'a config.json that is broken is named with its place' {
            Set-Content -LiteralPath "$TestDrive/config.json" -Value '{ "BaseUrl": '
            $failure = Get-Failure { Get-SailPointTenant }
            $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Config,Get-SailPointTenant'
            $failure.Exception.Message | Should -BeLike "*$(Join-Path $TestDrive 'config.json')*"
            Remove-Item "$TestDrive/config.json"
        }

        It 'a connection that ended leaves neither its token nor its limiter file behind' {
            $own = Start-SailPointSandbox -NoConnect
            $connection = @{ BaseUrl = $own.BaseUrl; ClientId = $own.ClientId; ClientSecret = $own.ClientSecret }
            foreach ($file in 'limit1', 'limit2') {
                Connect-SailPointTenant @connection -LimiterFile $file
                $null = Get-V2024AccessRequestConfig
                Disconnect-SailPointTenant
            }
            $own.GetCounters().TokensGranted | Should -Be 2
            Stop-SailPointSandbox $own
        }

        It 'a connection over another one has the limit that it asks for, not that of the one before' {
            $own = Start-SailPointSandbox -NoConnect
            $connection = @{ BaseUrl = $own.BaseUrl; ClientId = $own.ClientId; ClientSecret = $own.ClientSecret; DeadlineMs = 5000 }
            Connect-SailPointTenant @connection -RequestsPerWindow 1
            $null = Get-V2024AccessRequestConfig
            (Get-Failure { Get-V2024AccessRequestConfig }).Exception.Message | Should -BeLike '*the limit of requests in this window is used up*'
            Connect-SailPointTenant @connection -RequestsPerWindow 95
            $null = Get-V2024AccessRequestConfig
            Stop-SailPointSandbox $own
        }

        It 'a connection wins over the environment until it ends' {
            Set-Surrounding $Other
            Connect-TestTenant
            Get-RowTotal | Should -BeGreaterThan 50
            Disconnect-SailPointTenant
            Get-RowTotal | Should -BeLessThan 20
        }
    }

    Context 'Runspaces' {
        It 'share the connection and its one token' {
            $own = Start-SailPointSandbox
            $folder = $ModuleFolder
            $codes = 1..12 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:folder
                (Approve-V2024BulkAccessRequest @{ approvalIds = @($using:Id1); comment = "call $_" } -WithHttpInfo).StatusCode
            }
            $codes.Count | Should -Be 12
            $codes | Sort-Object -Unique | Should -Be 202
            $counters = $own.GetControl('counters') | ConvertFrom-Json -AsHashtable
            $counters['ids'][$Id1] | Should -Be 12
            $counters['tokens']['requests'] | Should -Be 1
            Stop-SailPointSandbox $own
        }
    }

    Context 'Start-SailPointSandbox' {
        It 'connects by itself, and Stop-SailPointSandbox ends both' {
            $sandbox = Start-SailPointSandbox -Seed 5 -Config @{ requests = 3 }
            (Get-SailPointTenant).BaseUrl | Should -BeExactly $sandbox.BaseUrl
            (Get-SailPointTenant).Source | Should -BeExactly 'Start-SailPointSandbox'
            $process = Get-Process -Id $sandbox.ProcessId
            Stop-SailPointSandbox $sandbox
            $process.WaitForExit(5000) | Should -BeTrue
            $sandbox.ExitCode | Should -Be 0
            Get-SailPointTenant | Should -BeNullOrEmpty
        }

        It 'leaves the connection alone with -NoConnect' {
            Connect-TestTenant
            $sandbox = Start-SailPointSandbox -NoConnect
            (Get-SailPointTenant).BaseUrl | Should -BeExactly $Tenant.BaseUrl
            $sandbox | Stop-SailPointSandbox
            (Get-SailPointTenant).BaseUrl | Should -BeExactly $Tenant.BaseUrl
        }

        It 'makes the same tenant from the same seed' {
            $ids = foreach ($seed in 9, 9, 10) {
                $sandbox = Start-SailPointSandbox -Seed $seed
                (Get-V2024AccessRequestStatus -Limit 5 -Sorters created).AccessRequestId -join ','
                Stop-SailPointSandbox $sandbox
            }
            $ids[0] | Should -BeExactly $ids[1]
            $ids[2] | Should -Not -BeExactly $ids[0]
        }

        It 'ends even where config.json in the current folder is broken' {
            Set-Content -LiteralPath "$TestDrive/config.json" -Value '{ "BaseUrl": '
            $sandbox = Start-SailPointSandbox -NoConnect
            Stop-SailPointSandbox $sandbox
            $sandbox.ExitCode | Should -Be 0
            Remove-Item "$TestDrive/config.json"
        }

        It 'is remembered by the process: <Case>' -ForEach @(
            @{ Case = 'Import-Module -Force'; Between = { Import-Module -Name $ModuleFolder -Force } }
            @{ Case = 'Remove-Module'; Between = { Remove-Module SailPointAccessRequests; Import-Module -Name $ModuleFolder } }
        ) {
            # A process of its own, since without a name all of them end.
            $script = "`$ModuleFolder = '$ModuleFolder'; Import-Module '$ModuleFolder'; `$a = Start-SailPointSandbox; $Between; Stop-SailPointSandbox; `"code `$(`$a.ExitCode)`""
            (Invoke-Shell $script).Output.Trim() | Should -BeExactly 'code 0'
        }

        It 'is remembered in another runspace' {
            $script = "Import-Module '$ModuleFolder'; `$a = Start-SailPointSandbox; 1 | ForEach-Object -Parallel { Import-Module '$ModuleFolder'; Stop-SailPointSandbox }; `"code `$(`$a.ExitCode)`""
            (Invoke-Shell $script).Output.Trim() | Should -BeExactly 'code 0'
        }

        It 'is not taken from a text: Stop-SailPointSandbox says what it takes' {
            $failure = Get-Failure { Stop-SailPointSandbox 'foo' }
            $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Validation,Stop-SailPointSandbox'
            $failure.Exception.Message | Should -BeExactly '-Sandbox takes what Start-SailPointSandbox gave, not a value of the type System.String. Without it, all sandboxes of this process end.'
        }

        It 'refuses settings that it does not know, in the program''s words' {
            $failure = Get-Failure { Start-SailPointSandbox -Config @{ requestz = 3 } }
            $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Validation,Start-SailPointSandbox'
            $failure.Exception.Message | Should -BeLike '*requestz*'
        }

        It 'ends with the process that started it' {
            $shown = Invoke-Shell "Import-Module '$ModuleFolder'; (Start-SailPointSandbox).ProcessId"
            $id = [int] $shown.Output.Trim()
            $left = Get-Process -Id $id -ErrorAction Ignore
            if ($left) { $left.WaitForExit(5000) | Should -BeTrue }
            Get-Process -Id $id -ErrorAction Ignore | Should -BeNullOrEmpty
        }
    }
}
