// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>An identity by id, with its name and mail address.</summary>
public sealed class IdentityReferenceWithNameAndEmail : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("type", TextKind.Instance),
        new ModelField("id", TextKind.Instance),
        new ModelField("name", TextKind.Instance),
        new ModelField("email", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public IdentityReferenceWithNameAndEmail()
        : base(Shape)
    {
    }

    /// <summary>The kind of object, IDENTITY.</summary>
    public string? Type { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Id of the identity.</summary>
    public string? Id { get => Get<string>(1); set => Set(1, value); }

    /// <summary>Its display name.</summary>
    public string? Name { get => Get<string>(2); set => Set(2, value); }

    /// <summary>Its mail address.</summary>
    public string? Email { get => Get<string>(3); set => Set(3, value); }
}
