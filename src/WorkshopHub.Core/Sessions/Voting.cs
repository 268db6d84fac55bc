using System.Collections.Immutable;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>Puts dots on a contribution or a theme, or takes them back.</summary>
/// <param name="TargetId">A contribution or a theme of the activity that votes.</param>
/// <param name="Dots">How many of this delegate's lie there afterwards; 0 takes them back.</param>
public sealed record PlaceDots(string TargetId, int Dots) : Command;

/// <summary>Takes all dots of a vote back.</summary>
public sealed record ResetVotes(string ActivityId, string Step) : Command;

public sealed record DotsPlaced(string ActivityId, string Step, string TargetId, int Dots) : SessionEvent;

public sealed record VotesReset(string ActivityId, string Step) : SessionEvent;

/// <summary>Dots lie again where they lay before a move took them back.</summary>
public sealed record DotsReturned(Seq<DotsBack> Dots) : SessionEvent;

public sealed record DotsBack(string ActivityId, string Step, DelegateId Voter, string TargetId, int Dots);

/// <summary>
/// Votes with dots: a budget for each delegate in each vote step. Until the vote is revealed it is told how many have
/// voted, and nothing about where the dots lie.
/// </summary>
public static class Voting
{
    internal static Ruling Decide(SessionState state, Sender sender, PlaceDots c)
    {
        if (state.Now is not { } now || state.CurrentActivity is not { } activity || state.CurrentStep is not { Dots: > 0 } step) return RefusalKind.VoteClosed;
        var me = ((Sender.Delegate)sender).Id;
        if (Target(state, activity, step, me, c.TargetId) is { } bad) return bad;
        var mine = state.DotsOf(now, me);
        var here = mine.GetValueOrDefault(c.TargetId);
        if (c.Dots < 0 || c.Dots > step.MaxPerTarget) return RefusalKind.OutOfRange.With("The number of dots here", 0, step.MaxPerTarget);
        var over = mine.Values.Sum() - here + c.Dots - step.Dots;
        if (over > 0) return RefusalKind.DotsSpent.With(step.Dots);
        return here == c.Dots ? Ruling.Nothing : new DotsPlaced(activity.ActivityId, step.Id, c.TargetId, c.Dots);
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
        var mine = state.DotsOf(place, d.Id);
        mine = e.Dots == 0 ? mine.Remove(e.TargetId) : mine.SetItem(e.TargetId, e.Dots);
        return WithVote(state, place, d.Id, mine);
    }

    internal static SessionState Apply(SessionState state, DotsReturned e) => e.Dots.Aggregate(state, (s, d) =>
    {
        var place = new Place(d.ActivityId, d.Step);
        return WithVote(s, place, d.Voter, s.DotsOf(place, d.Voter).SetItem(d.TargetId, d.Dots));
    });

    internal static SessionState Apply(SessionState state, VotesReset e) =>
        state with { Votes = state.Votes.Remove(new(e.ActivityId, e.Step)) };

    /// <summary>Where the dots of one delegate lie in a vote.</summary>
    public static ImmutableDictionary<string, int> DotsOf(this SessionState state, Place vote, DelegateId voter) =>
        state.Votes.TryGetValue(vote, out var votes) && votes.TryGetValue(voter, out var mine) ? mine : ImmutableDictionary<string, int>.Empty;

    /// <summary>How many have put any dot, and how many have put all of theirs. This is told at any time.</summary>
    public static (int Voted, int AllPlaced) Progress(SessionState state, Place vote, int budget)
    {
        var sums = state.Votes.GetValueOrDefault(vote)?.Where(v => IsCounted(state, v.Key)).Select(v => v.Value.Values.Sum()).ToList() ?? [];
        return (sums.Count, sums.Count(s => s >= budget));
    }

    /// <summary>The votes of an activity whose tallies are told, the newest last.</summary>
    public static IEnumerable<Step> Told(SessionState state, Activity activity) =>
        activity.Steps.Where(s => s.Dots > 0 && Covering.TalliesTold(state, activity.ActivityId, s.Id));

    /// <summary>
    /// The dots on a contribution in the newest vote that is told; null: there is none. What was put on its theme is
    /// counted there only.
    /// </summary>
    public static int? TallyOf(SessionState state, Activity activity, Contribution c) =>
        Told(state, activity).LastOrDefault() is { } vote ? TallyOf(state, new Place(activity.ActivityId, vote.Id), c) : null;

