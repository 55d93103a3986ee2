// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>The accounts chosen on one source.</summary>
public sealed class SourceItemRef : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("sourceId", TextKind.Instance),
        new ModelField("accounts", new ListKind<AccountItemRef>(ObjectKind<AccountItemRef>.Instance)));

    /// <summary>An object without members.</summary>
    public SourceItemRef()
        : base(Shape)
    {
    }

    /// <summary>Id of the source.</summary>
    public string? SourceId { get => Get<string>(0); set => Set(0, value); }

    /// <summary>The chosen accounts; the service takes one a source.</summary>
    public AccountItemRef[]? Accounts { get => Get<AccountItemRef[]>(1); set => Set(1, value); }
}
