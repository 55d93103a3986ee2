# What the prompt shows: tables with columns named as the properties, lists that leave out what is empty.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $Views = ([xml] (Get-Content -LiteralPath "$SourceFolder/SailPointAccessRequests.Format.ps1xml" -Raw)).Configuration.ViewDefinitions.View | ForEach-Object { @{ View = $_.Name } }
    if ($Views.Count -ne 6) { throw "$($Views.Count) views instead of 6." }
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
            if ($type -eq 'SailPointAccessRequests.Tenant') { (Get-SailPointTenant).PSObject.Properties.Name } else { ($type -as [type]).GetProperties().Name }
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

    It 'show the requests that a submission made' {
        $answer = New-V2024AccessRequest @{ requestedFor = @($Identity); requestedItems = @(@{ type = 'ACCESS_PROFILE'; id = $Id1 }) }
        (Get-Line $answer)[0] | Should -BeExactly "NewRequests      : $($answer.NewRequests[0].AccessRequestIds[0]) for $Identity"
    }
}
