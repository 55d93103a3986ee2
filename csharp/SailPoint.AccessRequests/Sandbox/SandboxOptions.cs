// How a sandbox shall be started.
#nullable enable

namespace SailPoint.AccessRequests;

/// <summary>How a sandbox shall be started. What is null is left to the program.</summary>
public sealed class SandboxOptions
{
    /// <summary>The seed of everything that is made up; the same seed makes the same tenant.</summary>
    public long? Seed { get; set; }

    /// <summary>The program's configuration, as JSON.</summary>
    public string? ConfigJson { get; set; }

    /// <summary>The program's file; searched for beside the native library where null.</summary>
    public string? ExecutablePath { get; set; }
}
