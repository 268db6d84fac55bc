using System.Collections.Immutable;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>
/// The phone's tree of what was said: a composer and a list for a lane, and inside each entry the same for the lanes
/// that hang under it. Layouts that differ on the screen are alike here.
/// </summary>
internal static class PhoneTree
{
    private static readonly NodeCache Kept = new();

    /// <summary>The themes, and all lanes that stand alone.</summary>
    internal static IEnumerable<Node> Top(SessionState state, Activity activity, string? team)
    {
        if (activity.TextLanes(null).Any()) yield return Themes.List(state, activity, team);
        var alone = activity.Lanes.Where(l => l.ParentLaneId is null).Select(l => LaneFrame.Of(state, activity, l, team));
        foreach (var node in Under(state, activity, alone, null, 0, team)) yield return node;
    }

    // In the method's order, texts and answers as they come.
    private static IEnumerable<Node> Under(
        SessionState state,
        Activity activity,
        IEnumerable<LaneFrame> lanes,
        Contribution? parent,
        int depth,
        string? team) =>
        lanes.SelectMany(l => l.Lane.Kind == LaneKind.Text
            ? Lane(state, activity, l, parent, depth, team)
            : Asks.Lane(state, activity, l.Lane, parent, team));

    private static IEnumerable<Node> Lane(
        SessionState state,
        Activity activity,
        LaneFrame frame,
        Contribution? parent,
        int depth,
        string? team)
    {
        var lane = frame.Lane;
        var under = parent is null ? lane.LaneId : $"{lane.LaneId}-{parent.Id}";
        yield return new Node($"write-{under}", Composer(activity, frame, parent));
        // How many there are is told for the lane as a whole; under each parent it would say where they are.
        if (parent is null && activity.Steps.Any(s => s.Visibility != Visibility.All && s.Collects.Contains(lane.LaneId)))
        {
            yield return CountOfKept(state, activity, lane, team);
        }

        // What hangs under one that is folded would go with it, so only those go under which nothing hangs.
        var folded = parent is null ? Themes.Folded(state, activity, team) : ImmutableHashSet<string>.Empty;
        var entries = Sight.In(state, activity, lane.LaneId, parent?.Id, team).Select((c, i) => (c, Number: i + 1))
            .Where(e => !folded.Contains(e.c.Id) || frame.TextBelow.Any(l => Sight.In(state, activity, l.Lane.LaneId, e.c.Id, team).Any()))
            .Select(e => Entry(state, activity, frame, e.c, e.Number, depth, team)).ToValueList();
        yield return new Node(
            $"list-{under}",
            new EntryListModel(lane.Plural, frame.Sign, parent is not null, entries.Count > 0 || frame.Begun),
            entries);
    }

    internal static int Sign(Activity activity, Lane lane)
    {
        for (var i = 0; i < activity.Lanes.Count; i++)
        {
            if (activity.Lanes[i].LaneId == lane.LaneId) return i + 1;
        }

        return 0;
    }

    internal static EntryTextModel Text(
        SessionState state,
        Activity activity,
        Lane lane,
        Contribution c,
        int number,
        string? team = null) =>
        Text(state, activity, LaneFrame.Of(state, activity, lane, team), c, number, team);

    private static EntryTextModel Text(SessionState state, Activity activity, LaneFrame frame, Contribution c, int number, string? team)
    {
        var stands = c.Stands;
        return new(
            c.Id,
            number,
            Sight.Text(c),
            Sight.Author(state, c),
            Sight.Nods(state, c),
            Sight.SpreadOf(state, c),
            frame.NodsOpen && stands,
            c.Picked && stands,
            frame.Sign,
            Awaits(state, activity, frame, c, team)?.Title,
            frame.TextBelow is [var below, ..] ? Sight.In(state, activity, below.Lane.LaneId, c.Id, team).Count() : 0,
            Sight.Joined(state, c))
        {
            Quotation = c.Quotation && stands,
            SpokenFor = stands ? c.SpokenFor : null,
            Noted = stands && c.NotedByFacilitator,
            Dots = stands && frame.Vote is { } vote ? Voting.TallyOf(state, vote, c) : null,
            MostDots = stands ? frame.MostDots : 0,
        };
    }

    // Directly under it, or under what stands under it: a challenge awaits solutions once its root cause is picked.
    private static Lane? Awaits(SessionState state, Activity activity, LaneFrame frame, Contribution c, string? team)
    {
        if (!frame.AwaitsBelow) return null;
        foreach (var below in frame.TextBelow)
        {
            if (below.Takes && below.CanAnswer(c)) return below.Lane;
            if (!below.AwaitsBelow) continue;
            foreach (var answer in Sight.In(state, activity, below.Lane.LaneId, c.Id, team))
            {
                if (Awaits(state, activity, below, answer, team) is { } found) return found;
            }
        }

        return null;
    }

    internal static bool NodsOpen(SessionState state, Activity activity) =>
        state.Stage == SessionStage.Open && state.Now?.ActivityId == activity.ActivityId
        && state.CurrentStep is { Nods: true } && !state.IsFrozen(activity.ActivityId);

    private static Node Entry(SessionState state, Activity activity, LaneFrame frame, Contribution c, int number, int depth, string? team)
    {
        var text = new Node($"text-{c.Id}", Text(state, activity, frame, c, number, team));
        var under = Under(state, activity, frame.Below, c, depth + 1, team);
        return Kept.Keep(activity, team, c, new(c.Id, new EntryModel(c.Id, depth, frame.TextBelow.Length > 0), [text, .. under]));
    }

    private static ComposerModel Composer(Activity activity, LaneFrame frame, Contribution? parent)
    {
        var lane = frame.Lane;
        var open = frame.Takes && (parent is null || frame.CanAnswer(parent));
        return new(activity.ActivityId, lane.LaneId, parent?.Id, lane.Title, lane.Prompt, lane.MaxLength, frame.Sign, open)
        {
            Seen = frame.Seen,
        };
    }

    private static Node CountOfKept(SessionState state, Activity activity, Lane lane, string? team) =>
        new($"kept-{lane.LaneId}", new KeptModel(Sight.Kept(state, activity, lane, team), Covering.Of(state, activity, lane.LaneId)));
}
