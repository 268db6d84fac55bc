using System.Collections.Immutable;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>Who took part, told once when the session closes: by then the journal's own lines about people say nothing any more.</summary>
/// <param name="Delegates">In an order that says nothing about when they came.</param>
public sealed record DelegatesListed(ValueList<ListedDelegate> Delegates) : SessionEvent;

public sealed record ListedDelegate(Profile Profile, bool Removed);

/// <summary>
/// Where something is anonymous to everybody, the order of the journal would tell: whoever came late has written nothing
/// that stands before, whoever was removed nothing that stands after. So lines about coming, going and profiles are kept
/// there under an alias of their own, from a secret like the others (<see cref="Aliases"/>), and the close tells who took
/// part and nothing else. In memory events have the people; only what is kept is veiled.
/// </summary>
public static class Roll
{
    /// <summary>The secret's name; no activity has such an id.</summary>
    public const string Key = "*people";

    /// <summary>Whether lines about people have to say nothing: something in this session is anonymous to everybody.</summary>
    public static bool IsVeiled(SessionState state) =>
        state.Settings.Names == NamesPolicy.Anonymous
        || state.Agenda.Concat(state.RemovedActivities).Any(a => state.NamesOf(a.ActivityId) == NamesPolicy.Anonymous);

    /// <summary>Whether this command is about the sender alone and leaves a veiled line: it has the time of what came before it.</summary>
    public static bool Veils(SessionState state, Command command) => state.Aliases.Has(Key) && command is Join or ChangeProfile;

    /// <summary>An event as it is kept.</summary>
    /// <param name="before">The state before it, with the secrets.</param>
    public static Recorded Veiled(SessionState before, Recorded recorded) => !before.Aliases.Has(Key) ? recorded : recorded.Event switch
    {
        DelegateJoined e => recorded with { Event = new DelegateJoined(Bare(before, e.Profile)) },
        ProfileChanged e =>
            recorded with { By = new Sender.Delegate(Alias(before, e.Profile.Id)), Event = new ProfileChanged(Bare(before, e.Profile)) },
        // What is hidden with somebody was said in their name, and says who they are.
        DelegateRemoved e when !e.WithContributions || !Joining.TheirsOf(before, e.DelegateId).Any() =>
            recorded with { Event = new DelegateRemoved(Alias(before, e.DelegateId), WithContributions: false) },
        DelegateReadmitted e => recorded with { Event = e with { DelegateId = Alias(before, e.DelegateId) } },
        DelegateWaits e => recorded with { Event = new DelegateWaits(Bare(before, e.Profile)) },
        DelegatesAdmitted e => recorded with { Event = new DelegatesAdmitted(Veiled(before, e.DelegateIds, [])) },
        DelegatesRemoved e => recorded with { Event = Veiled(before, e) },
        DelegatesReturned e => recorded with { Event = Veiled(before, e) },
        _ => recorded,
    };

    /// <summary>Who is told to have sent a command and what came of it, as it is kept.</summary>
    public static (Sender Author, string? ResultId) Veiled(SessionState before, Command command, Sender author, string? resultId)
    {
        if (!Veils(before, command)) return (author, resultId);
        return (author is Sender.Delegate d
            ? new Sender.Delegate(Alias(before, d.Id)) : author, resultId is null ? null : Alias(before, new(resultId)).Value);
    }

    /// <summary>An event as it happened, from the one that was kept; without the secret it stays as it is.</summary>
    public static Recorded Unveiled(Aliases aliases, IReadOnlyDictionary<DelegateId, Profile> people, Recorded recorded)
    {
        if (!aliases.Has(Key)) return recorded;
        return recorded.Event switch
        {
            DelegateJoined e => recorded with { Event = new DelegateJoined(Known(e.Profile)) },
            ProfileChanged e => recorded with { By = By(), Event = new ProfileChanged(Known(e.Profile)) },
            DelegateRemoved e => recorded with { Event = e with { DelegateId = Owner(e.DelegateId) } },
            DelegateReadmitted e => recorded with { Event = e with { DelegateId = Owner(e.DelegateId) } },
            DelegateWaits e => recorded with { Event = new DelegateWaits(Known(e.Profile)) },
            DelegatesAdmitted e => recorded with { Event = new DelegatesAdmitted(Owners(e.DelegateIds)) },
            DelegatesRemoved e => recorded with { Event = e with { DelegateIds = Owners(e.DelegateIds) } },
            DelegatesReturned e => recorded with { Event = e with { DelegateIds = Owners(e.DelegateIds), Done = Owners(e.Done) } },
            _ => recorded,
        };

        Profile Known(Profile kept) => people.GetValueOrDefault(Owner(kept.Id)) ?? kept;
        ValueList<DelegateId> Owners(ValueList<DelegateId> ids) => ids.Select(Owner).ToValueList();
        DelegateId Owner(DelegateId id) => Unveiled(aliases, people.Keys, id);
        Sender By() => recorded.By is Sender.Delegate d ? new Sender.Delegate(Owner(d.Id)) : recorded.By;
    }

