# Initialize-V2024<Model> and ConvertFrom-V2024JsonTo<Model>: what they make, and what they refuse. No tenant is needed.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $Models = Get-ChildItem "$SourceFolder/Models/*.ps1" | ForEach-Object { @{ Model = $_.BaseName } }
    if ($Models.Count -ne 19) { throw "$($Models.Count) generated model files instead of 19." }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
}

Describe 'Initialize-V2024<Model>' -ForEach $Models {
    It 'makes the object of its help, with the members given and no others' {
        $example = (Get-Help "Initialize-V2024$Model" -Examples).examples.example[0].code
        $given = [System.Management.Automation.Language.Parser]::ParseInput($example, [ref] $null, [ref] $null).EndBlock.Statements[0].PipelineElements[0].CommandElements |
            Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] } | ForEach-Object ParameterName
        $made = & ([scriptblock]::Create($example))
        $made | Should -BeOfType [pscustomobject]
        @($made.PSObject.Properties.Name) | Should -Be @($given)
    }
}

Describe 'ConvertFrom-V2024JsonTo<Model>' -ForEach $Models {
    It 'makes what its text says, by parameter and by pipe' {
        $example = (Get-Help "ConvertFrom-V2024JsonTo$Model" -Examples).examples.example[0].code
        $made = & ([scriptblock]::Create($example))
        $made | Should -BeOfType [pscustomobject]
        $json = ($example -split "'")[1]
        $json | & "ConvertFrom-V2024JsonTo$Model" | ConvertTo-Json -Depth 10 -Compress | Should -BeExactly ($made | ConvertTo-Json -Depth 10 -Compress)
        $made | ConvertTo-Json -Depth 10 -Compress | Should -BeExactly ([System.Text.Json.Nodes.JsonNode]::Parse($json).ToJsonString())
    }
}

