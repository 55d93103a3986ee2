// The documented models by name. Called where the name is data: the module's model functions.
#nullable enable

using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using SailPoint.AccessRequests.Calls;
using SailPoint.AccessRequests.Json;

namespace SailPoint.AccessRequests;

/// <summary>The documented models by name.</summary>
public static partial class ModelRegistry
{
    /// <summary>The names, sorted.</summary>
    public static IReadOnlyCollection<string> Names => Models.Keys;

    /// <summary>An instance without members.</summary>
    /// <param name="modelName">The model's name, such as <c>BulkApproveAccessRequest</c>; case is ignored.</param>
    /// <exception cref="ArgumentException">There is no such model.</exception>
    public static Model Create(string modelName) => Parse(modelName, "{}");

    /// <summary>Reads an object. Its rules are not checked: <see cref="LibraryInformation.CheckModel"/> does that.</summary>
    /// <param name="modelName">The model's name; case is ignored.</param>
    /// <param name="json">The text of a JSON object, with names in their documented spelling.</param>
    /// <exception cref="ArgumentException">There is no such model.</exception>
    /// <exception cref="FormatException">The text is not JSON, or no object.</exception>
    public static Model Parse(string modelName, string json)
    {
        ArgumentNullException.ThrowIfNull(modelName);
        ArgumentNullException.ThrowIfNull(json);
        return Models.TryGetValue(modelName, out var model)
            ? (Model)Parse(modelName, model, json)
            : throw new ArgumentException($"There is no model {modelName}. The models are {string.Join(", ", Names)}.", nameof(modelName));
    }

    /// <summary>Reads an object of the model <typeparamref name="T"/>.</summary>
    /// <param name="json">The text of a JSON object, with names in their documented spelling.</param>
    /// <exception cref="FormatException">The text is not JSON, or no object.</exception>
    public static T Parse<T>(string json)
        where T : Model, new()
    {
        ArgumentNullException.ThrowIfNull(json);
        return (T)Parse(typeof(T).Name, new ObjectAnswer<T>(), json);
    }

    /// <summary>How the model of this name is read from an envelope; as plain objects where there is none.</summary>
    internal static Answer AnswerOf(string modelName) => Models.TryGetValue(modelName, out var model) ? model : Answer.Plain;

    private static object Parse(string modelName, Answer model, string json)
    {
        try
        {
            var reader = JsonText.Reader(Encoding.UTF8.GetBytes(json));
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new FormatException($"The JSON of {modelName} has to be an object, {{...}}.");
            }

            var read = model.Read(ref reader)!;
            // Reads on to the end, so that text behind the object is an error.
            reader.Read();
            return read;
        }
        catch (JsonException exception)
        {
            throw JsonText.NotJson(exception);
        }
    }
}
