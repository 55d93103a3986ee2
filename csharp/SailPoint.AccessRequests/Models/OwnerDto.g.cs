// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>An owner.</summary>
public sealed class OwnerDto : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("type", TextKind.Instance),
        new ModelField("id", TextKind.Instance),
        new ModelField("name", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public OwnerDto()
        : base(Shape)
    {
    }

    /// <summary>The kind of owner.</summary>
    public string? Type { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Id of the owner.</summary>
    public string? Id { get => Get<string>(1); set => Set(1, value); }

    /// <summary>Display name of the owner.</summary>
    public string? Name { get => Get<string>(2); set => Set(2, value); }
}
