// A running call: its events and its end. Made by SailPointClient.Start.
#nullable enable

using System;
using System.Diagnostics;
using SailPoint.AccessRequests.Calls;
using SailPoint.AccessRequests.Native;

namespace SailPoint.AccessRequests;

/// <summary>A call that is under way. It goes on by itself; whoever holds it reads its events and may abort it.</summary>
/// <remarks>Any thread may use it, one at a time in <see cref="Next"/>.</remarks>
public sealed class Call : IDisposable
{
    private readonly CallHandle handle;
    private readonly TextReader<CallEvent> read;

    internal Call(CallHandle handle, string operation)
    {
        this.handle = handle;
        var answer = OperationTable.AnswerOf(operation);
        read = utf8 => CallEvent.Read(utf8, answer);
    }

    /// <summary>Whether the result has been read: there are no more events.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Waits for the next event.</summary>
    /// <param name="timeoutMilliseconds">How long to wait; 0 looks only, a negative number waits without limit.</param>
    /// <returns>The event; null where the time is up, or where <see cref="IsFinished"/> says that there are no more.</returns>
    /// <exception cref="ObjectDisposedException">The call was disposed.</exception>
    public CallEvent? Next(int timeoutMilliseconds)
    {
        var outcome = NativeMethods.NextEvent(handle, timeoutMilliseconds, read, out var next);
        IsFinished |= outcome == NativeMethods.NoMoreEvents || next?.Envelope is not null;
        // The handle is this object's own, so the library denies it only to a child process after a fork.
        return outcome == NativeMethods.NotALiveCall && next?.Envelope?.Error is { } error ? throw error : next;
    }

    /// <summary>
    /// Asks the call to end. Its result still comes, mostly as an error of the kind <c>aborted</c> that tells whether the service may have acted. On a call
    /// that has ended this does nothing.
    /// </summary>
    public void Abort()
    {
        try
        {
            NativeMethods.AbortCall(handle);
        }
        catch (ObjectDisposedException)
        {
            // Ended and disposed while somebody was about to abort it.
        }
    }

    /// <summary>Frees the call, and aborts it where it is still under way: who waits in <see cref="Next"/> gets its end. Never blocks.</summary>
    public void Dispose()
    {
        // A reader that waits holds the handle, which is then freed only after it.
        Abort();
        handle.Dispose();
    }

    /// <summary>Waits for the result, however long it takes, and passes over other events.</summary>
    internal Envelope WaitForResult()
    {
        while (!IsFinished)
        {
            if (Next(-1)?.Envelope is { } envelope)
            {
                return envelope;
            }
        }

        throw new UnreachableException("A call's events end with its result.");
    }
}
