using System.Security.Cryptography;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Live;

/// <summary>
/// The secrets behind the aliases of anonymous activities: made with the event that needs them, gone with the one that
/// closes the session. Both happen in that event's own commit.
/// </summary>
internal static class Secrecy
{
    private const int Bytes = 32;

    /// <summary>The state with the secrets that the journal has kept.</summary>
    internal static SessionState With(SessionState state, IEnumerable<KeptSecret> kept) =>
        state with { Aliases = kept.Aggregate(state.Aliases, (all, s) => all.With(state.Id, s.ActivityId, s.Secret)) };

    /// <summary>Events as the journal keeps them.</summary>
    internal static IReadOnlyList<Recorded> Veiled(SessionState before, IReadOnlyList<Recorded> events) => [.. events.Select(e => Roll.Veiled(before, e))];

    /// <summary>What delegates told about themselves in these events.</summary>
    internal static IReadOnlyList<Profile> PeopleOf(IReadOnlyList<Recorded> events) =>
        [.. events.Select(e => e.Event switch { DelegateJoined j => j.Profile, DelegateWaits w => w.Profile, ProfileChanged p => p.Profile, _ => null }).OfType<Profile>()];

    /// <summary>What an entry has to do about secrets, and the state with what there is after it.</summary>
    internal static (SessionState State, IReadOnlyList<KeptSecret> Made, bool Forgotten) Settle(SessionState before, SessionState after)
    {
        if (after.Stage == Stage.Closed) return (after with { Aliases = Aliases.None }, [], before.Stage != Stage.Closed);
        List<KeptSecret> made = [.. Anonymity.LackingSecrets(after).Select(id => new KeptSecret(id, RandomNumberGenerator.GetBytes(Bytes)))];
        return made.Count == 0 ? (after, made, false) : (With(after, made), made, false);
    }
}
