using System.Collections.Immutable;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>How far the nods at anonymous contributions spread, kept when the session closes; nothing about people.</summary>
public sealed record NodsCounted(ValueList<KeptSpread> Spreads) : SessionEvent;

/// <summary>How sectors answered, kept when the session closes; groups only, and nothing about people.</summary>
public sealed record AnswersCounted(ValueList<CountedAnswers> Answers) : SessionEvent;

/// <param name="Sectors">Those of which enough have answered to be told apart.</param>
/// <param name="Others">How many of the smaller ones, together, gave each value; null: there are none, or too few.</param>
public sealed record CountedAnswers(string ActivityId, string LaneId, string? ParentId, ValueList<CountedSector> Sectors,
    ValueList<int>? Others);

/// <param name="Counts">How many gave each value, in the lane's order: a value's words can change, its position cannot.</param>
public sealed record CountedSector(string Sector, ValueList<int> Counts);

/// <param name="Sectors">How many of the sectors nod.</param>
/// <param name="Of">How many there were.</param>
public sealed record KeptSpread(string ContributionId, int Sectors, int Of);

/// <summary>
/// Anonymous to everybody: what a delegate says or nods there is written under an alias, from a secret that goes when
/// the session closes. This is the one place that knows which commands that concerns, and whose an alias is.
/// </summary>
public static class Anonymity
{
    /// <summary>Fewer people than that are not told apart: what is said of them would name them.</summary>
    public const int FewPeople = 3;

    /// <summary>
    /// What holds in an activity, also after it was taken off the agenda: the stricter one of the session's policy and its own.
    /// </summary>
    public static NamesPolicy NamesOf(this SessionState state, string activityId) =>
        state.AnyActivity(activityId)?.Names is { } own && own > state.Settings.Names ? own : state.Settings.Names;

    /// <summary>What holds for a contribution: where it was carried over, what was promised where it was said goes with it.</summary>
    public static NamesPolicy NamesOf(this SessionState state, Contribution c)
    {
        var here = state.NamesOf(c.ActivityId);
        if (c.CarriedFrom is null || !state.Contributions.TryGetValue(c.CarriedFrom, out var source)) return here;
        var there = state.NamesOf(source);
        return there > here ? there : here;
    }

    /// <summary>Whether some activity is stricter than the session, so that one sentence cannot promise for all.</summary>
    public static bool NamesVary(this SessionState state) => state.Agenda.Any(a => state.NamesOf(a.ActivityId) != state.Settings.Names);

    /// <summary>Whether this role sees who wrote it.</summary>
    public static bool SeesAuthor(this SessionState state, Contribution c, Role role) => Sees(state.NamesOf(c), role);

    /// <summary>Whether this role may know what somebody in particular does in an activity: who is done, who is in which team.</summary>
    public static bool SeesPeople(this SessionState state, string activityId, Role role) => Sees(state.NamesOf(activityId), role);

    /// <summary>
    /// Sectors from which so few people came that what they say can name them; only where names are not shown everywhere.
    /// </summary>
    public static IReadOnlyList<string> SmallSectors(this SessionState state)
    {
        if (state.Settings.SectorQuestion is not { } question || (state.Settings.Names == NamesPolicy.Named && !state.NamesVary()))
        {
            return [];
        }

        var people = state.Present.Where(d => d.Sector is not null).CountBy(d => d.Sector!).ToDictionary();
        return [.. question.Options.Where(o => people.GetValueOrDefault(o) is > 0 and < FewPeople)];
    }

    /// <summary>In whose name a command goes into the journal: the sender's, or an alias.</summary>
    public static Sender AuthorOf(SessionState state, Sender sender, Command command)
    {
        if (VeiledIn(state, sender, command) is not { } activityId) return sender;
        return state.Aliases.Of(activityId, ((Sender.Delegate)sender).Id) is { } alias
            ? new Sender.Delegate(alias)
            : throw new InvalidOperationException(
                $"Activity {activityId} has no secret: nothing may be written there under anybody's name.");
    }

    /// <summary>
    /// Whether what this sender wants would be written under an alias. Such an event takes the time of the one before it.
    /// </summary>
    public static bool IsVeiled(SessionState state, Sender sender, Command command) =>
        VeiledIn(state, sender, command) is not null || Roll.Veils(state, command);

    /// <summary>
    /// Whether a receipt of this author answers this sender. Where the secret is gone nobody can tell, and whoever knows
    /// the command's id is taken for the one who chose it.
    /// </summary>
    public static bool MayHear(SessionState state, Sender author, Sender sender)
    {
        if (author == sender) return true;
        if (author is not Sender.Delegate { Id: { IsAlias: true } alias } || sender is not Sender.Delegate asks) return false;
        return state.Aliases.Owner(alias, [.. state.Delegates.Keys]) is not { } owner || owner == asks.Id;
    }

    /// <summary>
    /// What needs a secret and has none: activities, and <see cref="Roll.Key"/>. Whoever holds the secrets makes them, in
    /// the same commit.
    /// </summary>
    public static IEnumerable<string> LackingSecrets(SessionState state)
    {
        if (state.Stage != SessionStage.Open) return [];
        var needed = Veiled(state).Union(Sided(state)).Where(id => !state.Frozen.Contains(id));
        return (Roll.IsVeiled(state) ? needed.Append(Roll.Key) : needed).Where(id => !state.Aliases.Has(id));
    }

