// Where the native library is found. Installed by NativeMethods before its first import is bound.
#nullable enable

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;

namespace SailPoint.AccessRequests.Native;

/// <summary>
/// Looks for the native library: the path that <see cref="SailPointNativeLibrary.Use"/> set, <c>runtimes/(rid)/native</c> beside this
/// assembly, beside this assembly, then as the runtime does by itself.
/// </summary>
internal static class NativeLibraryLocator
{
    /// <summary>The name in the imports.</summary>
    internal const string LibraryName = "sailpoint_access_requests";

    // Not the current directory: a file planted there would get the tenant's secret.
    private const DllImportSearchPath SafePlaces = DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory;

    private static readonly object Gate = new();
    private static string? chosen;
    private static nint library;
    private static bool installed;

    /// <summary>The file that was loaded; null before, or where the runtime found it by itself.</summary>
    internal static string? LoadedFrom { get; private set; }

    /// <summary>The library's file name on this platform.</summary>
    internal static string FileName =>
        OperatingSystem.IsWindows() ? LibraryName + ".dll" : OperatingSystem.IsMacOS() ? $"lib{LibraryName}.dylib" : $"lib{LibraryName}.so";

    /// <summary>Makes the runtime ask here. Calling it again does nothing.</summary>
    internal static void Install()
    {
        lock (Gate)
        {
            if (!installed)
            {
                NativeLibrary.SetDllImportResolver(typeof(NativeLibraryLocator).Assembly, Resolve);
                installed = true;
            }
        }
    }

    /// <summary>Sets the one file to load, as long as none has been loaded.</summary>
    internal static void Use(string path)
    {
        var full = Path.GetFullPath(path);
        lock (Gate)
        {
            if (library != 0 && full != LoadedFrom)
            {
                throw new InvalidOperationException(
                    $"The native library is loaded already, from {LoadedFrom ?? "the runtime's own search"}. A process keeps the one it has: start a new one to use {full}.");
            }

            chosen = full;
        }
    }

    /// <summary>Folders in which a program that goes with the library may lie: beside the library, and in a checkout beside its other build.</summary>
    internal static IEnumerable<string> ProgramDirectories()
    {
        var library = Path.GetDirectoryName(LoadedFrom ?? chosen);
        return library is null
            ? NativeDirectories()
            : new[] { library, Path.Combine(library, "..", "release"), Path.Combine(library, "..", "debug") }.Select(Path.GetFullPath);
    }

    private static string[] NativeDirectories()
    {
        var beside = Path.GetDirectoryName(typeof(NativeLibraryLocator).Assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;
        return [Path.Combine(beside, "runtimes", RuntimeIdentifier(), "native"), beside];
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != LibraryName)
        {
            return 0;
        }

        lock (Gate)
        {
            if (library == 0)
            {
                library = Load(assembly);
            }

            return library;
        }
    }

    private static nint Load(Assembly assembly)
    {
        var candidates = chosen is not null ? [chosen] : NativeDirectories().Select(folder => Path.Combine(folder, FileName)).ToArray();
        if (candidates.FirstOrDefault(File.Exists) is { } file)
        {
            var loaded = NativeLibrary.Load(file);
            LoadedFrom = file;
            return loaded;
        }

        if (chosen is null && NativeLibrary.TryLoad(LibraryName, assembly, SafePlaces, out var found))
        {
            return found;
        }

        throw new DllNotFoundException(
            $"The native library {FileName} was not found. It was looked for at {string.Join(", ", candidates)}" +
            (chosen is null ? ", and where the system looks for libraries." : ".") +
            " Install the package for this platform again, or in a checkout run: cargo build");
    }

    private static string RuntimeIdentifier()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        // The runtime tells the C library of a Linux system in its own identifier only.
        var library = system == "linux" && RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "-musl" : "";
        return $"{system}{library}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
