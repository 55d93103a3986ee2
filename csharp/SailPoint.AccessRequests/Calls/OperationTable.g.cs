// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System;
using System.Collections.Generic;

namespace SailPoint.AccessRequests.Calls;

internal static partial class OperationTable
{
    private static readonly Dictionary<string, Answer> Answers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["approveBulkAccessRequest"] = Answer.Empty,
        ["cancelAccessRequest"] = Answer.Empty,
        ["cancelAccessRequestInBulk"] = Answer.Empty,
        ["closeAccessRequest"] = Answer.Empty,
        ["createAccessRequest"] = new ObjectAnswer<AccessRequestResponse>(),
        ["getAccessRequestConfig"] = new ObjectAnswer<AccessRequestConfig>(),
        ["listAccessRequestStatus"] = new ListAnswer<RequestedItemStatus>(),
        ["listAdministratorsAccessRequestStatus"] = new ListAnswer<AccessRequestAdminItemStatus>(),
        ["setAccessRequestConfig"] = new ObjectAnswer<AccessRequestConfig>(),
    };
}
