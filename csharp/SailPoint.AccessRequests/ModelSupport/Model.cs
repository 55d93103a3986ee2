// What every generated class in Models/ is: a list of slots, one for each documented member, and the members that are not documented.
#nullable enable

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using SailPoint.AccessRequests.Json;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>
/// A documented object of the service. Its properties are the documented members; only members that were set or received are written,
/// so that absent, null and false stay three things, and what was received is written back as it was.
/// </summary>
/// <remarks>
/// A member that is not documented is kept, and so is a value that does not fit its documented type: the property then reads null, and
/// the indexer gives the value. Instances are not for use by several threads at a time while one of them writes.
/// </remarks>
public abstract class Model
{
    // A slot holds null (absent), JsonNull (null was given), a JsonElement (a value that does not fit), or what its kind reads.
    private static readonly object JsonNull = new();

    private readonly ModelShape shape;
    private readonly object?[] slots;
    private Dictionary<string, JsonElement>? additional;

    private protected Model(ModelShape shape)
    {
        this.shape = shape;
        slots = new object?[shape.Count];
    }

    /// <summary>
    /// A member by its JSON name, documented or not. Case is ignored where no name matches exactly. Reading an absent member gives null; setting null
    /// writes null (<see cref="Remove"/> makes a member absent). A value is taken as <see cref="JsonWriter"/> writes it.
    /// </summary>
    /// <param name="jsonName">The name in JSON, such as <c>accessRequestId</c>.</param>
    /// <exception cref="ArgumentException">The value has no JSON form.</exception>
    public object? this[string jsonName]
    {
        get
        {
            var index = shape.Find(jsonName);
            return index >= 0 ? Read(index) : AdditionalName(jsonName) is { } name ? JsonReader.ToObject(additional![name]) : null;
        }

        set
        {
            var index = shape.Find(jsonName);
            if (index >= 0)
            {
                slots[index] = value is null ? JsonNull : shape.Kind(index).FromObject(value);
                return;
            }

            (additional ??= [])[AdditionalName(jsonName) ?? jsonName] = FieldKind.Unfitting(value);
        }
    }

    /// <summary>Whether the member was set or received, be it as null.</summary>
    public bool Contains(string jsonName)
    {
        var index = shape.Find(jsonName);
        return index >= 0 ? slots[index] is not null : AdditionalName(jsonName) is not null;
    }

    /// <summary>Makes a member absent.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string jsonName)
    {
        var index = shape.Find(jsonName);
        if (index < 0)
        {
            return AdditionalName(jsonName) is { } name && additional!.Remove(name);
        }

        var was = slots[index] is not null;
        slots[index] = null;
        return was;
    }

    /// <summary>The JSON names of the members that were set or received: the documented ones in their order, then the others.</summary>
    public IReadOnlyList<string> GetMemberNames() =>
        Enumerable.Range(0, slots.Length).Where(index => slots[index] is not null).Select(shape.Name).Concat(AdditionalNames).ToArray();

    /// <summary>The members that are not documented or whose value does not fit, by JSON name, as <see cref="JsonReader"/> gives them.</summary>
    public IReadOnlyDictionary<string, object?> GetAdditionalMembers() => Enumerable.Range(0, slots.Length)
        .Where(index => slots[index] is JsonElement).Select(shape.Name).Concat(AdditionalNames)
        .ToDictionary(name => name, name => this[name]);

    /// <summary>
    /// Where in this object and in the objects below it <see cref="GetAdditionalMembers"/> has something: paths such as
    /// <c>requestOnBehalfOfConfig.newMember</c> or <c>approvalDetails[0].newMember</c>.
    /// </summary>
    public IReadOnlyList<string> GetAdditionalPaths() => AdditionalPaths("").ToArray();

    /// <summary>Whether <see cref="GetAdditionalPaths"/> has something.</summary>
    internal bool HasAdditionalMembers => AdditionalPaths("").Any();

    /// <summary>The JSON text.</summary>
    public string ToJson() => JsonText.WriteText(WriteTo);

    /// <summary>The same as <see cref="ToJson"/>.</summary>
    public override string ToString() => ToJson();

    /// <summary>Writes the members that are there.</summary>
    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        for (var index = 0; index < slots.Length; index++)
        {
            if (slots[index] is { } value)
            {
                writer.WritePropertyName(shape.Utf8Name(index));
                WriteValue(writer, index, value);
            }
        }

        foreach (var name in AdditionalNames)
        {
            writer.WritePropertyName(name);
            JsonText.WriteRaw(writer, additional![name]);
        }

        writer.WriteEndObject();
    }

    /// <summary>Takes the members of the object that the reader stands at, and leaves the reader at its end.</summary>
    internal void ReadFrom(ref Utf8JsonReader reader)
    {
        // Members mostly come in the documented order, so the search begins behind the one before.
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = shape.Find(ref reader, expected);
            if (index < 0)
            {
                ReadAdditional(ref reader, JsonText.Name(ref reader));
                continue;
            }

            reader.Read();
            slots[index] = reader.TokenType == JsonTokenType.Null ? JsonNull : shape.Kind(index).Read(ref reader) ?? JsonText.Raw(ref reader);
            expected = index + 1;
        }
    }

    /// <summary>Keeps a value that is no object where this model was expected, under the empty name.</summary>
    internal void KeepWhole(ref Utf8JsonReader reader) => (additional ??= [])[""] = JsonText.Raw(ref reader);

    private protected T? Get<T>(int index)
        where T : class => slots[index] as T;

    private protected T? GetValue<T>(int index)
        where T : struct => slots[index] is T value ? value : null;

    private protected DateTime? GetInstant(int index) => slots[index] is string text ? InstantText.Parse(text) : null;

    private protected void Set(int index, object? value) => slots[index] = value ?? JsonNull;

    private protected void SetInstant(int index, DateTime? value) => Set(index, value is { } instant ? InstantText.Format(instant) : null);

    private IEnumerable<string> AdditionalNames => additional is null ? [] : additional.Keys;

    private IEnumerable<string> AdditionalPaths(string prefix) => Enumerable.Range(0, slots.Length)
        .SelectMany(index => AdditionalPaths(prefix + shape.Name(index), slots[index]))
        .Concat(AdditionalNames.Select(name => prefix + name));

    private static IEnumerable<string> AdditionalPaths(string path, object? value) => value switch
    {
        JsonElement => [path],
        Model model => model.AdditionalPaths(path + "."),
        Array list => list.Cast<object?>().SelectMany((entry, index) => AdditionalPaths($"{path}[{index}]", entry)),
        _ => [],
    };

    private object? Read(int index) => slots[index] switch
    {
        JsonElement element => JsonReader.ToObject(element),
        { } value when !ReferenceEquals(value, JsonNull) => shape.Kind(index).ToObject(value),
        _ => null,
    };

    private void WriteValue(Utf8JsonWriter writer, int index, object value)
    {
        if (ReferenceEquals(value, JsonNull))
        {
            writer.WriteNullValue();
        }
        else if (value is JsonElement element)
        {
            JsonText.WriteRaw(writer, element);
        }
        else
        {
            shape.Kind(index).Write(writer, value);
        }
    }

    private void ReadAdditional(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        (additional ??= [])[name] = JsonText.Raw(ref reader);
    }

    private string? AdditionalName(string jsonName) =>
        additional is null ? null
        : additional.ContainsKey(jsonName) ? jsonName
        : additional.Keys.FirstOrDefault(name => name.Equals(jsonName, StringComparison.OrdinalIgnoreCase));
}
