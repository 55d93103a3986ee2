// One complete configuration as the library takes it, from one of the sources. Made by SailPointClient and TenantConnections.
#nullable enable

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests.Configuration;

/// <summary>A configuration from one source as a whole: sources are never mixed, so that a planted file gets nobody else's secret.</summary>
internal sealed class ResolvedConfiguration
{
    private static readonly Dictionary<string, string> EnvironmentVariables = new()
    {
        ["baseUrl"] = "SAIL_BASE_URL",
        ["clientId"] = "SAIL_CLIENT_ID",
        ["clientSecret"] = "SAIL_CLIENT_SECRET",
    };

    // What WriteSurroundings may write. A null of the file beside it would be the member's second.
    private static readonly string[] SurroundingMembers = ["source", "proxy", "noProxy"];

    // Members that name files. Native code has a current directory of its own, which Set-Location does not move.
    private static readonly string[] FileMembers = ["limiterFile", "caFile", "clientCertificate"];

    private readonly string currentDirectory;

    private ResolvedConfiguration(JsonElement settings, string source, string currentDirectory)
    {
        this.currentDirectory = currentDirectory;
        Source = source;
        BaseUrl = Find(settings, "baseUrl");
        ClientId = Find(settings, "clientId");
        Utf8 = [.. JsonText.Write(writer => Write(writer, settings)).Span, 0];
    }

    /// <summary>The JSON for the library, with a zero at its end.</summary>
    internal byte[] Utf8 { get; }

    /// <summary>The tenant's address as given; null where none was.</summary>
    internal string? BaseUrl { get; }

    /// <summary>The client id as given; null where none was.</summary>
    internal string? ClientId { get; }

    /// <summary>Where it came from, for error messages.</summary>
    internal string Source { get; }

    /// <summary>What calls take that do not say otherwise.</summary>
    internal CallOptions CallDefaults { get; private init; } = new();

    /// <summary>What a program gave.</summary>
    internal static ResolvedConfiguration From(ClientConfiguration given) => new(
        Given(new Dictionary<string, object?>
        {
            ["baseUrl"] = given.BaseUrl,
            ["clientId"] = given.ClientId,
            ["clientSecret"] = given.ClientSecret,
            ["accessToken"] = given.AccessToken,
            ["tokenUrl"] = given.TokenUrl,
            ["apiVersion"] = given.ApiVersion,
            ["allowInsecureHttp"] = given.AllowInsecureHttp,
            ["requestsPerWindow"] = given.RequestsPerWindow,
            ["windowMs"] = given.WindowMs,
            ["limiterFile"] = given.LimiterFile,
            ["connectTimeoutMs"] = given.ConnectTimeoutMs,
            ["readTimeoutMs"] = given.ReadTimeoutMs,
            ["idleMs"] = given.IdleMs,
            ["proxy"] = given.Proxy,
            ["noProxy"] = given.NoProxy,
            ["caFile"] = given.CaFile,
            ["clientCertificate"] = given.ClientCertificate,
            ["userAgent"] = given.UserAgent,
            ["headers"] = given.Headers is null ? null : new Dictionary<string, string>(given.Headers),
        }),
        SourceOf(given),
        Environment.CurrentDirectory)
    {
        CallDefaults = new CallOptions
        {
            TimeoutMs = Positive("timeoutMs", given.TimeoutMs, "number of milliseconds", given),
            DeadlineMs = Positive("deadlineMs", given.DeadlineMs, "number of milliseconds", given),
            MaxAttempts = Positive("maxAttempts", given.MaxAttempts, "whole number", given),
        },
    };

    /// <summary>
    /// The environment where it has a client id, else <c>config.json</c> in this folder, else nothing, for the library to explain what can be given.
    /// </summary>
    internal static ResolvedConfiguration FromSurroundings(string currentDirectory)
    {
        if (IsEnvironmentGiven)
        {
            var variables = EnvironmentVariables.ToDictionary(member => member.Key, member => (object?)Surroundings.Variable(member.Value));
            return new ResolvedConfiguration(Given(variables), "the environment", currentDirectory);
        }

        var path = FilePath(currentDirectory);
        return File.Exists(path)
            ? new ResolvedConfiguration(ReadFile(path), path, currentDirectory)
            : new ResolvedConfiguration(Given([]), "nowhere", currentDirectory);
    }

    /// <summary>Whether the environment or a file in this folder says anything.</summary>
    internal static bool IsAnywhere(string currentDirectory) => IsEnvironmentGiven || File.Exists(FilePath(currentDirectory));