    /// <summary>Whose alias it is; itself where it is none, or nobody can tell.</summary>
    public static DelegateId Unveiled(Aliases aliases, IEnumerable<DelegateId> people, DelegateId kept) =>
        kept.IsAlias ? aliases.Owner(Key, kept, people) ?? kept : kept;

    /// <summary>What a delegate told about themselves in an event; null: nothing.</summary>
    internal static Profile? ProfileIn(SessionEvent e) => e switch
    {
        DelegateJoined joined => joined.Profile,
        DelegateWaits waits => waits.Profile,
        ProfileChanged changed => changed.Profile,
        _ => null,
    };

    /// <summary>What the close tells; null: the lines themselves have told it.</summary>
    internal static DelegatesListed? Of(SessionState state) => !state.Aliases.Has(Key) || (state.Delegates.IsEmpty && state.Waiting.IsEmpty)
        ? null
        : new(state.Delegates.Values.OrderBy(d => d.Id.Value, StringComparer.Ordinal)
            .Select(d => new ListedDelegate(new(d.Id, d.Name, d.Sector, d.Language), d.Removed)).ToValueList());

    // The list counts from now on, and nothing that only the lines before it could have told.
    internal static SessionState Apply(SessionState state, DelegatesListed e) => state with
    {
        Delegates = e.Delegates
            .Select((d, i) => new Delegate(d.Profile.Id, d.Profile.Name, d.Profile.Sector, i + 1, d.Removed, d.Profile.Language))
            .ToImmutableDictionary(d => d.Id),
        // Who still waited was never in.
        Waiting = ImmutableDictionary<DelegateId, Delegate>.Empty,
        Sent = ImmutableDictionary<DelegateId, Sent>.Empty,
        Done = [],
        UndoLog = Undoing.WithoutPeople(state.UndoLog),
    };

    // What is hidden with people was said in their name, as above; the others of them are veiled.
    private static DelegatesRemoved Veiled(SessionState before, DelegatesRemoved e)
    {
        HashSet<DelegateId> openly = e.WithContributions ? Authors(RemovingMany.TheirsOf(before, e.DelegateIds)) : [];
        return new(Veiled(before, e.DelegateIds, openly), openly.Count > 0);
    }

    private static DelegatesReturned Veiled(SessionState before, DelegatesReturned e)
    {
        var openly = Authors(e.ContributionIds.Select(id => before.Contributions.GetValueOrDefault(id)).OfType<Contribution>());
        return e with { DelegateIds = Veiled(before, e.DelegateIds, openly), Done = Veiled(before, e.Done, openly) };
    }

    private static HashSet<DelegateId> Authors(IEnumerable<Contribution> said) =>
        [.. said.Select(c => c.Author).OfType<Sender.Delegate>().Select(d => d.Id)];

    // In an order that says nothing.
    private static ValueList<DelegateId> Veiled(SessionState before, ValueList<DelegateId> ids, HashSet<DelegateId> openly) =>
        ids.Select(id => openly.Contains(id) ? id : Alias(before, id)).OrderBy(id => id.Value, StringComparer.Ordinal).ToValueList();

    private static Profile Bare(SessionState before, Profile profile) => new(Alias(before, profile.Id), null, null);

    private static DelegateId Alias(SessionState before, DelegateId id) => before.Aliases.Of(Key, id)!.Value;
}
