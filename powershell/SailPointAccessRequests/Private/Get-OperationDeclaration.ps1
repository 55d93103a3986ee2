function Get-OperationDeclaration {
    # The operations as the library declares them: a dictionary each. Read once, not for every call: the declarations stay the same
    # while the library is loaded.
    if (-not $script:OperationDeclarations) {
        $description = [SailPoint.AccessRequests.JsonReader]::Parse([SailPoint.AccessRequests.LibraryInformation]::Describe())
        $script:OperationDeclarations = $description['operations']
    }
    $script:OperationDeclarations
}
