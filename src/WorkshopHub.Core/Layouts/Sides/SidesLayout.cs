using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts.Sides;

/// <summary>Teams side by side; the sides are its children, and after them the lanes that are nobody's.</summary>
public sealed record SidesModel(int Sides) : ViewModel;

/// <summary>One team; its head and its lanes are its children.</summary>
public sealed record SideModel : ViewModel;

/// <param name="People">How many are in it.</param>
public sealed record SideHeadModel(string Team, int People) : ViewModel;

/// <summary>
/// Two or more teams, each with its own lanes. Before the reveal there is nothing but how many each has written; once a
/// team has boiled its list down, what it has picked stands for it, with what the other side answers.
/// </summary>
public sealed class SidesLayout : Layout
{
    public override string Name => "sides";

    public override InLanguages Title { get; } = MethodEdits.Words("Sides");

    public override InLanguages Hint { get; } = MethodEdits.Words("Teams side by side, each with a lane of its own.");

    public override bool ShowsItsPicks => true;

    public override IEnumerable<string> Needs(MethodActivity activity)
    {
        var own = (activity.Lanes ?? []).Where(l => l is { Parent: null, Kind: LaneKind.Text }).Select(l => l.Team).ToHashSet();
        return activity.Teams is { Count: > 0 } teams
            ? teams.Where(t => !own.Contains(t.Id)).Select(t => $"team “{t.Id}” needs a text lane of its own.")
            : ["it needs teams."];
    }

    public override Node Screen(SessionState state, Activity activity)
    {
        var sides = activity.Teams.Select(t => Side(state, activity, t));
        var common = Common(activity).Select(l => Common(state, activity, l)).OfType<Node>();
        return new("sides", new SidesModel(activity.Teams.Count), [.. sides, .. common]);
    }

    public override IEnumerable<Block> Summary(SessionState state, Activity activity, SummaryWords words)
    {
        var blocks = new LaneBlocks(state, activity, words);
        return blocks.Headed(
        [
            .. Lists(state, activity, words),
            .. Common(activity).SelectMany(l => l.Kind == LaneKind.Text ? Nobodys(state, activity, l, blocks) : blocks.Lane(l)),
            .. activity.TextLanes(null).SelectMany(l => AlsoSaid(state, activity, l, words, blocks)),
        ]);
    }

    private static Node Side(SessionState state, Activity activity, Team team)
    {
        var lanes = activity.TextLanes(null).Where(l => l.Team == team.TeamId).Select(l => Lane(state, activity, l, team.TeamId));
        var shared = Shared(activity).Select(l => On(team.TeamId, Lane(state, activity, l, team.TeamId)));
        return new(
            $"side-{team.TeamId}",
            new SideModel(),
            [
                new($"team-{team.TeamId}", new SideHeadModel(team.Title, state.SizeOf(activity.ActivityId, team.TeamId))),
                .. lanes,
                .. shared,
            ]);
    }

    private static Node Lane(SessionState state, Activity activity, Lane lane, string team)
    {
        var all = Of(state, activity, lane, team).ToList();
        var shown = Shown(state, activity, lane, all);
        // Where nothing else stands there, the marker would mark everything.
        var boiled = shown.Count < all.Count || shown.All(c => c.Picked);
        var entries = boiled
            ? shown.Select((c, i) => Wall.Entry(state, activity, lane, c with { Picked = false }, i + 1)).ToValueList()
            : Wall.Wallful(state, activity, lane, shown);
        var count = shown.Count(c => c.Stands);
        return Wall.Lane(state, activity, lane, entries, count, all.Count(c => c.Stands) - count, Kept(state, activity, lane, team));
    }

    private static int Kept(SessionState state, Activity activity, Lane lane, string team) =>
        Covering.Of(state, activity, lane.LaneId) == Visibility.All
            ? 0
            : state.Contributions.Values.Count(c =>
                c.ActivityId == activity.ActivityId && c.LaneId == lane.LaneId && c.Stands && (lane.Team ?? c.Team) == team);

