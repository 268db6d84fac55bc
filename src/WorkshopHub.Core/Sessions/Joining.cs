namespace WorkshopHub.Core.Sessions;

/// <summary>Somebody with the code comes in. The same command id gives the same delegate; that is the journal's promise.</summary>
/// <param name="Name">At most 60 characters; empty is none.</param>
/// <param name="Sector">One of the options of the session's sector question; empty or null: prefers not to say.</param>
/// <param name="Language">BCP 47; where the product does not have it, as with null, it is the session's.</param>
public sealed record Join(string? Name = null, string? Sector = null, string? Language = null) : Command;

public sealed record ChangeProfile(Change<string> Name = default, Change<string> Sector = default, Change<string> Language = default)
    : Command;

/// <param name="WithContributions">Whether what the delegate sent is hidden too.</param>
public sealed record RemoveDelegate(string DelegateId, bool WithContributions) : Command;

public sealed record ReadmitDelegate(string DelegateId) : Command;

public sealed record DelegateJoined(Profile Profile) : SessionEvent;

public sealed record ProfileChanged(Profile Profile) : SessionEvent;

public sealed record DelegateRemoved(DelegateId DelegateId, bool WithContributions) : SessionEvent;

/// <param name="Done">Whether this person is done with the current step again.</param>
public sealed record DelegateReadmitted(DelegateId DelegateId, bool Done = false) : SessionEvent;

/// <summary>Who takes part. Joining is an event; being connected is not.</summary>
internal static class Joining
{
    internal static Ruling Decide(SessionState state, Join c, Occasion now)
    {
        if (state.JoiningLocked) return RefusalKind.JoiningLocked;
        if (Named(c.Name, out var name) is { } badName) return badName;
        if (Sectored(state, c.Sector, out var sector) is { } badSector) return badSector;
        var profile = new Profile(new(now.NewId), name, sector, Languages.Find(c.Language));
        return Ruling.Created(now.NewId, state.JoinApproval ? new DelegateWaits(profile) : new DelegateJoined(profile));
    }

    internal static Ruling Decide(SessionState state, Sender sender, ChangeProfile c)
    {
        var me = state.Delegates[((Sender.Delegate)sender).Id];
        var (name, sector) = (me.Name, me.Sector);
        if (c.Name.Given && Named(c.Name.Value, out name) is { } badName) return badName;
        if (c.Sector.Given && Sectored(state, c.Sector.Value, out sector) is { } badSector) return badSector;
        var language = c.Language.Given ? Languages.Find(c.Language.Value) : me.Language;
        return (name, sector, language) == (me.Name, me.Sector, me.Language)
            ? Ruling.Nothing
            : new ProfileChanged(new(me.Id, name, sector, language));
    }

    internal static Ruling Decide(SessionState state, RemoveDelegate c)
    {
        if (state.Waiting.TryGetValue(new(c.DelegateId), out var waiting))
        {
            return waiting.Removed ? Ruling.Nothing : new DelegateRemoved(waiting.Id, c.WithContributions);
        }

        if (!state.Delegates.TryGetValue(new(c.DelegateId), out var person)) return RefusalKind.NoSuchDelegate;
        var left = c.WithContributions && TheirsOf(state, person.Id).Any();
        return person.Removed && !left ? Ruling.Nothing : new DelegateRemoved(person.Id, c.WithContributions);
    }

    internal static Ruling Decide(SessionState state, ReadmitDelegate c)
    {
        if (state.Waiting.ContainsKey(new(c.DelegateId))) return new DelegatesAdmitted([new(c.DelegateId)]);
        if (!state.Delegates.TryGetValue(new(c.DelegateId), out var person)) return RefusalKind.NoSuchDelegate;
        return person.Removed ? new DelegateReadmitted(person.Id) : Ruling.Nothing;
    }

    internal static SessionState Apply(SessionState state, DelegateJoined e, DateTimeOffset at) =>
        state with { Delegates = state.Delegates.SetItem(e.Profile.Id, Newcomer(state, e.Profile, at)) };

    /// <summary>Whoever comes next, in or outside: nobody ever leaves both lists, so their number counts on.</summary>
    internal static Delegate Newcomer(SessionState state, Profile profile, DateTimeOffset at) =>
        new(profile.Id, profile.Name, profile.Sector, state.Delegates.Count + state.Waiting.Count + 1, Removed: false,
            profile.Language)
        { JoinedAt = at };

    internal static SessionState Apply(SessionState state, ProfileChanged e) =>
        With(state, e.Profile.Id, d => d with { Name = e.Profile.Name, Sector = e.Profile.Sector, Language = e.Profile.Language });

    internal static SessionState Apply(SessionState state, DelegateRemoved e)
    {
        var next = With(state, e.DelegateId, d => d with { Removed = true }) with { Done = state.Done.Remove(e.DelegateId) };
        if (!e.WithContributions) return next;
        // What was withdrawn has no words left to hide, and others may have answered it.
        // What others said that was joined with it is not theirs to vanish.
        return TheirsOf(next, e.DelegateId).Select(c => c.Id).ToList()
            .Aggregate(next, (s, id) => s.With(id, c => c with { Hidden = true, Picked = false }).Parted(id));
    }

    internal static SessionState Apply(SessionState state, DelegateReadmitted e) =>
        With(state, e.DelegateId, d => d with { Removed = false }) is var next && e.Done
            ? next with { Done = next.Done.Add(e.DelegateId) }
            : next;

    /// <summary>Somebody who has joined or waits, in or out; null: nobody.</summary>
    internal static Delegate? Find(SessionState state, DelegateId id) =>
        state.Delegates.GetValueOrDefault(id) ?? state.Waiting.GetValueOrDefault(id);

    /// <summary>What somebody said that is not hidden or withdrawn yet.</summary>
    internal static IEnumerable<Contribution> TheirsOf(SessionState state, DelegateId id) =>
        state.Contributions.Values.Where(c => c is { Withdrawn: false, Hidden: false } && c.Author == new Sender.Delegate(id))
            .OrderBy(c => c.Order);

    private static SessionState With(SessionState state, DelegateId id, Func<Delegate, Delegate> change) =>
        state.Delegates.TryGetValue(id, out var d) ? state with { Delegates = state.Delegates.SetItem(id, change(d)) }
        : state.Waiting.TryGetValue(id, out var w) ? state with { Waiting = state.Waiting.SetItem(id, change(w)) }
        : state;

    private static Refusal? Named(string? given, out string? name)
    {
        name = Writing.TakeLine(given, Writing.NameMax, out var refusal);
        return refusal;
    }

    private static Refusal? Sectored(SessionState state, string? given, out string? sector)
    {
        sector = null;
        if (given is null || Writing.IsEmpty(Writing.Clean(given))) return null;
        sector = state.Settings.SectorQuestion?.Options.FirstOrDefault(o => Writing.CleanLine(o) == Writing.CleanLine(given));
        return sector is null ? RefusalKind.SectorUnknown : null;
    }
}