Describe 'A model function' {
    It 'writes the members in the documented order and spelling, in whatever order they were given' {
        $made = Initialize-V2024CloseAccessRequest -CompletionStatus Success -AccessRequestIds a, b -ExecutionStatus Completed
        $made.PSObject.Properties.Name | Should -BeExactly 'accessRequestIds', 'executionStatus', 'completionStatus'
        $made | ConvertTo-Json -Compress | Should -BeExactly '{"accessRequestIds":["a","b"],"executionStatus":"Completed","completionStatus":"Success"}'
    }

    It 'takes the members by position, and the later added ones by name only' {
        $made = Initialize-V2024AccessRequestItem ROLE $Id1 'why' @{ ticket = '1' } '2031-01-01T00:00:00Z'
        $made | ConvertTo-Json -Compress | Should -BeExactly "{`"type`":`"ROLE`",`"id`":`"$Id1`",`"comment`":`"why`",`"clientMetadata`":{`"ticket`":`"1`"},`"removeDate`":`"2031-01-01T00:00:00Z`"}"
        (Initialize-V2024AccessRequestItem ROLE $Id1 -StartDate '2031-01-01T00:00:00Z').startDate | Should -BeExactly '2031-01-01T00:00:00Z'
    }

    It 'keeps absent, null and false apart' {
        Initialize-V2024AccessRequestConfig -AutoApprovalEnabled $false | ConvertTo-Json -Compress | Should -BeExactly '{"autoApprovalEnabled":false}'
        Initialize-V2024IdentityReferenceWithNameAndEmail -Id x -Email $null | ConvertTo-Json -Compress | Should -BeExactly '{"id":"x","email":null}'
        Initialize-V2024AccessRequestConfig | ConvertTo-Json -Compress | Should -BeExactly '{}'
    }

    It 'writes a DateTime in UTC' {
        $made = Initialize-V2024AccessRequestItem -Type ROLE -Id x -RemoveDate ([datetimeoffset] '2031-05-06T09:08:09+02:00').LocalDateTime
        $made.removeDate | Should -BeExactly '2031-05-06T07:08:09.000Z'
    }

    It 'leaves the texts of dates as they are' {
        $made = ConvertFrom-V2024JsonToAccessRequestItem -Json '{"type":"ROLE","id":"x","removeDate":"2031-05-06T07:08:09.120+02:00"}'
        $made.removeDate | Should -BeOfType [string]
        $made.removeDate | Should -BeExactly '2031-05-06T07:08:09.120+02:00'
    }

    It 'gives names in the documented spelling, also below' {
        ConvertFrom-V2024JsonToAccessRequest -Json '{"RequestedFor":["x"],"REQUESTEDITEMS":[{"Type":"ROLE","ID":"y"}]}' | ConvertTo-Json -Compress -Depth 5 |
            Should -BeExactly '{"requestedFor":["x"],"requestedItems":[{"type":"ROLE","id":"y"}]}'
    }

    It 'makes a list of one' {
        Initialize-V2024BulkApproveAccessRequest -ApprovalIds x -Comment y | ConvertTo-Json -Compress | Should -BeExactly '{"approvalIds":["x"],"comment":"y"}'
        Initialize-V2024AccessRequest -RequestedFor x -RequestedItems @{ type = 'ROLE'; id = 'y' } | ConvertTo-Json -Compress -Depth 5 |
            Should -BeExactly '{"requestedFor":["x"],"requestedItems":[{"type":"ROLE","id":"y"}]}'
    }

    It 'takes each piped object by itself' {
        $made = [pscustomobject]@{ Type = 'ROLE'; Id = 'a'; Comment = 'first' }, [pscustomobject]@{ Id = 'b' } | Initialize-V2024AccessRequestItem -NativeIdentity n -Type ENTITLEMENT
        $made | ConvertTo-Json -Compress | Should -BeExactly '[{"type":"ENTITLEMENT","id":"a","comment":"first","nativeIdentity":"n"},{"type":"ENTITLEMENT","id":"b","nativeIdentity":"n"}]'
    }

    It 'names all problems in one error' {
        $failure = Get-Failure { Initialize-V2024AccessRequestItem -Type PROFILE -Comment x -ClientMetadata 5 }
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Validation,Initialize-V2024AccessRequestItem'
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        foreach ($problem in 'type is "PROFILE"', 'clientMetadata must be an object with texts, not the number 5', 'id is missing') {
            $failure.Exception.Message | Should -BeLike "*$problem*"
        }
        $failure.Exception.Kind | Should -BeExactly 'validation'
        $failure.Exception.Delivery | Should -BeExactly 'not_sent'
        $failure.TargetObject['Type'] | Should -BeExactly 'PROFILE'
    }

    It 'refuses <Json>: <Message>' -ForEach @(
        @{ Json = '{"approvalIds":["a"]'; Message = "BulkApproveAccessRequest can't be made: it is not JSON: EOF while parsing an object at line 1, column 20." }
        @{ Json = '{"approvalIds":["a"],"coment":"b"}'; Message = "BulkApproveAccessRequest can't be made: (1) coment is not a member of BulkApproveAccessRequest; did you mean comment? (2) comment is missing." }
        @{ Json = '{"approvalIds":[],"comment":"b"}'; Message = "BulkApproveAccessRequest can't be made: approvalIds is an empty list; give at least one id." }
        @{ Json = '{"approvalIds":["a"],"comment":"b","Comment":"c"}'; Message = "BulkApproveAccessRequest can't be made: comment is given twice." }
        @{ Json = '[]'; Message = "BulkApproveAccessRequest can't be made: the text must be an object (BulkApproveAccessRequest), not a list." }
        @{ Json = ''; Message = 'ConvertFrom-V2024JsonToBulkApproveAccessRequest needs a JSON text: give -Json, or pipe one in.' }
    ) {
        $failure = Get-Failure { ConvertFrom-V2024JsonToBulkApproveAccessRequest -Json $Json }
        $failure.Exception.Message | Should -BeExactly $Message
        $failure.ErrorDetails.Message | Should -BeExactly $Message
        $failure.FullyQualifiedErrorId | Should -BeExactly 'SailPoint.Validation,ConvertFrom-V2024JsonToBulkApproveAccessRequest'
    }

    It 'works without a connection and sends nothing' {
        Get-SailPointTenant | Should -BeNullOrEmpty
        (Initialize-V2024CancelAccessRequest -AccountActivityId x -Comment y).comment | Should -BeExactly 'y'
    }
}