    // While the team picks, everything that was written; afterwards what was picked stands for the side.
    private static List<Contribution> Shown(SessionState state, Activity activity, Lane lane, List<Contribution> all)
    {
        var picking = state.Now?.ActivityId == activity.ActivityId && state.CurrentStep?.Picks.Contains(lane.LaneId) == true;
        return picking || !all.Any(c => c.Picked && c.Stands) ? all : [.. all.Where(c => c.Picked && c.Stands)];
    }

    // A lane of one team is that team's, also where a facilitator wrote in it.
    private static IEnumerable<Contribution> Of(SessionState state, Activity activity, Lane lane, string? team) =>
        Sight.In(state, activity, lane.LaneId).Where(c => lane.Team is not null || c.Team == team);

    private static IEnumerable<Contribution> Told(SessionState state, Activity activity, Lane lane, string? team) =>
        Of(state, activity, lane, team).Where(c => c.Stands);

    private static IEnumerable<Lane> Shared(Activity activity) => activity.TextLanes(null).Where(l => l.Team is null);

    private static IEnumerable<Lane> Common(Activity activity) =>
        activity.Lanes.Where(l => l.ParentLaneId is null && (l.Team is null || l.Kind != LaneKind.Text));

    // What belongs to no team: noted by a facilitator in a lane that all fill; scales and choices of the whole room.
    private static Node? Common(SessionState state, Activity activity, Lane lane)
    {
        if (lane.Kind != LaneKind.Text) return Wall.Distribution(state, activity, lane);
        var said = Of(state, activity, lane, null).ToList();
        return said.Count == 0
            ? null
            : Wall.Lane(
                state,
                activity,
                lane,
                said.Select((c, i) => Wall.Entry(state, activity, lane, c, i + 1)).ToValueList(),
                said.Count(c => c.Stands));
    }

    // A lane that all teams fill stands once on each side; keys are unique in a view.
    private static Node On(string team, Node lane) =>
        lane with { Key = $"{lane.Key}-{team}", Children = lane.Children.Select(p => p with { Key = $"{p.Key}-{team}" }).ToValueList() };

    private static IEnumerable<Block> Lists(SessionState state, Activity activity, SummaryWords words)
    {
        var lists = activity.Teams.SelectMany(t => activity.TextLanes(null).Where(l => l.Team == t.TeamId || l.Team is null)
            .Select(l => new NamedList(
                l.Team is null || l.Plural == t.Title ? t.Title : $"{t.Title}: {l.Plural}",
                Shown(state, activity, l, [.. Told(state, activity, l, t.TeamId)])
                    .Select(c => SummaryEntries.Of(state, c, words)).ToValueList()))).ToValueList();
        if (lists.Any(l => l.Entries.Count > 0)) yield return new Block.Lists(lists);
    }

    private static IEnumerable<Block> Nobodys(SessionState state, Activity activity, Lane lane, LaneBlocks blocks)
    {
        var said = blocks.Members(lane, [.. Told(state, activity, lane, null)]).ToList();
        return said.Count == 0 ? said : said.Prepend(new Block.Heading(3, lane.Plural));
    }

    // What the teams left out, and what hangs under their lists.
    private static IEnumerable<Block> AlsoSaid(SessionState state, Activity activity, Lane lane, SummaryWords words, LaneBlocks blocks)
    {
        var all = Sight.In(state, activity, lane.LaneId).Where(c => (lane.Team ?? c.Team) is not null).ToList();
        var left = all.Where(c => c.Stands).GroupBy(c => lane.Team ?? c.Team)
            .SelectMany(g => g.Except(Shown(state, activity, lane, [.. g]))).ToList();
        if (left.Count > 0)
        {
            yield return new Block.Heading(3, words.AlsoSaid(lane.Plural));
            yield return new Block.Points(Numbered: false, left.Select(c => SummaryEntries.Of(state, c, words)).ToValueList());
        }

        foreach (var block in blocks.Deeper(lane, all)) yield return block;
    }
}
