using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Summaries;

/// <summary>The facilitators' notes in the summary: one stands as it is; of several each says whose it is.</summary>
internal static class SummaryNotes
{
    internal static ValueList<string> Of(SessionState state, SummaryWords words, string activityId, string? contributionId,
        string? themeId = null)
    {
        var notes = state.NotesOn(activityId, contributionId, themeId).ToList();
        return notes.Count < 2
            ? notes.Select(n => n.Text!).ToValueList()
            : notes.Select(n => words.Fill(words.AnswerFormat, Author(state, words, n), n.Text!)).ToValueList();
    }

    private static string Author(SessionState state, SummaryWords words, Note note)
    {
        var (scribe, number) = state.AuthorOf(note);
        var kind = scribe ? words.Scribe : words.Facilitator;
        return number == 0 ? kind : $"{kind} {number.ToString(words.Culture)}";
    }
}
