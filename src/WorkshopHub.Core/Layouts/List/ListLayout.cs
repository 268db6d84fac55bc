using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts.List;

/// <summary>A plain list of one lane, under the actions that are agreed. For next steps.</summary>
public sealed class ListLayout : Layout
{
    public override string Name => "list";

    public override InLanguages Title { get; } = MethodEdits.Words("List");

    public override InLanguages Hint { get; } = MethodEdits.Words("One list, under the actions.");

    public override IEnumerable<Node> Phone(SessionState state, Activity activity, string? team) =>
        [Outcome.Actions(state), .. PhoneTree.Top(state, activity, team)];

    public override Node Screen(SessionState state, Activity activity)
    {
        var lists = activity.TextLanes(null).Select(l => new Node(
            $"list-{l.LaneId}",
            new EntryListModel(l.Plural, PhoneTree.Sign(activity, l), Answers: false),
            Sight.In(state, activity, l.LaneId).Select((c, i) => new Node(c.Id, Wall.Said(state, activity, l, c, i + 1))).ToValueList()));
        return new("stage-list", new ListModel(), [Outcome.Actions(state), .. lists]);
    }

    public override IEnumerable<Block> Summary(SessionState state, Activity activity, SummaryWords words)
    {
        foreach (var lane in activity.Lanes)
        {
            var entries =
                Sight.InLane(state, activity, lane).Where(c => c.Stands).Select(c => SummaryEntries.Of(state, c, words)).ToValueList();
            if (entries.Count == 0) continue;
            yield return new Block.Heading(2, activity.Title == lane.Plural ? words.Suggested(lane.Plural) : activity.Title);
            yield return new Block.Points(Numbered: false, entries);
        }
    }
}

/// <summary>The stage of a list.</summary>
public sealed record ListModel : ViewModel;