    /// <summary>The dots on a contribution in one vote, told or not.</summary>
    public static int TallyOf(SessionState state, Place vote, Contribution c) => Sum(state, vote, id => id == c.Id);

    /// <summary>The dots on a theme and on all of its members that the room sees.</summary>
    public static int? TallyOf(SessionState state, Activity activity, Theme theme) =>
        Told(state, activity).LastOrDefault() is { } vote ? TallyOf(state, new Place(activity.ActivityId, vote.Id), theme) : null;

    /// <summary>The dots on a theme and its members in one vote, told or not.</summary>
    public static int TallyOf(SessionState state, Place vote, Theme theme)
    {
        var members = state.MembersOf(theme.Id).Where(c => c.Stands).Select(c => c.Id).ToHashSet();
        return Sum(state, vote, id => id == theme.Id || members.Contains(id));
    }

    /// <summary>How many people put dots on a theme or its members, each counted once.</summary>
    public static int VotersOf(SessionState state, Place vote, Theme theme)
    {
        var members = state.MembersOf(theme.Id).Where(c => c.Stands).Select(c => c.Id).ToHashSet();
        return state.Votes.GetValueOrDefault(vote)?.Count(v => IsCounted(state, v.Key) && v.Value.Keys.Any(id => id == theme.Id || members.Contains(id))) ?? 0;
    }

    /// <summary>Where dots lie, for those that lie where asked.</summary>
    internal static Seq<DotsBack> Lying(SessionState state, Func<Place, string, bool> there) =>
        state.Votes.OrderBy(v => v.Key.ActivityId, StringComparer.Ordinal).ThenBy(v => v.Key.Step, StringComparer.Ordinal)
            .SelectMany(v => v.Value.OrderBy(x => x.Key.Value, StringComparer.Ordinal).SelectMany(x => x.Value.Where(t => there(v.Key, t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal)
                .Select(t => new DotsBack(v.Key.ActivityId, v.Key.Step, x.Key, t.Key, t.Value)))).ToSeq();

    internal static SessionState WithoutDotsOn(SessionState state, string targetId)
    {
        foreach (var (place, votes) in state.Votes)
        {
            foreach (var (voter, dots) in votes.Where(v => v.Value.ContainsKey(targetId))) state = WithVote(state, place, voter, dots.Remove(targetId));
        }

        return state;
    }

    private static int Sum(SessionState state, Place vote, Func<string, bool> on) =>
        state.Votes.GetValueOrDefault(vote)?.Where(v => IsCounted(state, v.Key)).Sum(v => v.Value.Where(t => on(t.Key)).Sum(t => t.Value)) ?? 0;

    private static bool IsCounted(SessionState state, DelegateId voter) => !(state.Delegates.TryGetValue(voter, out var d) && d.Removed);

    private static SessionState WithVote(SessionState state, Place place, DelegateId voter, ImmutableDictionary<string, int> dots)
    {
        var votes = state.Votes.GetValueOrDefault(place) ?? ImmutableDictionary<DelegateId, ImmutableDictionary<string, int>>.Empty;
        votes = dots.IsEmpty ? votes.Remove(voter) : votes.SetItem(voter, dots);
        return state with { Votes = votes.IsEmpty ? state.Votes.Remove(place) : state.Votes.SetItem(place, votes) };
    }

    private static Refusal? Target(SessionState state, Activity activity, Step step, DelegateId me, string targetId)
    {
        if (state.Themes.TryGetValue(targetId, out var theme))
        {
            if (theme.ActivityId != activity.ActivityId) return RefusalKind.NoSuchTheme;
            return step.DotsOn == DotTargets.Contributions ? RefusalKind.NotVotable : null;
        }

        if (!state.Contributions.TryGetValue(targetId, out var c) || c.ActivityId != activity.ActivityId) return RefusalKind.NoSuchContribution;
        if (c.Withdrawn) return RefusalKind.Withdrawn;
        if (c.Hidden) return RefusalKind.Hidden;
        if (!c.Stands || !Sight.ReadsAs(state, c, me)) return RefusalKind.NoSuchContribution;
        if (step.DotsOn == DotTargets.Themes) return RefusalKind.NotVotable;
        return !state.Settings.OwnDots && c.Author == new Sender.Delegate(me) ? RefusalKind.OwnDots : null;
    }
}
