// Which native library is used. Called by loaders that know it better than the search does, before anything else.
#nullable enable

using SailPoint.AccessRequests.Native;

namespace SailPoint.AccessRequests;

/// <summary>The native library that this assembly stands on.</summary>
public static class SailPointNativeLibrary
{
    /// <summary>
    /// Names the file to load instead of searching for one: for a checkout, or an installation with a layout of its own.
    /// </summary>
    /// <param name="path">The library's file. A relative path counts from the process's current directory.</param>
    /// <exception cref="System.InvalidOperationException">Another file has been loaded already.</exception>
    public static void Use(string path) => NativeLibraryLocator.Use(path);
}
