using System.Collections.Immutable;

namespace WorkshopHub.Core.Sessions;

/// <summary>Takes several people out in one move, which is taken back as one; those of them who wait are not let in.</summary>
/// <param name="DelegateIds">1 to 5,000.</param>
/// <param name="WithContributions">Whether what they said is hidden too.</param>
public sealed record RemoveDelegates(ValueList<string> DelegateIds, bool WithContributions) : Command;

public sealed record DelegatesRemoved(ValueList<DelegateId> DelegateIds, bool WithContributions) : SessionEvent;

/// <summary>Taking <see cref="DelegatesRemoved"/> back: they are in again, or wait again, and what was hidden with them is shown.</summary>
/// <param name="Done">Who of them was done with the step.</param>
public sealed record DelegatesReturned(ValueList<DelegateId> DelegateIds, ValueList<DelegateId> Done, ValueList<string> ContributionIds)
    : SessionEvent;

/// <summary>
/// The same as removing one after the other, in one event and one look at what was said: a script leaves thousands of
/// people and of contributions behind.
/// </summary>
internal static class RemovingMany
{
    internal static Ruling Decide(SessionState state, RemoveDelegates c)
    {
        if (Doorkeeping.Chosen(state, c.DelegateIds, out var ids) is { } refusal) return refusal;
        HashSet<DelegateId> left = c.WithContributions ? [.. TheirsOf(state, ids).Select(x => ((Sender.Delegate)x.Author).Id)] : [];
        var going = ids.Where(id => Joining.Find(state, id) is { Removed: false } || left.Contains(id))
            .OrderBy(id => Joining.Find(state, id)!.Order).ToValueList();
        return going.Count == 0 ? Ruling.Nothing : new DelegatesRemoved(going, c.WithContributions);
    }

    internal static SessionState Apply(SessionState state, DelegatesRemoved e)
    {
        var next = With(state, e.DelegateIds, removed: true) with { Done = state.Done.Except(e.DelegateIds) };
        if (!e.WithContributions) return next;
        var theirs = TheirsOf(next, e.DelegateIds).ToList();
        next = next with
        {
            Contributions =
                next.Contributions.SetItems(theirs.Select(c => KeyValuePair.Create(c.Id, c with { Hidden = true, Picked = false })))
        };
        // What others said that was joined with it is not theirs to vanish.
        return theirs.Where(c => c.Variants.Count > 0).Aggregate(next, (s, c) => s.Parted(c.Id));
    }

    internal static SessionState Apply(SessionState state, DelegatesReturned e)
    {
        var next = With(state, e.DelegateIds, removed: false);
        var hidden = e.ContributionIds.Select(id => next.Contributions.GetValueOrDefault(id)).OfType<Contribution>();
        return next with
        {
            Done = next.Done.Union(e.Done),
            Contributions =
                next.Contributions
                .SetItems(hidden.Select(c => KeyValuePair.Create(c.Id, c with { Hidden = false, HiddenBecause = null, ReasonId = null }))),
        };
    }

    /// <summary>What these people said that is not hidden or withdrawn yet; nothing of what nobody may tell whose it is.</summary>
    internal static IEnumerable<Contribution> TheirsOf(SessionState state, IEnumerable<DelegateId> ids)
    {
        var theirs = ids.ToHashSet();
        return state.Contributions.Values
            .Where(c => c is { Withdrawn: false, Hidden: false, Author: Sender.Delegate d } && theirs.Contains(d.Id)).OrderBy(c => c.Order);
    }

    private static SessionState With(SessionState state, ValueList<DelegateId> ids, bool removed) => state with
    {
        Delegates = With(state.Delegates, ids, removed),
        Waiting = With(state.Waiting, ids, removed),
    };

    private static ImmutableDictionary<DelegateId, Delegate> With(
        ImmutableDictionary<DelegateId, Delegate> people, ValueList<DelegateId> ids, bool removed) =>
        people.SetItems(ids.Where(people.ContainsKey).Select(id => KeyValuePair.Create(id, people[id] with { Removed = removed })));
}
