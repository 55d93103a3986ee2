// Approves everything that waits for an approval, in a made-up tenant on this machine:
//
//     cargo build
//     dotnet run --project examples/csharp
//
// For a tenant of your own, use SailPointClient.FromEnvironment() instead of the sandbox. Exit code: 0 all approved, 1 some were not.

using SailPoint.AccessRequests;

const int PageSize = 250; // as many rows as the tenant gives at a time
const int BatchSize = 50; // as many ids as it takes in one call

// With enough requests for more than one page and more than one batch.
using var sandbox = SandboxProcess.Start(new() { ConfigJson = """{"requests": 400}""" });
using var client = new SailPointClient(sandbox.ToConfiguration());
Console.WriteLine($"Connected to {client.BaseUrl}, from {client.Source}.");

var before = ListRequests();
ShowStates("Before", before);

var failures = 0;
foreach (var batch in PendingApprovals(before).Chunk(BatchSize))
{
    failures += Approve(batch) ? 0 : 1;
}

ShowStates("After", ListRequests());
return failures == 0 ? 0 : 1;

// Every row, page by page: a page that is not full is the last.
List<RequestedItemStatus> ListRequests()
{
    var rows = new List<RequestedItemStatus>();
    RequestedItemStatus[] page;
    do
    {
        page = client.ListAccessRequestStatus(new() { Limit = PageSize, Offset = rows.Count, Sorters = "created" }).Data;
        rows.AddRange(page);
    }
    while (page.Length == PageSize);
    return rows;
}

static IEnumerable<string> PendingApprovals(IEnumerable<RequestedItemStatus> rows) =>
    from row in rows
    where row.State == "EXECUTING" && row.ApprovalDetails is { } steps && steps.Any(step => step.Status == "PENDING")
    from id in row.ApprovalIds ?? []
    select id;

bool Approve(string[] ids)
{
    try
    {
        var answer = client.ApproveBulkAccessRequest(new() { ApprovalIds = ids, Comment = "Approved by the C# example" });
        Console.WriteLine($"{ids.Length} approved: the tenant answered {answer.Status}, request id {answer.Meta.RequestId}.");
        return true;
    }
    catch (SailPointException error)
    {
        // Delivery tells whether the tenant may have acted all the same: not_sent, responded or unknown.
        Console.Error.WriteLine($"{ids.Length} not approved ({error.Kind}, {error.Delivery}): {error.Message}");
        return false;
    }
}

static void ShowStates(string when, IEnumerable<RequestedItemStatus> rows)
{
    Console.WriteLine($"{when}:");
    foreach (var state in rows.GroupBy(row => row.State).OrderBy(state => state.Key))
    {
        Console.WriteLine($"  {state.Count(),4}  {state.Key}");
    }
}
