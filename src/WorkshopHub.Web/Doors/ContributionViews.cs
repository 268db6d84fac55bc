using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Doors;

/// <summary>A contribution as the sender of the request may see it.</summary>
/// <param name="State">shown, hidden, late, parked, joined or withdrawn; a withdrawn one has no text.</param>
/// <param name="Reason">Why it is hidden, for its author and the facilitators.</param>
/// <param name="Note">The facilitators', for facilitators: all of them as one text.</param>
/// <param name="Joined">The ids of those that were joined into this one.</param>
/// <param name="JoinedInto">The id of the one that says the same and stands for both.</param>
/// <param name="CarriedFrom">The id of the one of an earlier activity that this came from.</param>
public sealed record ContributionView(
    string ContributionId,
    string ActivityId,
    string LaneId,
    string? ParentId,
    string? Text,
    string State,
    string? Reason,
    int Nods,
    bool Picked,
    bool NotedByFacilitator,
    bool EditedByFacilitator,
    string? By,
    string? Author,
    string? Note,
    bool? Mine,
    bool? Nodded,
    string? ThemeId = null,
    bool Quotation = false,
    string? SpokenFor = null,
    int? Dots = null,
    Seq<string>? Joined = null,
    string? JoinedInto = null,
    string? CarriedFrom = null);

/// <summary>Contributions, as the API tells them.</summary>
internal static class ContributionViews
{
    /// <param name="author">Who wrote it, where the asker may know; else null.</param>
    public static ContributionView Of(SessionState state, Contribution c, Core.Sessions.Delegate? author)
    {
        return new(
            c.Id,
            c.ActivityId,
            c.LaneId,
            c.ParentId,
            c.Withdrawn ? null : c.Text,
            Standing(state, c),
            c.HiddenBecause,
            Sight.Nods(state, c),
            c.Picked,
            c.NotedByFacilitator,
            c.EditedByFacilitator,
            author?.Id.Value,
            author?.Name,
            Notes.Together(state.NotesOn(c.ActivityId, c.Id)),
            null,
            null,
            c.ThemeId,
            c.Quotation,
            c.Withdrawn ? null : c.SpokenFor,
            Told(state, c),
            Variants(c),
            c.JoinedInto,
            c.CarriedFrom);
    }

    /// <summary>One that the room sees, as this delegate sees it.</summary>
    public static ContributionView Seen(SessionState state, Contribution c, DelegateId id) => new(
        c.Id,
        c.ActivityId,
        c.LaneId,
        c.ParentId,
        Sight.Text(c),
        c.Stands ? "shown" : "withdrawn",
        null,
        Sight.Nods(state, c),
        c.Picked && c.Stands,
        c.NotedByFacilitator,
        c.EditedByFacilitator,
        null,
        Sight.Author(state, c),
        null,
        state.IsOwn(c, id),
        state.HasNodded(c, id),
        c.ThemeId,
        c.Quotation,
        c.Stands ? c.SpokenFor : null,
        Told(state, c),
        Variants(c),
        null,
        c.CarriedFrom);

    private static int? Told(SessionState state, Contribution c) => state.Activity(c.ActivityId) is { } a ? Voting.TallyOf(state, a, c) : null;

    private static Seq<string>? Variants(Contribution c) => c.Variants.Count == 0 ? null : c.Variants;

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
