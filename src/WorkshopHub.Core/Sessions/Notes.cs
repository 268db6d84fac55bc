using System.Collections.Immutable;

namespace WorkshopHub.Core.Sessions;

/// <summary>Writes a note on a contribution, on a theme, or on an activity as a whole. An empty text takes the note away.</summary>
/// <param name="Text">At most 4,000 characters.</param>
public sealed record WriteNote(string Text, string? ActivityId = null, string? ContributionId = null, string? ThemeId = null) : Command;

public sealed record NoteWritten(string ActivityId, string? ContributionId, Words? Text, string? ThemeId = null) : SessionEvent;

/// <summary>The facilitator's own synthesis, in the facilitator's words.</summary>
internal static class Notes
{
    internal static Ruling Decide(SessionState state, WriteNote c, Occasion now)
    {
        if (c.ThemeId is not null && c.ContributionId is not null) return RefusalKind.Malformed.With("a note is on a theme or on a contribution.");
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
        var before = state.NoteOn(activityId, c.ContributionId, c.ThemeId);
        var text = Writing.Clean(c.Text);
        if (Writing.IsEmpty(text)) return before is null ? Ruling.Nothing : new NoteWritten(activityId, c.ContributionId, null, c.ThemeId);
        if (Writing.Take(text, Writing.NoteMax, out var refusal) is null) return refusal!;
        return text == before ? Ruling.Nothing : new NoteWritten(activityId, c.ContributionId, new(now.NewId, text), c.ThemeId);
    }

    internal static SessionState Apply(SessionState state, NoteWritten e)
    {
        var key = Key(e.ActivityId, e.ContributionId, e.ThemeId);
        return state with
        {
            Notes = e.Text?.Text is null
                ? state.Notes.Remove(key)
                : state.Notes.SetItem(key, new(e.ActivityId, e.ContributionId, e.Text.Text, e.ThemeId) { TextId = e.Text.Id }),
        };
    }

    internal static string? NoteOn(this SessionState state, string activityId, string? contributionId, string? themeId = null) =>
        state.Notes.GetValueOrDefault(Key(activityId, contributionId, themeId))?.Text;

    internal static ImmutableDictionary<string, Note> WithoutThoseOn(SessionState state, string themeId) => state.Notes.Remove(Key("", null, themeId));

    internal static string Key(string activityId, string? contributionId, string? themeId = null) =>
        contributionId is not null ? $"c:{contributionId}" : themeId is not null ? $"t:{themeId}" : $"a:{activityId}";
}
