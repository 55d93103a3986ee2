// A connection to one tenant: where every call begins. The operations' methods are generated, in SailPointClient.Operations.g.cs.
#nullable enable

using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SailPoint.AccessRequests.Calls;
using SailPoint.AccessRequests.Configuration;
using SailPoint.AccessRequests.Native;

namespace SailPoint.AccessRequests;

/// <summary>A connection to one tenant. Any number of threads may use it.</summary>
/// <remarks>
/// Limiter, token and connections are shared by all clients of the process that have the same tenant and credentials, so that a client is cheap to make.
/// Methods of operations throw <see cref="SailPointException"/> where a call fails.
/// </remarks>
public sealed partial class SailPointClient : IDisposable
{
    private readonly ClientHandle handle;
    private readonly CallOptions defaults;

    /// <summary>Connects by this configuration. Nothing is sent before the first call.</summary>
    /// <exception cref="SailPointException">The configuration does not do (kind <c>config</c>); the message says why.</exception>
    public SailPointClient(ClientConfiguration configuration)
        : this(ResolvedConfiguration.From(configuration ?? throw new ArgumentNullException(nameof(configuration))))
    {
    }

    internal SailPointClient(ResolvedConfiguration configuration)
    {
        BaseUrl = configuration.BaseUrl ?? "";
        ClientId = configuration.ClientId;
        Source = configuration.Source;
        defaults = configuration.CallDefaults;
        handle = NativeMethods.NewClient(configuration.Utf8, EnvelopeReader.ReadError, out var error);
        configuration.Wipe();
        if (error is not null)
        {
            throw error;
        }
    }

    /// <summary>The tenant's address, as configured.</summary>
    public string BaseUrl { get; }

    /// <summary>The client id; null where an access token was given.</summary>
    public string? ClientId { get; }

    /// <summary>Where the configuration came from: the path of a file, or a word such as <c>the environment</c>.</summary>
    public string Source { get; }

    /// <summary>Connects by the environment (SAIL_BASE_URL, SAIL_CLIENT_ID, SAIL_CLIENT_SECRET), else by <c>config.json</c> in a folder.</summary>
    /// <param name="currentDirectory">The folder; the process's current directory where null.</param>
    /// <exception cref="SailPointException">Nothing was found, or it does not do; the message names the ways to configure.</exception>
    public static SailPointClient FromEnvironment(string? currentDirectory = null) =>
        new(ResolvedConfiguration.FromSurroundings(currentDirectory ?? Directory.GetCurrentDirectory()));

    /// <summary>Starts a call, whose events tell how it goes.</summary>
    /// <param name="operation">The operationId, such as <c>approveBulkAccessRequest</c>; case is ignored.</param>
    /// <param name="request">
    /// The body or the query parameters, by JSON name: a <see cref="Model"/>, a text of JSON, or anything that <see cref="JsonWriter"/> writes as an
    /// object. Null where there are none. What a model holds beyond its documented members is sent as well, unless the options say otherwise.
    /// </param>
    /// <param name="options">How the call shall go.</param>
    /// <returns>The call, which the caller disposes.</returns>
    /// <exception cref="SailPointException">The call could not be started. What is wrong with the request comes as the call's result.</exception>
    /// <exception cref="ArgumentException">The request has no JSON form, or a text holds a NUL character. Nothing was sent.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public Call Start(string operation, object? request = null, CallOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var json = request is null or string ? (string?)request : JsonWriter.ToJson(request);
        var call = NativeMethods.StartCall(handle, operation, json, (options ?? new CallOptions()).ToJson(request, defaults), EnvelopeReader.ReadError, out var error);
        return error is null ? new Call(call, operation) : throw error;
    }

    /// <summary>Ends the connection. Calls that are under way go on to their end.</summary>
    public void Dispose() => handle.Dispose();

    private Envelope Send(string operation, object? request, CallOptions? options)
    {
        using var call = Start(operation, request, options);
        var envelope = call.WaitForResult();
        return envelope.Error is null ? envelope : throw envelope.Error;
    }

    private async Task<Envelope> SendAsync(string operation, object? request, CallOptions? options, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            throw new CallCanceledException("The call was canceled before it was started; nothing was sent.", "not_sent", null, cancellationToken);
        }

        using var thread = CallThread.Take();
        var call = Start(operation, request, options);
        using var abort = cancellationToken.UnsafeRegister(static state => ((Call)state!).Abort(), call);
        var envelope = await thread.WaitAsync(call).ConfigureAwait(false);
        if (envelope.Error is not { } error)
        {
            return envelope;
        }

        var isCanceled = error.Kind == "aborted" && cancellationToken.IsCancellationRequested;
        throw isCanceled ? new CallCanceledException(error.Message, error.Delivery, error, cancellationToken) : error;
    }

    private ApiResponse Ask(string operation, object? request, CallOptions? options) => new(Send(operation, request, options));

    private ApiResponse<T> Ask<T>(string operation, object? request, CallOptions? options)
        where T : class => new(Send(operation, request, options));

    private async Task<ApiResponse> AskAsync(string operation, object? request, CallOptions? options, CancellationToken cancellationToken) =>
        new(await SendAsync(operation, request, options, cancellationToken).ConfigureAwait(false));

    private async Task<ApiResponse<T>> AskAsync<T>(string operation, object? request, CallOptions? options, CancellationToken cancellationToken)
        where T : class => new(await SendAsync(operation, request, options, cancellationToken).ConfigureAwait(false));
}
