using System.Security.Cryptography;
using System.Text;

namespace WorkshopHub.Core.Sessions;

/// <summary>What the aliases of an activity are made from, see <see cref="Aliases"/>; kept no longer than the session is open.</summary>
/// <param name="ActivityId">An activity's, or <see cref="Roll.Key"/>.</param>
public sealed record AliasSecret(string ActivityId, byte[] Secret);

/// <summary>
/// The secrets behind the aliases of anonymous activities: made with the event that needs them, gone with the one that
/// closes the session, both in that event's own turn.
/// </summary>
public static class AliasSecrets
{
    private const int FewestBytes = 16;

    /// <summary>The state with the secrets that were kept.</summary>
    public static SessionState With(this SessionState state, IEnumerable<AliasSecret> kept) =>
        state with { Aliases = kept.Aggregate(state.Aliases, (all, s) => all.With(state.Id, s.ActivityId, s.Secret)) };

    /// <summary>The state with the secrets that there are after an event, those that it needs anew, and whether it ends all.</summary>
    internal static (SessionState State, IReadOnlyList<AliasSecret> Made, bool Forgotten) Settle(
        SessionState before, SessionState after, ReadOnlySpan<byte> chance)
    {
        if (after.Stage == SessionStage.Closed) return (after with { Aliases = Aliases.None }, [], before.Stage != SessionStage.Closed);
        var made = new List<AliasSecret>();
        foreach (var id in Anonymity.LackingSecrets(after)) made.Add(Make(id, chance));
        return (made.Count == 0 ? after : after.With(made), made, false);
    }

    // Each of its own, so that one that gets known tells nothing about another.
    private static AliasSecret Make(string activityId, ReadOnlySpan<byte> chance) => chance.Length >= FewestBytes
        ? new(activityId, HMACSHA256.HashData(chance, Encoding.UTF8.GetBytes(activityId)))
        : throw new InvalidOperationException($"There is no chance to make a secret of for {activityId}.");
}
