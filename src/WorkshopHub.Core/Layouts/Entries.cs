using System.Collections.Immutable;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>
/// The phone's tree of what was said: a composer and a list for a lane, and inside each entry the same for the lanes
/// that hang under it. Layouts that differ on the screen are alike here.
/// </summary>
internal static class Entries
{
    private static readonly Memory<(int Number, int Depth, string? Team)> Remembered = new();

    /// <summary>The themes, and all lanes that stand alone.</summary>
    internal static IEnumerable<Node> Top(SessionState state, Activity activity, string? team)
    {
        if (activity.TextLanes(null).Any()) yield return Themes.List(state, activity, team);
        foreach (var node in Under(state, activity, null, null, 0, team)) yield return node;
    }

    // In the method's order, texts and answers as they come.
    private static IEnumerable<Node> Under(SessionState state, Activity activity, Lane? lane, Contribution? parent, int depth, string? team) =>
        activity.Lanes.Where(l => l.ParentLaneId == lane?.LaneId)
            .SelectMany(l => l.Kind == LaneKind.Text ? Lane(state, activity, l, parent, depth, team) : Asks.Lane(state, activity, l, parent, team));

    internal static IEnumerable<Node> Lane(SessionState state, Activity activity, Lane lane, Contribution? parent, int depth, string? team)
    {
        var under = parent is null ? lane.LaneId : $"{lane.LaneId}-{parent.Id}";
        yield return new Node($"write-{under}", Composer(state, activity, lane, parent, team));
        // How many there are is told for the lane as a whole; under each parent it would say where they are.
        if (parent is null && activity.Steps.Any(s => s.Visibility != Visibility.All && s.Collects.Contains(lane.LaneId))) yield return Kept(state, activity, lane, team);
        // What hangs under one that is folded would go with it, so only those go under which nothing hangs.
        var folded = parent is null ? Themes.Folded(state, activity, team) : ImmutableHashSet<string>.Empty;
        var entries = Sight.In(state, activity, lane.LaneId, parent?.Id, team).Select((c, i) => (c, Number: i + 1))
            .Where(e => !folded.Contains(e.c.Id) || activity.TextLanes(lane.LaneId).Any(l => Sight.In(state, activity, l.LaneId, e.c.Id, team).Any()))
            .Select(e => Entry(state, activity, lane, e.c, e.Number, depth, team)).ToSeq();
        var begun = entries.Count > 0 || (Lanes.IsSeen(state, activity, lane, team) && Lanes.HasBegun(state, activity, s => s.Collects, lane));
        yield return new Node($"list-{under}", new EntryListModel(lane.Plural, Sign(activity, lane), parent is not null, begun), entries);
    }

    internal static int Sign(Activity activity, Lane lane) => activity.Lanes.Select(l => l.LaneId).ToList().IndexOf(lane.LaneId) + 1;

    internal static EntryTextModel Text(SessionState state, Activity activity, Lane lane, Contribution c, int number, string? team = null)
    {
        var below = activity.TextLanes(lane.LaneId).FirstOrDefault();
        return new(
            c.Id,
            number,
            Sight.Text(c),
            Sight.Author(state, c),
            Sight.Nods(state, c),
            Sight.SpreadOf(state, c),
            NodsOpen(state, activity) && c.Stands,
            c.Picked && c.Stands,
            Sign(activity, lane),
            Awaits(state, activity, lane, c, team)?.Title,
            below is null ? 0 : Sight.In(state, activity, below.LaneId, c.Id, team).Count(),
            Sight.Joined(state, c))
        {
            Quotation = c.Quotation && c.Stands,
            SpokenFor = c.Stands ? c.SpokenFor : null,
            Dots = c.Stands ? Voting.TallyOf(state, activity, c) : null,
            MostDots = c.Stands ? Lanes.MostDots(state, activity, DotTargets.Contributions) : 0,
        };
    }

    // Directly under it, or under what stands under it: a challenge awaits solutions once its root cause is picked.
    private static Lane? Awaits(SessionState state, Activity activity, Lane lane, Contribution c, string? team) => activity.TextLanes(lane.LaneId)
        .Select(below => Lanes.Collects(state, activity, below) && Lanes.IsTheirs(state, activity, below, team) && Contributing.CanAnswer(activity, below, c)
            ? below
            : Sight.In(state, activity, below.LaneId, c.Id, team).Select(d => Awaits(state, activity, below, d, team)).FirstOrDefault(l => l is not null))
        .FirstOrDefault(l => l is not null);

    internal static bool NodsOpen(SessionState state, Activity activity) =>
        state.Stage == Stage.Open && state.Now?.ActivityId == activity.ActivityId && state.CurrentStep is { Nods: true } && !state.IsFrozen(activity.ActivityId);

    private static Node Entry(SessionState state, Activity activity, Lane lane, Contribution c, int number, int depth, string? team) =>
        Remembered.Of(state, activity, lane, c, (number, depth, team), () => Build(state, activity, lane, c, number, depth, team));

    private static Node Build(SessionState state, Activity activity, Lane lane, Contribution c, int number, int depth, string? team)
    {
        var text = new Node($"text-{c.Id}", Text(state, activity, lane, c, number, team));
        var answerable = activity.TextLanes(lane.LaneId).Any();
        return new(c.Id, new EntryModel(c.Id, depth, answerable), [text, .. Under(state, activity, lane, c, depth + 1, team)]);
    }

    private static ComposerModel Composer(SessionState state, Activity activity, Lane lane, Contribution? parent, string? team)
    {
        var open = Lanes.Collects(state, activity, lane)
            && Lanes.IsTheirs(state, activity, lane, team)
            && (parent is null || Contributing.CanAnswer(activity, lane, parent));
        return new(activity.ActivityId, lane.LaneId, parent?.Id, lane.Title, lane.Prompt, lane.MaxLength, Sign(activity, lane), open)
        {
            Seen = Covering.Of(state, activity, lane.LaneId),
        };
    }

    private static Node Kept(SessionState state, Activity activity, Lane lane, string? team) =>
        new($"kept-{lane.LaneId}", new KeptModel(Sight.Kept(state, activity, lane, team), Covering.Of(state, activity, lane.LaneId)));
}
