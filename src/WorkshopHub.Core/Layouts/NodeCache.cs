using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>
/// Keeps the node of a contribution for as long as a new one would be equal to it. Every view is built from the state anew,
/// so nothing that a view reads can be forgotten here; what comes out equal is given back as the same node, so that
/// comparing two views passes over it in one step, and views that follow each other share what did not change.
/// </summary>
internal sealed class NodeCache
{
    // By the activity and the contribution as they are: an activity in another language is another key, and what nobody
    // holds any more is forgotten. Teams look at the same contributions and see different things under them.
    private readonly ConditionalWeakTable<Activity, ConcurrentDictionary<string, ConditionalWeakTable<Contribution, Node>>> byActivity = [];

    /// <summary>The node that was kept, where it is equal to this one; else this one, with every part of it that is.</summary>
    /// <param name="team">The team of those who look, or null.</param>
    internal Node Keep(Activity activity, string? team, Contribution c, Node built)
    {
        var kept = byActivity.GetValue(activity, static _ => new(StringComparer.Ordinal)).GetOrAdd(team ?? "", static _ => []);
        if (!kept.TryGetValue(c, out var before))
        {
            kept.AddOrUpdate(c, built);
            return built;
        }

        var same = Reused(before, built);
        if (!ReferenceEquals(same, before)) kept.AddOrUpdate(c, same);
        return same;
    }

    private static Node Reused(Node before, Node built)
    {
        if (ReferenceEquals(before, built) || before.Key != built.Key) return built;
        var children = Reused(before.Children, built.Children);
        if (ReferenceEquals(children, before.Children) && before.Model.Equals(built.Model)) return before;
        return ReferenceEquals(children, built.Children) ? built : built with { Children = children };
    }

    // Most lists grow at their end or change in place, so what stands at the same place is compared.
    private static ValueList<Node> Reused(ValueList<Node> before, ValueList<Node> built)
    {
        var least = Math.Min(before.Count, built.Count);
        Node[]? some = null;
        var all = before.Count == built.Count;
        for (var i = 0; i < least; i++)
        {
            var one = Reused(before[i], built[i]);
            all &= ReferenceEquals(one, before[i]);
            if (ReferenceEquals(one, built[i])) continue;
            some ??= [.. built];
            some[i] = one;
        }

        return all ? before : some is null ? built : ValueList.Of<Node>(some);
    }
}
