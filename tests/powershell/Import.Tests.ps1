# What importing does: it defines functions, and nothing else.

BeforeDiscovery { . "$PSScriptRoot/Common.ps1" }

BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'Importing the built module' {
    BeforeAll {
        $script = @"
`$variables = (Get-Variable -Scope Global).Name
`$environment = (Get-ChildItem Env:).Name
`$location = (Get-Location).Path
`$output = @(Import-Module '$ModuleFolder' *>&1)
`$assemblies = [System.AppDomain]::CurrentDomain.GetAssemblies().GetName().Name
`$mapped = if (`$IsLinux) { [System.IO.File]::ReadAllText('/proc/self/maps') } else { '' }
@{
    Output = `$output.Count
    Variables = @((Get-Variable -Scope Global).Name | Where-Object { `$_ -notin `$variables -and `$_ -notin 'variables', 'environment', 'location', 'output', 'assemblies', 'mapped', '?', '^', '`$', 'StackTrace' })
    Environment = @((Get-ChildItem Env:).Name | Where-Object { `$_ -notin `$environment })
    Moved = (Get-Location).Path -ne `$location
    Binding = `$assemblies -contains 'SailPoint.AccessRequests'
    Native = `$mapped.Contains('sailpoint_access_requests')
    ModuleVariables = @(& (Get-Module SailPointAccessRequests) { (Get-Variable -Scope Script).Name } | Where-Object { `$_ -in 'BindingIsLoaded', 'PlainObjectConverter' })
    Functions = (Get-Module SailPointAccessRequests).ExportedFunctions.Count
} | ConvertTo-Json
"@
        $result = Invoke-Shell $script
        $After = $result.Output | ConvertFrom-Json -AsHashtable
    }

    It 'defines the functions' { $After['Functions'] | Should -Be 53 }
    It 'says nothing' { $After['Output'] | Should -Be 0 }
    It 'sets no variable' {
        $After['Variables'] | Should -BeNullOrEmpty
        $After['ModuleVariables'] | Should -BeNullOrEmpty
    }
    It 'leaves environment and location alone' {
        $After['Environment'] | Should -BeNullOrEmpty
        $After['Moved'] | Should -BeFalse
    }
    It 'loads neither the binding nor the native library' {
        $After['Binding'] | Should -BeFalse
        $After['Native'] | Should -BeFalse
    }
}

Describe 'The module in a checkout' {
    It 'works by its own loader, with binding and library from target/' {
        $shown = Invoke-Shell "Import-Module '$SourceFolder'; `$null = Start-SailPointSandbox; (Approve-V2024BulkAccessRequest @{ approvalIds = @('$Id1'); comment = 'x' } -WithHttpInfo).StatusCode"
        $shown.Errors | Should -BeNullOrEmpty
        $shown.Output.Trim() | Should -BeExactly '202'
    }

    It 'has the same functions as the built one' {
        (Invoke-Shell "Import-Module '$SourceFolder'; (Get-Module SailPointAccessRequests).ExportedFunctions.Count").Output.Trim() | Should -BeExactly '53'
    }

    It 'names the one command where nothing is built yet' {
        $copy = Join-Path $TestDrive 'checkout'
        $null = New-Item -ItemType Directory -Path "$copy/powershell"
        Copy-Item -LiteralPath $SourceFolder -Destination "$copy/powershell" -Recurse
        $shown = Invoke-Shell "Import-Module '$copy/powershell/SailPointAccessRequests'; try { Get-SailPointTenant } catch { `$_.Exception.Message; `$_.FullyQualifiedErrorId }"
        $lines = $shown.Output.Trim() -split '\r?\n'
        $lines[0] | Should -BeExactly "The managed binding and the native library are not built yet. Run: pwsh -NoProfile -File $([System.IO.Path]::GetFullPath("$copy/powershell/build.ps1"))"
        $lines[1] | Should -BeExactly 'SailPoint.Installation,Get-SailPointTenant'
    }

    It 'names it too where what is built is older than its sources' {
        $copy = Join-Path $TestDrive 'older'
        foreach ($folder in 'powershell', 'target/module', 'csharp/SailPoint.AccessRequests/obj', 'src') { $null = New-Item -ItemType Directory -Path "$copy/$folder" -Force }
        Copy-Item -LiteralPath $SourceFolder -Destination "$copy/powershell" -Recurse
        $stamp = "$copy/target/module/SailPointAccessRequests.built"
        foreach ($file in $stamp, "$copy/csharp/SailPoint.AccessRequests/obj/Made.cs", "$copy/src/lib.rs") { Set-Content -LiteralPath $file -Value '' }
        [System.IO.File]::SetLastWriteTimeUtc($stamp, [datetime]::UtcNow.AddHours(-1))
        $shown = Invoke-Shell "Import-Module '$copy/powershell/SailPointAccessRequests'; try { Get-SailPointTenant } catch { `$_.Exception.Message }"
        $shown.Output.Trim() | Should -BeExactly "The managed binding and the native library were built before $([System.IO.Path]::GetFullPath("$copy/src/lib.rs")) was changed. Run: pwsh -NoProfile -File $([System.IO.Path]::GetFullPath("$copy/powershell/build.ps1"))"
    }
}

Describe 'powershell/build.ps1' {
    It 'leaves alone what is up to date, and says nothing then' {
        # A module may hold the native files of several systems.
        $system = if ($IsWindows) { 'win' } elseif ($IsMacOS) { 'osx' } else { 'linux' }
        $native = (Get-ChildItem "$ModuleFolder/runtimes" -Directory -Filter "$system-*")[0].FullName + '/native'
        $shown = Invoke-Shell "& '$RepositoryRoot/powershell/build.ps1' -NativeDirectory '$native'; exit `$LASTEXITCODE"
        "$($shown.Output)$($shown.Errors)" | Should -BeNullOrEmpty
        $shown.ExitCode | Should -Be 0
    }

    It 'ends with a message and a code where a file is missing' {
        $shown = Invoke-Shell "& '$RepositoryRoot/powershell/build.ps1' -NativeDirectory '$TestDrive'"
        $shown.ExitCode | Should -Be 1
        $shown.Errors.Trim() | Should -BeLike 'powershell/build.ps1: *sailpoint_access_requests.* is missing.'
    }

    It 'has merged every function of the sources' {
        $sources = Get-ChildItem "$SourceFolder/Private", "$SourceFolder/Models", "$SourceFolder/Public" -Filter *.ps1 | ForEach-Object {
            [System.Management.Automation.Language.Parser]::ParseFile($_.FullName, [ref] $null, [ref] $null).EndBlock.Statements.Name
        }
        $merged = [System.Management.Automation.Language.Parser]::ParseFile("$ModuleFolder/SailPointAccessRequests.psm1", [ref] $null, [ref] $null).EndBlock.Statements |
            Where-Object { $_ -is [System.Management.Automation.Language.FunctionDefinitionAst] } | ForEach-Object Name
        $merged.Count | Should -BeGreaterThan 60
        $merged | Sort-Object | Should -Be ($sources | Sort-Object)
    }
}
