using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.SampleLayouts.Core.Headlines;

/// <summary>The stage; the headlines are its children.</summary>
public sealed record HeadlinesModel(string Lane) : ViewModel;

/// <summary>One contribution, in large letters.</summary>
public sealed record HeadlineModel(EntryTextModel Said) : ViewModel
{
    public override KeySigns Signs() => Said.Signs();
}

/// <summary>For the key: in which order they stand.</summary>
public sealed record NewestFirstModel : ViewModel;

/// <summary>What was said in the first lane as headlines, the newest first.</summary>
public sealed class HeadlinesLayout : Layout
{
    public override string Name => "headlines";

    public override InLanguages Title { get; } = MethodEdits.Words("Headlines");

    public override InLanguages Hint { get; } = MethodEdits.Words("The first lane in large letters, the newest first.");

    public override IEnumerable<string> Needs(MethodActivity activity) =>
        (activity.Lanes ?? []).Any(l => l is { Parent: null, Kind: LaneKind.Text }) ? [] : ["it needs a text lane that stands alone."];

    public override Node Screen(SessionState state, Activity activity)
    {
        if (activity.TextLanes(null).FirstOrDefault() is not { } lane) return new("headlines", new HeadlinesModel(""));
        var said = Sight.In(state, activity, lane.LaneId)
            .Select((c, i) => new Node(c.Id, new HeadlineModel(Wall.Said(state, activity, lane, c, i + 1))));
        return new("headlines", new HeadlinesModel(lane.Plural), said.Reverse().ToValueList());
    }

    public override IEnumerable<Node> Legend(Node stage) =>
        stage.Children.Count > 1 ? [new("key-newest-first", new NewestFirstModel())] : [];
}
