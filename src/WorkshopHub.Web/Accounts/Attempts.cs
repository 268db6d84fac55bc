using System.Net;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// Slows guessing: so many wrong passwords a minute for one email from one address. Never by address alone, because a
/// whole venue shares one. In memory: a restart forgives, the lock-out of the account in the database does not.
/// </summary>
public sealed class Attempts(TimeProvider time)
{
    public const int Most = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const int SweepAbove = 10_000;

    private readonly Dictionary<(string Email, IPAddress Address), (TimeSpan Until, int Count)> counted = [];
    private readonly Lock gate = new();

    /// <summary>Counts one attempt, before the password is looked at. Null: go on; otherwise how long to wait.</summary>
    public TimeSpan? Take(string email, IPAddress? address)
    {
        var now = time.Steady();
        var key = Key(email, address);
        lock (gate)
        {
            if (counted.Count > SweepAbove) Sweep(now);
            var (until, count) = counted.GetValueOrDefault(key);
            if (until <= now) (until, count) = (now + Window, 0);
            if (count >= Most) return until - now;
            counted[key] = (until, count + 1);
            return null;
        }
    }

    /// <summary>The password was right: what was mistyped before it no longer counts.</summary>
    public void Forget(string email, IPAddress? address)
    {
        lock (gate) counted.Remove(Key(email, address));
    }

    private static (string, IPAddress) Key(string email, IPAddress? address) =>
        (email.Trim().ToUpperInvariant(), address ?? IPAddress.None);

    private void Sweep(TimeSpan now)
    {
        foreach (var (key, (until, _)) in counted)
        {
            if (until <= now) counted.Remove(key);
        }
    }
}
