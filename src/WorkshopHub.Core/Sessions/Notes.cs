namespace WorkshopHub.Core.Sessions;

/// <summary>Writes a note on a contribution, or on an activity as a whole. An empty text takes the note away.</summary>
/// <param name="ThemeId">Comes with themes.</param>
/// <param name="Text">At most 4,000 characters.</param>
public sealed record WriteNote(string Text, string? ActivityId = null, string? ContributionId = null, string? ThemeId = null) : Command;

public sealed record NoteWritten(string ActivityId, string? ContributionId, Words? Text) : SessionEvent;

/// <summary>The facilitator's own synthesis, in the facilitator's words.</summary>
internal static class Notes
{
    internal static Ruling Decide(SessionState state, WriteNote c, Occasion now)
    {
        if (c.ThemeId is not null) return RefusalKind.NotAvailable.With("A note on a theme");
        var activityId = c.ActivityId;
        if (c.ContributionId is not null)
        {
            if (!state.Contributions.TryGetValue(c.ContributionId, out var contribution)) return RefusalKind.NoSuchContribution;
            if (activityId is not null && activityId != contribution.ActivityId) return RefusalKind.NoSuchContribution;
            activityId = contribution.ActivityId;
        }

        if (activityId is null || state.Activity(activityId) is null) return RefusalKind.NoSuchActivity;
        var before = state.NoteOn(activityId, c.ContributionId);
        var text = Writing.Clean(c.Text);
        if (Writing.IsEmpty(text)) return before is null ? Ruling.Nothing : new NoteWritten(activityId, c.ContributionId, null);
        if (Writing.Take(text, Writing.NoteMax, out var refusal) is null) return refusal!;
        return text == before ? Ruling.Nothing : new NoteWritten(activityId, c.ContributionId, new(now.NewId, text));
    }

    internal static SessionState Apply(SessionState state, NoteWritten e)
    {
        var key = Key(e.ActivityId, e.ContributionId);
        return state with
        {
            Notes = e.Text?.Text is null
                ? state.Notes.Remove(key)
                : state.Notes.SetItem(key, new(e.ActivityId, e.ContributionId, e.Text.Text) { TextId = e.Text.Id }),
        };
    }

    internal static string? NoteOn(this SessionState state, string activityId, string? contributionId) =>
        state.Notes.GetValueOrDefault(Key(activityId, contributionId))?.Text;

    internal static string Key(string activityId, string? contributionId) => contributionId is null ? $"a:{activityId}" : $"c:{contributionId}";
}
