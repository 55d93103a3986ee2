// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Who asked for an item.</summary>
public sealed class AccessItemRequester : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("type", TextKind.Instance),
        new ModelField("id", TextKind.Instance),
        new ModelField("name", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public AccessItemRequester()
        : base(Shape)
    {
    }

    /// <summary>The kind of requester.</summary>
    public string? Type { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Id of the requester.</summary>
    public string? Id { get => Get<string>(1); set => Set(1, value); }

    /// <summary>Display name of the requester.</summary>
    public string? Name { get => Get<string>(2); set => Set(2, value); }
}
