// A running call of the native library, freed by the last who uses it. Held by Call.
#nullable enable

using System.Runtime.InteropServices;

namespace SailPoint.AccessRequests.Native;

/// <summary>The key of a native call. Freeing it never blocks, and aborts a call that is under way.</summary>
internal sealed class CallHandle : SafeHandle
{
    /// <summary>Made by the marshaller, which then sets the key.</summary>
    public CallHandle()
        : base(0, ownsHandle: true)
    {
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.FreeCall(handle);
        return true;
    }
}
