namespace WorkshopHub.Core.Sessions;

/// <summary>Nobody new joins, or people do again. Who is in stays, also on another phone.</summary>
public sealed record LockJoining(bool On) : Command;

/// <summary>Lets in who waits, and who was not let in before.</summary>
/// <param name="DelegateIds">1 to 5,000; who is in already is passed over.</param>
public sealed record AdmitDelegates(ValueList<string> DelegateIds) : Command;

public sealed record JoiningLocked(bool On) : SessionEvent;

/// <summary>Whether who joins from now on waits to be let in.</summary>
public sealed record ApprovalSet(bool On) : SessionEvent;

/// <summary>Somebody with the code has come, and waits to be let in.</summary>
public sealed record DelegateWaits(Profile Profile) : SessionEvent;

public sealed record DelegatesAdmitted(ValueList<DelegateId> DelegateIds) : SessionEvent;

/// <summary>
/// Who comes in. Whoever waits is no delegate yet: counted nowhere, shown nothing, and heard by nobody; so they are kept
/// apart from the delegates, and none of the other rules needs to know of them.
/// </summary>
internal static class Doorkeeping
{
    internal const int MostPeople = 5_000;

    internal static Ruling Decide(SessionState state, LockJoining c) =>
        state.JoiningLocked == c.On ? Ruling.Nothing : new JoiningLocked(c.On);

    internal static Ruling Decide(SessionState state, AdmitDelegates c)
    {
        if (Chosen(state, c.DelegateIds, out var ids) is { } refusal) return refusal;
        var waiting = ids.Where(state.Waiting.ContainsKey).OrderBy(id => state.Waiting[id].Order).ToValueList();
        return waiting.Count == 0 ? Ruling.Nothing : new DelegatesAdmitted(waiting);
    }

    /// <summary>What a change of the settings says about joining.</summary>
    internal static ApprovalSet? Approval(SessionState state, SettingsPatch? settings) =>
        settings?.JoinApproval is { } on && on != state.JoinApproval ? new(on) : null;

    /// <summary>Why somebody who is not in sends nothing; null: they are no one who waits.</summary>
    internal static Refusal? Refuse(SessionState state, Sender sender) =>
        sender is Sender.Delegate { Id: var id } && state.Waiting.TryGetValue(id, out var person) ? WhyOutside(person) : null;

    /// <summary>Why this one, of those who wait, is not in.</summary>
    internal static RefusalKind WhyOutside(Delegate waiting) => waiting.Removed ? RefusalKind.NotLetIn : RefusalKind.Waiting;

    internal static SessionState Apply(SessionState state, JoiningLocked e) => state with { JoiningLocked = e.On };

    internal static SessionState Apply(SessionState state, ApprovalSet e) => state with { JoinApproval = e.On };

    internal static SessionState Apply(SessionState state, DelegateWaits e, DateTimeOffset at) =>
        state with { Waiting = state.Waiting.SetItem(e.Profile.Id, Joining.Newcomer(state, e.Profile, at)) };

    internal static SessionState Apply(SessionState state, DelegatesAdmitted e) =>
        e.DelegateIds.Aggregate(state, (s, id) => s.Waiting.TryGetValue(id, out var person)
        ? s with { Waiting = s.Waiting.Remove(id), Delegates = s.Delegates.SetItem(id, person with { Removed = false }) }
        : s);

    /// <summary>Several people, each once; they have joined, or wait.</summary>
    internal static Refusal? Chosen(SessionState state, ValueList<string> given, out IReadOnlyList<DelegateId> ids)
    {
        ids = [.. given.Select(id => new DelegateId(id)).Distinct()];
        if (ids.Count is < 1 or > MostPeople) return RefusalKind.OutOfRange.With("The number of people", 1, MostPeople);
        return ids.All(id => state.Delegates.ContainsKey(id) || state.Waiting.ContainsKey(id)) ? null : RefusalKind.NoSuchDelegate;
    }
}
