using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts.U;

/// <summary>The stage: the layers or the shift, then what stands in neither; they are its children.</summary>
public sealed record UModel : ViewModel;

/// <summary>Layers down the one side and up the other; the cells are its children, row by row.</summary>
/// <param name="Layers">The names in the middle, from the top down.</param>
public sealed record LayersModel(string Down, string Up, ValueList<string> Layers) : ViewModel;

/// <summary>One layer on one side; its wall is its child.</summary>
/// <param name="Layer">Its own name, where it is not the one in the middle.</param>
/// <param name="Up">On the side that goes up.</param>
/// <param name="Deepest">The last row.</param>
/// <param name="Kept">How many are kept until the reveal.</param>
public sealed record LayerModel(string? Layer, string Prompt, int Row, bool Up, bool Deepest, int Kept, bool Any) : ViewModel;

/// <summary>From one metaphor to another; its two sides are its children.</summary>
public sealed record ShiftModel : ViewModel;

/// <param name="Large">One stands for all: it is set as large as it goes.</param>
/// <param name="Left">How many stand on the phones only.</param>
public sealed record ShiftSideModel(string Title, string Prompt, bool To, bool Large, int Kept, int Left, bool Any) : ViewModel;

/// <summary>What stands under the U; its lanes are its children.</summary>
public sealed record HowModel(int Lanes) : ViewModel;

/// <summary>
/// Lanes in two groups: the first one's go down, the second one's up again, so that the deepest stand side by side.
/// With one layer it is a shift: what is today, and what is needed.
/// </summary>
public sealed class ULayout : Layout
{
    public override string Name => "u";

    public override InLanguages Title { get; } = MethodEdits.Words("U");

    public override InLanguages Hint { get; } = MethodEdits.Words("Lanes in two groups: down the left side, up the right.");

    public override bool ShowsGroups => true;

    public override bool ShowsItsPicks => true;

    public override IEnumerable<string> Needs(MethodActivity activity) =>
        (activity.Lanes ?? []).Where(l => l is { Parent: null, Kind: LaneKind.Text, Group: not null })
            .Select(l => l.Group!.In(Languages.First)).Distinct().Count() == 2
            ? []
            : ["it needs lanes in two groups: one for each side of the U."];

    public override Node Screen(SessionState state, Activity activity)
    {
        var (down, up) = Groups(activity);
        var rest = Rest(activity).Select(l => Wall.Alone(state, activity, l)).ToValueList();
        Node? stage = down.Count == 0 ? null
            : down.Count == 1 && up.Count == 1 ? Shift(state, activity, down[0], up[0])
            : Layers(state, activity, down, up);
        return new(
            "u",
            new UModel(),
            [
                .. stage is null ? ValueList.Of<Node>([]) : [stage],
                .. rest.Count == 0
                    ? ValueList.Of<Node>([])
                    : [new Node("how", new HowModel(Columns.ColumnsLayout.Across(rest.Count)), rest)],
            ]);
    }

    public override IEnumerable<Block> Summary(SessionState state, Activity activity, SummaryWords words) =>
        new USummary(state, activity, words).Blocks();

    /// <summary>What goes down, and what goes up: the latter from the top, so that rows match.</summary>
    internal static (List<Lane> Down, List<Lane> Up) Groups(Activity activity)
    {
        var groups = activity.TextLanes(null).Where(l => l.Group is not null).GroupBy(l => l.Group!).Take(2).Select(g => g.ToList())
            .ToList();
        return (groups.ElementAtOrDefault(0) ?? [], Enumerable.Reverse(groups.ElementAtOrDefault(1) ?? []).ToList());
    }

    /// <summary>Everything that stands in neither group.</summary>
    internal static IEnumerable<Lane> Rest(Activity activity)
    {
        var (down, up) = Groups(activity);
        return activity.Lanes.Where(l => l.ParentLaneId is null).Except(down).Except(up);
    }

    /// <summary>What stands for a lane: the picked ones, or all while none is picked or the room picks.</summary>
    internal static List<Contribution> Shown(SessionState state, Activity activity, Lane lane)
    {
        var all = Sight.In(state, activity, lane.LaneId).ToList();
        var picked = all.Where(c => c.Picked && c.Stands).ToList();
        return picked.Count > 0 ? picked : all;
    }

    private static Node Layers(SessionState state, Activity activity, List<Lane> down, List<Lane> up)
    {
        var rows = Math.Max(down.Count, up.Count);
        var names = Enumerable.Range(0, rows).Select(i => (down.ElementAtOrDefault(i) ?? up[i]).Title).ToValueList();
        var cells = new List<Node>();
        for (var i = 0; i < rows; i++)
        {
            if (i < down.Count) cells.Add(Cell(down[i], i, isUp: false));
            if (i < up.Count) cells.Add(Cell(up[i], i, isUp: true));
        }

        return new("layers", new LayersModel(down[0].Group!, up.Count > 0 ? up[0].Group! : "", names), cells.ToValueList());

        Node Cell(Lane lane, int row, bool isUp)
        {
            var shown = Shown(state, activity, lane);
            return new(
                $"lane-{lane.LaneId}",
                new LayerModel(
                    lane.Title == names[row] ? null : lane.Title,
                    lane.Prompt,
                    row,
                    isUp,
                    row == rows - 1,
                    Sight.Kept(state, activity, lane),
                    shown.Count > 0),
                [new($"wall-{lane.LaneId}", new WallModel(), Wall.Wallful(state, activity, lane, shown))]);
        }
    }

    private static Node Shift(SessionState state, Activity activity, Lane from, Lane to) =>
        new("shift", new ShiftModel(), [Side(state, activity, from, isTo: false), Side(state, activity, to, isTo: true)]);

    private static Node Side(SessionState state, Activity activity, Lane lane, bool isTo)
    {
        var shown = Shown(state, activity, lane);
        var all = Sight.In(state, activity, lane.LaneId).Count(c => c.Stands);
        return new(
            $"lane-{lane.LaneId}",
            new ShiftSideModel(
                lane.Title,
                lane.Prompt,
                isTo,
                shown.Count == 1,
                Sight.Kept(state, activity, lane),
                all - shown.Count(c => c.Stands),
                shown.Count > 0),
            [new($"wall-{lane.LaneId}", new WallModel(), Wall.Wallful(state, activity, lane, shown))]);
    }
}
