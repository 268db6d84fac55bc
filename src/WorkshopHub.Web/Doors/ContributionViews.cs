using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Doors;

/// <summary>A contribution as the sender of the request may see it.</summary>
public sealed record ContributionView
{
    public required string ContributionId { get; init; }

    public required string ActivityId { get; init; }

    public required string LaneId { get; init; }

    public required string? ParentId { get; init; }

    public required string? Text { get; init; }

    /// <summary>shown, hidden, late, parked, joined or withdrawn; a withdrawn one has no text.</summary>
    public required string State { get; init; }

    /// <summary>Why it is hidden, for its author and the facilitators.</summary>
    public required string? Reason { get; init; }

    public required int Nods { get; init; }

    public required bool Picked { get; init; }

    public required bool NotedByFacilitator { get; init; }

    public required bool EditedByFacilitator { get; init; }

    public required string? By { get; init; }

    public required string? Author { get; init; }

    /// <summary>The facilitators', for facilitators: all of them as one text.</summary>
    public required string? Note { get; init; }

    public required bool? Mine { get; init; }

    public required bool? Nodded { get; init; }

    public string? ThemeId { get; init; }

    public bool Quotation { get; init; }

    public string? SpokenFor { get; init; }

    public int? Dots { get; init; }

    /// <summary>The ids of those that were joined into this one.</summary>
    public ValueList<string>? Joined { get; init; }

    /// <summary>The id of the one that says the same and stands for both.</summary>
    public string? JoinedInto { get; init; }

    /// <summary>The id of the one of an earlier activity that this came from.</summary>
    public string? CarriedFrom { get; init; }
}

/// <summary>Contributions, as the API tells them.</summary>
internal static class ContributionViews
{
    /// <param name="author">Who wrote it, where the asker may know; else null.</param>
    public static ContributionView Of(SessionState state, Contribution c, Core.Sessions.Delegate? author)
    {
        return new()
        {
            ContributionId = c.Id,
            ActivityId = c.ActivityId,
            LaneId = c.LaneId,
            ParentId = c.ParentId,
            Text = c.Withdrawn ? null : c.Text,
            State = Standing(state, c),
            Reason = c.HiddenBecause,
            Nods = Sight.Nods(state, c),
            Picked = c.Picked,
            NotedByFacilitator = c.NotedByFacilitator,
            EditedByFacilitator = c.EditedByFacilitator,
            By = author?.Id.Value,
            Author = author?.Name,
            Note = Notes.Together(state.NotesOn(c.ActivityId, c.Id)),
            Mine = null,
            Nodded = null,
            ThemeId = c.ThemeId,
            Quotation = c.Quotation,
            SpokenFor = c.Withdrawn ? null : c.SpokenFor,
            Dots = Told(state, c),
            Joined = Variants(c),
            JoinedInto = c.JoinedInto,
            CarriedFrom = c.CarriedFrom,
        };
    }

    /// <summary>One that the room sees, as this delegate sees it.</summary>
    public static ContributionView Seen(SessionState state, Contribution c, DelegateId id) => new()
    {
        ContributionId = c.Id,
        ActivityId = c.ActivityId,
        LaneId = c.LaneId,
        ParentId = c.ParentId,
        Text = Sight.Text(c),
        State = c.Stands ? "shown" : "withdrawn",
        Reason = null,
        Nods = Sight.Nods(state, c),
        Picked = c.Picked && c.Stands,
        NotedByFacilitator = c.NotedByFacilitator,
        EditedByFacilitator = c.EditedByFacilitator,
        By = null,
        Author = Sight.Author(state, c),
        Note = null,
        Mine = state.IsOwn(c, id),
        Nodded = state.HasNodded(c, id),
        ThemeId = c.ThemeId,
        Quotation = c.Quotation,
        SpokenFor = c.Stands ? c.SpokenFor : null,
        Dots = Told(state, c),
        Joined = Variants(c),
        JoinedInto = null,
        CarriedFrom = c.CarriedFrom,
    };

    private static int? Told(SessionState state, Contribution c) =>
        state.Activity(c.ActivityId) is { } a ? Voting.TallyOf(state, a, c) : null;

    private static ValueList<string>? Variants(Contribution c) => c.Variants.Count == 0 ? null : c.Variants;

    private static string Standing(SessionState state, Contribution c) => c switch
    {
        { Withdrawn: true } => "withdrawn",
        { Hidden: true } => "hidden",
        { Late: true } => "late",
        _ when Sight.IsParked(state, c) => "parked",
        { JoinedInto: not null } => "joined",
        _ => "shown",
    };
}
