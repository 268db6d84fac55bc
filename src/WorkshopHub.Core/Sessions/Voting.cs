using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>Puts dots on a contribution or a theme, or takes them back.</summary>
/// <param name="TargetId">A contribution or a theme of the activity that votes.</param>
/// <param name="Dots">How many of this delegate's lie there afterwards; 0 takes them back.</param>
public sealed record PlaceDots(string TargetId, int Dots) : Command;

/// <summary>Everybody has all their dots of a vote again.</summary>
public sealed record ResetVotes(string ActivityId, string Step) : Command;

public sealed record DotsPlaced(string ActivityId, string Step, string TargetId, int Dots) : SessionEvent;

public sealed record VotesReset(string ActivityId, string Step) : SessionEvent;

/// <summary>
/// Votes with dots: a budget for each delegate in each vote step. Until the vote is revealed it is told how many have
/// voted, and nothing about where the dots lie. Dots on what leaves the wall come back to those who put them there; when it
/// is shown again they lie there again, as far as they were not put elsewhere meanwhile.
/// </summary>
public static class Voting
{
    // Every contribution asks for the same tallies; a state never changes, so they are counted once.
    private static readonly ConditionalWeakTable<SessionState, ConcurrentDictionary<Place, Tally>> Counted = [];

    internal static Ruling Decide(SessionState state, Sender sender, PlaceDots c)
    {
        if (state.Now is not { } now || state.CurrentActivity is not { } activity || state.CurrentStep is not { Dots: > 0 } step)
        {
            return RefusalKind.VoteClosed;
        }

        var me = ((Sender.Delegate)sender).Id;
        var laid = state.DotsOf(now, state.VoterOf(now.ActivityId, me));
        var unseen = laid.Keys.Where(t => !Sees(state, t, me)).Order(StringComparer.Ordinal).ToList();
        var mine = laid.RemoveRange(unseen);
        var target = TargetOf(state, c.TargetId) ?? c.TargetId;
        var here = laid.GetValueOrDefault(target);
        // What lies there can be taken back, whatever the rules for putting it there are by now.
        if (!(here > 0 && c.Dots == 0) && Refuse(state, activity, step, me, target) is { } bad) return bad;
        if (c.Dots < 0 || c.Dots > step.MaxPerTarget) return RefusalKind.OutOfRange.With("The number of dots here", 0, step.MaxPerTarget);
        var over = mine.Remove(target).Values.Sum() + c.Dots - step.Dots;
        if (over > 0) return RefusalKind.DotsSpent.With(step.Dots);
        if (here == c.Dots) return Ruling.Nothing;
        // In the same breath, because only now it is known whose they are: an event about sides must not tell it for good.
        return Ruling
            .Of([.. unseen.Where(t => t != target).Append(target)
            .Select(t => new DotsPlaced(activity.ActivityId, step.Id, t, t == target ? c.Dots : 0))]);
    }

    internal static Ruling Decide(SessionState state, ResetVotes c)
    {
        if (state.Activity(c.ActivityId) is not { } activity) return RefusalKind.NoSuchActivity;
        if (activity.Step(c.Step) is not { } step) return RefusalKind.NoSuchStep;
        if (step.Dots == 0) return RefusalKind.NoVote;
        return state.Votes.ContainsKey(new(c.ActivityId, c.Step)) ? new VotesReset(c.ActivityId, c.Step) : Ruling.Nothing;
    }

    internal static SessionState Apply(SessionState state, Sender by, DotsPlaced e)
    {
        if (by is not Sender.Delegate d) return state;
        var place = new Place(e.ActivityId, e.Step);
        // What lay on its variants lies on the one that the room sees.
        var variants = state.Contributions.TryGetValue(e.TargetId, out var first) ? state.VariantsOf(first).Select(v => v.Id) : [];
        var mine = Placed(state, place, d.Id).RemoveRange(variants);
        return WithVote(state, place, d.Id, e.Dots == 0 ? mine.Remove(e.TargetId) : mine.SetItem(e.TargetId, e.Dots));
    }

    internal static SessionState Apply(SessionState state, VotesReset e)
    {
        var place = new Place(e.ActivityId, e.Step);
        return state.Votes.TryGetValue(place, out var votes)
            ? state with { Votes = state.Votes.Remove(place), ResetVotes = state.ResetVotes.SetItem(place, votes) } : state;
    }

