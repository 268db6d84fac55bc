using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>A decision that a pick proposes; the facilitator words and records it, or not.</summary>
/// <param name="FromIds">What it comes from, the picked one last.</param>
public sealed record Proposal(string Text, Seq<string> FromIds)
{
    public string Key => FromIds[^1];

    /// <summary>For each pick that no decision comes from yet, in the order of the agenda.</summary>
    internal static Seq<Proposal> Of(SessionState state, IStringLocalizer<ConsoleWords> words)
    {
        var used = state.Decisions.SelectMany(d => d.FromIds).ToHashSet();
        var agenda = state.Agenda.Select(a => a.ActivityId).ToList();
        return state.Contributions.Values
            .Where(c => c is { Picked: true, Stands: true } && !used.Contains(c.Id))
            .OrderBy(c => agenda.IndexOf(c.ActivityId)).ThenBy(c => Parent(state, c)?.Order).ThenBy(c => c.Order)
            .Select(c => From(state, c, words)).ToSeq();
    }

    private static Proposal From(SessionState state, Contribution picked, IStringLocalizer<ConsoleWords> words)
    {
        if (Parent(state, picked) is not { Text: { } above } parent) return new(picked.Text!, [picked.Id]);
        var sentence = words["decision-from-pick", above.TrimEnd('.', ' '), picked.Text!.TrimEnd('.', ' ')].Value;
        // Two long texts do not fit into one sentence; then the picked one stands alone.
        return new(Writing.Length(sentence) > Writing.ContributionMax ? picked.Text! : sentence, [parent.Id, picked.Id]);
    }

    private static Contribution? Parent(SessionState state, Contribution c) =>
        c.ParentId is { } id ? state.Contributions.GetValueOrDefault(id) : null;
}
