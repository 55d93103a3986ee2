// One documented member of a model.
#nullable enable

using System.Text;

namespace SailPoint.AccessRequests.ModelSupport;

/// <summary>A documented member: its JSON name, and what it holds.</summary>
internal sealed class ModelField(string name, FieldKind kind)
{
    /// <summary>The JSON name.</summary>
    internal string Name { get; } = name;

    /// <summary>The JSON name in UTF-8, as readers and writers want it.</summary>
    internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>What the member holds.</summary>
    internal FieldKind Kind { get; } = kind;
}
