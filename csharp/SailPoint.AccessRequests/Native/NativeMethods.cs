// The C ABI as safe methods: the only file that sees pointers. Called by the client, the call and LibraryInformation.
#nullable enable

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SailPoint.AccessRequests.Native;

/// <summary>Takes what it needs from a text of the library, which is gone when it returns.</summary>
internal delegate T TextReader<out T>(ReadOnlySpan<byte> utf8);

/// <summary>The functions of the native library. Texts go in as UTF-8 and come out through a <see cref="TextReader{T}"/>.</summary>
internal static class NativeMethods
{
    /// <summary>What <see cref="NextEvent"/> says: an event was read.</summary>
    internal const int GotEvent = 1;

    /// <summary>What <see cref="NextEvent"/> says: there will be no more events.</summary>
    internal const int NoMoreEvents = -1;

    /// <summary>What <see cref="NextEvent"/> says: the handle names no live call.</summary>
    internal const int NotALiveCall = -2;

    /// <summary>A client, or an invalid handle with what <paramref name="readError"/> made of the error envelope.</summary>
    internal static ClientHandle NewClient(byte[] configuration, TextReader<Exception> readError, out Exception? error)
    {
        AbiVersion.Check();
        var client = Imports.sailpoint_client_new(configuration, out var errorText);
        error = errorText == 0 ? null : Take(errorText, readError);
        return client;
    }

    /// <summary>Frees a client by its key.</summary>
    internal static void FreeClient(nint client) => Imports.sailpoint_client_free(client);

    /// <summary>A started call, or an invalid handle with what <paramref name="readError"/> made of the error envelope.</summary>
    internal static CallHandle StartCall(
        ClientHandle client, string operation, string? request, string? options, TextReader<Exception> readError, out Exception? error)
    {
        var call = Imports.sailpoint_call_start(
            client, Terminated(operation, nameof(operation)), Terminated(request, nameof(request)), Terminated(options, nameof(options)), out var errorText);
        error = errorText == 0 ? null : Take(errorText, readError);
        return call;
    }

    /// <summary>Waits for the next event; a negative time waits without limit. Without an event <paramref name="result"/> is the default.</summary>
    internal static int NextEvent<T>(CallHandle call, int timeoutMilliseconds, TextReader<T> read, out T? result)
    {
        var outcome = Imports.sailpoint_call_next(call, timeoutMilliseconds, out var text);
        result = text == 0 ? default : Take(text, read);
        return outcome;
    }

    /// <summary>Asks a call to end.</summary>
    internal static void AbortCall(CallHandle call) => Imports.sailpoint_call_abort(call);

    /// <summary>Frees a call by its key.</summary>
    internal static void FreeCall(nint call) => Imports.sailpoint_call_free(call);

    /// <summary>The version of the ABI: major in the high 16 bits, minor in the low.</summary>
    internal static uint AbiVersionNumber() => Imports.sailpoint_abi_version();

    /// <summary>The version of the library.</summary>
    internal static string Version() => Marshal.PtrToStringUTF8(Imports.sailpoint_version()) ?? "";

    /// <summary>Operations and models as JSON.</summary>
    internal static string Describe() => Take(Imports.sailpoint_describe(), Text);

    /// <summary>The counters.</summary>
    internal static T Metrics<T>(TextReader<T> read) => Take(Imports.sailpoint_metrics(), read);

    /// <summary>The envelope of a check of <paramref name="json"/> by the rules of a model.</summary>
    internal static T CheckModel<T>(string model, string json, TextReader<T> read) =>
        Take(Imports.sailpoint_model_check(Terminated(model, nameof(model))!, Terminated(json, nameof(json))!), read);

    private static readonly TextReader<string> Text = static utf8 => Encoding.UTF8.GetString(utf8);

    private static T Take<T>(nint text, TextReader<T> read)
    {
        try
        {
            return read(Span(text));
        }
        finally
        {
            Imports.sailpoint_string_free(text);
        }
    }

    /// <summary>UTF-8 with the zero at its end that C wants.</summary>
    /// <exception cref="ArgumentException">There is one within the text, where C would take the text to end.</exception>
    private static byte[]? Terminated(string? text, string parameter)
    {
        if (text is null)
        {
            return null;
        }

        if (text.IndexOf('\0') is >= 0 and var index)
        {
            throw new ArgumentException(
                $"The text holds a NUL character at index {index}, and the library would read it to there only. Take it out, or write it as \\u0000 in JSON.", parameter);
        }

        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }

    private static ReadOnlySpan<byte> Span(nint text) => MemoryMarshal.CreateReadOnlySpan(ref At<byte>(text), Length(text));

    /// <summary>The number of bytes before the zero.</summary>
    // The framework's own search takes a byte*, which needs a compiler switch that a build of the sources by PowerShell does not give.
    // Whole aligned words are read, and a word never reaches into a page that its first byte is not in.
    private static int Length(nint text)
    {
        var position = text;
        for (; position % sizeof(ulong) != 0; position++)
        {
            if (At<byte>(position) == 0)
            {
                return checked((int)(position - text));
            }
        }

        while (!HasZero(At<ulong>(position)))
        {
            position += sizeof(ulong);
        }

        while (At<byte>(position) != 0)
        {
            position++;
        }

        return checked((int)(position - text));
    }

    private static bool HasZero(ulong word) => ((word - 0x0101010101010101) & ~word & 0x8080808080808080) != 0;

    private static ref T At<T>(nint address) => ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), address));

    // Named as in the header, so that each is found by searching for it.
    private static class Imports
    {
        private const string Library = NativeLibraryLocator.LibraryName;

        static Imports() => NativeLibraryLocator.Install();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern uint sailpoint_abi_version();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern nint sailpoint_version();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern ClientHandle sailpoint_client_new(byte[] configJson, out nint errorJson);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void sailpoint_client_free(nint client);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern CallHandle sailpoint_call_start(
            ClientHandle client, byte[]? operation, byte[]? requestJson, byte[]? optionsJson, out nint errorJson);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int sailpoint_call_next(CallHandle call, int timeoutMs, out nint eventJson);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int sailpoint_call_abort(CallHandle call);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void sailpoint_call_free(nint call);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void sailpoint_string_free(nint text);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern nint sailpoint_describe();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern nint sailpoint_model_check(byte[] model, byte[] json);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern nint sailpoint_metrics();
    }
}
