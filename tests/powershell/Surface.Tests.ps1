# What the module offers by name: functions, aliases, parameters, positions. The library's own table is what they are compared with.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    # The first call loads the binding.
    $null = Get-SailPointTenant
    $described = [SailPoint.AccessRequests.LibraryInformation]::Describe() | ConvertFrom-Json -AsHashtable
    $Operations = foreach ($operation in $described['operations']) {
        @{ Cmdlet = $operation['cmdlet']; Operation = $operation }
    }
    $SentModels = foreach ($model in $described['models']) {
        if ($model['direction'] -ne 'answer') { @{ Model = $model['name']; Fields = $model['fields'] } }
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-TestModule
    $Manifest = Import-PowerShellDataFile -LiteralPath "$ModuleFolder/SailPointAccessRequests.psd1"
    $null = Get-SailPointTenant
    $Described = [SailPoint.AccessRequests.LibraryInformation]::Describe() | ConvertFrom-Json -AsHashtable

    function Get-NamedParameter {
        # The parameters of a command but those that every command has, by position and then by name.
        param([string] $Name)
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        (Get-Command $Name).Parameters.Values | Where-Object Name -NotIn $common
    }

    function Get-Position {
        param([object] $Parameter)
        ($Parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] })[0].Position
    }
}

Describe 'The module' {
    It 'exports exactly the functions that its manifest lists' {
        $exported = (Get-Module SailPointAccessRequests).ExportedFunctions.Keys | Sort-Object
        $exported.Count | Should -Be 53
        $exported | Should -Be ($Manifest.FunctionsToExport | Sort-Object)
    }

    It 'exports exactly the aliases that its manifest lists' {
        $exported = (Get-Module SailPointAccessRequests).ExportedAliases.Keys | Sort-Object
        $exported.Count | Should -Be 47
        $exported | Should -Be ($Manifest.AliasesToExport | Sort-Object)
    }

    It 'has a file for each public function, named as it, and lists it' {
        $files = (Get-ChildItem "$SourceFolder/Public/*.ps1").BaseName
        $files.Count | Should -Be 15
        $files | Should -BeIn $Manifest.FunctionsToExport
    }

    It 'lists every model function that was generated' {
        $names = foreach ($file in Get-ChildItem "$SourceFolder/Models/*.ps1") { "Initialize-V2024$($file.BaseName)"; "ConvertFrom-V2024JsonTo$($file.BaseName)" }
        $names.Count | Should -Be 38
        $names | Should -BeIn $Manifest.FunctionsToExport
    }

    It 'has the version of the library' {
        $Manifest.ModuleVersion | Should -Be ([SailPoint.AccessRequests.LibraryInformation]::Version)
    }

    It 'uses approved verbs only' {
        $approved = (Get-Verb).Verb
        foreach ($name in $Manifest.FunctionsToExport) { ($name -split '-')[0] | Should -BeIn $approved }
    }

    It 'asks for nothing: no parameter is mandatory or refuses values by itself' {
        $refusing = foreach ($name in $Manifest.FunctionsToExport) {
            foreach ($parameter in Get-NamedParameter $name) {
                foreach ($attribute in $parameter.Attributes) {
                    $isRefusing = $attribute -is [System.Management.Automation.ValidateArgumentsAttribute] -or
                        ($attribute -is [System.Management.Automation.ParameterAttribute] -and $attribute.Mandatory)
                    if ($isRefusing) { "$name -$($parameter.Name) $attribute" }
                }
            }
        }
        $refusing | Should -BeNullOrEmpty
    }

    It 'covers the nine operations of the library' {
        $Described['operations'].Count | Should -Be 9
        $Described['operations'].cmdlet | Should -BeIn $Manifest.FunctionsToExport
    }
}

