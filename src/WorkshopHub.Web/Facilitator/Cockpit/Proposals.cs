using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>A decision that a pick or a vote proposes; the facilitator words and records it, or not.</summary>
/// <param name="Key">The picked contribution, or the theme.</param>
/// <param name="FromIds">What it comes from: the picked one last, or what is in the theme.</param>
public sealed record Proposal(string Key, string Text, Seq<string> FromIds)
{
    private const int SourcesMost = 50;

    /// <summary>For each pick and each theme with most dots that no decision comes from yet, in the order of the agenda.</summary>
    internal static Seq<Proposal> Of(SessionState state, IStringLocalizer<ConsoleWords> words) => [.. Picked(state, words), .. MostDots(state, words)];

    /// <summary>Null: there is no such theme, or nothing in it that stands.</summary>
    internal static Proposal? OfTheme(SessionState state, string themeId, IStringLocalizer<ConsoleWords> words) =>
        state.Themes.GetValueOrDefault(themeId)?.Title is { } title && Sources(state, themeId) is { Count: > 0 } from ? new(themeId, words["decision-from-theme", title], from) : null;

    /// <summary>What a decision or an action comes from that is made of this contribution or theme.</summary>
    internal static Seq<string> Sources(SessionState state, string id) =>
        state.Themes.ContainsKey(id) ? state.MembersOf(id).Where(c => c.Stands).Take(SourcesMost).Select(c => c.Id).ToSeq()
        : state.Contributions.ContainsKey(id) ? [id] : [];

    private static IEnumerable<Proposal> MostDots(SessionState state, IStringLocalizer<ConsoleWords> words)
    {
        foreach (var activity in state.Agenda)
        {
            var tallies = state.ThemesOf(activity.ActivityId).Select(t => (Theme: t, Dots: Voting.TallyOf(state, activity, t) ?? 0)).Where(t => t.Dots > 0).ToList();
            foreach (var (theme, _) in tallies.Where(t => t.Dots == tallies.Max(x => x.Dots)))
            {
                if (OfTheme(state, theme.Id, words) is { } proposal && !state.Decisions.Any(d => proposal.FromIds.All(d.FromIds.Contains))) yield return proposal;
            }
        }
    }

    private static IEnumerable<Proposal> Picked(SessionState state, IStringLocalizer<ConsoleWords> words)
    {
        var used = state.Decisions.SelectMany(d => d.FromIds).ToHashSet();
        var agenda = state.Agenda.Select(a => a.ActivityId).ToList();
        return state.Contributions.Values
            .Where(c => c is { Picked: true, Stands: true } && !used.Contains(c.Id))
            .OrderBy(c => agenda.IndexOf(c.ActivityId)).ThenBy(c => Parent(state, c)?.Order).ThenBy(c => c.Order)
            .Select(c => From(state, c, words));
    }

    private static Proposal From(SessionState state, Contribution picked, IStringLocalizer<ConsoleWords> words)
    {
        if (Parent(state, picked) is not { Text: { } above } parent) return new(picked.Id, picked.Text!, [picked.Id]);
        var sentence = words["decision-from-pick", above.TrimEnd('.', ' '), picked.Text!.TrimEnd('.', ' ')].Value;
        // Two long texts do not fit into one sentence; then the picked one stands alone.
        return new(picked.Id, Writing.Length(sentence) > Writing.ContributionMax ? picked.Text! : sentence, [parent.Id, picked.Id]);
    }

    private static Contribution? Parent(SessionState state, Contribution c) =>
        c.ParentId is { } id ? state.Contributions.GetValueOrDefault(id) : null;
}