    /// <summary>Equal for equal configurations; tells nothing of the secret.</summary>
    internal string Digest() => Convert.ToHexString(SHA256.HashData(Utf8));

    /// <summary>Overwrites the JSON, which holds the secret.</summary>
    internal void Wipe() => CryptographicOperations.ZeroMemory(Utf8);

    private static string SourceOf(ClientConfiguration given) => given.Source ?? "the given configuration";

    // The library meets these with a call only, and would refuse every one.
    private static int? Positive(string name, int? value, string what, ClientConfiguration given) => value is null or > 0
        ? value
        : throw new SailPointException($"{name} in {SourceOf(given)} must be a {what} from 1, not the number {value}.") { Kind = "config" };

    private static bool IsEnvironmentGiven => Surroundings.Variable(EnvironmentVariables["clientId"]) is not null;

    private static string FilePath(string directory) => Path.Combine(Path.GetFullPath(directory), "config.json");

    private static JsonElement Given(Dictionary<string, object?> members) => JsonDocument.Parse(GivenMembers.ToJson(members) ?? "{}").RootElement;

    private static JsonElement ReadFile(string path)
    {
        try
        {
            var settings = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
            return settings.ValueKind == JsonValueKind.Object ? settings : throw Unusable(path, "It holds no JSON object.", null);
        }
        catch (JsonException exception)
        {
            throw Unusable(path, JsonText.NotJson(exception).Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, exception.Message, exception);
        }
    }

    private static SailPointException Unusable(string path, string reason, Exception? cause) => new(
        $"The settings in {path} cannot be used. {reason} The shortest file that works: " +
        "{\"baseUrl\": \"https://TENANT.api.identitynow.com\", \"clientId\": \"ID\", \"clientSecret\": \"SECRET\"}",
        cause)
    {
        Kind = "config",
    };

    /// <summary>A text among the settings, by its name in either spelling.</summary>
    private static string? Find(JsonElement settings, string name)
    {
        foreach (var member in settings.EnumerateObject())
        {
            if (JsonText.Name(member).Equals(name, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind == JsonValueKind.String)
            {
                return JsonText.Text(member.Value);
            }
        }

        return null;
    }

    /// <summary>Whether there is a setting of this name, of whatever type. A null counts as none.</summary>
    private static bool Has(JsonElement settings, string name) => settings.EnumerateObject().Any(
        member => member.Value.ValueKind != JsonValueKind.Null && JsonText.Name(member).Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsAbsent(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.Null && SurroundingMembers.Contains(JsonText.Name(member), StringComparer.OrdinalIgnoreCase);

    private static bool IsFile(JsonProperty member) =>
        FileMembers.Contains(JsonText.Name(member), StringComparer.OrdinalIgnoreCase) &&
        member.Value.ValueKind == JsonValueKind.String &&
        JsonText.Text(member.Value) is var path &&
        !string.IsNullOrWhiteSpace(path) &&
        !path.Contains('\0');

    /// <summary>Writes the settings as they are, names of files made complete, a member twice as well: the library says what is wrong with them.</summary>
    private void Write(Utf8JsonWriter writer, JsonElement settings)
    {
        writer.WriteStartObject();
        foreach (var member in settings.EnumerateObject().Where(member => !IsAbsent(member)))
        {
            writer.WritePropertyName(JsonText.Name(member));
            if (IsFile(member))
            {
                writer.WriteStringValue(Path.GetFullPath(JsonText.Text(member.Value).Trim(), Path.GetFullPath(currentDirectory)));
                continue;
            }

            JsonText.WriteRaw(writer, member.Value);
        }

        // Nothing at all makes the library explain the ways to configure.
        if (settings.EnumerateObject().Any())
        {
            WriteSurroundings(writer, settings);
        }

        writer.WriteEndObject();
    }

    private void WriteSurroundings(Utf8JsonWriter writer, JsonElement settings)
    {
        if (!Has(settings, "source"))
        {
            writer.WriteString("source", Source);
        }

        if (Has(settings, "proxy") || ProxySettings.FromSurroundings(BaseUrl) is not { Proxy: { } proxy } surrounding)
        {
            return;
        }

        writer.WriteString("proxy", proxy);
        if (surrounding.NoProxy is { } noProxy && !Has(settings, "noProxy"))
        {
            writer.WriteString("noProxy", noProxy);
        }
    }
}
