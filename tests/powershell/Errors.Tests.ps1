# What an error tells a script, and what it shows to a person who did not catch it.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $Statuses = @(
        @{ Status = 400; Id = 'SailPoint.Http.BadRequest'; Category = 'InvalidData'; Kind = 'http'; Advice = 'Get-Help Approve-V2024BulkAccessRequest -Full tells what it takes, with examples.' }
        @{ Status = 401; Id = 'SailPoint.Auth'; Category = 'AuthenticationError'; Kind = 'auth'; Advice = 'Get-SailPointTenant shows the settings in use, and Connect-SailPointTenant sets others.' }
        @{ Status = 403; Id = 'SailPoint.Http.Forbidden'; Category = 'PermissionDenied'; Kind = 'http'; Advice = 'Get-SailPointTenant shows the settings in use, and Connect-SailPointTenant sets others.' }
        @{ Status = 404; Id = 'SailPoint.Http.NotFound'; Category = 'ObjectNotFound'; Kind = 'http'; Advice = 'Get-SailPointTenant shows which tenant that was.' }
        @{ Status = 409; Id = 'SailPoint.Http.Conflict'; Category = 'ResourceExists'; Kind = 'http'; Advice = 'Get-V2024AccessRequestStatus shows the present state.' }
        @{ Status = 418; Id = 'SailPoint.Http'; Category = 'ProtocolError'; Kind = 'http'; Advice = 'Get-SailPointTenant shows which tenant that was.' }
        @{ Status = 500; Id = 'SailPoint.Http.ServerError'; Category = 'ResourceUnavailable'; Kind = 'http'; Advice = "The fault is on the tenant's side: if it stays, give TrackingId to SailPoint's support. Get-V2024AccessRequestStatus shows what became of it." }
        @{ Status = 502; Id = 'SailPoint.Http.ServerError'; Category = 'ResourceUnavailable'; Kind = 'http'; Advice = "The fault is on the tenant's side: if it stays, give TrackingId to SailPoint's support. Get-V2024AccessRequestStatus shows what became of it." }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant
    $Body = @{ approvalIds = @($Id1); comment = 'x' }
}

AfterAll { Stop-TestTenant }

Describe 'A <Status> of the tenant' -ForEach $Statuses {
    AfterEach { Clear-Fault }

    It 'is one terminating error with id, category, body and advice' {
        $before = Get-Arrived approveBulkAccessRequest
        $bodyText = '{"detailCode":"' + $Status + '.7","trackingId":"t-1","messages":[{"locale":"en-US","text":"No."}],"causes":[]}'
        Add-Fault @{ operation = 'approveBulkAccessRequest'; status = $Status; body = $bodyText; headers = @{ 'Content-Type' = 'application/json'; 'X-Canary' = 'a' } }
        $failure = Get-Failure { Approve-V2024BulkAccessRequest $Body }
        $failure.Exception.GetType().FullName | Should -BeExactly 'Microsoft.PowerShell.Commands.HttpResponseException'
        $failure.Exception.Response.StatusCode.value__ | Should -Be $Status
        $failure.Exception.Response.StatusCode.value__ | Should -BeOfType [int]
        "$($failure.ErrorDetails)" | Should -BeExactly $bodyText
        $failure.Exception.Response.Content.ReadAsStringAsync().Result | Should -BeExactly $bodyText
        $failure.Exception.Response.Content.Headers.ContentType.MediaType | Should -BeExactly 'application/json'
        @($failure.Exception.Response.Headers.GetValues('X-Canary')) | Should -Be 'a'
        $failure.FullyQualifiedErrorId | Should -BeExactly "$Id,Approve-V2024BulkAccessRequest"
        $failure.CategoryInfo.Category | Should -Be $Category
        $failure.Exception.Kind | Should -BeExactly $Kind
        $failure.Exception.DetailCode | Should -BeExactly "$Status.7"
        $failure.Exception.TrackingId | Should -BeExactly 't-1'
        $failure.TargetObject | Should -Be $Body
        $failure.ErrorDetails.RecommendedAction | Should -BeExactly "$($failure.Exception.Message) $Advice"
        $failure.Exception.Message | Should -BeLike "approveBulkAccessRequest failed: the tenant answered $Status*"
        $failure.Exception.Delivery | Should -BeExactly $(if ($Status -ge 500) { 'unknown' } else { 'responded' })
        # A refused token is renewed and the request sent once more; anything else is sent once.
        (Get-Arrived approveBulkAccessRequest) - $before | Should -Be $(if ($Status -eq 401) { 2 } else { 1 })
    }
}

