using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Views;

/// <summary>State to summary. Decisions and actions come first, then the evidence, activity by activity.</summary>
public static class SummaryBuilder
{
    public static Summary Build(SessionState state, SummaryWords? inWords = null)
    {
        var words = inWords ?? SummaryWords.In(state.Settings.Language);
        var delegates = state.Present.Count();
        var head = new SummaryHead(
            state.Title,
            state.Topic,
            state.OpenedAt is { } opened ? DateOnly.FromDateTime(opened.UtcDateTime) : null,
            delegates,
            state.Settings.Language,
            state.Stage switch { SessionStage.Draft => words.DraftStage, SessionStage.Open => words.OpenStage, _ => null },
            words.Count(words.DelegateCount, delegates));
        return new(head,
            [.. Decisions(state, words), .. Actions(state, words), .. Under(words.Evidence, Evidence(state, words)),
            .. ParkedSection.Of(state, words)], SummaryRecords.Of(state, words));
    }

    private static IEnumerable<Block> Decisions(SessionState state, SummaryWords words)
    {
        yield return new Block.Heading(1, words.Decisions);
        var decisions =
            state.Decisions.Where(d => d.Text is not null).Select(d => new SummaryEntry(d.Text!, Sources.InWords(state, d.FromIds, words)))
            .ToValueList();
        yield return decisions.Count == 0 ? new Block.Remark(words.NoDecisions) : new Block.Points(Numbered: true, decisions);
    }

    private static IEnumerable<Block> Actions(SessionState state, SummaryWords words)
    {
        yield return new Block.Heading(1, words.Actions);
        var rows = state.Actions.Where(a => a.What is not null).Select(a => ValueList.Of<Cell>(
        [
            Cell(a.What!, Sources.InWords(state, a.FromIds, words)),
            Cell(a.Owner),
            Cell(a.Due is { } due ? words.Date(due) : null),
            Cell(a.Confidence is { } c ? words.Fill(words.OutOfFive, c) : null),
        ])).ToValueList();
        yield return rows.Count == 0
            ? new Block.Remark(words.NoActions)
            : new Block.Table([words.What, words.Who, words.ByWhen, words.Confidence], rows);
    }

    private static IEnumerable<Block> Under(string heading, IEnumerable<Block> blocks)
    {
        var all = blocks.ToList();
        return all.Count == 0 ? [] : all.Prepend(new Block.Heading(1, heading));
    }

    private static IEnumerable<Block> Evidence(SessionState state, SummaryWords words)
    {
        foreach (var activity in state.Agenda)
        {
            var blocks = LayoutCatalogue.Find(activity.Layout)?.Summary(state, activity, words).ToList() ?? [];
            blocks.AddRange(VoteBlocks.Of(state, activity, words));
            blocks.AddRange(Kept(state, activity, words));
            if (blocks.Count > 0 && blocks[0] is not Block.Heading { Level: 2 }) blocks.Insert(0, new Block.Heading(2, activity.Title));
            var notes = SummaryNotes.Of(state, words, activity.ActivityId, null);
            if (blocks.Count == 0 && notes.Count > 0) blocks.Add(new Block.Heading(2, activity.Title));
            foreach (var block in blocks.Take(1)) yield return block;
            foreach (var note in notes) yield return new Block.Note(note);
            foreach (var block in blocks.Skip(1)) yield return block;
        }
    }

    // What is covered is in no summary; that there is something is said.
    private static IEnumerable<Block> Kept(SessionState state, Activity activity, SummaryWords words)
    {
        var kept = activity.Lanes.Sum(l => Sight.Kept(state, activity, l));
        if (kept > 0) yield return new Block.Remark(words.Count(words.NotRevealedCount, kept));
        foreach (var lane in activity.AnswerLanes(null).Where(l => !Sight.AnswersTold(state, activity, l)))
        {
            if (Answering.Answered(state, activity.ActivityId, lane.LaneId) is > 0 and var answered)
            {
                yield return new Block.Remark(words.Fill(words.AnswersNotRevealed, lane.Title, answered));
            }
        }
    }

    private static Cell Cell(string? text, string? detail = null) => new(text is null ? [] : [new SummaryEntry(text, detail)]);
}
