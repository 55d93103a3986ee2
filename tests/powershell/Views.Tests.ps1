# What the prompt shows: tables with columns named as the properties, lists that leave out what is empty.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $Views = ([xml] (Get-Content -LiteralPath "$SourceFolder/SailPointAccessRequests.Format.ps1xml" -Raw)).Configuration.ViewDefinitions.View | ForEach-Object { @{ View = $_.Name } }
    if ($Views.Count -ne 8) { throw "$($Views.Count) views instead of 8." }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant
    $Format = [xml] (Get-Content -LiteralPath "$SourceFolder/SailPointAccessRequests.Format.ps1xml" -Raw)
    $PSStyle.OutputRendering = 'PlainText'

    function Get-Line {
        param([object[]] $Object, [int] $Width = 120)
        ($Object | Out-String -Width $Width) -split '\r?\n' | Where-Object { $_.Trim() }
    }
}

AfterAll { Stop-TestTenant }

Describe 'The view <View>' -ForEach $Views {
    It 'names its columns and entries as properties of its type' {
        $definition = $Format.Configuration.ViewDefinitions.View | Where-Object Name -EQ $View
        $types = if ($definition.ViewSelectedBy.TypeName) { $definition.ViewSelectedBy.TypeName } else { $Format.Configuration.SelectionSets.SelectionSet.Types.TypeName }
        $named = @($definition.SelectNodes('.//Label') | ForEach-Object InnerText) + @($definition.SelectNodes('.//PropertyName') | ForEach-Object InnerText) | Sort-Object -Unique
        $named.Count | Should -BeGreaterThan 1
        $known = foreach ($type in $types) {
            $made = switch ($type) {
                'SailPointAccessRequests.Tenant' { Get-SailPointTenant }
                'SailPointAccessRequests.OperationMetrics' { (Get-SailPointMetrics)[0] }
            }
            if ($made) { $made.PSObject.Properties.Name } else { ($type -as [type]).GetProperties().Name }
        }
        $named | Where-Object { $_ -notin $known } | Should -BeNullOrEmpty
    }
}

Describe 'Rows' {
    It 'show four columns on <Width> characters' -ForEach @(@{ Width = 80 }, @{ Width = 120 }) {
        $lines = Get-Line (Get-V2024AccessRequestStatus -Limit 3) $Width
        $lines.Count | Should -Be 5
        ($lines[0].Trim() -split '\s+') | Should -Be 'AccessRequestId', 'State', 'Name', 'RequestedFor'
        (Get-Line (Get-V2024AdministratorsAccessRequestStatus -Limit 3) $Width)[0] | Should -BeExactly $lines[0]
    }

    It 'show the whole id and the person' {
        $row = Get-V2024AccessRequestStatus -Limit 1
        (Get-Line $row)[2] | Should -Match "^$($row.AccessRequestId) .*$([regex]::Escape($row.RequestedFor.Name))"
    }

    It 'show as a list what is there, with people by name and id' {
        $row = Get-V2024AccessRequestStatus -Filters "accessRequestId in (`"$Id1`")" -Limit 1
        $lines = Get-Line ($row | Format-List)
        $lines | Should -Contain "RequestedFor          : $($row.RequestedFor.Name) ($($row.RequestedFor.Id))"
        @($lines | Where-Object { $_ -like 'RemoveDate*' }).Count | Should -Be 0
        @($lines | Where-Object { $_ -like 'ApprovalDetails *: PENDING *' }).Count | Should -Be 1
    }

    It 'show as a list nothing of objects that are absent, and only the part of a person that is there' {
        $row = [SailPoint.AccessRequests.RequestedItemStatus]::new()
        $row.State = 'EXECUTING'
        Get-Line ($row | Format-List) | Where-Object { $_ -match '^(RequestedFor|Requester|RequesterComment|ApprovalDetails|CancelledRequestDetails) ' } | Should -BeNullOrEmpty
        $row['requestedFor'] = @{ name = 'Ann' }
        $row['requester'] = @{ id = '7' }
        $row['approvalDetails'] = @(@{ status = 'PENDING' })
        $row['cancelledRequestDetails'] = @{ comment = 'no need' }
        $lines = Get-Line ($row | Format-List) | ForEach-Object { $_ -replace ' +:', ':' }
        $lines | Should -Contain 'RequestedFor: Ann'
        $lines | Should -Contain 'Requester: (7)'
        $lines | Should -Contain 'ApprovalDetails: PENDING'
        $lines | Should -Contain 'CancelledRequestDetails: no need'
    }

    It 'of a sandbox hold no secret, as list and as table' {
        foreach ($text in ($script:Tenant | Format-List | Out-String -Width 300), ($script:Tenant | Format-Table | Out-String -Width 300)) {
            $text | Should -BeLike "*$($script:Tenant.BaseUrl)*"
            $text | Should -BeLike "*$($script:Tenant.ProcessId)*"
            $text.Contains($script:Tenant.ClientSecret) | Should -BeFalse
            $text.Contains($script:Tenant.ControlToken) | Should -BeFalse
        }
    }

    It 'show the requests that a submission made' {
        $answer = New-V2024AccessRequest @{ requestedFor = @($Identity); requestedItems = @(@{ type = 'ACCESS_PROFILE'; id = $Id1 }) }
        (Get-Line $answer)[0] | Should -BeExactly "NewRequests      : $($answer.NewRequests[0].AccessRequestIds[0]) for $Identity"
    }
}
