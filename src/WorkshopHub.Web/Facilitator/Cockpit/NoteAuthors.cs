using Microsoft.Extensions.Localization;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>Whose note it is, in words.</summary>
internal static class NoteAuthors
{
    public static string AuthorOf(this Desk desk, Note note, IStringLocalizer<ConsoleWords> words)
    {
        if (note.By == desk.Me) return words["note-by-you"];
        var (scribe, number) = desk.State.AuthorOf(note);
        var kind = words[scribe ? "note-by-scribe" : "note-by-facilitator"];
        return number == 0 ? kind : $"{kind} {number}";
    }

    /// <summary>One's own note on something; null: there is none.</summary>
    public static string? MyNote(this Desk desk, string activityId, string? contributionId, string? themeId = null) =>
        desk.State.NoteBy(desk.Me, activityId, contributionId, themeId)?.Text;

    public static IReadOnlyList<Note> OthersNotes(this Desk desk, string activityId, string? contributionId, string? themeId = null) =>
        [.. desk.State.NotesOn(activityId, contributionId, themeId).Where(n => n.By != desk.Me)];
}
