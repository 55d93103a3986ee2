# The examples of the documentation's V2024 page, as they stand once their lost line breaks are back: with the names that the page
# prints, and with those of the published module.

BeforeDiscovery {
    # Each body is the page's own.
    $Bodies = @(
        @{
            Cmdlet = 'Approve-V2024BulkAccessRequest'; Model = 'BulkApproveAccessRequest'; Operation = 'approveBulkAccessRequest'
            Json   = '{ "comment" : "I approve these request items", "approvalIds" : [ "2c9180835d2e5168015d32f890ca1581", "2c9180835d2e5168015d32f890ca1582" ] }'
        }
        @{
            Cmdlet = 'Suspend-V2024AccessRequest'; Model = 'CancelAccessRequest'; Operation = 'cancelAccessRequest'
            Json   = '{ "accountActivityId" : "2c9180835d2e5168015d32f890ca1581", "comment" : "I requested this role by mistake." }'
        }
        @{
            Cmdlet = 'Suspend-V2024AccessRequestInBulk'; Model = 'BulkCancelAccessRequest'; Operation = 'cancelAccessRequestInBulk'
            Json   = '{ "accessRequestIds" : [ "2c9180835d2e5168015d32f890ca1581", "2c9180835d2e5168015d32f890ca1582" ], "comment" : "I requested this role by mistake." }'
        }
    )
    $Names = @(
        @{ Names = 'the page'; Convert = 'ConvertFrom-JsonTo'; Prefix = 'V2024' }
        @{ Names = 'the published module'; Convert = 'ConvertFrom-V2024JsonTo'; Prefix = '' }
    )
    $Examples = foreach ($body in $Bodies) { foreach ($name in $Names) { $body + $name } }
    $Lists = @(
        @{ Cmdlet = 'Get-V2024AccessRequestStatus'; Operation = 'listAccessRequestStatus'; Prefix = 'V2024' }
        @{ Cmdlet = 'Get-V2024AccessRequestStatus'; Operation = 'listAccessRequestStatus'; Prefix = '' }
        @{ Cmdlet = 'Get-V2024AdministratorsAccessRequestStatus'; Operation = 'listAdministratorsAccessRequestStatus'; Prefix = 'V2024' }
        @{ Cmdlet = 'Get-V2024AdministratorsAccessRequestStatus'; Operation = 'listAdministratorsAccessRequestStatus'; Prefix = '' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant

    function Invoke-Page {
        # Runs a script as the page shows them: what its catch block writes to the host comes back as text.
        param([string] $Script)
        # The comma keeps an answer of one object in its array.
        , @(& ([scriptblock]::Create($Script)) 6>&1)
    }

    function Get-PageScript {
        # The page's frame around one call.
        param([string] $Cmdlet, [string] $Body)
        @"
try {
$Body
} catch {
    Write-Host `$_.Exception.Response.StatusCode.value__ "Exception occurred when calling $Cmdlet"
    Write-Host `$_.ErrorDetails
}
"@
    }
}

AfterAll { Stop-TestTenant }

Describe '<Cmdlet> by the names of <Names>' -ForEach $Examples {
    It 'runs the first line of the page, on the object from JSON' {
        $before = Get-Arrived $Operation
        $answer = Invoke-Page (Get-PageScript $Cmdlet "`$Result = $Convert$Model -Json '$Json'; $Cmdlet -$Prefix$Model `$Result")
        $answer.Count | Should -Be 1
        $answer[0] | Should -BeOfType [hashtable]
        (Get-Arrived $Operation) - $before | Should -Be 1
    }

    It 'runs the line with all parameters, on the JSON itself' {
        $before = Get-Arrived $Operation
        $answer = Invoke-Page (Get-PageScript $Cmdlet "`$$Model = '$Json'; $Cmdlet -$Prefix$Model `$$Model")
        $answer[0] | Should -BeOfType [hashtable]
        (Get-Arrived $Operation) - $before | Should -Be 1
    }
}

Describe 'Close-V2024AccessRequest by the names of <Names>' -ForEach @(
    @{ Names = 'the page'; Convert = 'ConvertFrom-JsonTo'; Prefix = 'V2024' }
    @{ Names = 'the published module'; Convert = 'ConvertFrom-V2024JsonTo'; Prefix = '' }
) {
    It 'takes the header by name' {
        $before = Get-Arrived closeAccessRequest
        $json = '{ "executionStatus" : "Terminated", "accessRequestIds" : [ "2c90ad2a70ace7d50170acf22ca90010" ], "completionStatus" : "Failure", "message" : "The IdentityNow Administrator manually closed this request." }'
        $answer = Invoke-Page (Get-PageScript 'Close-V2024AccessRequest' @"
`$XSailPointExperimental = "true"
`$Result = ${Convert}CloseAccessRequest -Json '$json'
Close-V2024AccessRequest -${Prefix}XSailPointExperimental `$XSailPointExperimental -${Prefix}CloseAccessRequest `$Result
"@)
        $answer[0] | Should -BeOfType [hashtable]
        (Get-Arrived closeAccessRequest) - $before | Should -Be 1
        ((Get-LastRequest).headers | Where-Object { $_[0] -eq 'x-sailpoint-experimental' })[1] | Should -BeExactly 'true'
    }
}

Describe 'The settings' {
    It 'come as on the page' {
        (Invoke-Page (Get-PageScript 'Get-V2024AccessRequestConfig' 'Get-V2024AccessRequestConfig'))[0].GetType().Name | Should -BeExactly 'AccessRequestConfig'
    }
}

Describe '<Cmdlet> with parameters -<Prefix>...' -ForEach $Lists {
    It 'runs the page''s first line' {
        $answer = Invoke-Page (Get-PageScript $Cmdlet $Cmdlet)
        $answer.Count | Should -BeGreaterThan 50
        $answer[0].AccessRequestId | Should -Not -BeNullOrEmpty
    }

    It 'sends what the page''s line with all parameters names, but for the identity that excludes the others' {
        $script = @"
`$RequestedFor = "2c9180877b2b6ea4017b2c545f971429"
`$RequestedBy = "2c9180877b2b6ea4017b2c545f971429"
`$AssignedTo = "2c9180877b2b6ea4017b2c545f971429"
`$Count = `$false
`$Limit = 100
`$Offset = 10
`$Filters = 'accountActivityItemId eq "2c918086771c86df0177401efcdf54c0"'
`$Sorters = "created"
`$RequestState = "request-state=EXECUTING"
$Cmdlet -${Prefix}RequestedFor `$RequestedFor -${Prefix}RequestedBy `$RequestedBy -${Prefix}AssignedTo `$AssignedTo -${Prefix}Count `$Count -${Prefix}Limit `$Limit -${Prefix}Offset `$Offset -${Prefix}Filters `$Filters -${Prefix}Sorters `$Sorters -${Prefix}RequestState `$RequestState
"@
        (Invoke-Page (Get-PageScript $Cmdlet $script)).Count | Should -Be 0
        $sent = Get-SentQuery
        $expected = @{
            'requested-for' = $Identity; 'requested-by' = $Identity; 'assigned-to' = $Identity; count = 'false'; limit = '100'; offset = '10'
            filters = 'accountActivityItemId eq "2c918086771c86df0177401efcdf54c0"'; sorters = 'created'; 'request-state' = 'EXECUTING'
        }
        @($sent.Keys | Sort-Object) | Should -Be @($expected.Keys | Sort-Object)
        foreach ($name in $expected.Keys) { $sent[$name] | Should -BeExactly $expected[$name] -Because $name }
    }

    It 'shows what a script''s catch block reads, where a call fails' {
        Add-Fault @{ operation = $Operation; status = 403; times = 1 }
        $lines = Invoke-Page (Get-PageScript $Cmdlet $Cmdlet)
        $lines.Count | Should -Be 2
        "$($lines[0])" | Should -BeExactly "403 Exception occurred when calling $Cmdlet"
        ("$($lines[1])" | ConvertFrom-Json).detailCode | Should -BeLike '403*'
    }
}
