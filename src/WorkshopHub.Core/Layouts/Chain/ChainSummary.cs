using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts.Chain;

/// <summary>The table of the chain, then everything else that was said in it.</summary>
internal sealed class ChainSummary(SessionState state, Activity activity, SummaryWords words)
{
    private readonly List<Lane> columns = [.. ChainLayout.Columns(activity)];
    private readonly HashSet<string> inTable = [];

    internal IEnumerable<Block> Blocks()
    {
        var rows = columns.Take(1).SelectMany(l => Sight.In(state, activity, l.LaneId)).Select(Row).ToValueList();
        var rest = Rest().ToList();
        if (rows.Count == 0 && rest.Count == 0) yield break;
        yield return new Block.Heading(2, activity.Title);
        if (rows.Count > 0) yield return new Block.Table(ChainLayout.Heads(activity).Select(h => h.Title).ToValueList(), rows);
        foreach (var block in rest) yield return block;
    }

    private ValueList<Cell> Row(Contribution root)
    {
        var cells = new List<Cell>();
        Contribution? above = root;
        for (var i = 0; i < columns.Count; i++)
        {
            var lane = columns[i];
            var picks = activity.Picks(lane.LaneId);
            List<Contribution> here = i == 0 ? [root] : above is null ? [] : [.. Sight.In(state, activity, lane.LaneId, above.Id)];
            var picked = picks ? here.FirstOrDefault(c => c.Picked && c.Stands) : null;
            List<Contribution> shown = picks ? picked is null ? [] : [picked] : here;
            inTable.UnionWith(shown.Select(c => c.Id));
            int? of = picked is null ? null : here.Count(x => x.Stands);
            cells.Add(new(shown.Select(c => SummaryEntries.Of(state, c, words, of)).ToValueList()));
            above = i == 0 ? root : picked;
        }

        return cells.ToValueList();
    }

    // What was not picked, what was said under it, and lanes that are no column: every word stays findable.
    private IEnumerable<Block> Rest()
    {
        foreach (var lane in activity.Lanes)
        {
            var left = Sight.InLane(state, activity, lane).Where(c => c.Stands && !inTable.Contains(c.Id)).ToList();
            if (left.Count == 0) continue;
            yield return new Block.Heading(3, words.AlsoSaid(lane.Plural));
            foreach (var group in left.GroupBy(c => state.FirstOf(c.ParentId)))
            {
                var parent = group.Key is null ? null : state.Contributions.GetValueOrDefault(group.Key);
                if (parent is not null) yield return new Block.Remark(words.Answering(Sight.Text(parent) ?? words.Withdrawn));
                yield return new Block.Points(Numbered: false, group.Select(c => SummaryEntries.Of(state, c, words)).ToValueList());
            }
        }
    }
}
