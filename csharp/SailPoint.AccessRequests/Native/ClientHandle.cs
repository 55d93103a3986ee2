// A client of the native library, freed by the last who uses it. Held by SailPointClient.
#nullable enable

using System.Runtime.InteropServices;

namespace SailPoint.AccessRequests.Native;

/// <summary>The key of a native client. Freeing it never blocks; calls that are under way end by themselves.</summary>
internal sealed class ClientHandle : SafeHandle
{
    /// <summary>Made by the marshaller, which then sets the key.</summary>
    public ClientHandle()
        : base(0, ownsHandle: true)
    {
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.FreeClient(handle);
        return true;
    }
}
