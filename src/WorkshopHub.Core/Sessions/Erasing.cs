namespace WorkshopHub.Core.Sessions;

/// <summary>
/// Erases a contribution, or a delegate: for good, also from the files. What facilitators wrote about it in their own
/// words (notes, decisions, actions) is theirs to change and stays.
/// </summary>
/// <param name="ContributionId">One of the two ids, not both.</param>
/// <param name="DelegateId">One of the two ids, not both.</param>
/// <param name="WithContributions">Also all that is known to be this delegate's.</param>
public sealed record Erase(string? ContributionId = null, string? DelegateId = null, bool? WithContributions = null) : Command;

/// <param name="Texts">All that it ever had, blank: writing the event blanks what is kept under their ids.</param>
public sealed record ContributionErased(string ContributionId, ValueList<Words> Texts) : SessionEvent;

/// <param name="Profile">Blank, like <see cref="ContributionErased.Texts"/>.</param>
public sealed record DelegateErased(Profile Profile) : SessionEvent;

/// <summary>Takes away what somebody has the right not to leave behind.</summary>
internal static class Erasing
{
    internal static Ruling Decide(SessionState state, Erase c) => c switch
    {
        { ContributionId: { } id, DelegateId: null, WithContributions: null } => Decide(state, id),
        { ContributionId: null, DelegateId: { } id } => Decide(state, new DelegateId(id), c.WithContributions is true),
        _ => RefusalKind.Malformed.With("contributionId says what is erased, or delegateId who is."),
    };

    // Gone wherever it was carried to, too; what was joined with it stands for itself again.
    internal static SessionState Apply(SessionState state, ContributionErased e) =>
        state.CopiesOf(e.ContributionId).Select(c => c.Id).Prepend(e.ContributionId)
        .Aggregate(state, (s, id) =>
            s.With(id, c => c with { Text = null, SpokenFor = null, Withdrawn = true, Picked = false }).Parted(id));

    // Who is erased is out, like somebody who was removed.
    internal static SessionState Apply(SessionState state, DelegateErased e)
    {
        if (Joining.Find(state, e.Profile.Id) is not { } person) return state;
        var blank = person with { Name = null, Sector = null, Language = null, Removed = true };
        return state.Waiting.ContainsKey(person.Id)
            ? state with { Waiting = state.Waiting.SetItem(person.Id, blank) }
            : state with { Delegates = state.Delegates.SetItem(person.Id, blank), Done = state.Done.Remove(person.Id) };
    }

    private static Ruling Decide(SessionState state, string contributionId)
    {
        if (!state.Contributions.TryGetValue(contributionId, out var contribution)) return RefusalKind.NoSuchContribution;
        return contribution.Text is null ? Ruling.Nothing : Blank(state, contribution);
    }

    private static Ruling Decide(SessionState state, DelegateId id, bool withContributions)
    {
        if (Joining.Find(state, id) is not { } person) return RefusalKind.NoSuchDelegate;
        var events = new List<SessionEvent>();
        if (person is not { Name: null, Sector: null, Language: null, Removed: true }) events.Add(new DelegateErased(new(id, null, null)));
        // Only what is written in their name: that something anonymous vanishes with them would tell whose it was.
        if (withContributions)
        {
            events.AddRange(state.Contributions.Values.Where(c => c.Author == new Sender.Delegate(id) && c.Text is not null)
                .OrderBy(c => c.Order).Select(c => Blank(state, c)));
        }

        return Ruling.Of([.. events]);
    }

    // Also how a facilitator has worded it since where it was carried to.
    private static ContributionErased Blank(SessionState state, Contribution c) =>
        new(c.Id, state.CopiesOf(c.Id).Prepend(c).SelectMany(x => x.WordsIds).Distinct().Select(id => new Words(id, null)).ToValueList());
}
