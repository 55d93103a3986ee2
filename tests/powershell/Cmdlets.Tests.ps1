# The nine cmdlets against a tenant: every form of body, by parameter and by pipe; answers with and without -WithHttpInfo.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $Changes = @(
        @{ Cmdlet = 'Approve-V2024BulkAccessRequest'; Model = 'BulkApproveAccessRequest'; Operation = 'approveBulkAccessRequest'; Body = @{ approvalIds = @($Id1, $Id2); comment = 'Checked' } }
        @{ Cmdlet = 'Suspend-V2024AccessRequest'; Model = 'CancelAccessRequest'; Operation = 'cancelAccessRequest'; Body = @{ accountActivityId = $Id1; comment = 'By mistake' } }
        @{ Cmdlet = 'Suspend-V2024AccessRequestInBulk'; Model = 'BulkCancelAccessRequest'; Operation = 'cancelAccessRequestInBulk'; Body = @{ accessRequestIds = @($Id1, $Id2); comment = 'By mistake' } }
        @{ Cmdlet = 'Close-V2024AccessRequest'; Model = 'CloseAccessRequest'; Operation = 'closeAccessRequest'; Body = @{ accessRequestIds = @($StuckId); message = 'Stuck' } }
    )
    $Forms = @(
        @{ Form = 'a hashtable' }
        @{ Form = 'an ordered dictionary' }
        @{ Form = 'an object' }
        @{ Form = 'JSON' }
        @{ Form = 'an object read from JSON' }
        @{ Form = 'a model function''s object' }
        @{ Form = 'a model of the binding' }
        @{ Form = 'a hashtable in other case' }
    )
    $Cases = foreach ($change in $Changes) { foreach ($form in $Forms) { $change + $form } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant

    function ConvertTo-Form {
        # The same body in another form.
        param([hashtable] $Body, [string] $Form, [string] $Model)
        $json = $Body | ConvertTo-Json
        switch ($Form) {
            'a hashtable' { return $Body }
            'an ordered dictionary' { $ordered = [ordered] @{}; foreach ($name in $Body.Keys) { $ordered[$name] = $Body[$name] }; return $ordered }
            'an object' { return [pscustomobject] $Body }
            'JSON' { return $json }
            'an object read from JSON' { return $json | ConvertFrom-Json }
            'a model function''s object' { return & "Initialize-V2024$Model" @Body }
            'a model of the binding' { return [SailPoint.AccessRequests.ModelRegistry]::Parse($Model, $json) }
            'a hashtable in other case' { $other = @{}; foreach ($name in $Body.Keys) { $other[$name.Substring(0, 1).ToUpperInvariant() + $name.Substring(1)] = $Body[$name] }; return $other }
        }
    }
}

AfterAll { Stop-TestTenant }

Describe '<Cmdlet> with <Form>' -ForEach $Cases {
    It 'sends it by parameter, and answers an empty hashtable' {
        $before = Get-Arrived $Operation
        $given = ConvertTo-Form -Body $Body -Form $Form -Model $Model
        $parameters = @{ $Model = $given }
        $answer = @(& $Cmdlet @parameters)
        $answer.Count | Should -Be 1
        $answer[0] | Should -BeOfType [hashtable]
        $answer[0].Count | Should -Be 0
        (Get-Arrived $Operation) - $before | Should -Be 1
        $sent = Get-SentBody | ConvertFrom-Json -AsHashtable
        @($sent.Keys | Sort-Object) | Should -BeExactly @($Body.Keys | Sort-Object)
        foreach ($name in $Body.Keys) { @($sent[$name]) | Should -BeExactly @($Body[$name]) }
    }

    It 'sends it by position and by pipe' {
        $before = Get-Arrived $Operation
        $given = ConvertTo-Form -Body $Body -Form $Form -Model $Model
        $null = & $Cmdlet $given
        $null = $given | & $Cmdlet
        (Get-Arrived $Operation) - $before | Should -Be 2
    }
}

