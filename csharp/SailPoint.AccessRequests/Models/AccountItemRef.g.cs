// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>One account on a source.</summary>
public sealed class AccountItemRef : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("accountUuid", TextKind.Instance),
        new ModelField("nativeIdentity", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public AccountItemRef()
        : base(Shape)
    {
    }

    /// <summary>The account's UUID, where its source has them.</summary>
    public string? AccountUuid { get => Get<string>(0); set => Set(0, value); }

    /// <summary>The account's name on its source.</summary>
    public string? NativeIdentity { get => Get<string>(1); set => Set(1, value); }
}
