using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>How a room answered a scale or a choice: numbers only, and none that point at a person.</summary>
/// <param name="Answered">How many have answered.</param>
/// <param name="Counts">How many gave each value, in the lane's order; null: not told before the reveal.</param>
/// <param name="Median">The middle of the room on a scale, as a position from 0; null for a choice, and while nothing is told.</param>
/// <param name="Sectors">
/// The same for each sector with at least three answers; those with fewer are one group, with the next smallest one where it
/// would have under three itself.
/// </param>
public sealed record Distribution(int Answered, ValueList<int>? Counts, int? Median, ValueList<SectorAnswers> Sectors)
{
    private const int FewPeople = Anonymity.FewPeople;

    /// <summary>As the room may see it now.</summary>
    public static Distribution Of(SessionState state, Activity activity, Lane lane, string? parentId = null)
    {
        var answered = Answering.Answered(state, activity.ActivityId, lane.LaneId, parentId);
        if (!Sight.AnswersTold(state, activity, lane)) return new(answered, null, null, []);
        var counts = Answering.Counts(state, activity, lane, parentId);
        return new(answered, counts, lane.Kind == LaneKind.Scale
            ? Answering.Median(counts) : null, BySector(state, lane, new(activity.ActivityId, lane.LaneId, parentId)));
    }

    internal static ValueList<SectorAnswers> BySector(SessionState state, Lane lane, LaneKey key)
    {
        if (state.SectorAnswers.TryGetValue(key, out var kept)) return Of(kept);
        if (state.Settings.SectorQuestion is not { } question) return [];
        var answers = Answering.Counted(state, key.ActivityId, key.LaneId, key.ParentId)
            .Select(a =>
                (Sector: (state.Behind(key.ActivityId, a.Who) is { } who ? state.Delegates.GetValueOrDefault(who) : null)?.Sector, a.Level))
                    .Where(a => a.Level < lane.Values.Count).ToList();
        var bySector =
            answers.Where(a => a.Sector is not null && question.Options.Contains(a.Sector)).ToLookup(a => a.Sector!, a => a.Level);
        var large = question.Options.Where(o => bySector[o].Count() >= FewPeople).ToList();
        // What is left out can be counted back from the whole: one or two answers would then stand alone.
        while (large.Count > 0 && Rest().Count > 0 && answers.Count - large.Sum(o => bySector[o].Count()) < FewPeople)
        {
            large.Remove(large.MinBy(o => bySector[o].Count())!);
        }

        var rest = Rest();
        var groups = large.Select(o => new SectorAnswers(o, Count(lane, bySector[o])));
        return (rest.Count >= FewPeople ? groups.Append(new(null, Count(lane, rest))) : groups).ToValueList();

        List<int> Rest() => bySector.Where(s => !large.Contains(s.Key)).SelectMany(s => s).ToList();
    }

    private static ValueList<SectorAnswers> Of(CountedAnswers kept)
    {
        var sectors = kept.Sectors.Select(s => new SectorAnswers(s.Sector, s.Counts));
        return (kept.Others is { } others ? sectors.Append(new(null, others)) : sectors).ToValueList();
    }

    private static ValueList<int> Count(Lane lane, IEnumerable<int> levels)
    {
        var counts = new int[lane.Values.Count];
        foreach (var level in levels) counts[level]++;
        return counts.ToValueList();
    }
}

/// <param name="Sector">Null: the smallest ones, together.</param>
public sealed record SectorAnswers(string? Sector, ValueList<int> Counts);