Describe '<Cmdlet>' -ForEach $Changes {
    It 'gives status and headers with -WithHttpInfo' {
        $answer = & $Cmdlet $Body -WithHttpInfo
        $answer | Should -BeOfType [hashtable]
        @($answer.Keys | Sort-Object) | Should -Be 'Headers', 'Response', 'StatusCode'
        $answer.StatusCode | Should -Be 202
        $answer.StatusCode | Should -BeOfType [int]
        $answer.Response | Should -BeOfType [hashtable]
        $answer.Headers['Content-TYPE'][0] | Should -BeLike 'application/json*'
        , $answer.Headers['content-type'] | Should -BeOfType [string[]]
    }

    It 'is the same by its alias' {
        $before = Get-Arrived $Operation
        $null = & ($Cmdlet -replace '-V2024', '-') $Body
        (Get-Arrived $Operation) - $before | Should -Be 1
    }
}

Describe 'New-V2024AccessRequest' {
    It 'answers the requests that were made' {
        $answer = New-V2024AccessRequest @{ requestedFor = @($Identity); requestedItems = @(@{ type = 'ACCESS_PROFILE'; id = $Id1 }) }
        $answer.GetType().FullName | Should -Be 'SailPoint.AccessRequests.AccessRequestResponse'
        $answer.NewRequests.Count | Should -Be 1
        $answer.NewRequests[0].RequestedFor | Should -Be $Identity
        $id = $answer.NewRequests[0].AccessRequestIds[0]
        @(Get-V2024AccessRequestStatus -Filters "accessRequestId in (`"$id`")").AccessRequestId | Should -Be $id
        @(Get-V2024AdministratorsAccessRequestStatus -Filters "accessRequestId in (`"$id`")").AccessRequestId | Should -Be $id
    }

    It 'takes one id as RequestedFor, and sends a list' {
        $null = New-V2024AccessRequest @{ requestedFor = $Identity; requestedItems = @(@{ type = 'ACCESS_PROFILE'; id = $Id1 }) }
        Get-SentBody | Should -Match "`"requestedFor`":\[`"$Identity`"\]"
    }

    It 'sends dates of any kind in UTC with Z' {
        $utc = [datetime]::SpecifyKind('2031-05-06T07:08:09', 'Utc')
        $dates = [ordered] @{
            utc         = $utc
            local       = $utc.ToLocalTime()
            unspecified = [datetime]::SpecifyKind($utc.ToLocalTime(), 'Unspecified')
            offset      = [datetimeoffset]::new(2031, 5, 6, 9, 8, 9, [timespan]::FromHours(2))
            text        = '2031-05-06T07:08:09.000Z'
        }
        foreach ($kind in $dates.Keys) {
            $null = New-V2024AccessRequest @{ requestedFor = @($Identity); requestedItems = @(@{ type = 'ACCESS_PROFILE'; id = $Id1; removeDate = $dates[$kind] }) }
            Get-SentBody | Should -BeLike '*"removeDate":"2031-05-06T07:08:09.000Z"*' -Because $kind
        }
    }

    It 'sends values in PowerShell''s wrapping, nested as deep as they are' {
        $wrapped = $Id1 | Add-Member -NotePropertyName Note -NotePropertyValue 'x' -PassThru
        $item = [pscustomobject]@{ type = 'ACCESS_PROFILE'; id = $wrapped; clientMetadata = [pscustomobject]@{ ticket = 'INC-1' } }
        $null = New-V2024AccessRequest ([pscustomobject]@{ requestedFor = @($Identity); requestedItems = @($item) })
        $sent = Get-SentBody | ConvertFrom-Json
        $sent.requestedItems[0].id | Should -BeExactly $Id1
        $sent.requestedItems[0].clientMetadata.ticket | Should -BeExactly 'INC-1'
    }

    It 'leaves out what is $null at the top, and sends what is $null below' {
        $null = New-V2024AccessRequest @{ requestedFor = @($Identity); requestType = $null; requestedItems = @(@{ type = 'ACCESS_PROFILE'; id = $Id1; assignmentId = $null }) }
        $sent = Get-SentBody | ConvertFrom-Json -AsHashtable
        $sent.ContainsKey('requestType') | Should -BeFalse
        $sent['requestedItems'][0].ContainsKey('assignmentId') | Should -BeTrue
        $sent['requestedItems'][0]['assignmentId'] | Should -BeNullOrEmpty
    }

    It 'says what looks wrong and was sent' {
        $null = New-V2024AccessRequest @{ requestedFor = @($Identity); requestedItems = @(@{ type = 'ACCESS_PROFILE'; id = $Id1; removeDate = '2020-07-11T21:23:15.000Z' }) } -WarningVariable warnings -WarningAction SilentlyContinue
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -BeExactly 'requestedItems[0].removeDate is 2020-07-11T21:23:15.000Z, which lies in the past; the service documents future dates only. It goes out as written.'
    }
}

