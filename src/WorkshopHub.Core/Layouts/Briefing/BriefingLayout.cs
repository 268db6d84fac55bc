using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts.Briefing;

/// <param name="Number">1, 2, 3, …</param>
/// <param name="Newest">The one that is spoken about.</param>
public sealed record PointModel(int Number, string Text, bool Newest) : ViewModel;

public sealed record PointListModel(int Of) : ViewModel;

/// <summary>For the key: how the points are to be read.</summary>
public sealed record PointsKeyModel : ViewModel;

/// <summary>Points shown one by one, on the screen and on phones.</summary>
public sealed class BriefingLayout : Layout
{
    public override string Name => "briefing";

    public override InLanguages Title { get; } = MethodEdits.Words("Briefing");

    public override InLanguages Hint { get; } = MethodEdits.Words("Points, one by one. No lanes.");

    public override bool ShowsPoints => true;

    public override IEnumerable<string> Needs(MethodActivity activity)
    {
        if (!(activity.Points?.Count > 0)) yield return "it needs points.";
        if (activity.Lanes?.Count > 0) yield return "it shows points, no lanes.";
    }

    public override IEnumerable<Node> Phone(SessionState state, Activity activity, string? team) => [Points(state, activity)];

    public override Node Screen(SessionState state, Activity activity) => Points(state, activity);

    public override IEnumerable<Node> Legend(Node stage) => stage.Children.Count > 0 ? [new("key-points", new PointsKeyModel())] : [];

    public override IEnumerable<Block> Summary(SessionState state, Activity activity, SummaryWords words)
    {
        var shown = Shown(state, activity);
        if (shown == 0) yield break;
        yield return new Block.Heading(2, activity.Title);
        yield return new Block.Points(Numbered: false, activity.Points.Take(shown).Select(p => new SummaryEntry(p)).ToValueList());
    }

    private static int Shown(SessionState state, Activity activity) =>
        Math.Min(state.PointsShown.GetValueOrDefault(activity.ActivityId), activity.Points.Count);

    private static Node Points(SessionState state, Activity activity)
    {
        var shown = Shown(state, activity);
        return new(
            "points",
            new PointListModel(activity.Points.Count),
            activity.Points.Take(shown).Select((p, i) => new Node($"point-{i + 1}", new PointModel(i + 1, p, i + 1 == shown)))
                .ToValueList());
    }
}
