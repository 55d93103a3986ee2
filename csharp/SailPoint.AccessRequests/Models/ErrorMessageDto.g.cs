// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>A message in one language.</summary>
public sealed class ErrorMessageDto : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("locale", TextKind.Instance),
        new ModelField("localeOrigin", TextKind.Instance),
        new ModelField("text", TextKind.Instance));

    /// <summary>An object without members.</summary>
    public ErrorMessageDto()
        : base(Shape)
    {
    }

    /// <summary>The language, such as en-US.</summary>
    public string? Locale { get => Get<string>(0); set => Set(0, value); }

    /// <summary>Whether the language is the tenant's or the request's. One of DEFAULT, REQUEST.</summary>
    public string? LocaleOrigin { get => Get<string>(1); set => Set(1, value); }

    /// <summary>The text.</summary>
    public string? Text { get => Get<string>(2); set => Set(2, value); }
}
