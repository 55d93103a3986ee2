// Calls that somebody awaits. Used by the Task methods.
#nullable enable

using System;
using System.Threading;
using System.Threading.Tasks;

namespace SailPoint.AccessRequests.Calls;

/// <summary>
/// Waits for calls outside the thread pool: a background thread of its own for each awaited call. Calls wait for seconds where the service asks
/// for it, which would starve a pool; and the service takes ten requests a second, so that threads are few and their price is small beside a call's.
/// </summary>
internal static class CallThread
{
    // Enough to read an envelope; the platform's default is up to 8 MB.
    private const int StackBytes = 512 * 1024;

    /// <summary>The outcome of the call, which is disposed then.</summary>
    internal static Task<Envelope> WaitAsync(Call call)
    {
        var outcome = new TaskCompletionSource<Envelope>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Wait(call, outcome), StackBytes) { IsBackground = true, Name = "SailPoint call" }.Start();
        return outcome.Task;
    }

    private static void Wait(Call call, TaskCompletionSource<Envelope> outcome)
    {
        try
        {
            outcome.SetResult(call.WaitForResult());
        }
        catch (Exception exception)
        {
            outcome.SetException(exception);
        }
        finally
        {
            call.Dispose();
        }
    }
}
