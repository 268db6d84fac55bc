using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Summaries;

/// <summary>What a decision or an action came from, with the chain above it: a solution, its root cause, the challenge.</summary>
internal static class Sources
{
    // Only what the room still sees, or what was set aside in front of everybody, is named as a source.
    internal static string? InWords(SessionState state, ValueList<string> from, SummaryWords words)
    {
        var texts = from
            .Select(id =>
            state.Contributions.TryGetValue(state.FirstOf(id)!, out var c)
                ? Contribution(state, c, words)
                : state.Decisions.Find(d => d.Id == id)?.Text)
            .OfType<string>().Distinct().ToList();
        return texts.Count == 0 ? null : words.Fill(words.From, string.Join("; ", texts));
    }

    private static string? Contribution(SessionState state, Contribution c, SummaryWords words)
    {
        if (!Sight.Tells(state, c)) return null;
        var chain = Above(state, c).Where(a => Sight.Tells(state, a)).Select(a => words.Fill(words.InChain, Lane(state, a), a.Text!))
            .ToList();
        return chain.Count == 0 ? c.Text : words.Fill(words.FromInChain, c.Text!, string.Join("; ", chain));
    }

    // What was carried over goes on with what it answered where it was said.
    private static IEnumerable<Contribution> Above(SessionState state, Contribution c)
    {
        for (var at = c; at is not null;)
        {
            var above = state.FirstOf(at.ParentId) is { } id ? state.Contributions.GetValueOrDefault(id) : null;
            if (above is not null) yield return above;
            at = above ?? (at.CarriedFrom is { } from ? state.Contributions.GetValueOrDefault(from) : null);
        }
    }

    private static string Lane(SessionState state, Contribution c) => state.AnyActivity(c.ActivityId)?.Lane(c.LaneId)?.Title ?? "";
}
