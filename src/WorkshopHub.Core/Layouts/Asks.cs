using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>
/// Where a delegate answers a scale or a choice. What others answered stands in a node of its own, so that nothing
/// moves under a thumb; what one answered oneself is one's own, and not in here.
/// </summary>
/// <param name="Lane">What is asked for: "Now".</param>
/// <param name="Values">As the lane has them: a scale's from the lowest to the highest.</param>
/// <param name="Seen">Who is told the counts while this lasts.</param>
public sealed record AskModel(
    string ActivityId,
    string LaneId,
    string? ParentId,
    string Lane,
    string Prompt,
    LaneKind Kind,
    ValueList<string> Values,
    int Sign,
    bool Open,
    Visibility Seen) : ViewModel;

/// <summary>What the room answered.</summary>
/// <param name="Of">How many could have.</param>
/// <param name="Counts">In the order of the values; null: not told before the reveal.</param>
/// <param name="Median">Position of the value in the middle of the room; null for a choice.</param>
/// <param name="Begun">False: nothing was asked yet; there is a place for it and nothing to see.</param>
public sealed record AnswersModel(
    string ActivityId,
    string LaneId,
    string? ParentId,
    string Lane,
    LaneKind Kind,
    ValueList<string> Values,
    int Answered,
    int Of,
    ValueList<int>? Counts,
    int? Median,
    int Sign,
    bool Begun) : ViewModel
{
    /// <summary>The room writes something else now: this stands behind a line, out of the way.</summary>
    public bool Folded { get; init; }
}

/// <summary>A lane of answers on a phone, alone or under what it answers.</summary>
internal static class Asks
{
    internal static IEnumerable<Node> Lane(SessionState state, Activity activity, Lane lane, Contribution? parent, string? team)
    {
        var under = parent is null ? lane.LaneId : $"{lane.LaneId}-{parent.Id}";
        var answerable = parent is null || Contributing.CanAnswer(activity, lane, parent);
        var open = answerable && OpenLanes.IsOpen(state, activity, lane, team);
        var sign = PhoneTree.Sign(activity, lane);
        yield return new($"ask-{under}", new AskModel(
            activity.ActivityId, lane.LaneId, parent?.Id, lane.Title, lane.Prompt, lane.Kind, lane.Values, sign, open,
                Covering.Of(state, activity, lane.LaneId)));
        var told = Distribution.Of(state, activity, lane, parent?.Id);
        var begun = OpenLanes.HasBegun(state, activity, s => s.Answers, lane)
            && (answerable || told.Answered > 0)
            && (told.Counts is not null || OpenLanes.IsTheirs(state, activity, lane, team));
        var of = lane.Team is null ? state.Present.Count() : state.SizeOf(activity.ActivityId, lane.Team);
        yield return new($"told-{under}", begun
            ? new AnswersModel(activity.ActivityId, lane.LaneId, parent?.Id, lane.Title, lane.Kind, lane.Values, told.Answered, of,
                told.Counts, told.Median, sign, true)
            {
                Folded = parent is null && !open && OpenLanes.Step(state, activity) is { Collects.Count: > 0 },
            }
            : new AnswersModel(activity.ActivityId, lane.LaneId, parent?.Id, lane.Title, lane.Kind, lane.Values, 0, 0, null, null, sign,
                false));
    }
}
