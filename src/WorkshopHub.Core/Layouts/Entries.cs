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

    /// <summary>All lanes that stand alone.</summary>
    internal static IEnumerable<Node> Top(SessionState state, Activity activity, string? team) =>
        activity.TextLanes(null).SelectMany(l => Lane(state, activity, l, null, 0, team));

    internal static IEnumerable<Node> Lane(SessionState state, Activity activity, Lane lane, Contribution? parent, int depth, string? team)
    {
        var under = parent is null ? lane.LaneId : $"{lane.LaneId}-{parent.Id}";
        yield return new Node($"write-{under}", Composer(state, activity, lane, parent));
        var entries = Sight.In(state, activity, lane.LaneId, parent?.Id, team).Select((c, i) => Entry(state, activity, lane, c, i + 1, depth, team)).ToSeq();
        var begun = parent is null || entries.Count > 0 || HasCollected(state, activity, lane);
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
            Sight.Joined(state, c));
    }

    // Directly under it, or under what stands under it: a challenge awaits solutions once its root cause is picked.
    private static Lane? Awaits(SessionState state, Activity activity, Lane lane, Contribution c, string? team) => activity.TextLanes(lane.LaneId)
        .Select(below => Collects(state, activity, below) && Contributing.CanAnswer(activity, below, c)
            ? below
            : Sight.In(state, activity, below.LaneId, c.Id, team).Select(d => Awaits(state, activity, below, d, team)).FirstOrDefault(l => l is not null))
        .FirstOrDefault(l => l is not null);

    internal static bool NodsOpen(SessionState state, Activity activity) =>
        state.Stage == Stage.Open && state.Now?.ActivityId == activity.ActivityId && state.CurrentStep is { Nods: true };

    private static Node Entry(SessionState state, Activity activity, Lane lane, Contribution c, int number, int depth, string? team) =>
        Remembered.Of(state, activity, lane, c, (number, depth, team), () => Build(state, activity, lane, c, number, depth, team));

    private static Node Build(SessionState state, Activity activity, Lane lane, Contribution c, int number, int depth, string? team)
    {
        var below = activity.TextLanes(lane.LaneId).ToList();
        var children = new List<Node> { new($"text-{c.Id}", Text(state, activity, lane, c, number, team)) };
        foreach (var next in below) children.AddRange(Lane(state, activity, next, c, depth + 1, team));
        return new(c.Id, new EntryModel(c.Id, depth, below.Count > 0), children.ToSeq());
    }

    private static ComposerModel Composer(SessionState state, Activity activity, Lane lane, Contribution? parent)
    {
        var open = Collects(state, activity, lane) && (parent is null || Contributing.CanAnswer(activity, lane, parent));
        return new(activity.ActivityId, lane.LaneId, parent?.Id, lane.Title, lane.Prompt, lane.MaxLength, Sign(activity, lane), open);
    }

    // In the step that the activity is in, or one before it.
    private static bool HasCollected(SessionState state, Activity activity, Lane lane) =>
        state.Started.TryGetValue(activity.ActivityId, out var at)
        && activity.Steps.TakeWhile(s => s.Id != at).Concat(activity.Steps.Where(s => s.Id == at)).Any(s => s.Collects.Contains(lane.LaneId));

    private static bool Collects(SessionState state, Activity activity, Lane lane) =>
        state.Stage == Stage.Open && state.Now?.ActivityId == activity.ActivityId && state.CurrentStep?.Collects.Contains(lane.LaneId) == true;
}
