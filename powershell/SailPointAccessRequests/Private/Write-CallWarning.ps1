function Write-CallWarning {
    # What the library warns of, such as an operation that the tenant will switch off. It says each of these things once, so a call that
    # failed must not swallow it.
    param([hashtable] $Sequence, [object] $Envelope)

    # A warning that stops would take the place of the error, which stops by itself.
    if ($Envelope.Error -and $WarningPreference -eq 'Stop') { return }
    foreach ($warning in $Envelope.Meta.Warnings) { $Sequence.Caller.WriteWarning($warning) }
}
