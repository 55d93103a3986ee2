# Help: complete for every function, its examples run, and every script parses where Windows PowerShell 5.1 looks at it.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $Functions = (Import-PowerShellDataFile -LiteralPath "$ModuleFolder/SailPointAccessRequests.psd1").FunctionsToExport | ForEach-Object { @{ Name = $_ } }
    if ($Functions.Count -ne 53) { throw "$($Functions.Count) functions instead of 53." }
    $Scripts = foreach ($folder in 'powershell', 'examples/powershell', 'tests/powershell') {
        Get-ChildItem -LiteralPath "$RepositoryRoot/$folder" -Recurse -Include '*.ps1', '*.psm1', '*.psd1' | ForEach-Object { @{ File = $_.FullName; Shown = [System.IO.Path]::GetRelativePath($RepositoryRoot, $_.FullName) } }
    }
    if ($Scripts.Count -lt 50) { throw "Only $($Scripts.Count) scripts were found." }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Start-TestTenant

    function Get-Example {
        # The examples of a function as scripts. The help system takes the first line for the code and all others for remarks, so an
        # example is the fewest lines that parse.
        param([string] $Name)
        foreach ($example in (Get-Help $Name -Examples).examples.example) {
            $lines = @($example.code) + @(($example.remarks | ForEach-Object Text) -join "`n" -split '\n')
            for ($count = 1; $count -le $lines.Count; $count++) {
                $script = $lines[0..($count - 1)] -join "`n"
                $errors = $null
                $null = [System.Management.Automation.Language.Parser]::ParseInput($script, [ref] $null, [ref] $errors)
                if (-not $errors) { break }
            }
            $script
        }
    }
}

AfterAll {
    Stop-TestTenant
}

Describe 'Help of <Name>' -ForEach $Functions {
    It 'has synopsis, description, outputs, every parameter, and two examples' {
        $help = Get-Help $Name -Full
        $help.Synopsis.Trim() | Should -Match '\.$|: .+'
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        foreach ($parameter in (Get-Command $Name).Parameters.Keys | Where-Object { $_ -notin $common }) {
            ($help.parameters.parameter | Where-Object name -EQ $parameter).description.Text | Should -Not -BeNullOrEmpty -Because "-$parameter is a parameter of $Name"
        }
        @(Get-Example $Name).Count | Should -BeGreaterOrEqual 2
    }

    It 'has examples that run' {
        foreach ($example in Get-Example $Name) {
            # What an example connects to, or ends, must not meet the next one.
            if ($null -ne $script:Tenant.ExitCode) { $script:Tenant = Start-SailPointSandbox -NoConnect }
            Connect-TestTenant
            $failures = @()
            try { $null = & ([scriptblock]::Create($example)) 3>$null 6>$null -ErrorVariable failures } catch { throw "$example`n$_" }
            $failures.Count | Should -Be 0 -Because $example
        }
    }
}

Describe 'The about page' {
    It 'is found by Get-Help' {
        Get-Help about_SailPointAccessRequests_Errors | Out-String | Should -BeLike '*What an error of this module tells*'
    }
}

Describe '<Shown>' -ForEach $Scripts {
    It 'has no syntax that Windows PowerShell 5.1 can''t parse' {
        $tokens = $null
        $errors = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseFile($File, [ref] $tokens, [ref] $errors)
        @($errors).Count | Should -Be 0
        $later = 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'QuestionMark', 'AndAnd', 'OrOr', 'Clean'
        @($tokens | Where-Object { "$($_.Kind)" -in $later } | ForEach-Object { "line $($_.Extent.StartLineNumber): $($_.Text)" }) | Should -BeNullOrEmpty
        $isLater = { param($node) $node.GetType().Name -in 'TernaryExpressionAst', 'PipelineChainAst' }
        $tree.Find($isLater, $true) | Should -BeNullOrEmpty
    }

    It 'uses no aliases' {
        $tree = [System.Management.Automation.Language.Parser]::ParseFile($File, [ref] $null, [ref] $null)
        $commands = $tree.FindAll({ param($node) $node -is [System.Management.Automation.Language.CommandAst] }, $true) | ForEach-Object { $_.GetCommandName() } | Where-Object { $_ }
        $aliases = (Get-Alias | Where-Object Source -NE SailPointAccessRequests).Name
        @($commands | Where-Object { $_ -in $aliases }) | Should -BeNullOrEmpty
    }
}
