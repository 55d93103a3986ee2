// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>The body of the answers 400, 403, 404 and 500.</summary>
public sealed class ErrorResponseDto : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("detailCode", TextKind.Instance),
        new ModelField("trackingId", TextKind.Instance),
        new ModelField("messages", new ListKind<ErrorMessageDto>(ObjectKind<ErrorMessageDto>.Instance)),
        new ModelField("causes", new ListKind<ErrorMessageDto>(ObjectKind<ErrorMessageDto>.Instance)));

    /// <summary>An object without members.</summary>
    public ErrorResponseDto()
        : base(Shape)
    {
    }

    /// <summary>A finer code, such as 400.1 Bad Request Content.</summary>
    public string? DetailCode { get => Get<string>(0); set => Set(0, value); }

    /// <summary>What SailPoint's support asks for.</summary>
    public string? TrackingId { get => Get<string>(1); set => Set(1, value); }

    /// <summary>What went wrong.</summary>
    public ErrorMessageDto[]? Messages { get => Get<ErrorMessageDto[]>(2); set => Set(2, value); }

    /// <summary>Why it went wrong.</summary>
    public ErrorMessageDto[]? Causes { get => Get<ErrorMessageDto[]>(3); set => Set(3, value); }
}