Describe 'The access request settings' {
    It 'come as an object with the documented members' {
        $config = Get-V2024AccessRequestConfig
        $config.GetType().FullName | Should -Be 'SailPoint.AccessRequests.AccessRequestConfig'
        $config.ApprovalsMustBeExternal | Should -BeFalse
        $config.RequestOnBehalfOfConfig.AllowRequestOnBehalfOfEmployeeByManager | Should -BeTrue
        $config['approvalReminderAndEscalationConfig']['maxReminders'] | Should -Be 2
    }

    It 'are sent back as they came' {
        $before = (Get-V2024AccessRequestConfig).ToJson()
        $answer = Get-V2024AccessRequestConfig | Set-V2024AccessRequestConfig
        Get-SentBody | Should -BeExactly $before
        $answer.ToJson() | Should -BeExactly $before
        (Get-V2024AccessRequestConfig).ToJson() | Should -BeExactly $before
    }

    It 'are sent back with members that this version does not know: <Form>' -ForEach @(
        @{ Form = 'by pipe'; Send = { Get-V2024AccessRequestConfig | Set-V2024AccessRequestConfig } }
        @{ Form = 'by parameter'; Send = { $config = Get-V2024AccessRequestConfig; Set-V2024AccessRequestConfig -AccessRequestConfig $config } }
    ) {
        $text = '{"approvalsMustBeExternal":true,"requestOnBehalfOfConfig":{"allowRequestOnBehalfOfAnyoneByAnyone":false,"newBelow":{"a":1.50}},"newOnTop":["x"]}'
        # This tenant by itself would refuse what is not documented.
        foreach ($operation in 'getAccessRequestConfig', 'setAccessRequestConfig') {
            Add-Fault @{ operation = $operation; status = 200; body = $text; headers = @{ 'Content-Type' = 'application/json' } }
        }
        try { $answer = & $Send 3>$null } finally { Clear-Fault }
        Get-SentBody | Should -BeExactly $text
        $answer.ToJson() | Should -BeExactly $text
    }

    It 'are told once where they hold members that this version does not know' {
        $text = '{"newOnTop":1,"requestOnBehalfOfConfig":{"newBelow":2},"approvalsMustBeExternal":true}'
        Add-Fault @{ operation = 'getAccessRequestConfig'; status = 200; body = $text; headers = @{ 'Content-Type' = 'application/json' } }
        try { $null = Get-V2024AccessRequestConfig -WarningVariable warnings -WarningAction SilentlyContinue } finally { Clear-Fault }
        $warnings.Count | Should -Be 1
        "$($warnings[0])" | Should -BeExactly 'The settings hold what this version does not know: requestOnBehalfOfConfig.newBelow, newOnTop. It goes along where the object is passed on, and ConvertTo-Json leaves it out; ToJson() of the object writes it.'
        $null = Get-V2024AccessRequestConfig -WarningVariable warnings
        $warnings.Count | Should -Be 0
    }

    It 'take an object of PowerShell as a member' {
        $config = Get-V2024AccessRequestConfig
        $config['requestOnBehalfOfConfig'] = [pscustomobject]@{ allowRequestOnBehalfOfAnyoneByAnyone = $true; allowRequestOnBehalfOfEmployeeByManager = (Write-Output $false) }
        $config.RequestOnBehalfOfConfig.AllowRequestOnBehalfOfAnyoneByAnyone | Should -BeTrue
        $config.RequestOnBehalfOfConfig.ToJson() | Should -BeExactly '{"allowRequestOnBehalfOfAnyoneByAnyone":true,"allowRequestOnBehalfOfEmployeeByManager":false}'
    }

    It 'come back unchanged from a file of ConvertTo-Json: <Form>' -ForEach @(@{ Form = 'as text' }, @{ Form = 'as object' }, @{ Form = 'as hashtable' }) {
        $before = (Get-V2024AccessRequestConfig).ToJson()
        $file = Join-Path $TestDrive 'config.json'
        Get-V2024AccessRequestConfig | ConvertTo-Json -Depth 10 | Set-Content -LiteralPath $file
        $read = switch ($Form) {
            'as text' { Get-Content -LiteralPath $file -Raw }
            'as object' { Get-Content -LiteralPath $file -Raw | ConvertFrom-Json }
            'as hashtable' { Get-Content -LiteralPath $file -Raw | ConvertFrom-Json -AsHashtable }
        }
        $null = Set-V2024AccessRequestConfig $read
        (Get-V2024AccessRequestConfig).ToJson() | Should -BeExactly $before
    }

    It 'change only where they are named' {
        $config = Get-V2024AccessRequestConfig
        $config.ReauthorizationEnabled = $true
        (Set-V2024AccessRequestConfig $config).ReauthorizationEnabled | Should -BeTrue
        $config.ReauthorizationEnabled = $false
        $null = Set-V2024AccessRequestConfig $config
        (Get-V2024AccessRequestConfig).ReauthorizationEnabled | Should -BeFalse
    }

    It 'are not sent where the body does not name them, and $false is sent' {
        $kept = Get-V2024AccessRequestConfig
        $null = Set-V2024AccessRequestConfig @{ autoApprovalEnabled = $false }
        Get-SentBody | Should -BeExactly '{"autoApprovalEnabled":false}'
        $null = Set-V2024AccessRequestConfig $kept
    }
}

