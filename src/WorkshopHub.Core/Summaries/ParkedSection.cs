using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Summaries;

/// <summary>What was set aside for later, and what was said in activities that were taken off the agenda: the end of the summary.</summary>
internal static class ParkedSection
{
    internal static IEnumerable<Block> Of(SessionState state, SummaryWords words)
    {
        var parts = state.Agenda.Concat(state.RemovedActivities).SelectMany(a => Activity(state, a, words)).ToList();
        return parts.Count == 0 ? [] : parts.Prepend(new Block.Heading(1, words.Parked));
    }

    private static IEnumerable<Block> Activity(SessionState state, Activity activity, SummaryWords words)
    {
        var said = activity.Lanes.SelectMany(l => Lane(state, activity, l, words)).ToList();
        var notes = state.Activity(activity.ActivityId) is null ? SummaryNotes.Of(state, words, activity.ActivityId, null) : [];
        if (said.Count == 0 && notes.Count == 0) yield break;
        yield return new Block.Heading(2, activity.Title);
        foreach (var note in notes) yield return new Block.Note(note);
        foreach (var block in said) yield return block;
    }

    private static IEnumerable<Block> Lane(SessionState state, Activity activity, Lane lane, SummaryWords words)
    {
        var parked = state.Contributions.Values
            .Where(c => c.ActivityId == activity.ActivityId && c.LaneId == lane.LaneId && Sight.Tells(state, c) && Sight.IsParked(state, c))
            .OrderBy(c => c.Order).ToList();
        if (parked.Count == 0) yield break;
        yield return new Block.Heading(3, lane.Plural);
        foreach (var group in parked.GroupBy(c => state.FirstOf(c.ParentId)))
        {
            var parent = group.Key is null ? null : state.Contributions.GetValueOrDefault(group.Key);
            if (parent is not null) yield return new Block.Remark(words.Answering(parent.IsTold ? parent.Text! : words.Withdrawn));
            yield return new Block.Points(Numbered: false, group.Select(c => SummaryEntries.Of(state, c, words)).ToValueList());
        }
    }
}