Describe 'An error' {
    AfterEach { Clear-Fault }

    It 'of a body that breaks rules is made here, and names all of them' {
        $before = Get-Arrived approveBulkAccessRequest
        $failure = Get-Failure { Approve-V2024BulkAccessRequest @{ approvalIdss = @('a'); comment = 5 } }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Validation,Approve-V2024BulkAccessRequest'
        $failure.Exception.Message | Should -BeLike 'approveBulkAccessRequest was not sent: *'
        $failure.Exception.Message | Should -BeLike '*approvalIdss is not a member of BulkApproveAccessRequest; did you mean approvalIds?*'
        $failure.Exception.Message | Should -BeLike '*comment must be a text, not the number 5*'
        $failure.Exception.Message | Should -BeLike '*approvalIds is missing*'
        "$($failure.ErrorDetails)" | Should -BeExactly $failure.Exception.Message
        $failure.ErrorDetails.RecommendedAction | Should -BeExactly 'Get-Help Approve-V2024BulkAccessRequest -Full tells what it takes, with examples.'
        $failure.Exception.Delivery | Should -BeExactly 'not_sent'
        (Get-Arrived approveBulkAccessRequest) - $before | Should -Be 0
    }

    It 'of the kind <Name> reads: <Message>' -ForEach @(
        @{ Name = '51 ids'; Script = { Approve-V2024BulkAccessRequest @{ approvalIds = @(1..51 | ForEach-Object { "i$_" }); comment = 'x' } }; Message = 'approveBulkAccessRequest was not sent: approvalIds holds 51 ids, and the service takes at most 50 a call; send them in several calls.' }
        @{ Name = 'no ids'; Script = { Approve-V2024BulkAccessRequest @{ approvalIds = @(); comment = 'x' } }; Message = 'approveBulkAccessRequest was not sent: approvalIds is an empty list; give at least one id.' }
        @{ Name = 'broken JSON'; Script = { Approve-V2024BulkAccessRequest "{`n  bad" }; Message = 'approveBulkAccessRequest was not sent: it is not JSON: key must be a string at line 2, column 3.' }
        @{ Name = '251 rows'; Script = { Get-V2024AccessRequestStatus -Limit 251 }; Message = 'listAccessRequestStatus was not sent: limit is 251; the service takes 0 to 250.' }
        @{ Name = 'a limit that is none'; Script = { Get-V2024AccessRequestStatus -Limit many }; Message = 'listAccessRequestStatus was not sent: limit must be a whole number, not the text "many".' }
        @{ Name = 'a filter field of another list'; Script = { Get-V2024AccessRequestStatus -Filters 'status eq "EXECUTING"' }; Message = 'listAccessRequestStatus was not sent: filters names the field "status", and this operation filters by accessRequestId, accountActivityItemId and created.' }
        @{ Name = 'identities that exclude each other'; Script = { Get-V2024AccessRequestStatus -RequestedFor me -RegardingIdentity me }; Message = 'listAccessRequestStatus was not sent: requestedFor and regardingIdentity exclude each other; give one of them.' }
        @{ Name = 'no body'; Script = { Approve-V2024BulkAccessRequest }; Message = 'Approve-V2024BulkAccessRequest needs a body: give -BulkApproveAccessRequest, or pipe one in. Initialize-V2024BulkApproveAccessRequest and ConvertFrom-V2024JsonToBulkApproveAccessRequest make one; a hashtable or a JSON text will do as well.' }
        @{ Name = 'an empty body'; Script = { Approve-V2024BulkAccessRequest '' }; Message = 'Approve-V2024BulkAccessRequest needs a body: give -BulkApproveAccessRequest, or pipe one in. Initialize-V2024BulkApproveAccessRequest and ConvertFrom-V2024JsonToBulkApproveAccessRequest make one; a hashtable or a JSON text will do as well.' }
        @{ Name = 'a body that is a list'; Script = { Close-V2024AccessRequest @(@{ accessRequestIds = @('x') }, @{}) }; Message = 'closeAccessRequest was not sent: the request must be one JSON object, such as {"name": "value"}.' }
        @{ Name = 'a body that holds itself'; Script = { $body = @{}; $body.approvalIds = $body; Approve-V2024BulkAccessRequest $body }; Message = "The value nests deeper than 64 levels at $((@('approvalIds') * 65) -join '.'). Does it hold itself?" }
    ) {
        $seen = $script:Tenant.GetControl('requests')
        $failure = Get-Failure $Script
        $failure.Exception.Message | Should -BeExactly $Message
        $failure.FullyQualifiedErrorId | Should -BeLike 'SailPoint.Validation,*'
        $failure.Exception.Kind | Should -BeExactly 'validation'
        $failure.Exception.Response | Should -BeNullOrEmpty
        $script:Tenant.GetControl('requests') | Should -BeExactly $seen
    }

    It 'of a secret that is wrong says so after one try, and leaves the good token alone' {
        $null = Get-V2024AccessRequestStatus -Limit 0
        $tokens = Get-TokenRequest
        try {
            Connect-SailPointTenant -BaseUrl $script:Tenant.BaseUrl -ClientId $script:Tenant.ClientId -ClientSecret 'not-the-secret' -RequestsPerWindow 0
            $failure = Get-Failure { Approve-V2024BulkAccessRequest $Body }
        } finally { Connect-TestTenant }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Auth,Approve-V2024BulkAccessRequest'
        $failure.Exception.Message | Should -BeLike "No access token: $($script:Tenant.BaseUrl)/oauth/token answered 401*The tenant refused the client credentials: check clientId and clientSecret."
        $failure.Exception.Delivery | Should -BeExactly 'not_sent'
        (Get-TokenRequest) - $tokens | Should -Be 1
        $null = Get-V2024AccessRequestStatus -Limit 0
        (Get-TokenRequest) - $tokens | Should -BeLessOrEqual 2
    }

    It 'of a tenant that can''t be reached names it' {
        $listener = [System.Net.Sockets.TcpListener]::new('127.0.0.1', 0)
        $listener.Start()
        $address = "http://127.0.0.1:$($listener.LocalEndpoint.Port)"
        $listener.Stop()
        try {
            Connect-SailPointTenant -BaseUrl $address -AccessToken token
            $failure = Get-Failure { Approve-V2024BulkAccessRequest $Body }
        } finally { Connect-TestTenant }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Transport,Approve-V2024BulkAccessRequest'
        $failure.CategoryInfo.Category | Should -Be 'ConnectionError'
        $failure.Exception.Message | Should -BeLike "approveBulkAccessRequest failed: $address could not be reached (*). Check baseUrl, the network and the proxy.*"
        $failure.Exception.Delivery | Should -BeExactly 'not_sent'
    }

    It 'of a connection that broke says that the fate is unknown' {
        $before = Get-Arrived approveBulkAccessRequest
        Add-Fault @{ operation = 'approveBulkAccessRequest'; do = 'resetAfterActing' }
        $failure = Get-Failure { Approve-V2024BulkAccessRequest $Body }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Transport,Approve-V2024BulkAccessRequest'
        $failure.Exception.Delivery | Should -BeExactly 'unknown'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Get-V2024AccessRequestStatus shows what became of it.'
        (Get-Arrived approveBulkAccessRequest) - $before | Should -Be 1
    }

    It 'whose fate is unknown says where to look: <Operation>' -ForEach @(
        @{ Operation = 'approveBulkAccessRequest'; Script = { Approve-V2024BulkAccessRequest @{ approvalIds = @('x'); comment = 'x' } }; Look = 'Get-V2024AccessRequestStatus shows what became of it.' }
        @{ Operation = 'setAccessRequestConfig'; Script = { Set-V2024AccessRequestConfig @{ autoApprovalEnabled = $false } }; Look = 'Get-V2024AccessRequestConfig shows what became of it.' }
        @{ Operation = 'listAccessRequestStatus'; Script = { Get-V2024AccessRequestStatus }; Look = $null }
    ) {
        Connect-SailPointTenant -BaseUrl $script:Tenant.BaseUrl -ClientId $script:Tenant.ClientId -ClientSecret $script:Tenant.ClientSecret -RequestsPerWindow 0 -MaxAttempts 1
        Add-Fault @{ operation = $Operation; do = 'resetAfterActing' }
        $failure = Get-Failure $Script
        Connect-TestTenant
        $failure.Exception.Delivery | Should -BeExactly 'unknown'
        [regex]::Match($failure.ErrorDetails.RecommendedAction, 'Get-\S+ shows what became of it\.').Value | Should -BeExactly "$Look"
    }

    It 'of an answer that is not JSON keeps what came' {
        Add-Fault @{ operation = 'listAccessRequestStatus'; status = 200; body = '<html>sign in</html>'; headers = @{ 'Content-Type' = 'text/html' } }
        $failure = Get-Failure { Get-V2024AccessRequestStatus -Limit 1 }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Http,Get-V2024AccessRequestStatus'
        "$($failure.ErrorDetails)" | Should -BeExactly '<html>sign in</html>'
        $failure.Exception.Message | Should -BeLike 'listAccessRequestStatus: the tenant answered 200 OK, but its body *'
    }

    It 'of a limit that stays used up tells how long to wait' {
        Add-Fault @{ operation = 'createAccessRequest'; status = 429; headers = @{ 'Retry-After' = '0' } }
        $failure = Get-Failure { New-V2024AccessRequest @{ requestedFor = @('x'); requestedItems = @(@{ type = 'ROLE'; id = 'y' }) } }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.TooManyRequests,New-V2024AccessRequest'
        $failure.CategoryInfo.Category | Should -Be 'LimitsExceeded'
        $failure.Exception.RetryAfter | Should -Be ([timespan]::Zero)
        $failure.Exception.Response.StatusCode.value__ | Should -Be 429
    }

    It 'ends the cmdlet whatever $ErrorActionPreference says, and is caught without -ErrorAction Stop' {
        $ErrorActionPreference = 'SilentlyContinue'
        $caught = try { Approve-V2024BulkAccessRequest '{}'; 'went on' } catch { 'caught' }
        $caught | Should -Be 'caught'
    }

    It 'holds the ids of its body, which came as <Form>' -ForEach @(
        @{ Form = 'a hashtable'; Body = { @{ approvalIds = @('a', 'b'); comment = 'x' } } }
        @{ Form = 'an object'; Body = { [pscustomobject]@{ ApprovalIds = 'a', 'b'; Comment = 'x' } } }
        @{ Form = 'a model'; Body = { Initialize-V2024BulkApproveAccessRequest -ApprovalIds 'a', 'b' -Comment x } }
        @{ Form = 'a JSON text'; Body = { '{"approvalIds":["a","b"],"comment":"x"}' } }
    ) {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; status = 403; times = 1 }
        $failure = Get-Failure { Approve-V2024BulkAccessRequest (& $Body) }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Http.Forbidden,Approve-V2024BulkAccessRequest'
        $failure.Exception.Ids -join ',' | Should -BeExactly 'a,b'
        , $failure.Exception.Ids | Should -BeOfType ([string[]])
    }

    It 'of what has no ids holds none' {
        , (Get-Failure { Get-V2024AccessRequestStatus -Limit 251 }).Exception.Ids | Should -BeOfType ([string[]])
        (Get-Failure { Get-V2024AccessRequestStatus -Limit 251 }).Exception.Ids.Count | Should -Be 0
        (Get-Failure { Close-V2024AccessRequest 'no JSON' }).Exception.Ids.Count | Should -Be 0
        (Get-Failure { Connect-SailPointTenant -BaseUrl nonsense }).Exception.Ids.Count | Should -Be 0
    }

    It 'can be read under strict mode' {
        Set-StrictMode -Version 3
        $failure = Get-Failure { Approve-V2024BulkAccessRequest '{}' }
        $failure.Exception.Response | Should -BeNullOrEmpty
        foreach ($name in 'Kind', 'Delivery', 'TrackingId', 'DetailCode', 'RetryAfter', 'Ids', 'Response') {
            $failure.Exception.PSObject.Properties.Name | Should -Contain $name
        }
    }
}

