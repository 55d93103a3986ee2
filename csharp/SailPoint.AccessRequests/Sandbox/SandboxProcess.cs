// A sandbox tenant that runs beside this program. Used by tests, examples and Start-SailPointSandbox.
#nullable enable

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SailPoint.AccessRequests.Native;

namespace SailPoint.AccessRequests;

/// <summary>A made-up tenant on this machine, a program of its own. It ends with <see cref="Dispose"/>, and also with the process that started it.</summary>
public sealed class SandboxProcess : IDisposable
{
    // How the program ends where an argument or a setting makes no sense.
    private const int RefusedExitCode = 2;

    private static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);
    private static readonly HttpClient Control = new(new SocketsHttpHandler { UseProxy = false });

    // Those that were started and not disposed, in that order; also the lock for both.
    private static readonly List<SandboxProcess> Started = [];

    private readonly Process process;

    private SandboxProcess(Process process, JsonElement ready)
    {
        this.process = process;
        BaseUrl = Text(ready, "baseUrl");
        ControlUrl = Text(ready, "controlUrl");
        ClientId = Text(ready, "clientId");
        ClientSecret = Text(ready, "clientSecret");
        ControlToken = Text(ready, "controlToken");
        ProcessId = process.Id;
    }

    /// <summary>The tenant's address, on 127.0.0.1.</summary>
    public string BaseUrl { get; }

    /// <summary>The id of credentials that the tenant takes.</summary>
    public string ClientId { get; }

    /// <summary>The secret of these credentials.</summary>
    public string ClientSecret { get; }

    /// <summary>The address of the paths below <c>/sandbox/</c>. It answers also while a fault makes <see cref="BaseUrl"/> refuse connections.</summary>
    public string ControlUrl { get; }

    /// <summary>The token that the paths below <c>/sandbox/</c> take.</summary>
    public string ControlToken { get; }

    /// <summary>The program's process id.</summary>
    public int ProcessId { get; }

    /// <summary>How the program ended, 0 being well; null while it runs. Known after <see cref="Dispose"/>.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>The sandboxes that this process has started and not disposed, as they are now.</summary>
    public static IReadOnlyList<SandboxProcess> Running
    {
        get
        {
            lock (Started)
            {
                return Started.ToArray();
            }
        }
    }

    /// <summary>Starts the program and waits until it serves.</summary>
    /// <param name="options">How it shall be started; as the program does by itself where null.</param>
    /// <exception cref="FileNotFoundException">The program is not there; the message lists where it was looked for.</exception>
    /// <exception cref="SailPointException">It does not take the seed or the configuration (kind <c>config</c>); the message holds what it said.</exception>
    /// <exception cref="InvalidOperationException">It did not start for another reason; the message holds what it said.</exception>
    public static SandboxProcess Start(SandboxOptions? options = null)
    {
        options ??= new SandboxOptions();
        var process = new Process { StartInfo = StartInfo(options) };
        var complaints = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) => complaints.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginErrorReadLine();
        try
        {
            if (options.ConfigJson is { } config)
            {
                WriteLine(process, OneLine(config));
            }

            var sandbox = new SandboxProcess(process, ReadReadyLine(process, complaints));
            lock (Started)
            {
                Started.Add(sandbox);
            }

            return sandbox;
        }
        catch
        {
            End(process);
            throw;
        }
    }

    /// <summary>A configuration that connects to this tenant. Loopback addresses may be plain http.</summary>
    public ClientConfiguration ToConfiguration() => new() { BaseUrl = BaseUrl, ClientId = ClientId, ClientSecret = ClientSecret, Source = "the sandbox" };

    /// <summary>What the tenant saw and did so far, such as how often it acted on an id.</summary>
    public SandboxCounters GetCounters()
    {
        using var counters = JsonDocument.Parse(GetControl("counters"));
        return new SandboxCounters(counters.RootElement);
    }

    /// <summary>Asks the tenant about itself: what it saw, and what it holds.</summary>
    /// <param name="path">What to ask, below <c>/sandbox/</c>, such as <c>counters</c>.</param>
    /// <returns>The answer's JSON.</returns>
    /// <exception cref="HttpRequestException">The tenant refused.</exception>
    public string GetControl(string path) => SendControl(HttpMethod.Get, path, null);

    /// <summary>Tells the tenant to behave otherwise.</summary>
    /// <param name="path">What to change, below <c>/sandbox/</c>, such as <c>faults</c>.</param>
    /// <param name="json">How.</param>
    /// <returns>The answer's JSON.</returns>
    /// <exception cref="HttpRequestException">The tenant refused.</exception>
    public string PostControl(string path, string json = "{}") => SendControl(HttpMethod.Post, path, json);

    /// <summary>Takes back what the tenant was told.</summary>
    /// <param name="path">What to take back, below <c>/sandbox/</c>, such as <c>faults</c>.</param>
    /// <exception cref="HttpRequestException">The tenant refused.</exception>
    public void DeleteControl(string path) => SendControl(HttpMethod.Delete, path, null);

    /// <summary>Ends the program. Waits up to 5 s for it to end by itself. Of several threads that call this, the first ends it.</summary>
    public void Dispose()
    {
        bool isFirst;
        lock (Started)
        {
            isFirst = Started.Remove(this);
        }

        if (isFirst)
        {
            ExitCode = End(process);
        }
    }

    private static ProcessStartInfo StartInfo(SandboxOptions options)
    {
        var start = new ProcessStartInfo(FindProgram(options.ExecutablePath))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("--exit-with-stdin");
        if (options.Seed is { } seed)
        {
            start.ArgumentList.Add($"--seed={seed}");
        }

        if (options.ConfigJson is not null)
        {
            start.ArgumentList.Add("--config=-");
        }

        return start;
    }

    private static string FindProgram(string? given)
    {
        var name = OperatingSystem.IsWindows() ? "sailpoint-sandbox.exe" : "sailpoint-sandbox";
        var candidates = given is not null
            ? [Path.GetFullPath(given)]
            : NativeLibraryLocator.ProgramDirectories().Select(folder => Path.Combine(folder, name)).Distinct().ToArray();
        return candidates.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException(
            $"The sandbox program {name} was not found. It was looked for at {string.Join(", ", candidates)}. " +
            "Install the package for this platform again, or in a checkout run: cargo build");
    }

    private static JsonElement ReadReadyLine(Process process, ConcurrentQueue<string> complaints)
    {
        var line = process.StandardOutput.ReadLineAsync();
        if (!line.Wait(TimeToStart))
        {
            throw new InvalidOperationException($"The sandbox {process.StartInfo.FileName} did not get ready within {TimeToStart.TotalSeconds:0} s. {Said(complaints)}");
        }

        if (line.Result is { } ready)
        {
            return JsonDocument.Parse(ready).RootElement.Clone();
        }

        // Waits for the rest of what it says.
        process.WaitForExit();
        var message = $"The sandbox {process.StartInfo.FileName} ended with code {process.ExitCode} before it was ready. {Said(complaints)}";
        throw process.ExitCode == RefusedExitCode ? new SailPointException(message) { Kind = "config" } : new InvalidOperationException(message);
    }

    private static void WriteLine(Process process, string line)
    {
        var input = process.StandardInput.BaseStream;
        try
        {
            input.Write(Encoding.UTF8.GetBytes(line + "\n"));
            input.Flush();
        }
        catch (IOException)
        {
            // It has ended already. What it said tells why.
        }
    }

    private static string Said(ConcurrentQueue<string> complaints)
    {
        var text = string.Join(Environment.NewLine, complaints).Trim();
        return text.Length == 0 ? "It said nothing." : $"It said: {text}";
    }

    // The program reads one line; a line break in JSON stands between tokens only.
    private static string OneLine(string json) => json.ReplaceLineEndings(" ");

    private static int End(Process process)
    {
        using (process)
        {
            // The writer on it, which nothing uses, would fail where the program has ended already.
            process.StandardInput.BaseStream.Close();
            if (!process.WaitForExit(TimeToEnd))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            return process.ExitCode;
        }
    }

    private static string Text(JsonElement ready, string name) =>
        ready.GetProperty(name).GetString() ?? throw new InvalidOperationException($"The sandbox's ready line holds no {name}.");

    private string SendControl(HttpMethod method, string path, string? json)
    {
        using var request = new HttpRequestMessage(method, $"{ControlUrl}/sandbox/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ControlToken);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = Control.Send(request);
        using var reader = new StreamReader(response.Content.ReadAsStream(), Encoding.UTF8);
        var body = reader.ReadToEnd();
        return response.IsSuccessStatusCode
            ? body
            : throw new HttpRequestException($"The sandbox answered {(int)response.StatusCode} to {method} /sandbox/{path}: {body}", null, response.StatusCode);
    }
}
