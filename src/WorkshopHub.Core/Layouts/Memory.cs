using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using Delegate = WorkshopHub.Core.Sessions.Delegate;

namespace WorkshopHub.Core.Layouts;

/// <summary>
/// Remembers the node of a contribution for as long as nothing that it is made of has changed. A view is built after
/// every commit; without this, the thousandth contribution would pay for the nine hundred and ninety-nine before it.
/// Nodes that come back are the same ones, so that comparing two views passes over them in one step.
/// </summary>
/// <typeparam name="TPlace">What the node depends on besides the contribution, what hangs under it and the session's frame.</typeparam>
internal sealed class Memory<TPlace>
    where TPlace : struct, IEquatable<TPlace>
{
    // Keyed by the activity and the contribution as they are: a changed one is another key, as an activity in another language
    // is, and what nobody holds any more is forgotten.
    private readonly ConditionalWeakTable<Activity, ConditionalWeakTable<Contribution, Kept>> byActivity = [];

    // Most of the time it is only compared and thrown away.
    [ThreadStatic]
    private static List<object?>? scratch;

    internal Node Of(SessionState state, Activity activity, Lane lane, Contribution c, TPlace place, Func<Node> build)
    {
        var frame = new Frame(state.Stage, state.Now, state.Settings, state.Delegates, state.Teams, state.Revealed, IsTold(state, activity) ? state.Votes : null, state.Frozen, state.Spreads);
        var kept = byActivity.GetValue(activity, static _ => []);
        var found = scratch ??= [];
        found.Clear();
        Collect(state, activity, lane, c, found);
        if (kept.TryGetValue(c, out var known) && known.Place.Equals(place) && known.Frame.Is(frame) && Same(known.Parts, found)) return known.Node;
        // Building remembers what hangs under it, with the same list.
        var parts = found.ToArray();
        var node = build();
        kept.AddOrUpdate(c, new(place, frame, parts, node));
        return node;
    }

    private static bool IsTold(SessionState state, Activity activity)
    {
        foreach (var step in activity.Steps)
        {
            if (step.Dots > 0 && Covering.TalliesTold(state, activity.ActivityId, step.Id)) return true;
        }

        return false;
    }

    // What was joined into it and what hangs under it: the lists themselves, and everything in them, down to the leaves.
    private static void Collect(SessionState state, Activity activity, Lane lane, Contribution c, List<object?> parts)
    {
        foreach (var id in c.Variants)
        {
            var variant = state.Contributions[id];
            parts.Add(variant);
            Collect(state, activity, lane, variant, parts);
        }

        foreach (var below in activity.Lanes)
        {
            if (below.ParentLaneId != lane.LaneId) continue;
            if (below.Kind != LaneKind.Text)
            {
                parts.Add(state.Answers.GetValueOrDefault(new(activity.ActivityId, below.LaneId, c.Id)));
                continue;
            }

            var ids = state.Lists.GetValueOrDefault(new(activity.ActivityId, below.LaneId, c.Id));
            parts.Add(ids);
            foreach (var id in ids ?? [])
            {
                var child = state.Contributions[id];
                parts.Add(child);
                Collect(state, activity, below, child, parts);
            }
        }
    }

    private static bool Same(object?[] before, List<object?> now)
    {
        if (before.Length != now.Count) return false;
        for (var i = 0; i < now.Count; i++)
        {
            if (!ReferenceEquals(before[i], now[i])) return false;
        }

        return true;
    }

    /// <summary>What every entry depends on. Compared by identity: states share what did not change.</summary>
    private readonly record struct Frame(
        Stage Stage,
        Place? Now,
        SessionSettings Settings,
        ImmutableDictionary<DelegateId, Delegate> Delegates,
        object Teams,
        ImmutableHashSet<Place> Revealed,
        object? Votes,
        ImmutableHashSet<string> Frozen,
        ImmutableDictionary<string, KeptSpread> Spreads)
    {
        internal bool Is(Frame other) =>
            Stage == other.Stage
            && Now == other.Now
            && ReferenceEquals(Settings, other.Settings)
            && ReferenceEquals(Delegates, other.Delegates)
            && ReferenceEquals(Teams, other.Teams)
            && ReferenceEquals(Revealed, other.Revealed)
            && ReferenceEquals(Votes, other.Votes)
            && ReferenceEquals(Frozen, other.Frozen)
            && ReferenceEquals(Spreads, other.Spreads);
    }

    private sealed record Kept(TPlace Place, Frame Frame, object?[] Parts, Node Node);
}
