using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts.Columns;

/// <summary>Lanes side by side; five and six stand in two rows. The lanes are its children.</summary>
public sealed record ColumnsModel(int Columns) : ViewModel;

/// <summary>Several questions at once, each with its lane: what was said as a wall, what was answered as a distribution.</summary>
public sealed class ColumnsLayout : Layout
{
    private const int MostInARow = 4;

    public override string Name => "columns";

    public override IEnumerable<string> Needs(MethodActivity activity) => LayoutNeeds.Columns(activity);

    public override IEnumerable<Node> Phone(SessionState state, Activity activity, string? team) => Entries.Top(state, activity, team);

    public override Node Screen(SessionState state, Activity activity)
    {
        var lanes = activity.Lanes.Where(l => l.ParentLaneId is null).Select(l => Wall.Alone(state, activity, l)).ToSeq();
        return new("columns", new ColumnsModel(Across(lanes.Count)), lanes);
    }

    public override IEnumerable<Block> Summary(SessionState state, Activity activity, SummaryWords words) => new LaneBlocks(state, activity, words).All();

    internal static int Across(int lanes) => lanes <= MostInARow ? lanes : (lanes + 1) / 2;
}
