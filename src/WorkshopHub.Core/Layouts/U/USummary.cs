using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts.U;

/// <summary>Layer by layer from today to what is needed, then everything else that was said.</summary>
internal sealed class USummary(SessionState state, Activity activity, SummaryWords words)
{
    private readonly LaneBlocks lanes = new(state, activity, words);

    internal IEnumerable<Block> Blocks() => lanes.Headed([.. Shifts(), .. lanes.Lanes(ULayout.Rest(activity)), .. AlsoSaid(), .. Under()]);

    private IEnumerable<Block> Shifts()
    {
        var (down, up) = ULayout.Groups(activity);
        for (var i = 0; i < Math.Max(down.Count, up.Count); i++)
        {
            var (from, to) = (Shown(down.ElementAtOrDefault(i)), Shown(up.ElementAtOrDefault(i)));
            if (from.Entries.Count + to.Entries.Count == 0) continue;
            yield return new Block.Shift(from, to);
        }
    }

    private NamedList Shown(Lane? lane) => lane is null
        ? new("", [])
        : new(
            // Where the layers of both sides are called alike, the group tells them apart.
            lane.Group is { } group && lane.Title != group ? $"{group}: {lane.Title}" : lane.Title,
            ULayout.Shown(state, activity, lane).Where(c => c.Stands).Select(c => SummaryEntries.Marked(state, c, words)).ToValueList());

    private IEnumerable<Block> AlsoSaid()
    {
        var (down, up) = ULayout.Groups(activity);
        foreach (var lane in down.Concat(up))
        {
            var shown = ULayout.Shown(state, activity, lane);
            var left = Sight.In(state, activity, lane.LaneId).Where(c => c.Stands).Except(shown)
                .Select(c => SummaryEntries.Of(state, c, words)).ToValueList();
            if (left.Count == 0) continue;
            yield return new Block.Heading(
                3,
                words.AlsoSaid(lane.Group is { } group && lane.Plural != group ? $"{group}: {lane.Plural}" : lane.Plural));
            yield return new Block.Points(Numbered: false, left);
        }
    }

    // What answers something in a layer.
    private IEnumerable<Block> Under()
    {
        var (down, up) = ULayout.Groups(activity);
        return down.Concat(up).SelectMany(l => lanes.Deeper(l, Sight.In(state, activity, l.LaneId).ToList()));
    }
}
