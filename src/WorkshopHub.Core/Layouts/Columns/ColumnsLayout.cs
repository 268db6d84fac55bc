using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts.Columns;

/// <summary>Lanes side by side; five and six stand in two rows. The lanes are its children.</summary>
public sealed record ColumnsModel(int Columns) : ViewModel;

/// <summary>Several questions at once, each with its lane: what was said as a wall, what was answered as a distribution.</summary>
public sealed class ColumnsLayout : Layout
{
    private const int MostInARow = 4;
    private const int MostTexts = 6;

    public override string Name => "columns";

    public override InLanguages Title { get; } = MethodEdits.Words("Columns");

    public override InLanguages Hint { get; } = MethodEdits.Words("Up to six lanes side by side.");

    public override bool ShowsEveryLane => true;

    public override IEnumerable<string> Needs(MethodActivity activity)
    {
        var alone = (activity.Lanes ?? []).Where(l => l.Parent is null).ToList();
        return alone.Count == 0 ? ["it needs a lane that stands alone."]
            : alone.Count(l => l.Kind == LaneKind.Text) > MostTexts ? [$"at most {MostTexts} text lanes stand side by side."]
            : [];
    }

    public override Node Screen(SessionState state, Activity activity)
    {
        var lanes = activity.Lanes.Where(l => l.ParentLaneId is null).Select(l => Wall.Alone(state, activity, l)).ToValueList();
        return new("columns", new ColumnsModel(Across(lanes.Count)), lanes);
    }

    internal static int Across(int lanes) => lanes <= MostInARow ? lanes : (lanes + 1) / 2;
}
