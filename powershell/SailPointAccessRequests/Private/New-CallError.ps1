# Every ErrorRecord of the module is made here.

function New-CallError {
    # From whatever a call threw to the record that the user meets: a stable id, a category, the body as received, and one sentence
    # that says what was wrong and what to do.
    param(
        [System.Exception] $Exception,
        [System.Management.Automation.PSCmdlet] $Caller,
        # What the caller gave: the record's target.
        [object] $Target,
        # The ids that the call was about.
        [object[]] $Ids
    )
    while ($Exception -is [System.Management.Automation.RuntimeException] -and $Exception.InnerException) { $Exception = $Exception.InnerException }
    $cmdlet = $Caller.MyInvocation.MyCommand.Name
    $kind = Get-ErrorKind -Exception $Exception
    $rule = Get-ErrorRule -Kind $kind -Status $Exception.Status -Cmdlet $cmdlet
    $message = $Exception.Message
    $body = $Exception.Body
    $advice = @($rule.Advice)
    if ($Exception.Delivery -eq 'unknown') { $advice += Get-LookAdvice -Cmdlet $cmdlet }
    if ($kind -eq 'validation' -and (Test-LineOfFile -Caller $Caller -Target $Target)) { $advice += 'A file comes in whole by Get-Content -Raw.' }
    # In a pipeline of many, the record has to say which of them it is about.
    if ($Caller.MyInvocation.ExpectingInput -and $Ids) { $advice += "This call was about $(Format-IdList $Ids)." }
    # What is displayed of an error is its details; a body alone would not say what to do.
    if ($body) { $advice = @($message) + $advice }

    $record = [System.Management.Automation.ErrorRecord]::new((ConvertTo-PublicException -Exception $Exception -Kind $kind -Ids $Ids), $rule.Id, $rule.Category, $Target)
    $record.ErrorDetails = [System.Management.Automation.ErrorDetails]::new($(if ($body) { $body } else { $message }))
    $record.ErrorDetails.RecommendedAction = $advice -join ' '
    $record
}

function Get-LookAdvice {
    # Where to see whether a change took effect. Nothing becomes of a call that only reads.
    param([string] $Cmdlet)

    if ($Cmdlet -like 'Get-*') { return }
    $look = if ($Cmdlet -eq 'Set-V2024AccessRequestConfig') { 'Get-V2024AccessRequestConfig' } else { 'Get-V2024AccessRequestStatus' }
    "$look shows what became of it."
}

function Test-LineOfFile {
    # Whether what was refused may be one line of a JSON file: a piped text that is no JSON by itself.
    param([System.Management.Automation.PSCmdlet] $Caller, [object] $Target)

    $ignored = $null
    $Caller.MyInvocation.ExpectingInput -and $Target -is [string] -and -not [SailPoint.AccessRequests.JsonReader]::TryParse($Target, [ref] $ignored)
}

function Get-ErrorKind {
    # The library's kind; for what was thrown on this side, the nearest one. 'installation' and 'confirmation' are the module's own.
    param([System.Exception] $Exception)

    if ($Exception.Kind) { return $Exception.Kind }
    if ($Exception -is [System.ArgumentException]) { return 'validation' }
    # -Confirm where nobody can answer.
    if ($Exception -is [System.Management.Automation.PSInvalidOperationException]) { return 'confirmation' }
    $incomplete = [System.IO.FileNotFoundException], [System.DllNotFoundException], [System.BadImageFormatException], [System.TypeInitializationException]
    if ($Exception.GetType() -in $incomplete) { return 'installation' }
    'internal'
}

