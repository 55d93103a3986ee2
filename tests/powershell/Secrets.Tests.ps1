# Neither secret nor token may appear anywhere that a person or a log reads: streams, errors, transcripts, objects.

BeforeDiscovery { . "$PSScriptRoot/Common.ps1" }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $Secret = 'canary-secret-5f3a9c'
    $Token = 'canary-token-81d2e7'
    Start-TestTenant @{ clientSecret = $Secret; accessTokens = @($Token) }

    function Get-Everything {
        # All that a new process says while the script runs with every stream on, with its transcript.
        param([string] $Script)
        $transcript = Join-Path $TestDrive "$([guid]::NewGuid()).txt"
        $shown = Invoke-Shell -Environment @{ CANARY_SECRET = $Secret; CANARY_TOKEN = $Token } -Script @"
`$null = Start-Transcript -LiteralPath '$transcript'
`$VerbosePreference = 'Continue'; `$DebugPreference = 'Continue'; `$InformationPreference = 'Continue'; `$ErrorView = 'DetailedView'
Import-Module '$ModuleFolder' -Verbose:`$false
`$address = '$($script:Tenant.BaseUrl)'; `$id = '$($script:Tenant.ClientId)'
$Script
`$Error | Format-List * -Force
`$Error | ForEach-Object { `$_.Exception | Format-List * -Force; "`$(`$_.Exception)"; `$_.ErrorDetails; `$_.TargetObject | ConvertTo-Json -Depth 3 }
Get-SailPointTenant | Format-List * -Force
'the end was reached'
`$null = Stop-Transcript
"@
        $shown.Output | Should -BeLike '*the end was reached*' -Because $shown.Errors
        $text = Get-Content -LiteralPath $transcript -Raw
        $text | Should -BeLike '*the end was reached*'
        $shown.Output + $shown.Errors + $text
    }
}

AfterAll { Stop-TestTenant }

Describe 'The secret' {
    It 'stays hidden in calls that succeed' {
        $said = Get-Everything @'
Connect-SailPointTenant -BaseUrl $address -ClientId $id -ClientSecret $env:CANARY_SECRET -PassThru
Get-V2024AccessRequestStatus -Limit 2 -WithHttpInfo | ConvertTo-Json -Depth 6
Approve-V2024BulkAccessRequest @{ approvalIds = @('2c9180835d2e5168015d32f890ca1581'); comment = 'x' } -WithHttpInfo | ConvertTo-Json -Depth 6
'@
        $said | Should -BeLike '*was answered 202*' -Because 'the verbose lines have to be in what is searched'
        $said | Should -Not -Match $Secret
        $said | Should -Not -Match 'Bearer'
    }

    It 'stays hidden in calls that fail' {
        $said = Get-Everything @'
Connect-SailPointTenant -BaseUrl $address -ClientId $id -ClientSecret "wrong-$env:CANARY_SECRET"
Get-V2024AccessRequestStatus
Connect-SailPointTenant -BaseUrl $address -ClientId '' -ClientSecret $env:CANARY_SECRET
Connect-SailPointTenant -BaseUrl 'nonsense' -Credential ([pscredential]::new('x', (ConvertTo-SecureString $env:CANARY_SECRET -AsPlainText -Force)))
Connect-SailPointTenant -BaseUrl $address -ClientId $id -ClientSecret @($env:CANARY_SECRET)
Connect-SailPointTenant -BaseUrl $address -ClientId $id -ClientSecret "$env:CANARY_SECRET`n"
Suspend-V2024AccessRequest @{ accountActivityId = 'nobody'; comment = 'x' }
'@
        $said | Should -BeLike '*The tenant refused the client credentials*'
        $said | Should -Not -Match $Secret
    }

    It 'stays hidden where config.json or the environment holds it' {
        $said = Get-Everything @'
$env:SAIL_CLIENT_ID = $id; $env:SAIL_CLIENT_SECRET = $env:CANARY_SECRET
Get-V2024AccessRequestStatus
$env:SAIL_BASE_URL = 'http://example.com'
Get-V2024AccessRequestStatus
Remove-Item env:SAIL_CLIENT_ID
Set-Location ([System.IO.Directory]::CreateTempSubdirectory('canary').FullName)
Set-Content config.json "{ `"baseUrl`": `"$address`", `"clientId`": `"$id`", `"clientSecret`": `"$env:CANARY_SECRET`", `"clientSecrets`": 1 }"
Get-V2024AccessRequestStatus
Set-Content config.json "{ `"clientSecret`": `"$env:CANARY_SECRET`" "
Get-V2024AccessRequestStatus
'@
        $said | Should -BeLike '*SAIL_BASE_URL is missing in the environment*'
        $said | Should -Not -Match $Secret
    }
}

Describe 'A token' {
    It 'stays hidden in calls that succeed and fail' {
        $said = Get-Everything @'
Connect-SailPointTenant -BaseUrl $address -AccessToken $env:CANARY_TOKEN -PassThru
Get-V2024AccessRequestStatus -Limit 1 -WithHttpInfo | ConvertTo-Json -Depth 6
Connect-SailPointTenant -BaseUrl $address -AccessToken "refused-$env:CANARY_TOKEN"
Get-V2024AccessRequestStatus -Limit 1
Connect-SailPointTenant -BaseUrl $address -AccessToken "$env:CANARY_TOKEN`nx"
Get-V2024AccessRequestStatus -Limit 1
'@
        $said | Should -BeLike '*was answered 200*'
        $said | Should -BeLike '*was answered 401*'
        $said | Should -Not -Match $Token
    }
}

Describe 'The sandbox' {
    It 'shows its secret only to who asks for the property' {
        $said = Get-Everything '$sandbox = Start-SailPointSandbox -Config @{ clientSecret = $env:CANARY_SECRET }; $sandbox; Stop-SailPointSandbox'
        $said | Should -BeLike '*ProcessId*'
        $said | Should -Not -Match $Secret
    }
}
