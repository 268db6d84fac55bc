using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Views;

/// <summary>What only one delegate sees: their own contributions with their state, their nods, their profile.</summary>
/// <param name="Removed">Taken out of the session: nothing else is told.</param>
/// <param name="Nodded">Ids of contributions that this delegate nods at.</param>
/// <param name="Done">Says to be done with the current step.</param>
public sealed record MineView(bool Removed, string? Name, string? Sector, bool Done, ValueList<string> Nodded, ValueList<OwnEntry> Own)
{
    /// <summary>This delegate's answers on scales and choices of the activity that is on.</summary>
    public ValueList<OwnLevel> Answers { get; init; } = [];

    /// <summary>Where this delegate's dots lie in the vote that is on.</summary>
    public ValueList<OwnDots> Dots { get; init; } = [];

    /// <summary>False: in the vote that is on, none can be put on what one wrote oneself.</summary>
    public bool OwnDotsAllowed { get; init; } = true;

    public static MineView Build(SessionState state, DelegateId id)
    {
        if (!state.Delegates.TryGetValue(id, out var me) || me.Removed) return new(true, null, null, false, [], []);
        var own = state.Contributions.Values.Where(c => state.IsOwn(c, id) && c.Text is not null).OrderByDescending(c => c.Order);
        return new(
            false,
            me.Name,
            me.Sector,
            state.IsDone(id),
            state.Contributions.Values.Where(c => c.JoinedInto is null && state.HasNodded(c, id)).OrderBy(c => c.Order).Select(c => c.Id)
                .ToValueList(),
            own.Select(c => Entry(state, c, id)).ToValueList())
        {
            Answers = AnswersOf(state, id),
            Dots = state.Now is { } now && state.CurrentStep is { Dots: > 0 }
                ? state.OwnDots(now, id).OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new OwnDots(d.Key, d.Value)).ToValueList()
                : [],
            OwnDotsAllowed = state.Settings.OwnDots,
        };
    }

    private static ValueList<OwnLevel> AnswersOf(SessionState state, DelegateId id) => state.Answers
        .Where(a => a.Key.ActivityId == state.Now?.ActivityId && a.Value.ContainsKey(state.VoterOf(a.Key.ActivityId, id)))
        .OrderBy(a => a.Key.LaneId, StringComparer.Ordinal).ThenBy(a => a.Key.ParentId, StringComparer.Ordinal)
        .Select(a => new OwnLevel(a.Key.ActivityId, a.Key.LaneId, a.Key.ParentId, a.Value[state.VoterOf(a.Key.ActivityId, id)]))
            .ToValueList();

    private static OwnEntry Entry(SessionState state, Contribution c, DelegateId id)
    {
        var activity = state.AnyActivity(c.ActivityId);
        var lane = activity?.Lane(c.LaneId);
        var standing = c.Withdrawn
            ? "withdrawn"
            : c.Hidden
            ? "hidden"
            : c.Late
            ? "late"
            : Sight.IsParked(state, c)
            ? "parked"
            : c.JoinedInto is null
            ? "saved"
            : "joined";
        var open = state.Stage == SessionStage.Open && c is { Withdrawn: false, Picked: false };
        var parent = state.FirstOf(c.ParentId) is { } above ? state.Contributions.GetValueOrDefault(above) : null;
        return new(
            c.Id,
            c.ActivityId,
            c.LaneId,
            c.ParentId,
            lane?.Title ?? "",
            activity is null || lane is null ? 1 : PhoneTree.Sign(activity, lane),
            c.Text!,
            standing,
            c.HiddenBecause,
            parent is null ? null : Sight.TextFor(state, parent, id),
            Sight.Nods(state, c),
            c.Picked,
            c.EditedByFacilitator,
            open && !c.Hidden,
            open,
            lane?.MaxLength ?? Writing.ContributionMax)
        {
            Quotation = c.Quotation,
            SpokenFor = c.SpokenFor,
        };
    }
}

/// <param name="Level">Position of the value, 0, 1, 2, …</param>
public sealed record OwnLevel(string ActivityId, string LaneId, string? ParentId, int Level)
{
    /// <summary>The same for a question on every surface and in the script.</summary>
    public string Key => KeyOf(ActivityId, LaneId, ParentId);

    public static string KeyOf(string activityId, string laneId, string? parentId) => $"{activityId}/{laneId}/{parentId}";
}

/// <param name="TargetId">A contribution or a theme.</param>
public sealed record OwnDots(string TargetId, int Dots);

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
    int MaxLength)
{
    public bool Quotation { get; init; }

    public string? SpokenFor { get; init; }
}
