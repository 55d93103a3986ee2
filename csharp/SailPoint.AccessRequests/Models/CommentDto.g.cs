// Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated
#nullable enable

using System;
using SailPoint.AccessRequests.ModelSupport;

namespace SailPoint.AccessRequests;

/// <summary>A comment with its author.</summary>
public sealed class CommentDto : Model
{
    private static readonly ModelShape Shape = new(
        new ModelField("comment", TextKind.Instance),
        new ModelField("created", InstantKind.Instance),
        new ModelField("author", ObjectKind<CommentDtoAuthor>.Instance));

    /// <summary>An object without members.</summary>
    public CommentDto()
        : base(Shape)
    {
    }

    /// <summary>The text.</summary>
    public string? Comment { get => Get<string>(0); set => Set(0, value); }

    /// <summary>When it was written.</summary>
    public DateTime? Created { get => GetInstant(1); set => SetInstant(1, value); }

    /// <summary>Who wrote it.</summary>
    public CommentDtoAuthor? Author { get => Get<CommentDtoAuthor>(2); set => Set(2, value); }
}
