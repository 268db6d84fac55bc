using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Views;

/// <summary>A decision that a pick or a vote proposes; the facilitator words and records it, or not.</summary>
/// <param name="Key">The picked contribution, or the theme.</param>
/// <param name="Words">What was picked, or the theme's title.</param>
/// <param name="FromIds">What it comes from: the picked one last, or what is in the theme.</param>
public sealed record Proposal(string Key, string Words, ValueList<string> FromIds)
{
    private const int SourcesMost = 50;

    /// <summary>What the picked one answers; null: nothing, or it cannot be read.</summary>
    public string? Under { get; init; }

    /// <summary>Whether a theme proposes it, and not one contribution.</summary>
    public bool IsTheme { get; init; }

    /// <summary>For each pick and each theme with most dots that no decision comes from yet, in the order of the agenda.</summary>
    public static ValueList<Proposal> Of(SessionState state) => [.. Picked(state), .. MostDots(state)];

    /// <summary>Null: there is no such theme, or nothing in it that stands.</summary>
    public static Proposal? OfTheme(SessionState state, string themeId) =>
        state.Themes.GetValueOrDefault(themeId)?.Title is { } title && Sources(state, themeId) is { Count: > 0 } from
            ? new(themeId, title, from) { IsTheme = true }
            : null;

    /// <summary>What a decision or an action comes from that is made of this contribution or theme.</summary>
    public static ValueList<string> Sources(SessionState state, string id) =>
        state.Themes.ContainsKey(id) ? state.MembersOf(id).Where(c => c.Stands).Take(SourcesMost).Select(c => c.Id).ToValueList()
        : state.Contributions.ContainsKey(id) ? [id] : [];

    private static IEnumerable<Proposal> MostDots(SessionState state)
    {
        foreach (var activity in state.Agenda)
        {
            var tallies = state.ThemesOf(activity.ActivityId)
                .Select(t => (Theme: t, Dots: Voting.TallyOf(state, activity, t) ?? 0)).Where(t => t.Dots > 0).ToList();
            foreach (var (theme, _) in tallies.Where(t => t.Dots == tallies.Max(x => x.Dots)))
            {
                if (OfTheme(state, theme.Id) is { } proposal && !state.Decisions.Any(d => proposal.FromIds.All(d.FromIds.Contains)))
                {
                    yield return proposal;
                }
            }
        }
    }

    private static IEnumerable<Proposal> Picked(SessionState state)
    {
        var used = state.Decisions.SelectMany(d => d.FromIds).ToHashSet();
        var agenda = state.Agenda.Select(a => a.ActivityId).ToList();
        return state.Contributions.Values
            .Where(c => c is { Picked: true, Stands: true } && !used.Contains(c.Id))
            .OrderBy(c => agenda.IndexOf(c.ActivityId)).ThenBy(c => Parent(state, c)?.Order).ThenBy(c => c.Order)
            .Select(c => From(state, c));
    }

    private static Proposal From(SessionState state, Contribution picked) => Parent(state, picked) is { Text: { } above } parent
        ? new(picked.Id, picked.Text!, [parent.Id, picked.Id]) { Under = above }
        : new(picked.Id, picked.Text!, [picked.Id]);

    private static Contribution? Parent(SessionState state, Contribution c) =>
        c.ParentId is { } id ? state.Contributions.GetValueOrDefault(id) : null;
}
