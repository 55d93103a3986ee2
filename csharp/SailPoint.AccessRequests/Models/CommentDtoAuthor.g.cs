// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Who wrote a comment.</summary>
public sealed class CommentDtoAuthor : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("type", TextKind.Instance),
        new ModelField("id", TextKind.Instance),
        new ModelField("name", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public CommentDtoAuthor()
        : base(Shape)
    {
    }

    /// <summary>The kind of author.</summary>
    public string? Type { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Id of the author.</summary>
    public string? Id { get => Get<string>(1); set => Set(1, value); }

    /// <summary>Display name of the author.</summary>
    public string? Name { get => Get<string>(2); set => Set(2, value); }
}