function Get-ErrorRule {
    # Id, category and advice of each kind and status. The ids are what scripts rely on: they never change. The library's messages
    # tell what to do in any language; the advice tells what PowerShell has for it.
    param([string] $Kind, [object] $Status, [string] $Cmdlet)

    $tenant = 'Get-SailPointTenant shows which tenant that was.'
    $connect = 'Get-SailPointTenant shows the settings in use, and Connect-SailPointTenant sets others.'
    $support = 'The fault is on the tenant''s side: if it stays, give TrackingId to SailPoint''s support.'
    $byKind = @{
        validation   = 'SailPoint.Validation', 'InvalidArgument', "Get-Help $Cmdlet -Full tells what it takes, with examples."
        config       = 'SailPoint.Config', 'InvalidOperation', 'Connect-SailPointTenant connects to a tenant, and Start-SailPointSandbox makes one to try things on.'
        auth         = 'SailPoint.Auth', 'AuthenticationError', $connect
        http         = 'SailPoint.Http', 'ProtocolError', $tenant
        rate_limited = 'SailPoint.TooManyRequests', 'LimitsExceeded', 'RetryAfter of the exception tells how long to wait.'
        timeout      = 'SailPoint.Timeout', 'OperationTimeout', $tenant
        transport    = 'SailPoint.Transport', 'ConnectionError', $connect
        aborted      = 'SailPoint.Aborted', 'OperationStopped', 'It was stopped before its answer came.'
        partial      = 'SailPoint.Partial', 'InvalidResult', 'Some of it was done and some was not.'
        confirmation = 'SailPoint.Confirmation', 'InvalidOperation', 'Nothing was sent. Where nobody can answer, leave out -Confirm, and leave $ConfirmPreference at High.'
        installation = 'SailPoint.Installation', 'NotInstalled', 'Nothing was sent.'
        internal     = 'SailPoint.Internal', 'InvalidResult', 'This is a fault of the module: please report it with the text above.'
    }
    $byStatus = @{
        400 = 'SailPoint.Http.BadRequest', 'InvalidData', "Get-Help $Cmdlet -Full tells what it takes, with examples."
        403 = 'SailPoint.Http.Forbidden', 'PermissionDenied', $connect
        404 = 'SailPoint.Http.NotFound', 'ObjectNotFound', $tenant
        409 = 'SailPoint.Http.Conflict', 'ResourceExists', 'Get-V2024AccessRequestStatus shows the present state.'
    }
    $rule = $byKind['internal']
    if ($byKind.ContainsKey($Kind)) { $rule = $byKind[$Kind] }
    if ($Kind -eq 'http' -and $Status -ge 500) { $rule = 'SailPoint.Http.ServerError', 'ResourceUnavailable', $support }
    if ($Kind -eq 'http' -and $byStatus.ContainsKey([int] $Status)) { $rule = $byStatus[[int] $Status] }
    @{ Id = $rule[0]; Category = $rule[1]; Advice = $rule[2] }
}

function ConvertTo-PublicException {
    # Where the tenant answered, the exception that Invoke-RestMethod throws as well, so that a script finds
    # $_.Exception.Response.StatusCode; else the exception as it is. Both carry the same further members.
    param([System.Exception] $Exception, [string] $Kind, [object[]] $Ids)

    # An array without entries, and not one that holds nothing.
    if ($null -eq $Ids) { $Ids = @() }
    $member = @{
        Kind       = $Kind
        Delivery   = if ($Exception.Delivery) { $Exception.Delivery } else { 'not_sent' }
        TrackingId = $Exception.TrackingId
        DetailCode = $Exception.DetailCode
        RetryAfter = $Exception.RetryAfter
        # Whatever form the body had: a script need not look into the record's target.
        Ids        = [string[]] $Ids
    }
    if ($null -eq $Exception.Status) {
        # A script under strict mode may ask for it.
        $member.Response = $null
        Add-ErrorMember -Exception $Exception -Member $member
        return $Exception
    }
    # New-Object loads the assembly that has the type; a type literal would not find it in a fresh session.
    $public = Microsoft.PowerShell.Utility\New-Object -TypeName Microsoft.PowerShell.Commands.HttpResponseException -ArgumentList $Exception.Message, (New-HttpResponse -Exception $Exception)
    Add-ErrorMember -Exception $public -Member $member
    $public
}

function New-HttpResponse {
    # The tenant's answer as HttpClient would have given it.
    param([System.Exception] $Exception)

    # A cast would refuse a status that has no name, such as the 5xx of gateways.
    $status = [System.Enum]::ToObject([System.Net.HttpStatusCode], [int] $Exception.Status)
    $response = [System.Net.Http.HttpResponseMessage]::new($status)
    $response.Content = [System.Net.Http.StringContent]::new([string] $Exception.Body)
    $response.Content.Headers.Clear()
    foreach ($name in $Exception.Headers.Keys) {
        $values = [string[]] $Exception.Headers[$name]
        if (-not $response.Headers.TryAddWithoutValidation($name, $values)) {
            $null = $response.Content.Headers.TryAddWithoutValidation($name, $values)
        }
    }
    $response
}

function Add-ErrorMember {
    # Members of an exception that its class does not have. PowerShell keeps them with the object.
    param([System.Exception] $Exception, [hashtable] $Member)

    foreach ($name in $Member.Keys) {
        if ($Exception.PSObject.Properties[$name]) { continue }
        $Exception.PSObject.Properties.Add([System.Management.Automation.PSNoteProperty]::new($name, $Member[$name]))
    }
}