    internal static SessionState Apply(SessionState state, VotesReturned e)
    {
        var place = new Place(e.ActivityId, e.Step);
        return state.ResetVotes.TryGetValue(place, out var votes)
            ? state with { Votes = state.Votes.SetItem(place, votes), ResetVotes = state.ResetVotes.Remove(place) } : state;
    }

    /// <summary>Where the dots of one delegate lie in a vote: on themes, and on contributions that are on the wall.</summary>
    public static ImmutableDictionary<string, int> DotsOf(this SessionState state, Place vote, DelegateId voter) =>
        Laid(state, Placed(state, vote, voter));

    /// <summary>The same for the delegate: whoever changed sides has those back that lie where they see nothing any more.</summary>
    public static ImmutableDictionary<string, int> OwnDots(this SessionState state, Place vote, DelegateId who)
    {
        var laid = state.DotsOf(vote, state.VoterOf(vote.ActivityId, who));
        return laid.RemoveRange(laid.Keys.Where(t => !Sees(state, t, who)));
    }

    /// <summary>How many have put any dot, and how many have put all of theirs. This is told at any time.</summary>
    public static (int Voted, int AllPlaced) Progress(SessionState state, Place vote, int budget)
    {
        var laid = TallyOf(state, vote).Laid;
        return (laid.Count, laid.Count(d => d.Values.Sum() >= budget));
    }

    /// <summary>The votes of an activity whose tallies are told, the newest last. One that the room passed over tells nothing.</summary>
    public static IEnumerable<Step> Told(SessionState state, Activity activity) => activity.Steps.Where(s =>
        s.Dots > 0 && state.Votes.ContainsKey(new(activity.ActivityId, s.Id)) && Covering.TalliesTold(state, activity.ActivityId, s.Id));

    /// <summary>
    /// The dots on a contribution in the newest vote that is told; null: there is none. What was put on its theme is
    /// counted there only.
    /// </summary>
    public static int? TallyOf(SessionState state, Activity activity, Contribution c) =>
        Told(state, activity).LastOrDefault() is { } vote ? TallyOf(state, new Place(activity.ActivityId, vote.Id), c) : null;

    /// <summary>The dots on a contribution and what was joined into it in one vote, told or not.</summary>
    public static int TallyOf(SessionState state, Place vote, Contribution c) => TallyOf(state, vote).Dots.GetValueOrDefault(c.Id);

    /// <summary>The dots on a theme and on all of its members that are on the wall.</summary>
    public static int? TallyOf(SessionState state, Activity activity, Theme theme) =>
        Told(state, activity).LastOrDefault() is { } vote ? TallyOf(state, new Place(activity.ActivityId, vote.Id), theme) : null;

    /// <summary>The dots on a theme and its members in one vote, told or not.</summary>
    public static int TallyOf(SessionState state, Place vote, Theme theme)
    {
        var dots = TallyOf(state, vote).Dots;
        return Within(state, theme).Sum(id => dots.GetValueOrDefault(id));
    }

    /// <summary>How many people put dots on a theme or its members, each counted once.</summary>
    public static int VotersOf(SessionState state, Place vote, Theme theme)
    {
        var within = Within(state, theme);
        return TallyOf(state, vote).Laid.Count(d => d.Keys.Any(within.Contains));
    }

    /// <summary>
    /// After something came back to the wall: of the dots that lie on it again, those that were put elsewhere meanwhile
    /// are gone, so that nobody has more than the budget.
    /// </summary>
    internal static SessionState WithinBudget(SessionState before, SessionState next, SessionEvent e)
    {
        if (next.Votes.IsEmpty || !MayBringBack(e)) return next;
        foreach (var (place, votes) in next.Votes)
        {
            if (next.AnyActivity(place.ActivityId)?.Step(place.Step) is not { } step) continue;
            foreach (var (voter, placed) in votes)
            {
                var kept = placed;
                foreach (var target in placed.Keys.Where(t => TargetOf(before, t) is null && TargetOf(next, t) is not null)
                    .Order(StringComparer.Ordinal))
                {
                    if (Laid(next, kept).Values.Sum() > step.Dots) kept = kept.Remove(target);
                }

                if (kept != placed) next = WithVote(next, place, voter, kept);
            }
        }

        return next;
    }