Describe '<Cmdlet>' -ForEach $Operations {
    BeforeAll {
        $body = $Operation['body']
        $named = if ($body) { @($body) } else { @($Operation['parameters'] | ForEach-Object { $_['name'].Substring(0, 1).ToUpperInvariant() + $_['name'].Substring(1) }) }
        $actual = @(Get-NamedParameter $Cmdlet)
    }

    It 'has the documented parameters in the documented order' {
        $positional = $actual | Where-Object { (Get-Position $_) -ge 0 } | Sort-Object { Get-Position $_ }
        @($positional.Name) | Should -Be $named
        @($positional | ForEach-Object { Get-Position $_ }) | Should -Be @(0..($named.Count - 1) | Select-Object -First $named.Count)
    }

    It 'has nothing beside them but WithHttpInfo, and the header where the operation has it' {
        $others = @($actual.Name | Where-Object { $_ -notin $named } | Sort-Object)
        $expected = if ($Operation['experimental']) { 'WithHttpInfo', 'XSailPointExperimental' } else { , 'WithHttpInfo' }
        $others | Should -Be $expected
    }

    It 'knows every parameter under the name that the reference page prints' {
        foreach ($parameter in $actual | Where-Object Name -NE WithHttpInfo) { $parameter.Aliases | Should -Contain "V2024$($parameter.Name)" }
    }

    It 'takes the header neither by position nor from the pipeline' {
        $header = $actual | Where-Object Name -EQ XSailPointExperimental
        if (-not $Operation['experimental']) {
            $header | Should -BeNullOrEmpty
            return
        }
        $attribute = $header.Attributes | Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] }
        $attribute.Position | Should -Be ([int]::MinValue)
        $attribute.ValueFromPipeline | Should -BeFalse
        $attribute.ValueFromPipelineByPropertyName | Should -BeFalse
    }

    It 'takes its body, or an identity, from the pipeline' {
        $first = $actual | Where-Object { (Get-Position $_) -eq 0 }
        if ($named.Count -eq 0) {
            $first | Should -BeNullOrEmpty
            return
        }
        $first.Attributes.ValueFromPipeline | Should -Contain $true
    }

    It 'names in its help the limits that the library declares' {
        $help = Get-Help $Cmdlet -Full
        $limit = if ($named -contains 'Limit') { ($Operation['parameters'] | Where-Object { $_['name'] -eq 'limit' })['max'] } elseif ($Operation['idLimit']) { $Operation['idLimit']['max'] }
        $text = $help.Synopsis + ($help.parameters.parameter | Where-Object name -EQ Limit | ForEach-Object { $_.description.Text })
        foreach ($number in [regex]::Matches($text, 'up to (\d+)|from 0 to (\d+)')) { ($number.Value -split ' ')[-1] | Should -BeExactly "$limit" }
    }

    It 'is known without V2024 too' {
        (Get-Alias ($Cmdlet -replace '-V2024', '-')).ResolvedCommandName | Should -Be $Cmdlet
    }

    It 'asks before it changes something, at medium impact, and only then' {
        $attribute = (Get-Command $Cmdlet).ScriptBlock.Attributes | Where-Object { $_ -is [System.Management.Automation.CmdletBindingAttribute] }
        $attribute.SupportsShouldProcess | Should -Be ($Operation['method'] -ne 'GET')
        if ($attribute.SupportsShouldProcess) { $attribute.ConfirmImpact | Should -Be 'Medium' }
    }
}

Describe 'Model functions of <Model>' -ForEach $SentModels {
    It 'take its members as parameters' {
        $expected = $Fields | ForEach-Object { $_['name'].Substring(0, 1).ToUpperInvariant() + $_['name'].Substring(1) }
        $expected.Count | Should -BeGreaterThan 0
        @((Get-NamedParameter "Initialize-V2024$Model").Name) | Should -Be @($expected)
    }

    It 'are known under the names that the reference page prints' {
        (Get-Alias "ConvertFrom-JsonTo$Model").ResolvedCommandName | Should -Be "ConvertFrom-V2024JsonTo$Model"
        (Get-Alias "Initialize-$Model").ResolvedCommandName | Should -Be "Initialize-V2024$Model"
    }
}
