// The connections that the whole process shares: what a PowerShell session is connected to, in every runspace. Called by the module.
#nullable enable

using System;
using System.Collections.Generic;
using SailPoint.AccessRequests.Configuration;

namespace SailPoint.AccessRequests;

/// <summary>
/// The process's connections: one that was asked for, and those that the surroundings give (the environment, <c>config.json</c>). Any thread may call this.
/// </summary>
/// <remarks>
/// A client that is no longer connected is not disposed: another thread may just have got it, and is about to start a call. It is freed when nobody
/// holds it any more; <see cref="Disconnect"/> sees to that at once.
/// </remarks>
public static class TenantConnections
{
    private static readonly object Gate = new();

    // By source, so that runspaces in different folders keep their own.
    private static readonly Dictionary<string, (string Digest, SailPointClient Client)> BySource = [];
    private static volatile SailPointClient? connected;

    /// <summary>The connection that was asked for by <see cref="Connect"/>; null where there is none, whatever the surroundings give.</summary>
    /// <remarks>Reads nothing and never waits, unlike <see cref="Current"/> and <see cref="Peek"/>.</remarks>
    public static SailPointClient? Connected => connected;

    /// <summary>Connects the process, instead of a connection that was asked for before. Calls that are under way go on to their end.</summary>
    /// <exception cref="SailPointException">The configuration does not do. The connection before stays.</exception>
    public static SailPointClient Connect(ClientConfiguration configuration)
    {
        var client = new SailPointClient(configuration);
        lock (Gate)
        {
            connected = client;
        }

        return client;
    }

    /// <summary>Forgets every connection, and the tokens of those that nobody holds any more. What the surroundings give serves again with the next call. Calls that are under way go on to their end.</summary>
    /// <returns>Whether <see cref="Connect"/> had made one.</returns>
    public static bool Disconnect()
    {
        bool was;
        lock (Gate)
        {
            was = connected is not null;
            connected = null;
            BySource.Clear();
        }

        // Who holds one of the clients may still use it, so none is disposed. Those that nobody holds would keep token, limit and limiter file
        // until some later collection, and the next connection would meet them.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return was;
    }

    /// <summary>The connection to use: the one asked for, else the surroundings', read anew and the same object while they are unchanged.</summary>
    /// <param name="currentDirectory">Where <c>config.json</c> may lie.</param>
    /// <exception cref="SailPointException">There is none; the message names the ways to configure.</exception>
    public static SailPointClient Current(string currentDirectory)
    {
        lock (Gate)
        {
            return connected ?? FromSurroundings(currentDirectory);
        }
    }

    /// <summary>As <see cref="Current"/>, but null where nothing is configured.</summary>
    /// <param name="currentDirectory">Where <c>config.json</c> may lie.</param>
    /// <exception cref="SailPointException">Something is configured, and does not do.</exception>
    public static SailPointClient? Peek(string currentDirectory)
    {
        lock (Gate)
        {
            return connected ?? (ResolvedConfiguration.IsAnywhere(currentDirectory) ? FromSurroundings(currentDirectory) : null);
        }
    }

    /// <summary>As <see cref="Connect"/>, for callers that pass an error on without throwing it.</summary>
    /// <param name="configuration">What to connect by.</param>
    /// <param name="error">Why it does not do; null where it does.</param>
    /// <returns>The connection; null where there is none.</returns>
    public static SailPointClient? TryConnect(ClientConfiguration configuration, out SailPointException? error) => Try(() => Connect(configuration), out error);

    /// <summary>As <see cref="Current"/>, for callers that pass an error on without throwing it.</summary>
    /// <param name="currentDirectory">Where <c>config.json</c> may lie.</param>
    /// <param name="error">Why there is none; null where there is one.</param>
    /// <returns>The connection; null where there is none.</returns>
    public static SailPointClient? TryCurrent(string currentDirectory, out SailPointException? error) => Try(() => Current(currentDirectory), out error);

    /// <summary>As <see cref="Peek"/>, for callers that pass an error on without throwing it.</summary>
    /// <param name="currentDirectory">Where <c>config.json</c> may lie.</param>
    /// <param name="error">Why what is configured does not do; null where it does, and where nothing is configured.</param>
    /// <returns>The connection; null where there is none.</returns>
    public static SailPointClient? TryPeek(string currentDirectory, out SailPointException? error) => Try(() => Peek(currentDirectory), out error);

    private static SailPointClient? Try(Func<SailPointClient?> take, out SailPointException? error)
    {
        try
        {
            error = null;
            return take();
        }
        catch (SailPointException exception)
        {
            error = exception;
            return null;
        }
    }

    private static SailPointClient FromSurroundings(string currentDirectory)
    {
        var configuration = ResolvedConfiguration.FromSurroundings(currentDirectory);
        var digest = configuration.Digest();
        if (BySource.TryGetValue(configuration.Source, out var known) && known.Digest == digest)
        {
            configuration.Wipe();
            return known.Client;
        }

        var client = new SailPointClient(configuration);
        BySource[configuration.Source] = (digest, client);
        return client;
    }
}
