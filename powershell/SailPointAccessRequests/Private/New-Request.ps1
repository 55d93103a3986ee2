# From a cmdlet's parameters to what the binding takes.

function New-Request {
    # The request of one call, or the exception that says why there is none: one that is thrown would count in $Error by itself, beside
    # the error that is made of it. Notes in the sequence what the call is about, for questions and errors.
    param([hashtable] $Sequence, [System.Collections.IDictionary] $Given, [object] $InputObject)

    $Sequence.Ids = @()
    $Sequence.Subject = $Given
    if (-not $Sequence.BodyParameter) {
        $refusal = if ($Sequence.IsPiped) { Test-PipedIdentity -Sequence $Sequence -InputObject $InputObject -Given $Given }
        if ($refusal) { return $refusal }
        return New-Query -Given $Given
    }
    $body = $Given[$Sequence.BodyParameter]
    $Sequence.Subject = $body
    if ($null -eq $body -or ($body -is [string] -and -not $body)) { return New-MissingBodyException -Sequence $Sequence }
    $Sequence.Ids = @(Get-RequestId -Body $body -Member $Sequence.IdMember)
    ConvertTo-RequestJson $body
}

function Test-Given {
    # $null and '' mean not given; 0 and $false are values.
    param([object] $Value)

    -not ($null -eq $Value -or ($Value -is [string] -and $Value.Length -eq 0))
}

function New-MissingBodyException {
    param([hashtable] $Sequence)

    $name = $Sequence.BodyParameter
    $cmdlet = $Sequence.Caller.MyInvocation.MyCommand.Name
    $exception = [System.ArgumentException]::new(
        "$cmdlet needs a body: give -$name, or pipe one in. Initialize-V2024$name and ConvertFrom-V2024JsonTo$name make one; a hashtable or a JSON text will do as well.")
    Add-ErrorMember -Exception $exception -Member @{ Kind = 'validation' }
    $exception
}

function New-Query {
    # The query parameters that were given, by their JSON names.
    param([System.Collections.IDictionary] $Given)

    $query = [ordered] @{}
    foreach ($name in 'RequestedFor', 'RequestedBy', 'RegardingIdentity', 'AssignedTo', 'Count', 'Limit', 'Offset', 'Filters', 'Sorters', 'RequestState') {
        if (-not (Test-Given $Given[$name])) { continue }
        $query[$name] = ConvertTo-QueryValue -Name $name -Value $Given[$name]
    }
    $query
}

function ConvertTo-QueryValue {
    # Texts that hold a number or a truth value, as from a CSV file, become one. What is neither goes on as it is: the library says
    # what is wrong with it. (A parameter of the type [Nullable[int]] would make 0 of ''.)
    param([string] $Name, [object] $Value)

    if ($Value -is [System.Management.Automation.PSObject]) { $Value = $Value.PSObject.BaseObject }
    $number = 0
    if ($Name -in 'Limit', 'Offset' -and $Value -is [string] -and [int]::TryParse($Value, 'Integer', [cultureinfo]::InvariantCulture, [ref] $number)) { return $number }
    $truth = $false
    if ($Name -eq 'Count' -and $Value -is [string] -and [bool]::TryParse($Value, [ref] $truth)) { return $truth }
    if ($Name -eq 'Count' -and $Value -is [int] -and $Value -in 0, 1) { return [bool] $Value }
    if ($Value -is [switch]) { return $Value.IsPresent }
    $Value
}

function Test-PipedIdentity {
    # An object that has no identity's id under RequestedFor is bound as its text, which would find nothing or the wrong thing. Where
    # it gave other parameters, that text is taken out of the given ones; where it gave none, this gives the exception that says so.
    param([hashtable] $Sequence, [object] $InputObject, [System.Collections.IDictionary] $Given)

    if ('RequestedFor' -in $Sequence.Named -or -not $Given.ContainsKey('RequestedFor')) { return }
    if ($null -eq $InputObject -or $InputObject -is [string] -or $InputObject -is [guid]) { return }
    $property = 'RequestedFor', 'V2024RequestedFor' | Microsoft.PowerShell.Core\ForEach-Object { $InputObject.PSObject.Properties[$_] } | Microsoft.PowerShell.Utility\Select-Object -First 1
    if ($property -and ($null -eq $property.Value -or $property.Value -is [string])) { return }
    $others = @($Given.Keys | Microsoft.PowerShell.Core\Where-Object { $_ -ne 'RequestedFor' -and $_ -notin $Sequence.Named })
    if (-not $property -and $others) {
        $Given.Remove('RequestedFor')
        return
    }
    $exception = [System.ArgumentException]::new(
        "-RequestedFor takes the id of an identity, and a $($InputObject.GetType().Name) came down the pipeline. Pipe ids, such as: ... | ForEach-Object { `$_.RequestedFor.Id } | Get-V2024AccessRequestStatus")
    Add-ErrorMember -Exception $exception -Member @{ Kind = 'validation' }
    $exception
}

function Get-RequestId {
    # The ids that a body names, for messages. A body that can't be read has none here; the library says what is wrong with it.
    param([object] $Body, [string[]] $Member)

    if ($Body -is [string]) {
        $parsed = $null
        if (-not [SailPoint.AccessRequests.JsonReader]::TryParse($Body, [ref] $parsed)) { return }
        $Body = $parsed
    }
    foreach ($name in $Member) {
        # Names of hashtables, of objects and of the binding's models ignore case.
        $entries = if ($Body -is [System.Collections.IDictionary] -or $Body -is [SailPoint.AccessRequests.Model]) { $Body[$name] } else { $Body.$name }
        foreach ($entry in $entries) {
            if ($entry -is [string]) { $entry } elseif ($entry) { $entry.identityId }
        }
    }
}

function Format-Subject {
    # What a change is about, as text: the kind of things and their ids, if it has any.
    param([hashtable] $Sequence, [switch] $All)

    "$($Sequence.Target) $(Format-IdList $Sequence.Ids -All:$All)".TrimEnd()
}

function Format-IdList {
    # Ids as text, the first few of many unless all are wanted.
    param([object[]] $Id, [switch] $All)

    $shown = 5
    if ($null -eq $Id) { return '' }
    if ($All -or $Id.Count -le $shown) { return $Id -join ', ' }
    "$($Id[0..($shown - 1)] -join ', ') and $($Id.Count - $shown) more"
}
