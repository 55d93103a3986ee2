// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Who may request access for somebody else.</summary>
public sealed class RequestOnBehalfOfConfig : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("allowRequestOnBehalfOfAnyoneByAnyone", BooleanKind.Instance),
        new ModelField("allowRequestOnBehalfOfEmployeeByManager", BooleanKind.Instance));

    /// <summary>An object without members.</summary>
    public RequestOnBehalfOfConfig()
        : base(Shape)
    {
    }

    /// <summary>Whether everybody may request for everybody. Where it is absent, the service takes false.</summary>
    public bool? AllowRequestOnBehalfOfAnyoneByAnyone { get => GetValue<bool>(0); set => Set(0, value); }

    /// <summary>Whether managers may request for their reports. Where it is absent, the service takes false.</summary>
    public bool? AllowRequestOnBehalfOfEmployeeByManager { get => GetValue<bool>(1); set => Set(1, value); }
}
