using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts.Chain;

/// <summary>The table: one column a lane, each lane hanging under the one before it.</summary>
/// <param name="Heads">What the columns are called: the picked one's name where the room picks.</param>
public sealed record ChainModel(ValueList<ChainHead> Heads) : ViewModel;

public sealed record ChainHead(string Title, int Sign);

/// <param name="Now">The row that the room is at: the first one that waits for its pick, while picking.</param>
public sealed record ChainRowModel(bool Now) : ViewModel;

/// <summary>A cell; the entries are its children.</summary>
/// <param name="Waits">Nothing can come here before the column on its left has its pick.</param>
/// <param name="Candidates">The entries are candidates for a pick, not the pick.</param>
/// <param name="Lane">What the column holds: "Solutions".</param>
/// <param name="Above">What has to be picked first: "Root cause"; empty in the first column.</param>
public sealed record ChainCellModel(int Sign, bool Candidates, bool Waits, string Lane = "", string Above = "") : ViewModel;

/// <summary>
/// Challenge, root cause, solutions: a row for each entry of the first lane. A column in which the room picks shows its
/// candidates until one is picked, and then only that one; the column after it holds what answers the picked one.
/// </summary>
public sealed class ChainLayout : Layout
{
    private static readonly NodeCache Kept = new();

    public override string Name => "chain";

    public override InLanguages Title { get; } = MethodEdits.Words("Chain");

    public override InLanguages Hint { get; } = MethodEdits.Words("A table: each lane answers the one before it.");

    public override bool ShowsItsPicks => true;

    public override IEnumerable<string> Needs(MethodActivity activity) =>
        activity.Lanes is [{ Kind: LaneKind.Text }, ..] ? [] : ["its first lane has to take texts."];

    public override Node Screen(SessionState state, Activity activity)
    {
        var roots = Columns(activity).Take(1).SelectMany(l => Sight.In(state, activity, l.LaneId)).ToList();
        var now = state.CurrentStep?.Picks.Count > 0 ? roots.FirstOrDefault(r => Awaits(state, activity, r))?.Id : null;
        return new(
            "chain",
            new ChainModel(Heads(activity)),
            roots.Select((r, i) => Row(state, activity, r, i + 1, r.Id == now)).ToValueList());
    }

    public override IEnumerable<Block> Summary(SessionState state, Activity activity, SummaryWords words) =>
        new ChainSummary(state, activity, words).Blocks();

    /// <summary>The lanes from left to right: each the first one under the one before.</summary>
    internal static IEnumerable<Lane> Columns(Activity activity)
    {
        var lane = activity.Lanes.Count > 0 ? activity.Lanes[0] : null;
        while (lane is not null)
        {
            yield return lane;
            var above = lane.LaneId;
            lane = activity.Lanes.FirstOrDefault(l => l.ParentLaneId == above);
        }
    }

    internal static ValueList<ChainHead> Heads(Activity activity) => Columns(activity)
        .Select((l, i) => new ChainHead(
            activity.Picks(l.LaneId) ? l.PickedTitle ?? l.Title : i == 0 ? l.Title : l.Plural,
            PhoneTree.Sign(activity, l))).ToValueList();

    private static Node Row(SessionState state, Activity activity, Contribution root, int number, bool now) =>
        Kept.Keep(activity, null, root, Build(state, activity, root, number, now));

    private static Node Build(SessionState state, Activity activity, Contribution root, int number, bool now)
    {
        var cells = new List<Node>();
        Contribution? above = root;
        foreach (var (lane, column) in Columns(activity).Select((l, i) => (l, i)))
        {
            var here = column == 0 ? [root] : above is null ? [] : Sight.In(state, activity, lane.LaneId, above.Id).ToList();
            var picks = activity.Picks(lane.LaneId);
            var picked = picks ? here.FirstOrDefault(c => c.Picked && c.Stands) : null;
            var shown = picked is null ? here : [picked];
            cells.Add(new(
                $"{root.Id}-{lane.LaneId}",
                new ChainCellModel(
                    PhoneTree.Sign(activity, lane),
                    picks && picked is null && here.Any(c => c.Stands),
                    above is null,
                    lane.Plural,
                    activity.Lane(lane.ParentLaneId ?? "")?.Title ?? ""),
                shown.Select((c, i) => new Node(c.Id, Wall.Said(state, activity, lane, c, column == 0 ? number : i + 1))).ToValueList()));
            above = column == 0 ? root : picks ? picked : null;
        }

        return new($"row-{root.Id}", new ChainRowModel(now), cells.ToValueList());
    }

    private static bool Awaits(SessionState state, Activity activity, Contribution root)
    {
        var next = Columns(activity).Skip(1).FirstOrDefault();
        if (next is null || !activity.Picks(next.LaneId)) return false;
        var candidates = Sight.In(state, activity, next.LaneId, root.Id).ToList();
        return candidates.Any(c => c.Stands) && !candidates.Any(c => c.Picked);
    }
}