    private static Tally TallyOf(SessionState state, Place vote) => Counted.GetOrCreateValue(state).GetOrAdd(vote, v =>
    {
        var laid = (state.Votes.GetValueOrDefault(v) ?? []).Where(x => IsCounted(state, x.Key)).Select(x => Laid(state, x.Value))
            .Where(d => !d.IsEmpty).ToList();
        return new(laid, laid.SelectMany(d => d).GroupBy(d => d.Key).ToDictionary(g => g.Key, g => g.Sum(d => d.Value)));
    });

    private static HashSet<string> Within(SessionState state, Theme theme) =>
        state.MembersOf(theme.Id).Where(c => c.Stands).Select(c => c.Id).Prepend(theme.Id).ToHashSet();

    private static ImmutableDictionary<string, int> Placed(SessionState state, Place vote, DelegateId voter) =>
        state.Votes.TryGetValue(vote, out var votes) && votes.TryGetValue(voter, out var mine)
            ? mine
            : ImmutableDictionary<string, int>.Empty;

    private static ImmutableDictionary<string, int> Laid(SessionState state, ImmutableDictionary<string, int> placed) => placed
        .Select(d => (Target: TargetOf(state, d.Key), Dots: d.Value)).Where(d => d.Target is not null)
        .GroupBy(d => d.Target!).ToImmutableDictionary(g => g.Key, g => g.Sum(d => d.Dots));

    // What the dots on something count for: a theme, a contribution on the wall, the one that a variant was joined into; or null.
    private static string? TargetOf(SessionState state, string id)
    {
        if (state.Themes.ContainsKey(id)) return id;
        if (!state.Contributions.TryGetValue(id, out var c) || !c.IsTold || Sight.UnderHidden(state, c) || Sight.IsParked(state, c))
        {
            return null;
        }

        return state.Contributions[state.FirstOf(id)!] is { Stands: true } first ? first.Id : null;
    }

    private static bool Sees(SessionState state, string target, DelegateId who) => state.Themes.TryGetValue(target, out var theme)
        ? Sight.Reads(state, theme, state.TeamOf(theme.ActivityId, who))
        : !state.Contributions.TryGetValue(target, out var c) || Sight.ReadsAs(state, c, who);

    private static bool IsCounted(SessionState state, DelegateId voter) => Sight.IsCounted(state, voter);

    private static bool MayBringBack(SessionEvent e) =>
        e is ContributionHidden or ContributionParked or ContributionRestored or ContributionWithdrawn or ContributionsParted
        or LateTaken or ActivityReturned or ThemeCreated or VotesReturned or DelegatesReturned;

    private static SessionState WithVote(SessionState state, Place place, DelegateId voter, ImmutableDictionary<string, int> dots)
    {
        var votes = state.Votes.GetValueOrDefault(place) ?? ImmutableDictionary<DelegateId, ImmutableDictionary<string, int>>.Empty;
        votes = dots.IsEmpty ? votes.Remove(voter) : votes.SetItem(voter, dots);
        return state with { Votes = votes.IsEmpty ? state.Votes.Remove(place) : state.Votes.SetItem(place, votes) };
    }

    private static Refusal? Refuse(SessionState state, Activity activity, Step step, DelegateId me, string targetId)
    {
        if (state.Themes.TryGetValue(targetId, out var theme))
        {
            if (theme.ActivityId != activity.ActivityId || !Sees(state, targetId, me)) return RefusalKind.NoSuchTheme;
            return step.DotsOn == DotTargets.Contributions ? RefusalKind.NotVotable : null;
        }

        if (!state.Contributions.TryGetValue(targetId, out var c) || c.ActivityId != activity.ActivityId || !Sight.ReadsAs(state, c, me))
        {
            return RefusalKind.NoSuchContribution;
        }

        if (Sight.WhyNotOnWall(state, c) is { } refusal) return refusal;
        if (step.DotsOn == DotTargets.Themes) return RefusalKind.NotVotable;
        return !state.Settings.OwnDots && state.IsOwn(c, me) ? RefusalKind.OwnDots : null;
    }

    // Dots by the counted voters, and for each target.
    private sealed record Tally(IReadOnlyList<ImmutableDictionary<string, int>> Laid, IReadOnlyDictionary<string, int> Dots);
}
