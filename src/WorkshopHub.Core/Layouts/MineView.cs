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
        var own = state.Contributions.Values.Where(c => state.IsOwn(c, id) && c.Text is not null).OrderByDescending(c => c.Order);
        return new(
            false,
            me.Name,
            me.Sector,
            state.Done.Contains(id),
            state.Contributions.Values.Where(c => state.HasNodded(c, id)).OrderBy(c => c.Order).Select(c => c.Id).ToSeq(),
            own.Select(c => Entry(state, c)).ToSeq());
    }

    private static OwnEntry Entry(SessionState state, Contribution c)
    {
        var activity = state.Activity(c.ActivityId);
        var lane = activity?.Lane(c.LaneId);
        var standing = c.Withdrawn ? "withdrawn" : c.Hidden ? "hidden" : c.Late ? "late" : "saved";
        var open = state.Stage == Stage.Open && c is { Withdrawn: false, Picked: false };
        var parent = c.ParentId is null ? null : state.Contributions.GetValueOrDefault(c.ParentId);
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

/// <param name="State">saved, hidden, late (with the facilitator) or withdrawn.</param>
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
