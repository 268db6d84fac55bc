using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// What stands in place of delegates where nobody may tell who it was: for each such activity a secret, and from it and
/// the delegate an alias. While the secret is there, people find their own again; without it an alias is anybody's.
/// Secrets come from outside, because the core has no chance; equal to any other one, because it is no part of what
/// happened.
/// </summary>
public sealed class Aliases
{
    public static readonly Aliases None = new(ImmutableDictionary<string, Veil>.Empty);

    private readonly ImmutableDictionary<string, Veil> veils;

    private Aliases(ImmutableDictionary<string, Veil> veils) => this.veils = veils;

    public bool IsEmpty => veils.IsEmpty;

    public bool Has(string activityId) => veils.ContainsKey(activityId);

    public Aliases With(SessionId session, string activityId, byte[] secret) => new(veils.SetItem(activityId, new(session, secret)));

    /// <summary>The alias of a delegate in an activity; null where that has none.</summary>
    public DelegateId? Of(string activityId, DelegateId id) => veils.TryGetValue(activityId, out var veil) ? veil.Of(id) : null;

    /// <summary>Whose alias it is; null: of none of these, or the secret is gone.</summary>
    internal DelegateId? Owner(string activityId, DelegateId alias, IEnumerable<DelegateId> among) =>
        veils.TryGetValue(activityId, out var veil) ? veil.Owner(alias, among) : null;

    /// <summary>Whose alias it is, in whatever activity.</summary>
    internal DelegateId? Owner(DelegateId alias, IReadOnlyCollection<DelegateId> among) =>
        veils.Values.Select(v => v.Owner(alias, among)).FirstOrDefault(o => o is not null);

    // Each alias is computed once; views ask for them again and again.
    private sealed class Veil(SessionId session, byte[] secret)
    {
        private const int Bytes = 16;

        private readonly ConcurrentDictionary<DelegateId, DelegateId> aliases = new();
        private readonly ConcurrentDictionary<DelegateId, DelegateId> owners = new();

        internal DelegateId Of(DelegateId id) => aliases.TryGetValue(id, out var known) ? known : Compute(id);

        internal DelegateId? Owner(DelegateId alias, IEnumerable<DelegateId> among)
        {
            if (owners.TryGetValue(alias, out var known)) return known;
            foreach (var id in among) Of(id);
            return owners.TryGetValue(alias, out known) ? known : null;
        }

        private DelegateId Compute(DelegateId id)
        {
            var mac = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{session}:{id}"));
            var alias = DelegateId.Alias(Convert.ToHexStringLower(mac.AsSpan(0, Bytes)));
            owners[alias] = id;
            return aliases[id] = alias;
        }
    }
}
