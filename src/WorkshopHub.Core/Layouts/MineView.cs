using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>What only one delegate sees: their own contributions with their state, their nods, their profile.</summary>
/// <param name="Removed">Taken out of the session: nothing else is told.</param>
/// <param name="Nodded">Ids of contributions that this delegate nods at.</param>
/// <param name="Done">Says to be done with the current step.</param>
public sealed record MineView(bool Removed, string? Name, string? Sector, bool Done, Seq<string> Nodded, Seq<OwnEntry> Own)
{
    public static MineView Build(SessionState state, DelegateId id)
    {
        if (!state.Delegates.TryGetValue(id, out var me) || me.Removed) return new(true, null, null, false, [], []);
        var author = new Sender.Delegate(id);
        var own = state.Contributions.Values.Where(c => c.Author == author && c is { Text: not null, CarriedFrom: null }).OrderByDescending(c => c.Order);
        return new(
            false,
            me.Name,
            me.Sector,
            state.Done.Contains(id),
            state.Contributions.Values.Where(c => c.JoinedInto is null && state.NodsAt(c).Contains(id)).OrderBy(c => c.Order).Select(c => c.Id).ToSeq(),
            own.Select(c => Entry(state, c)).ToSeq());
    }

    private static OwnEntry Entry(SessionState state, Contribution c)
    {
        var activity = state.AnyActivity(c.ActivityId);
        var lane = activity?.Lane(c.LaneId);
        var standing = c.Withdrawn ? "withdrawn" : c.Hidden ? "hidden" : c.Late ? "late" : Sight.IsParked(state, c) ? "parked" : c.JoinedInto is null ? "saved" : "joined";
        var open = state.Stage == Stage.Open && c is { Withdrawn: false, Picked: false };
        var parent = state.FirstOf(c.ParentId) is { } above ? state.Contributions.GetValueOrDefault(above) : null;
        return new(
            c.Id,
            c.ActivityId,
            c.LaneId,
            c.ParentId,
            lane?.Title ?? "",
            activity is null || lane is null ? 1 : Entries.Sign(activity, lane),
            c.Text!,
            standing,
            c.HiddenBecause,
            parent is null ? null : Sight.Text(parent),
            Sight.Nods(state, c),
            c.Picked,
            c.EditedByFacilitator,
            open && !c.Hidden,
            open,
            lane?.MaxLength ?? Writing.ContributionMax);
    }
}

/// <param name="State">saved, hidden, late (with the facilitator), parked, joined (with others that say the same) or withdrawn.</param>
public sealed record OwnEntry(
    string Id,
    string ActivityId,
    string LaneId,
    string? ParentId,
    string Lane,
    int Sign,
    string Text,
    string State,
    string? Reason,
    string? ParentText,
    int Nods,
    bool Picked,
    bool EditedByFacilitator,
    bool CanEdit,
    bool CanWithdraw,
    int MaxLength);
