// Whether this assembly and the native library fit together. Asked once, before the first client is made.
#nullable enable

using System;

namespace SailPoint.AccessRequests.Native;

/// <summary>The version of the ABI that this assembly was written against, and the check that the library offers it.</summary>
internal static class AbiVersion
{
    /// <summary>The major number; the library's must be equal.</summary>
    internal const int Major = 1;

    /// <summary>The minor number; the library's must be at least this.</summary>
    internal const int Minor = 0;

    private static bool known;

    /// <summary>Throws where the library does not fit.</summary>
    internal static void Check()
    {
        if (known)
        {
            return;
        }

        Check(NativeMethods.AbiVersionNumber());
        known = true;
    }

    /// <summary>Throws where a library of this version does not fit.</summary>
    internal static void Check(uint found)
    {
        var version = ToVersion(found);
        if (version.Major == Major && version.Minor >= Minor)
        {
            return;
        }

        throw new InvalidOperationException(
            $"The native library {NativeLibraryLocator.LoadedFrom ?? NativeLibraryLocator.LibraryName} offers version {version} of its interface, and " +
            $"this assembly needs {Major}.{Minor} or a later {Major}.x. Install both from the same package, or build both from the same checkout.");
    }

    /// <summary>The number as the library tells it: major in the high 16 bits, minor in the low.</summary>
    internal static Version ToVersion(uint number) => new((int)(number >> 16), (int)(number & 0xFFFF));
}
