using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <param name="ParentId">Required where the lane hangs under another one, and then a contribution of that lane.</param>
/// <param name="Late">The step is over and so is its grace: hand it to the facilitator, who can take it in.</param>
/// <param name="Quotation">Somebody's own words, to be quoted as they are.</param>
/// <param name="SpokenFor">In whose place it is said, at most 60 characters: "the risk-averse approver".</param>
public sealed record Contribute(
    string ActivityId,
    string LaneId,
    string Text,
    string? ParentId = null,
    bool Late = false,
    bool Quotation = false,
    string? SpokenFor = null) : Command;

/// <param name="Was">The text that the sender saw; see <see cref="Basis"/>.</param>
public sealed record EditContribution(string ContributionId, string Text, string? Was = null) : Command;

/// <summary>Takes it back. What answered it stays, under "withdrawn".</summary>
public sealed record WithdrawContribution(string ContributionId) : Command;

public sealed record ContributionAdded(string ContributionId, string ActivityId, string LaneId, string? ParentId, Words Text, bool Late)
    : SessionEvent
{
    public bool Quotation { get; init; }

    public Words? SpokenFor { get; init; }

    /// <summary>The team for which it was said, where that decides who sees it. It stays when its author changes sides.</summary>
    public string? Team { get; init; }
}

/// <param name="Marked">Whether it is marked as edited by a facilitator; null: as it follows from who edits.</param>
public sealed record ContributionEdited(string ContributionId, Words Text, bool? Marked = null) : SessionEvent;

public sealed record ContributionWithdrawn(string ContributionId) : SessionEvent;

/// <summary>What people say, and what they may do with their own.</summary>
public static class Contributing
{
    /// <summary>How long a step that was left still takes what was being typed, by the server's clock.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    internal static Ruling Decide(SessionState state, Sender sender, Contribute c, Occasion now)
    {
        if (state.Activity(c.ActivityId) is not { } activity) return RefusalKind.NoSuchActivity;
        if (activity.Lane(c.LaneId) is not { } lane) return RefusalKind.NoSuchLane;
        if (lane.Kind != LaneKind.Text) return RefusalKind.LaneTakesNoText;
        if (sender is Sender.Delegate reader && c.ParentId is not null && !CanSee(state, c.ParentId, reader.Id))
        {
            return RefusalKind.NoSuchContribution;
        }

        if (Parent(state, activity, lane, c.ParentId) is { } badParent) return badParent;
        var open = Takes(state, activity.ActivityId, lane.LaneId, now.At);
        // A facilitator writes down what was said aloud at any time; delegates follow the step.
        if (!open && sender is Sender.Delegate && !(c.Late && state.Started.ContainsKey(activity.ActivityId)))
        {
            return RefusalKind.StepTakesNothing;
        }

        if (sender is Sender.Delegate me && Teams.Refuse(state, activity, lane, me.Id) is { } otherSide) return otherSide;
        if (Writing.Take(c.Text, lane.MaxLength, out var refusal) is not { } text) return refusal!;
        if (SpokenFor(c.SpokenFor, out var spokenFor) is { } badName) return badName;
        var late = !open && sender is Sender.Delegate;
        return Ruling
            .Created(now.NewId, new ContributionAdded(now.NewId, activity.ActivityId, lane.LaneId, c.ParentId, new(now.NewId, text), late)
            {
                Quotation = c.Quotation,
                SpokenFor = spokenFor is null ? null : new($"{now.NewId}-for", spokenFor),
                Team = lane.Team
                ?? (sender is Sender.Delegate d && Covering.ByTeam(activity, lane.LaneId) ? state.TeamOf(activity.ActivityId, d.Id) : null),
            });
    }

    internal static Ruling Decide(SessionState state, Sender sender, EditContribution c, Occasion now)
    {
        if (OwnOrAny(state, sender, c.ContributionId, out var contribution) is { } refusal) return refusal;
        if (sender is Sender.Delegate && contribution.Hidden) return RefusalKind.Hidden;
        var lane = state.Activity(contribution.ActivityId)?.Lane(contribution.LaneId);
        if (Writing.Take(c.Text, lane?.MaxLength ?? Writing.ContributionMax, out var noText) is not { } text) return noText!;
        if (text == contribution.Text) return Ruling.Nothing;
        return Basis.Refuse(c.Was, contribution.Text) is { } changed
            ? changed
            : new ContributionEdited(contribution.Id, new(now.NewId, text));
    }

    internal static Ruling Decide(SessionState state, Sender sender, WithdrawContribution c)
    {
        if (state.Contributions.TryGetValue(c.ContributionId, out var known) && known.Withdrawn && Mine(state, sender, known))
        {
            return Ruling.Nothing;
        }

        return OwnOrAny(state, sender, c.ContributionId, out var contribution) is { } refusal
            ? refusal
            : new ContributionWithdrawn(contribution.Id);
    }

