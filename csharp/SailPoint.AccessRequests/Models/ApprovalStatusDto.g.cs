// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>Where one approval step stands.</summary>
public sealed class ApprovalStatusDto : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("forwarded", BooleanKind.Instance),
        new ModelField("originalOwner", ObjectKind<ApprovalStatusDtoOriginalOwner>.Instance),
        new ModelField("currentOwner", ObjectKind<AccessItemReviewedBy>.Instance),
        new ModelField("modified", InstantKind.Instance),
        new ModelField("status", TextKind.Instance),
        new ModelField("scheme", TextKind.Instance),
        new ModelField("errorMessages", new ListKind<ErrorMessageDto>(ObjectKind<ErrorMessageDto>.Instance)),
        new ModelField("comment", TextKind.Instance),
        new ModelField("removeDate", InstantKind.Instance));

    /// <summary>An object without members.</summary>
    public ApprovalStatusDto()
        : base(Shape)
    {
    }

    /// <summary>Whether it was passed on to somebody else. Where it is absent, the service takes false.</summary>
    public bool? Forwarded { get => GetValue<bool>(0); set => Set(0, value); }

    /// <summary>Who had to decide at first.</summary>
    public ApprovalStatusDtoOriginalOwner? OriginalOwner { get => Get<ApprovalStatusDtoOriginalOwner>(1); set => Set(1, value); }

    /// <summary>Who has to decide now, or decided.</summary>
    public AccessItemReviewedBy? CurrentOwner { get => Get<AccessItemReviewedBy>(2); set => Set(2, value); }

    /// <summary>When it last changed.</summary>
    public DateTime? Modified { get => GetInstant(3); set => SetInstant(3, value); }

    /// <summary>Where the step stands. One of PENDING, APPROVED, REJECTED, EXPIRED, CANCELLED, ARCHIVED.</summary>
    public string? Status { get => Get<string>(4); set => Set(4, value); }

    /// <summary>In which capacity the owner decides. One of APP_OWNER, SOURCE_OWNER, MANAGER, ROLE_OWNER, ACCESS_PROFILE_OWNER, ENTITLEMENT_OWNER, GOVERNANCE_GROUP.</summary>
    public string? Scheme { get => Get<string>(5); set => Set(5, value); }

    /// <summary>Errors of the step.</summary>
    public ErrorMessageDto[]? ErrorMessages { get => Get<ErrorMessageDto[]>(6); set => Set(6, value); }

    /// <summary>The reviewer's reason.</summary>
    public string? Comment { get => Get<string>(7); set => Set(7, value); }

    /// <summary>When the access shall end, as of this step.</summary>
    public DateTime? RemoveDate { get => GetInstant(8); set => SetInstant(8, value); }
}