    public static bool IsOwn(this SessionState state, Contribution c, DelegateId id) =>
        c is { Author: Sender.Delegate author, CarriedFrom: null }
            && (author.Id.IsAlias ? author.Id == state.Aliases.Of(c.ActivityId, id) : author.Id == id);

    public static bool HasNodded(this SessionState state, Contribution c, DelegateId id)
    {
        var alias = state.Aliases.Of(c.ActivityId, id) ?? id;
        return NodsAt(c) || state.VariantsOf(c).Any(v => !v.Withdrawn && NodsAt(v));

        bool NodsAt(Contribution x) => x.Nods.Count > 0 && (x.Nods.Contains(id) || x.Nods.Contains(alias));
    }

    /// <summary>Under which id a delegate's dots and answers in an activity are kept: an alias, as long as there is a secret.</summary>
    public static DelegateId VoterOf(this SessionState state, string activityId, DelegateId id) => state.Aliases.Of(activityId, id) ?? id;

    /// <summary>The delegate behind what stands in an activity; null: nobody can tell.</summary>
    public static DelegateId? Behind(this SessionState state, string activityId, DelegateId written) =>
        written.IsAlias ? state.Aliases.Owner(activityId, written, state.Delegates.Keys) : written;

    /// <summary>Nothing delegates said there changes any more: the session was closed since, and nobody can tell whose it is.</summary>
    public static bool IsFrozen(this SessionState state, string activityId) =>
        state.Frozen.Contains(activityId) && state.NamesOf(activityId) == NamesPolicy.Anonymous;

    internal static Refusal? Refuse(SessionState state, Sender sender, Command command)
    {
        if (VeiledIn(state, sender, command) is not { } id) return null;
        return state.Frozen.Contains(id) || (state.Started.ContainsKey(id) && !state.Aliases.Has(id)) ? RefusalKind.AnonymousFrozen : null;
    }

    /// <summary>Why the names cannot become what they are afterwards: a promise that is not kept is worse than none.</summary>
    internal static Refusal? Refuse(SessionState before, SessionState after) =>
        before.SaidOpenly.Any(id => before.NamesOf(id) != NamesPolicy.Anonymous && after.NamesOf(id) == NamesPolicy.Anonymous)
            ? RefusalKind.NamesBegun
            : null;

    /// <summary>What has to be counted before the session closes, because it cannot be counted afterwards; null: nothing.</summary>
    internal static NodsCounted? Count(SessionState state)
    {
        var veiled = Veiled(state).Where(id => !state.Frozen.Contains(id)).ToHashSet();
        var spreads =
            state.Contributions.Values.Where(c => veiled.Contains(c.ActivityId) && c.Nods.Any(n => n.IsAlias)).OrderBy(c => c.Order)
            .Select(c => Sight.SpreadOf(state, c) is { } s ? new KeptSpread(c.Id, s.Sectors, s.Of) : null).OfType<KeptSpread>()
                .ToValueList();
        return spreads.Count == 0 ? null : new(spreads);
    }

    /// <summary>The same for answers.</summary>
    internal static AnswersCounted? CountAnswers(SessionState state)
    {
        var counted =
            state.Answers.Keys.Where(k => !state.Frozen.Contains(k.ActivityId) && state.Activity(k.ActivityId)?.Lane(k.LaneId) is not null)
            .OrderBy(k => k.ActivityId, StringComparer.Ordinal).ThenBy(k => k.LaneId, StringComparer.Ordinal)
                .ThenBy(k => k.ParentId, StringComparer.Ordinal)
            .Select(k => Counted(k, Distribution.BySector(state, state.Activity(k.ActivityId)!.Lane(k.LaneId)!, k)))
            .Where(a => a.Sectors.Count > 0 || a.Others is not null).ToValueList();
        return counted.Count == 0 ? null : new(counted);
    }

    internal static SessionState Apply(SessionState state, AnswersCounted e) =>
        state with
        {
            SectorAnswers = state.SectorAnswers.SetItems(
                e.Answers.Select(a => KeyValuePair.Create(new LaneKey(a.ActivityId, a.LaneId, a.ParentId), a))),
        };

    private static CountedAnswers Counted(LaneKey key, ValueList<SectorAnswers> groups) => new(
        key.ActivityId,
        key.LaneId,
        key.ParentId,
        groups.Where(g => g.Sector is not null).Select(g => new CountedSector(g.Sector!, g.Counts)).ToValueList(),
        groups.FirstOrDefault(g => g.Sector is null)?.Counts);

    internal static SessionState Apply(SessionState state, NodsCounted e) =>
        state with { Spreads = state.Spreads.SetItems(e.Spreads.Select(s => KeyValuePair.Create(s.ContributionId, s))) };

