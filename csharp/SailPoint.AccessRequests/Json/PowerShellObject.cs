// What PowerShell wraps values in, told by names, since the binding has no reference to PowerShell. Called by JsonWriter.
#nullable enable

using System.Collections;
using System.Collections.Specialized;
using System.Reflection;

namespace SailPoint.AccessRequests.Json;

/// <summary>Values of PowerShell's own, for places that no converter of the module reaches, such as a model's indexer.</summary>
/// <remarks>
/// No script is called for it: a script belongs to one runspace, and any thread may set a member.
/// </remarks>
internal static class PowerShellObject
{
    private const string Wrapper = "System.Management.Automation.PSObject";
    private const string Custom = "System.Management.Automation.PSCustomObject";

    /// <summary>The value without its wrapping, or the properties of a <c>[pscustomobject]</c>; any other object as it is.</summary>
    internal static object? Unwrap(object value)
    {
        if (value.GetType().FullName != Wrapper)
        {
            return value;
        }

        var inner = Property(value, "BaseObject");
        if (inner?.GetType().FullName != Custom)
        {
            return inner;
        }

        var members = new OrderedDictionary();
        foreach (var property in (IEnumerable)Property(value, "Properties")!)
        {
            members[(string)Property(property, "Name")!] = Property(property, "Value");
        }

        return members;
    }

    private static object? Property(object value, string name) =>
        value.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.GetValue(value);
}