Describe 'In a pipeline of many' {
    AfterEach { Clear-Fault }

    It 'a failed body is told with its ids, and the rest goes on' {
        $before = Get-Arrived closeAccessRequest
        Add-Fault @{ operation = 'closeAccessRequest'; status = 403; times = 2 }
        $answers = @(@{ accessRequestIds = @('a1', 'a2') }, @{ accessRequestIds = @('b1') }, @{ accessRequestIds = @('c1') } | Close-V2024AccessRequest -ErrorVariable errors -ErrorAction SilentlyContinue)
        $answers.Count | Should -Be 1
        (Get-Arrived closeAccessRequest) - $before | Should -Be 3
        $errors.Count | Should -Be 2
        $errors[0].FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Http.Forbidden,Close-V2024AccessRequest'
        $errors[0].ErrorDetails.RecommendedAction | Should -BeLike '* This call was about a1, a2.'
        $errors[1].ErrorDetails.RecommendedAction | Should -BeLike '* This call was about b1.'
        $errors[0].TargetObject.accessRequestIds | Should -Be 'a1', 'a2'
    }

    It 'a list that fails for one identity goes on with the next' {
        Add-Fault @{ operation = 'listAccessRequestStatus'; status = 403; times = 1 }
        $null = 'x', 'me' | Get-V2024AccessRequestStatus -Limit 1 -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors.Count | Should -Be 1
        $errors[0].TargetObject['RequestedFor'] | Should -BeExactly 'x'
    }

    It '-ErrorAction Stop sends nothing after the first that failed' {
        $before = Get-Arrived closeAccessRequest
        Add-Fault @{ operation = 'closeAccessRequest'; status = 403; times = 1 }
        $failure = Get-Failure { @{ accessRequestIds = @('a') }, @{ accessRequestIds = @('b') } | Close-V2024AccessRequest -ErrorAction Stop }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Http.Forbidden,Close-V2024AccessRequest'
        (Get-Arrived closeAccessRequest) - $before | Should -Be 1
    }

    It 'one piped body alone is one call, whose failure is caught' {
        Add-Fault @{ operation = 'closeAccessRequest'; status = 403; times = 1 }
        (Get-Failure { @{ accessRequestIds = @('a') } | Close-V2024AccessRequest }).Exception.Response.StatusCode.value__ | Should -Be 403
    }

    It 'the fate of the first body is told at once, so that what stops the pipeline before the second can''t hide it' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; do = 'resetAfterActing' }
        $told = @(& { $ErrorActionPreference = 'Continue'; try { & { @{ approvalIds = @($Id1); comment = 'x' }; throw 'upstream' } | Approve-V2024BulkAccessRequest } catch { "$_" } } 3>&1)
        $told[-1] | Should -BeExactly 'upstream'
        $told[0] | Should -BeOfType [System.Management.Automation.WarningRecord]
        "$($told[0])" | Should -BeLike "A call about approvals $Id1 failed, and it is unknown whether it took effect: approveBulkAccessRequest failed: *"
        $told.Count | Should -Be 2
    }

    It 'a body that the tenant refused is told at once too' {
        Add-Fault @{ operation = 'closeAccessRequest'; status = 403 }
        $told = @(& { $ErrorActionPreference = 'Continue'; try { & { @{ accessRequestIds = @('a1') }; throw 'upstream' } | Close-V2024AccessRequest } catch { "$_" } } 3>&1)
        "$($told[0])" | Should -BeLike 'A call about access requests a1 failed: closeAccessRequest failed: the tenant answered 403*'
    }

    It 'what was not sent needs no such warning' {
        $null = Get-Failure { $ErrorActionPreference = 'Continue'; @{ accessRequestIds = @() } | Close-V2024AccessRequest -WarningVariable script:warnings }
        $script:warnings.Count | Should -Be 0
    }

    It '-ErrorAction Stop ends it at the first without waiting for more, and without a warning' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; do = 'resetAfterActing' }
        $failure = Get-Failure { & { @{ approvalIds = @($Id1); comment = 'x' }; throw 'upstream' } | Approve-V2024BulkAccessRequest -ErrorAction Stop -WarningVariable script:warnings }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Transport,Approve-V2024BulkAccessRequest'
        $failure.Exception.Delivery | Should -BeExactly 'unknown'
        $script:warnings.Count | Should -Be 0
    }

    It '-WarningAction Stop ends it by the error itself, which a script can read the ids of' {
        $before = Get-Arrived approveBulkAccessRequest
        Add-Fault @{ operation = 'approveBulkAccessRequest'; do = 'resetAfterActing' }
        $failure = Get-Failure { $ErrorActionPreference = 'Continue'; @{ approvalIds = @($Id1); comment = 'x' }, @{ approvalIds = @($Id2); comment = 'x' } | Approve-V2024BulkAccessRequest -WarningAction Stop }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Transport,Approve-V2024BulkAccessRequest'
        $failure.Exception.Ids | Should -Be $Id1
        $failure.Exception.Delivery | Should -BeExactly 'unknown'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*What comes after it in the pipeline was not sent.'
        (Get-Arrived approveBulkAccessRequest) - $before | Should -Be 1
    }

    It 'the error of the first body comes also where its warning finds no reader' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; do = 'resetAfterActing' }
        $result = Invoke-Shell ("`$ErrorActionPreference = 'Continue'; Import-Module '$ModuleFolder'; Connect-SailPointTenant -BaseUrl $($script:Tenant.BaseUrl) -ClientId $($script:Tenant.ClientId) -ClientSecret $($script:Tenant.ClientSecret); " +
            "'i1', 'i2' | ForEach-Object { @{ approvalIds = @(`$_); comment = 'x' } } | Approve-V2024BulkAccessRequest -WarningAction Inquire 2>&1 | ForEach-Object { `"`$(`$_.Exception.Delivery) `$(`$_.Exception.Ids)`" }")
        $result.Output -split '\r?\n' | Should -Contain 'unknown i1'
        $result.Output -split '\r?\n' | Should -Contain 'unknown i2'
    }

    It 'refused credentials end it at once' {
        $before = Get-Arrived closeAccessRequest
        Add-Fault @{ operation = 'closeAccessRequest'; status = 401 }
        $failure = Get-Failure { @{ accessRequestIds = @('a') }, @{ accessRequestIds = @('b') } | Close-V2024AccessRequest }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Auth,Close-V2024AccessRequest'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '* This call was about a. What comes after it in the pipeline was not sent.'
        (Get-Arrived closeAccessRequest) - $before | Should -Be 2
    }

    It 'an answer of another cmdlet''s error is not taken for a failed call' {
        $failure = Get-Failure { Get-V2024AccessRequestStatus -Limit 1 | ForEach-Object { throw 'downstream' } }
        $failure.Exception.Message | Should -BeExactly 'downstream'
    }
}

Describe 'One failure counts once in $Error and -ErrorVariable' {
    AfterEach { Clear-Fault }

    It '<Name>' -ForEach @(
        @{ Name = 'broken JSON'; Script = { Approve-V2024BulkAccessRequest '{ bad' -ErrorVariable script:seen } }
        @{ Name = 'broken JSON, piped'; Script = { $ErrorActionPreference = 'Continue'; '{ bad' | Approve-V2024BulkAccessRequest -ErrorVariable script:seen } }
        @{ Name = 'a body that breaks rules'; Script = { Approve-V2024BulkAccessRequest @{ approvalIds = @() } -ErrorVariable script:seen } }
        @{ Name = 'no body'; Script = { Approve-V2024BulkAccessRequest -ErrorVariable script:seen } }
        @{ Name = 'a piped object that is no identity'; Script = { Get-V2024AccessRequestStatus -Limit 1 | Get-V2024AccessRequestStatus -ErrorVariable script:seen } }
        @{ Name = 'a refusal of the tenant'; Script = { Add-Fault @{ operation = 'approveBulkAccessRequest'; status = 403 }; $ErrorActionPreference = 'Continue'; $Body | Approve-V2024BulkAccessRequest -ErrorVariable script:seen -WarningAction SilentlyContinue } }
        @{ Name = 'no connection'; Script = { Disconnect-SailPointTenant; try { Get-V2024AccessRequestStatus -ErrorVariable script:seen } finally { Connect-TestTenant } } }
        @{ Name = 'an address that is none'; Script = { Connect-SailPointTenant -BaseUrl nonsense -ErrorVariable script:seen } }
        @{ Name = 'a secret that is a number'; Script = { Connect-SailPointTenant -BaseUrl https://example.com -ClientId a -ClientSecret 5 -ErrorVariable script:seen } }
        @{ Name = 'a broken config.json'; Script = { Disconnect-SailPointTenant; Push-Location $TestDrive; Set-Content config.json '{'; try { Get-SailPointTenant -ErrorVariable script:seen } finally { Remove-Item config.json; Pop-Location; Connect-TestTenant } } }
        @{ Name = 'a model that breaks rules'; Script = { Initialize-V2024AccessRequestItem -Type PROFILE -ErrorVariable script:seen } }
        @{ Name = 'a model''s broken JSON'; Script = { ConvertFrom-V2024JsonToAccessRequestItem -Json '{ bad' -ErrorVariable script:seen } }
        @{ Name = 'a model''s absent JSON'; Script = { ConvertFrom-V2024JsonToAccessRequestItem -ErrorVariable script:seen } }
        @{ Name = 'a sandbox that is none'; Script = { Stop-SailPointSandbox 'foo' -ErrorVariable script:seen } }
    ) {
        $script:seen = $null
        $global:Error.Clear()
        $failure = $null
        try { $null = & $Script } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike 'SailPoint.*'
        @($global:Error | ForEach-Object { "$_" }).Count | Should -Be 1 -Because ($global:Error -join ' | ')
        $script:seen.Count | Should -Be 1 -Because ($script:seen -join ' | ')
    }

    It 'two piped bodies that are no JSON count two' {
        $global:Error.Clear()
        '{ bad', '{ worse' | Approve-V2024BulkAccessRequest -ErrorVariable seen -ErrorAction SilentlyContinue
        $seen.Count | Should -Be 2 -Because ($seen -join ' | ')
        $global:Error.Count | Should -Be 2
    }
}

Describe 'Objects with properties named as the parameters' {
    It 'are taken without RequestedFor: <Name>' -ForEach @(
        @{ Name = 'texts and numbers'; Object = [pscustomobject]@{ RequestState = 'EXECUTING'; Limit = 2 }; Sent = @{ 'request-state' = 'EXECUTING'; limit = '2' } }
        @{ Name = 'one property'; Object = [pscustomobject]@{ Limit = 2 }; Sent = @{ limit = '2' } }
        @{ Name = 'with RequestedFor'; Object = [pscustomobject]@{ RequestedFor = 'me'; Limit = 2 }; Sent = @{ 'requested-for' = 'me'; limit = '2' } }
        @{ Name = 'by the published name'; Object = [pscustomobject]@{ V2024RequestedFor = 'me'; Limit = 2 }; Sent = @{ 'requested-for' = 'me'; limit = '2' } }
    ) {
        $null = $Object | Get-V2024AccessRequestStatus
        $query = Get-SentQuery
        $query.Count | Should -Be $Sent.Count
        foreach ($name in $Sent.Keys) { $query[$name] | Should -BeExactly $Sent[$name] }
    }

    It 'are taken beside -RequestedFor' {
        $null = [pscustomobject]@{ Limit = 2 } | Get-V2024AccessRequestStatus -RequestedFor me
        (Get-SentQuery)['requested-for'] | Should -BeExactly 'me'
        (Get-SentQuery)['limit'] | Should -BeExactly '2'
    }

    It 'are refused where they have none of them, or no id in RequestedFor' {
        (Get-Failure { [pscustomobject]@{ Other = 1 } | Get-V2024AccessRequestStatus }).FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Validation,Get-V2024AccessRequestStatus'
        (Get-Failure { [pscustomobject]@{ RequestedFor = @{ id = 1 }; Limit = 2 } | Get-V2024AccessRequestStatus }).FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Validation,Get-V2024AccessRequestStatus'
    }
}

Describe 'A file that comes line by line' {
    It 'is answered with how it comes in whole: <Name>' -ForEach @(
        @{ Name = 'a call'; Script = { '{' | Approve-V2024BulkAccessRequest } }
        @{ Name = 'a model'; Script = { '{' | ConvertFrom-V2024JsonToBulkApproveAccessRequest } }
    ) {
        (Get-Failure $Script).ErrorDetails.RecommendedAction | Should -BeLike '* A file comes in whole by Get-Content -Raw.*'
    }

    It 'is not named where the text is JSON, or was not piped' {
        (Get-Failure { '{}' | Approve-V2024BulkAccessRequest }).ErrorDetails.RecommendedAction | Should -Not -BeLike '*Get-Content*'
        (Get-Failure { Approve-V2024BulkAccessRequest '{' }).ErrorDetails.RecommendedAction | Should -Not -BeLike '*Get-Content*'
    }
}

Describe 'What a person sees' {
    BeforeAll {
        function Get-ShownError {
            # The lines that a new process prints for an error that nobody caught.
            param([string] $Script)
            $connect = "Import-Module '$ModuleFolder'; Connect-SailPointTenant -BaseUrl $($script:Tenant.BaseUrl) -ClientId $($script:Tenant.ClientId) -ClientSecret $($script:Tenant.ClientSecret)"
            $plain = '$PSStyle.OutputRendering = ''PlainText'''
            $shown = Invoke-Shell "$plain; $connect; $Script"
            "$($shown.Output)$($shown.Errors)".Trim() -split '\r?\n'
        }
    }

    It 'of an error made here is one line of what is wrong, and one of what to do' {
        $lines = Get-ShownError "Approve-V2024BulkAccessRequest @{ approvalIds = @(''); comment = 'x' }"
        $lines.Count | Should -Be 2
        $lines[0] | Should -BeExactly 'Approve-V2024BulkAccessRequest: approveBulkAccessRequest was not sent: approvalIds[0] is empty; give an id.'
        $lines[1] | Should -BeExactly '  Recommendation: Get-Help Approve-V2024BulkAccessRequest -Full tells what it takes, with examples.'
    }

    It 'of an error of the tenant is the body as received, and one line that says what it means' {
        $lines = Get-ShownError "Suspend-V2024AccessRequest @{ accountActivityId = 'nobody'; comment = 'x' }"
        $lines.Count | Should -Be 2
        $lines[0] | Should -BeLike 'Suspend-V2024AccessRequest: {*"detailCode":"404*'
        $lines[1] | Should -BeLike '  Recommendation: cancelAccessRequest failed: the tenant answered 404 Not Found: There is no access request with the id nobody.*Get-SailPointTenant shows which tenant that was.'
    }
}

Describe 'The help page on errors' {
    BeforeAll {
        $page = Get-Content -LiteralPath "$ModuleFolder/en-US/about_SailPointAccessRequests_Errors.help.txt" -Raw
        $recipe = ($page -split 'A RECIPE')[1] -split '\r?\n' | Where-Object { $_ -match '^ {8}' }
        $Recipe = $recipe -join "`n"
    }

    AfterEach { Clear-Fault }

    It 'names every id that the module gives, and no other' {
        $source = Get-Content -LiteralPath "$SourceFolder/Private/New-CallError.ps1" -Raw
        $given = [regex]::Matches($source, "'(SailPoint\.[A-Za-z.]+)'").ForEach({ $_.Groups[1].Value }) | Sort-Object -Unique
        $given.Count | Should -Be 17
        $named = [regex]::Matches($page, '(?m)^    (SailPoint\.[A-Za-z.]+) ').ForEach({ $_.Groups[1].Value }) | Sort-Object -Unique
        $named | Should -Be $given
    }

    It 'has a recipe that runs: <Case>' -ForEach @(
        @{ Case = 'success'; Fault = $null; Expected = 'approved' }
        @{ Case = '404'; Fault = @{ status = 404 }; Expected = 'gone: approveBulkAccessRequest failed: the tenant answered 404*' }
        @{ Case = '500'; Fault = @{ status = 500 }; Expected = 'look first: approveBulkAccessRequest failed: the tenant answered 500*' }
        @{ Case = '429'; Fault = @{ status = 429; headers = @{ 'Retry-After' = '0' } }; Expected = 'later: in * seconds' }
    ) {
        $Recipe.Length | Should -BeGreaterThan 500
        if ($Fault) { Add-Fault ($Fault + @{ operation = 'approveBulkAccessRequest' }) }
        & ([scriptblock]::Create($Recipe)) | Should -BeLike $Expected
    }

    It 'has a recipe that passes on what it does not know' {
        Add-Fault @{ operation = 'approveBulkAccessRequest'; status = 403 }
        (Get-Failure ([scriptblock]::Create($Recipe))).Exception.Message | Should -BeExactly 'These credentials may not approve.'
    }
}
