using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>A phone after the close: what the room decided and what happens next, in words and not only counted.</summary>
internal static class Outcome
{
    internal static IEnumerable<Node> Of(SessionState state)
    {
        yield return new("over", new ClosedModel(state.Title, state.ClosedAt, state.Decisions.Count, state.Actions.Count));
        // What was erased is gone from here as well.
        var decisions = state.Decisions.Where(d => d.Text is not null)
            .Select(d => new Node($"decision-{d.Id}", new DecisionModel(d.Text!, From(state, d)))).ToValueList();
        if (decisions.Count > 0) yield return new("decisions", new DecisionListModel(), decisions);
        if (state.Actions.Any(a => a.What is not null)) yield return Actions(state);
    }

    /// <summary>The actions that are agreed.</summary>
    internal static Node Actions(SessionState state) => new(
        "actions",
        new ActionListModel(),
        state.Actions.Where(a => a.What is not null)
            .Select((a, i) => new Node($"action-{a.Id}", new ActionModel(i + 1, a.Id, a.What!, a.Owner, a.Due, a.Confidence)))
                .ToValueList());

    private static ValueList<string> From(SessionState state, Decision decision) => decision.FromIds
        .Select(id => state.FirstOf(id) is { } first && state.Contributions.TryGetValue(first, out var c) && Sight.Tells(state, c)
            ? c.Text
            : null)
        .OfType<string>().Where(t => t != decision.Text).Distinct().ToValueList();
}
