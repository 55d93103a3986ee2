// Which native library and sandbox program the tests use: what `cargo build` made in this checkout, or what the environment names.
using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace SailPoint.AccessRequests.Tests.Support;

internal static class NativeFiles
{
    internal static readonly string? SandboxProgram = Environment.GetEnvironmentVariable("SAILPOINT_SANDBOX");

    [ModuleInitializer]
    internal static void UseLibrary() => SailPointNativeLibrary.Use(Environment.GetEnvironmentVariable("SAILPOINT_NATIVE_LIBRARY") ?? NewestBuild());

    private static string NewestBuild()
    {
        var target = Path.Combine(RepositoryRoot(), "target");
        return new[] { "debug", "release" }
            .SelectMany(profile => new[] { "libsailpoint_access_requests.so", "libsailpoint_access_requests.dylib", "sailpoint_access_requests.dll" },
                (profile, name) => Path.Combine(target, profile, name))
            .Where(File.Exists)
            .OrderByDescending(File.GetLastWriteTimeUtc)
            .FirstOrDefault() ?? throw new FileNotFoundException($"There is no native library in {target}. Run: cargo build");
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cargo.toml")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Cargo.toml above {AppContext.BaseDirectory}. Set SAILPOINT_NATIVE_LIBRARY and SAILPOINT_SANDBOX.");
    }
}