    /// <summary>The teams without those of activities that have not begun: whose aliases they have goes with the close.</summary>
    internal static ImmutableDictionary<string, ImmutableDictionary<DelegateId, string>> TeamsAfterClosing(SessionState state) =>
        Sided(state).Where(id => !state.Started.ContainsKey(id) && state.Teams.ContainsKey(id))
            .Aggregate(state.Teams, (all, id) => all.SetItem(id, all[id].RemoveRange(all[id].Keys.Where(k => k.IsAlias))));

    /// <summary>What is frozen from the close on.</summary>
    internal static ImmutableHashSet<string> FrozenByClosing(SessionState state) => state.Frozen.Union(Veiled(state));

    /// <summary>Remembers where something was said in somebody's own name.</summary>
    internal static SessionState Heard(SessionState state, Recorded r) => r switch
    {
        { By: Sender.Delegate { Id.IsAlias: false }, Event: ContributionAdded e } => Openly(state, e.ActivityId),
        { By: Sender.Delegate { Id.IsAlias: false }, Event: NodSet e } when state.Contributions.TryGetValue(e.ContributionId, out var c) =>
            Openly(state, c.ActivityId),
        _ => state,
    };

    private static SessionState Openly(SessionState state, string activityId) =>
        state.SaidOpenly.Contains(activityId) ? state : state with { SaidOpenly = state.SaidOpenly.Add(activityId) };

    // Begun, and with something in it that nobody may tell whose it is.
    private static IEnumerable<string> Veiled(SessionState state) =>
        state.Started.Keys.Where(id => state.NamesOf(id) == NamesPolicy.Anonymous || (state.AnyActivity(id) is { } a && Votes(a)));

    // Where people are put into teams before it begins.
    private static IEnumerable<string> Sided(SessionState state) =>
        state.Agenda.Where(a => a.Teams.Count > 0 && state.NamesOf(a.ActivityId) == NamesPolicy.Anonymous).Select(a => a.ActivityId);

    private static bool Sees(NamesPolicy names, Role role) => names switch
    {
        NamesPolicy.Named => true,
        NamesPolicy.AnonymousToRoom => role is Role.Lead or Role.CoFacilitator,
        _ => false,
    };

    private static string? VeiledIn(SessionState state, Sender sender, Command command)
    {
        if (sender is not Sender.Delegate d) return null;
        if (command is SetDone or TakeTeam) return StepVeiledIn(state, d.Id, command);
        return ActivityOf(state, command) is { } id
            && (Votes(state, id, command) || state.NamesOf(id) == NamesPolicy.Anonymous || ChangesVeiled(state, command)) ? id : null;
    }

    // What says nothing by itself, and stands beside what does: in the same order, one person's "done" would sign what came
    // before it. Where nothing is said any more it signs nothing.
    private static string? StepVeiledIn(SessionState state, DelegateId who, Command command)
    {
        var (id, concerned) = command switch
        {
            // Said openly before names became anonymous, it is taken back openly.
            SetDone => (state.Now?.ActivityId, !state.Done.Contains(who) && state.CurrentActivity is { } now
                && (Votes(now) || state.NamesOf(now.ActivityId) == NamesPolicy.Anonymous)),
            TakeTeam c => (c.ActivityId, state.PlacedAs(c.ActivityId, who) != who),
            _ => (null, false),
        };
        return id is not null && concerned && state.Aliases.Has(id) && !state.Frozen.Contains(id) ? id : null;
    }

    // What was written under an alias is changed under it, whatever became of its activity since.
    private static bool ChangesVeiled(SessionState state, Command command) => command switch
    {
        EditContribution c => HasAlias(state, c.ContributionId),
        WithdrawContribution c => HasAlias(state, c.ContributionId),
        _ => false,
    };

    private static bool HasAlias(SessionState state, string contributionId) =>
        state.Contributions.GetValueOrDefault(contributionId)?.Author is Sender.Delegate { Id.IsAlias: true };

    // What delegates do to the contributions of an activity; what is about themselves: StepVeiledIn and Roll.
    private static string? ActivityOf(SessionState state, Command command) => command switch
    {
        Contribute c => state.Activity(c.ActivityId)?.ActivityId,
        EditContribution c => Of(state, c.ContributionId),
        WithdrawContribution c => Of(state, c.ContributionId),
        Nod c => Of(state, c.ContributionId),
        PlaceDots => state.Now?.ActivityId,
        GiveAnswer c => state.Activity(c.ActivityId)?.ActivityId,
        _ => null,
    };

    private static string? Of(SessionState state, string contributionId) =>
        state.Contributions.GetValueOrDefault(contributionId)?.ActivityId;

    // Votes are secret whatever the policy; where nothing is voted on, the command is refused for what it is. The commands
    // that vote are named here, and in ActivityOf.
    private static bool Votes(SessionState state, string activityId, Command command) =>
        command is PlaceDots or GiveAnswer && state.AnyActivity(activityId) is { } activity && Votes(activity);

    /// <summary>
    /// Whether an activity has votes at some time: then it needs a secret whatever the policy, and is frozen by the close.
    /// </summary>
    private static bool Votes(Activity activity) => activity.Steps.Any(s => s.Dots > 0 || s.Answers.Count > 0);
}
