using System.Net;
using WorkshopHub.Core;
using WorkshopHub.Web.Limits;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Slows down whoever guesses join codes, and never the room. Only codes that lead nowhere are counted, for each address
/// and all together; an address from which a session's facilitator, screen or delegate has been seen may always use that
/// session's code, because it guesses nothing. A whole venue shares one address: three hundred honest joins are no guess.
/// </summary>
internal sealed class CodeGuard(TimeProvider clock)
{
    internal const int FailuresPerAddress = 20;
    internal const int FailuresInAll = 200;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private const int SweepAbove = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Failures> byAddress = new(StringComparer.Ordinal);
    private readonly HashSet<(string Address, string Code)> known = [];
    private Failures inAll;

    /// <summary>Whether this address may try this code now.</summary>
    /// <returns>Null: yes; else the refusal with the seconds to wait.</returns>
    public Refusal? Refuse(IPAddress? address, string code)
    {
        var from = AddressKey.Of(address);
        lock (gate)
        {
            if (known.Contains((from, code))) return null;
            var now = clock.Steady();
            var own = Current(byAddress.GetValueOrDefault(from), now);
            if (own.Count >= FailuresPerAddress) return Wait(own, now);
            // When many addresses guess together, those that have missed before wait; a newcomer still gets the first try.
            var all = Current(inAll, now);
            return all.Count >= FailuresInAll && own.Count > 0 ? Wait(all, now) : null;
        }
    }

    /// <summary>The code led nowhere.</summary>
    public void Failed(IPAddress? address)
    {
        lock (gate)
        {
            var now = clock.Steady();
            if (byAddress.Count > SweepAbove) Sweep(now);
            var from = AddressKey.Of(address);
            byAddress[from] = More(byAddress.GetValueOrDefault(from), now);
            inAll = More(inAll, now);
        }
    }

    /// <summary>Somebody who knows the code was seen here: a delegate, a screen, a facilitator.</summary>
    public void Seen(IPAddress? address, string code)
    {
        lock (gate)
        {
            if (known.Count > SweepAbove) known.Clear();
            known.Add((AddressKey.Of(address), code));
        }
    }

    private static Refusal Wait(Failures failures, TimeSpan now) =>
        RefusalKind.TooManyAttempts.With(Math.Max(1, (int)Math.Ceiling((failures.Until - now).TotalSeconds)));

    private static Failures Current(Failures f, TimeSpan now) => f.Until > now ? f : default;

    private static Failures More(Failures f, TimeSpan now) => f.Until > now ? f with { Count = f.Count + 1 } : new(now + Window, 1);

    private void Sweep(TimeSpan now)
    {
        foreach (var (key, f) in byAddress)
        {
            if (f.Until <= now) byAddress.Remove(key);
        }
    }

    private readonly record struct Failures(TimeSpan Until, int Count);
}
