using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts.Sort;

/// <param name="Sign">1 for the first bin, …</param>
internal sealed record Bin(
    string Id,
    string? Title,
    int Sign,
    BinKind Kind,
    ValueList<Card> Cards,
    int? Places = null,
    int? Share = null,
    int Of = 0);

internal sealed record Card(Contribution Contribution, int? Count, int Answered, ValueList<string> Even);

/// <summary>Into which bin each card goes. No bins while nothing sorts yet: then the cards are a lane like others.</summary>
internal static class Bins
{
    /// <summary>What is sorted: the first lane.</summary>
    internal static Lane? Sorted(Activity activity) => activity.TextLanes(null).FirstOrDefault();

    internal static IReadOnlyList<Bin> Of(SessionState state, Activity activity)
    {
        if (Sorted(activity) is not { } lane) return [];
        var cards = Sight.In(state, activity, lane.LaneId).Where(c => c.Stands).ToList();
        var marks = activity.AnswerLanes(lane.LaneId).FirstOrDefault();
        var picks = activity.Steps.FirstOrDefault(s => s.PickBudget is not null && s.Picks.Contains(lane.LaneId));
        if (picks is not null && (cards.Any(c => c.Picked) || Reached(state, activity, picks)))
        {
            return ByPick(state, activity, lane, marks, picks, cards);
        }

        return marks is not null && Sight.AnswersTold(state, activity, marks)
            && activity.Steps.Any(s => s.Answers.Contains(marks.LaneId) && Reached(state, activity, s))
            ? ByValue(state, activity, marks, cards)
            : [];
    }

    /// <summary>The value that is counted where the room picks.</summary>
    internal static string? CountedTitle(Activity activity) =>
        Sorted(activity) is { } lane && activity.AnswerLanes(lane.LaneId).FirstOrDefault() is { } marks
            ? marks.Values[CountedAt(lane, marks)]
            : null;

    // People gave the value that is called like the bin, or the first one.
    private static int CountedAt(Lane lane, Lane marks) => Math.Max(0, marks.Values.ToList().FindIndex(v => v == lane.PickedTitle));

    private static List<Bin> ByPick(SessionState state, Activity activity, Lane lane, Lane? marks, Step picks, List<Contribution> cards)
    {
        var at = marks is null ? -1 : CountedAt(lane, marks);
        var counted = cards.Select(c => Counted(state, activity, marks, c, at)).ToList();
        var firm = counted.Where(c => c.Contribution.Picked).ToValueList();
        return
        [
            new(
                "picked",
                lane.PickedTitle ?? lane.Plural,
                1,
                BinKind.Picked,
                firm,
                picks.PickBudget!.Of(cards.Count),
                picks.PickBudget.Share,
                cards.Count),
            new(
                "rest",
                lane.RestTitle ?? lane.Plural,
                2,
                BinKind.Rest,
                counted.Where(c => !c.Contribution.Picked).ToValueList(),
                Of: cards.Count),
        ];
    }

    private static List<Bin> ByValue(SessionState state, Activity activity, Lane marks, List<Contribution> cards)
    {
        var placed = cards.Select(c => (Card: c, At: Most(state, activity, marks, c))).ToList();
        // A lane beside keeps the sign that it has on the phones; bins take those that are left.
        var beside = activity.Lanes.Where(l => l.ParentLaneId is null && l != Sorted(activity));
        var signs = Enumerable.Range(1, 24).Except(beside.Select(l => PhoneTree.Sign(activity, l))).ToList();
        var bins = marks.Values.Select((value, i) => new Bin(
            $"{i + 1}",
            value,
            signs[i],
            BinKind.Value,
            placed.Where(p => p.At.Count == 1 && p.At[0] == i).Select(p => Counted(state, activity, marks, p.Card, i)).ToValueList()))
                .ToList();
        var open = placed.Where(p => p.At.Count != 1)
            .Select(p => Counted(state, activity, marks, p.Card, -1) with { Even = p.At.Select(i => marks.Values[i]).ToValueList() })
                .ToValueList();
        if (open.Count > 0) bins.Add(new("open", null, signs[bins.Count], BinKind.Open, open));
        return bins;
    }

    private static Card Counted(SessionState state, Activity activity, Lane? marks, Contribution c, int at)
    {
        if (marks is null) return new(c, null, 0, []);
        var told = Distribution.Of(state, activity, marks, c.Id);
        return new(c, at >= 0 && told.Answered > 0 ? told.Counts?[at] : null, told.Answered, []);
    }

    // The values that most gave; none where nobody has marked it.
    private static List<int> Most(SessionState state, Activity activity, Lane marks, Contribution c)
    {
        var counts = Distribution.Of(state, activity, marks, c.Id).Counts ?? [];
        var most = counts.DefaultIfEmpty().Max();
        return most == 0 ? [] : [.. Enumerable.Range(0, counts.Count).Where(i => counts[i] == most)];
    }

    // The activity is in this step, or was in a later one.
    private static bool Reached(SessionState state, Activity activity, Step step)
    {
        if (!state.Started.TryGetValue(activity.ActivityId, out var at)) return false;
        var steps = activity.Steps.Select(s => s.Id).ToList();
        return steps.IndexOf(at) >= steps.IndexOf(step.Id);
    }
}