Describe 'The status lists' {
    It 'give rows of their model' -ForEach @(
        @{ Cmdlet = 'Get-V2024AccessRequestStatus'; RowModel = 'RequestedItemStatus' }
        @{ Cmdlet = 'Get-V2024AdministratorsAccessRequestStatus'; RowModel = 'AccessRequestAdminItemStatus' }
    ) {
        $rows = @(& $Cmdlet -Limit 3)
        $rows.Count | Should -Be 3
        foreach ($row in $rows) {
            $row.GetType().FullName | Should -Be "SailPoint.AccessRequests.$RowModel"
            $row.Created | Should -BeOfType [datetime]
            $row.Created.Kind | Should -Be 'Utc'
            $row['accessRequestId'] | Should -BeExactly $row.AccessRequestId
        }
    }

    It 'give one row as one object, and none as nothing' {
        @(Get-V2024AccessRequestStatus -Limit 1).Count | Should -Be 1
        Get-V2024AccessRequestStatus -Limit 1 | Should -BeOfType [SailPoint.AccessRequests.RequestedItemStatus]
        @(Get-V2024AccessRequestStatus -Limit 0).Count | Should -Be 0
        Get-V2024AccessRequestStatus -Limit 0 | Should -BeNullOrEmpty
    }

    It 'give an array with -WithHttpInfo, be it of <Limit>' -ForEach @(@{ Limit = 0 }, @{ Limit = 1 }, @{ Limit = 2 }) {
        $answer = Get-V2024AccessRequestStatus -Limit $Limit -Count $true -WithHttpInfo
        , $answer.Response | Should -BeOfType [array]
        $answer.Response.Count | Should -Be $Limit
        $answer.StatusCode | Should -Be 200
        [int] $answer.Headers['X-Total-Count'][0] | Should -BeGreaterThan 50
    }

    It 'let the pipeline end them early' {
        $before = Get-Arrived listAccessRequestStatus
        @(Get-V2024AccessRequestStatus -Limit 50 | Select-Object -First 2).Count | Should -Be 2
        (Get-Arrived listAccessRequestStatus) - $before | Should -Be 1
    }

    It 'send X-SailPoint-Experimental as it was named' {
        # The tenant takes nothing but true, and says so.
        $failure = Get-Failure { Get-V2024AdministratorsAccessRequestStatus -Limit 1 -XSailPointExperimental beta }
        $failure.Exception.Response.StatusCode.value__ | Should -Be 400
        ((Get-LastRequest).headers | Where-Object { $_[0] -eq 'x-sailpoint-experimental' })[1] | Should -BeExactly 'beta'
    }

    It 'send X-SailPoint-Experimental: true where the operation has it' {
        $null = Get-V2024AdministratorsAccessRequestStatus -Limit 1
        ((Get-LastRequest).headers | Where-Object { $_[0] -eq 'x-sailpoint-experimental' })[1] | Should -BeExactly 'true'
        $null = Get-V2024AccessRequestStatus -Limit 1
        @((Get-LastRequest).headers | Where-Object { $_[0] -eq 'x-sailpoint-experimental' }).Count | Should -Be 0
    }
}
