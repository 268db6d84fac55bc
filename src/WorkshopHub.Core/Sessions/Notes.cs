using System.Collections.Immutable;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// Writes one's own note on a contribution, on a theme, or on an activity as a whole. An empty text takes the note away.
/// What others have noted there stays.
/// </summary>
/// <param name="Text">At most 4,000 characters.</param>
/// <param name="Of">The account whose note is taken away, by a facilitator: the text is empty then. Null: one's own.</param>
/// <param name="Was">What the sender saw as this note; see <see cref="Basis"/>.</param>
public sealed record WriteNote(string Text, string? ActivityId = null, string? ContributionId = null, string? ThemeId = null, string? Of =
    null, string? Was = null) : Command;

/// <summary>A note when there was one for all who wrote there, the newest. Only journals of that time have it.</summary>
public sealed record NoteWritten(string ActivityId, string? ContributionId, Words? Text, string? ThemeId = null) : SessionEvent;

/// <param name="Of">Whose note it is; who took it away can be somebody else.</param>
/// <param name="Text">Null: it is taken away.</param>
public sealed record NoteKept(string ActivityId, string? ContributionId, string? ThemeId, AccountId Of, Words? Text) : SessionEvent;

/// <summary>The facilitators' own synthesis, in their words: each has their own note.</summary>
public static class Notes
{
    /// <summary>The notes on something, in the order in which they were begun.</summary>
    public static IEnumerable<Note> NotesOn(this SessionState state, string activityId, string? contributionId, string? themeId = null)
    {
        if (state.Notes.IsEmpty) return [];
        var target = Key(activityId, contributionId, themeId);
        return state.Notes.Values.Where(n => n.Text is not null && Key(n.ActivityId, n.ContributionId, n.ThemeId) == target)
            .OrderBy(n => n.Order);
    }

    /// <summary>The note that this account has on something, or null.</summary>
    public static Note? NoteBy(this SessionState state, AccountId account, string activityId, string? contributionId, string? themeId =
        null)
    {
        var target = Key(activityId, contributionId, themeId);
        return state.Notes.GetValueOrDefault(Key(target, account))
            ?? (state.Notes.GetValueOrDefault(target) is { } shared && shared.By == account ? shared : null);
    }

    /// <summary>
    /// By what a note's author goes where no account is named: as a scribe or as a facilitator, and where several of the same
    /// kind have noted something in this session, with a number; 0: there is one only.
    /// </summary>
    public static (bool Scribe, int Number) AuthorOf(this SessionState state, Note note)
    {
        var scribe = IsScribe(note.By);
        var alike = state.Notes.Values.OrderBy(n => n.Order).Select(n => n.By).Distinct().Where(by => IsScribe(by) == scribe).ToList();
        return (scribe, alike.Count < 2 ? 0 : alike.IndexOf(note.By) + 1);

        bool IsScribe(AccountId? by) => by is { } account && state.Roles.GetValueOrDefault(account) == Role.Scribe;
    }

    internal static Ruling Decide(SessionState state, Sender sender, WriteNote c, Occasion now)
    {
        if (c.ThemeId is not null && c.ContributionId is not null)
        {
            return RefusalKind.Malformed.With("a note is on a theme or on a contribution.");
        }

        var activityId = c.ActivityId;
        if (c.ThemeId is not null)
        {
            if (!state.Themes.TryGetValue(c.ThemeId, out var theme)) return RefusalKind.NoSuchTheme;
            if (activityId is not null && activityId != theme.ActivityId) return RefusalKind.NoSuchTheme;
            activityId = theme.ActivityId;
        }

        if (c.ContributionId is not null)
        {
            if (!state.Contributions.TryGetValue(c.ContributionId, out var contribution)) return RefusalKind.NoSuchContribution;
            if (activityId is not null && activityId != contribution.ActivityId) return RefusalKind.NoSuchContribution;
            activityId = contribution.ActivityId;
        }

        if (activityId is null || state.Activity(activityId) is null) return RefusalKind.NoSuchActivity;
        var me = ((Sender.Account)sender).Id;
        var of = c.Of is null ? me : new AccountId(c.Of);
        var text = Writing.Clean(c.Text);
        if (of != me)
        {
            if (!Writing.IsEmpty(text)) return RefusalKind.Malformed.With("of says whose note is taken away; the text is empty then.");
            if (state.RoleOf(sender) is not (Role.Lead or Role.CoFacilitator)) return RefusalKind.NotYours;
        }

        var before = state.NoteBy(of, activityId, c.ContributionId, c.ThemeId)?.Text;
        if (Writing.IsEmpty(text) ? before is null : text == before) return Ruling.Nothing;
        if (!Writing.IsEmpty(text) && Writing.Take(text, Writing.NoteMax, out var refusal) is null) return refusal!;
        if (Basis.Refuse(c.Was, before) is { } changed) return changed;
        return new NoteKept(activityId, c.ContributionId, c.ThemeId, of, Writing.IsEmpty(text) ? null : new(now.NewId, text));
    }

    // The newest replaced the one before it, whoever had written that.
    internal static SessionState Apply(SessionState state, Sender by, NoteWritten e)
    {
        var key = Key(e.ActivityId, e.ContributionId, e.ThemeId);
        return With(state, key, e.Text,
            new(e.ActivityId, e.ContributionId, e.Text?.Text, e.ThemeId) { By = by is Sender.Account a ? a.Id : null });
    }

    internal static SessionState Apply(SessionState state, NoteKept e)
    {
        var target = Key(e.ActivityId, e.ContributionId, e.ThemeId);
        var (key, before) = (Key(target, e.Of), state.NoteBy(e.Of, e.ActivityId, e.ContributionId, e.ThemeId));
        // What was one for all is its last author's from now on.
        var next = before is not null && state.Notes.GetValueOrDefault(target) == before
            ? state with { Notes = state.Notes.Remove(target).SetItem(key, before) }
            : state;
        return With(next, key, e.Text, new(e.ActivityId, e.ContributionId, e.Text?.Text, e.ThemeId) { By = e.Of });
    }

    /// <summary>The texts of all notes on something, or null: there is none.</summary>
    internal static string? NoteOn(this SessionState state, string activityId, string? contributionId, string? themeId = null) =>
        Together(state.NotesOn(activityId, contributionId, themeId));

    /// <summary>Several notes as one text.</summary>
    public static string? Together(IEnumerable<Note> notes) =>
        string.Join("\n\n", notes.Select(n => n.Text)) is { Length: > 0 } all ? all : null;

    internal static ImmutableDictionary<string, Note> WithoutThoseOn(SessionState state, string themeId) =>
        state.Notes.RemoveRange(state.Notes.Where(n => n.Value.ThemeId == themeId).Select(n => n.Key));

    internal static string Key(string activityId, string? contributionId, string? themeId = null) =>
        contributionId is not null ? $"c:{contributionId}" : themeId is not null ? $"t:{themeId}" : $"a:{activityId}";

    internal static string Key(string target, AccountId of) => $"{target}@{of}";

    private static SessionState With(SessionState state, string key, Words? words, Note note) => state with
    {
        Notes = words?.Text is null
            ? state.Notes.Remove(key)
            : state.Notes.SetItem(key, note with
            {
                TextId = words.Id,
                Order = state.Notes.GetValueOrDefault(key)?.Order ?? state.Notes.Values.Select(n => n.Order).DefaultIfEmpty().Max() + 1,
            }),
    };
}
