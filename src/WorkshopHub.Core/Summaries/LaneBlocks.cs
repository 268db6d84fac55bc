using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Summaries;

/// <summary>
/// Lanes as evidence, for every layout: themes with their members, what answers what as a table, quotations as such,
/// scales and choices as bars. Every word stays findable, wherever its lane hangs.
/// </summary>
/// <param name="everyLane">Whether a theme takes its members out of every lane.</param>
internal sealed class LaneBlocks(SessionState state, Activity activity, SummaryWords words, bool everyLane = false)
{
    private readonly List<SeenTheme> themes = [.. SeenThemes.Of(state, activity)];

    /// <summary>The activity's heading and all of its lanes; nothing where nothing was said.</summary>
    internal IEnumerable<Block> All() => Headed(Lanes(activity.Lanes.Where(l => l.ParentLaneId is null)));

    internal IEnumerable<Block> Headed(IEnumerable<Block> blocks)
    {
        var all = blocks.ToList();
        return all.Count == 0 ? all : all.Prepend(new Block.Heading(2, activity.Title));
    }

    /// <summary>These lanes, each with what hangs under it.</summary>
    internal IEnumerable<Block> Lanes(IEnumerable<Lane> lanes) => lanes.SelectMany(Lane);

    internal IEnumerable<Block> Lane(Lane lane)
    {
        var blocks = (lane.Kind == LaneKind.Text ? Said(lane) : Answered(lane)).ToList();
        // A lane that is called like its activity would say the same heading twice.
        return blocks.Count == 0 || lane.Plural == activity.Title ? blocks : blocks.Prepend(new Block.Heading(3, lane.Plural));
    }

    /// <summary>A distribution in figures; nothing while it is covered.</summary>
    internal IEnumerable<Block> Answered(Lane lane)
    {
        var told = Distribution.Of(state, activity, lane);
        if (told.Counts is not { } counts || told.Answered == 0) yield break;
        var bars = lane.Values.Zip(counts).Select(v => new Bar(v.First, v.Second));
        yield return new Block.Bars((lane.Kind == LaneKind.Scale ? bars.Reverse() : bars).ToValueList(), told.Answered);
        var said = new List<string> { words.Count(words.AnsweredCount, told.Answered) };
        if (told.Median is { } middle) said.Add(words.Fill(words.Middle, lane.Values[middle]));
        foreach (var sector in told.Sectors.Where(_ => lane.Kind == LaneKind.Scale))
        {
            if (Answering.Median(sector.Counts) is { } m)
            {
                said.Add(words.Fill(words.MiddleOfSector, sector.Sector ?? words.OtherSectors, lane.Values[m]));
            }
        }

        yield return new Block.Remark(string.Join(" ", said));
    }

    /// <summary>Contributions of one lane: quotations as quotes, with what answers them as a table.</summary>
    internal IEnumerable<Block> Members(Lane lane, IReadOnlyCollection<Contribution> said)
    {
        if (said.Count == 0) yield break;
        var below = activity.TextLanes(lane.LaneId).Where(l => said.Any(c => Sight.In(state, activity, l.LaneId, c.Id).Any())).ToList();
        if (below.Count > 0)
        {
            yield return new Block.Table(
                below.Select(l => l.Plural).Prepend(lane.Plural).ToValueList(),
                said.Select(c => below.Select(l => Cell(Sight.In(state, activity, l.LaneId, c.Id))).Prepend(Cell([c])).ToValueList())
                    .ToValueList());
            foreach (var block in below.SelectMany(l => Deeper(l, [.. said.SelectMany(c => Sight.In(state, activity, l.LaneId, c.Id))])))
            {
                yield return block;
            }

            yield break;
        }

        var points = said.Where(c => !c.Quotation).Select(c => SummaryEntries.Marked(state, c, words)).ToValueList();
        if (points.Count > 0) yield return new Block.Points(Numbered: false, points);
        var quotes = said.Where(c => c.Quotation).Select(c => SummaryEntries.Quote(state, c, words)).ToValueList();
        if (quotes.Count > 0) yield return new Block.Quotes(quotes);
    }

    private IEnumerable<Block> Said(Lane lane)
    {
        var here = themes.Where(t => t.Home == lane.LaneId && t.Members.Count > 0).ToList();
        var grouped = SeenThemes.Grouped(lane, themes, everyLane);
        var rest = Sight.In(state, activity, lane.LaneId).Where(c => !grouped.Contains(c.Id)).ToList();
        foreach (var block in here.SelectMany(t => Theme(lane, t))) yield return block;
        if (here.Count > 0 && rest.Count > 0) yield return new Block.Heading(4, words.EverythingElse);
        foreach (var block in Members(lane, rest)) yield return block;
    }

    private IEnumerable<Block> Theme(Lane lane, SeenTheme t)
    {
        yield return new Block.Heading(4, t.Theme.Title ?? words.Withdrawn);
        var figures = new List<string> { words.Count(words.ContributionCount, t.Members.Count) };
        if (Sight.Nods(state, t.Theme) is > 0 and var nods) figures.Add(words.Fill(words.NodsOf, nods, state.Present.Count()));
        if (Sight.SpreadOf(state, t.Theme) is { } spread) figures.Add(words.Fill(words.InSectors, spread.Sectors, spread.Of));
        if (Voting.TallyOf(state, activity, t.Theme) is { } dots) figures.Add(words.Fill(words.Dots, dots));
        yield return new Block.Remark(string.Join("; ", figures));
        foreach (var note in SummaryNotes.Of(state, words, activity.ActivityId, null, t.Theme.Id)) yield return new Block.Note(note);
        foreach (var block in Members(lane, [.. t.Members.Where(c => c.LaneId == lane.LaneId)])) yield return block;
        var others = t.Members.Where(c => c.LaneId != lane.LaneId)
            .Select(c => SummaryEntries.Marked(state, c, words, activity.Lane(c.LaneId)?.Title)).ToValueList();
        if (others.Count > 0) yield return new Block.Points(Numbered: false, others);
    }

    /// <summary>What answers these, near and far, for which no table has a cell: under what it answers.</summary>
    internal IEnumerable<Block> Deeper(Lane lane, IReadOnlyCollection<Contribution> parents)
    {
        foreach (var below in activity.TextLanes(lane.LaneId))
        {
            foreach (var parent in parents)
            {
                var said = Sight.In(state, activity, below.LaneId, parent.Id).ToList();
                if (said.Count == 0) continue;
                yield return new Block.Remark(words.Answering(Sight.Text(parent) ?? words.Withdrawn));
                yield return new Block.Points(Numbered: false, said.Select(c => SummaryEntries.Marked(state, c, words)).ToValueList());
                foreach (var block in Deeper(below, said)) yield return block;
            }
        }
    }

    private Cell Cell(IEnumerable<Contribution> said) => new(said.Select(c => SummaryEntries.Marked(state, c, words)).ToValueList());
}