    internal static SessionState Apply(SessionState state, Sender by, ContributionAdded e)
    {
        var key = new LaneKey(e.ActivityId, e.LaneId, e.ParentId);
        return state with
        {
            Contributions = state.Contributions.SetItem(
                e.ContributionId,
                new(e.ContributionId, e.ActivityId, e.LaneId, e.ParentId, e.Text.Text, by, state.Contributions.Count + 1, [], Late: e.Late)
                {
                    TextId = e.Text.Id,
                    WordsIds = e.SpokenFor is { } other ? [e.Text.Id, other.Id] : [e.Text.Id],
                    Quotation = e.Quotation,
                    SpokenFor = e.SpokenFor?.Text,
                    Team = e.Team,
                }),
            Lists = state.Lists.SetItem(key, (state.Lists.GetValueOrDefault(key) ?? []).Add(e.ContributionId)),
        };
    }

    internal static SessionState Apply(SessionState state, Sender by, ContributionEdited e) => state.With(e.ContributionId, c => c with
    {
        Text = e.Text.Text,
        TextId = e.Text.Id,
        WordsIds = c.WordsIds.Contains(e.Text.Id) ? c.WordsIds : [.. c.WordsIds, e.Text.Id],
        EditedByFacilitator = e.Marked ?? (c.EditedByFacilitator || by != c.Author || c.CarriedFrom is not null),
    });

    // Its words go wherever they were carried to; what was joined with it stands for itself again.
    internal static SessionState Apply(SessionState state, ContributionWithdrawn e) =>
        state.CopiesOf(e.ContributionId).Select(c => c.Id).Prepend(e.ContributionId)
        .Aggregate(state, (s, id) => s.With(id, c => c with { Withdrawn = true, Picked = false }).Parted(id));

    internal static SessionState With(this SessionState state, string contributionId, Func<Contribution, Contribution> change) =>
        state.Contributions.TryGetValue(contributionId, out var c)
            ? state with { Contributions = state.Contributions.SetItem(contributionId, change(c)) }
            : state;

    /// <summary>Whether a lane takes contributions: its step is on, or was left less than the grace ago.</summary>
    public static bool Takes(SessionState state, string activityId, string laneId, DateTimeOffset at)
    {
        if (Collects(state, activityId, state.Now is { } n && n.ActivityId == activityId ? n.Step : null, laneId)) return true;
        return state.JustLeft.Any(p => p.ActivityId == activityId && at - p.At <= Grace && Collects(state, activityId, p.Step, laneId));
    }

    /// <summary>
    /// Whether a contribution can be answered in this lane: it stands, and where the room has picked before, it is the picked
    /// one.
    /// </summary>
    public static bool CanAnswer(Activity activity, Lane lane, Contribution parent) =>
        CanAnswer(lane, activity.WaitsForPick(lane), parent);

    internal static bool CanAnswer(Lane lane, bool waitsForPick, Contribution parent) =>
        parent.LaneId == lane.ParentLaneId && parent.Stands && (parent.Picked || !waitsForPick);

    private static bool Collects(SessionState state, string activityId, string? step, string laneId) =>
        step is not null && state.Activity(activityId)?.Step(step)?.Collects.Contains(laneId) == true;

    /// <summary>Before anything else is said about it: to those who cannot see it, it is not there.</summary>
    internal static bool CanSee(SessionState state, string contributionId, DelegateId who) =>
        !state.Contributions.TryGetValue(contributionId, out var c) || Sight.ReadsAs(state, c, who);

    private static Refusal? SpokenFor(string? given, out string? name)
    {
        name = Writing.TakeLine(given, Writing.NameMax, out var refusal);
        return refusal;
    }

    internal static Refusal? Parent(SessionState state, Activity activity, Lane lane, string? parentId)
    {
        if (lane.ParentLaneId is null) return parentId is null ? null : RefusalKind.ParentUnwanted;
        if (parentId is null) return RefusalKind.ParentMissing;
        if (!state.Contributions.TryGetValue(parentId, out var parent)) return RefusalKind.NoSuchContribution;
        if (parent.ActivityId != activity.ActivityId || parent.LaneId != lane.ParentLaneId) return RefusalKind.ParentInWrongLane;
        // Whoever was writing under a variant has said it: it comes under the one that stayed.
        if (parent.JoinedInto is not null && !parent.Hidden) parent = state.Contributions[state.FirstOf(parentId)!];
        if (Sight.WhyNotOnWall(state, parent) is { } refusal) return refusal;
        return CanAnswer(activity, lane, parent) ? null : RefusalKind.ParentNotPicked;
    }

    private static Refusal? OwnOrAny(SessionState state, Sender sender, string id, out Contribution contribution)
    {
        contribution = null!;
        if (!state.Contributions.TryGetValue(id, out var found)) return RefusalKind.NoSuchContribution;
        contribution = found;
        if (!Mine(state, sender, found) && !MayTouchAny(state, sender)) return RefusalKind.NotYours;
        if (found.Withdrawn) return RefusalKind.Withdrawn;
        return sender is Sender.Delegate && (found.Picked || state.CopiesOf(id).Any(c => c.Picked)) ? RefusalKind.PickedByRoom : null;
    }

    // What was carried over is the facilitator's to change; its author has the one that it came from.
    private static bool Mine(SessionState state, Sender sender, Contribution c) =>
        sender is Sender.Delegate d ? state.IsOwn(c, d.Id) : c.Author == sender && c.CarriedFrom is null;

    private static bool MayTouchAny(SessionState state, Sender sender) => state.RoleOf(sender) is Role.Lead or Role.CoFacilitator;
}
