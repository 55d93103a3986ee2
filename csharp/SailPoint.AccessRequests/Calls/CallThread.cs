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
/// <remarks>It is taken before the call is started: where the process may have no more threads, nothing has been sent that nobody would wait for.</remarks>
internal sealed class CallThread : IDisposable
{
    // Enough to read an envelope; the platform's default is up to 8 MB.
    private const int StackBytes = 512 * 1024;

    private readonly TaskCompletionSource<Call?> given = new();
    private readonly TaskCompletionSource<Envelope> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CallThread()
    {
    }

    /// <summary>A thread that waits for its call.</summary>
    /// <param name="start">How threads are started; as the system does it where null.</param>
    /// <exception cref="SailPointException">There is none to be had.</exception>
    internal static CallThread Take(Action<Thread>? start = null)
    {
        var taken = new CallThread();
        var thread = new Thread(taken.Run, StackBytes) { IsBackground = true, Name = "SailPoint call" };
        try
        {
            (start ?? (static system => system.Start()))(thread);
        }
        catch (Exception cause) when (cause is OutOfMemoryException or ThreadStartException)
        {
            throw new SailPointException(
                "The call was not sent: the process has as many threads as its limits allow, and a call that is awaited takes one. " +
                "Await fewer calls at once, or raise the limit.",
                cause);
        }

        return taken;
    }

    /// <summary>The outcome of the call, which is disposed then. Once for each thread.</summary>
    internal Task<Envelope> WaitAsync(Call call)
    {
        given.SetResult(call);
        return outcome.Task;
    }

    /// <summary>Lets the thread go where it was given no call.</summary>
    public void Dispose() => given.TrySetResult(null);

    private void Run()
    {
        if (given.Task.Result is { } call)
        {
            Wait(call);
        }
    }

    private void Wait(Call call)
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
