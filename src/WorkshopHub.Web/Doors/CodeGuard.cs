using System.Net;
using WorkshopHub.Core;
using WorkshopHub.Web.Limits;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Slows down whoever guesses join codes, and never the room. Only codes that lead nowhere are counted, for each address
/// and all together; an address from which a session's facilitator, screen or delegate has been seen may always use that
/// session's code, because it guesses nothing. A whole venue shares one address: three hundred honest joins are no guess.
/// </summary>
internal sealed class CodeGuard(TimeProvider clock) : IDisposable
{
    internal const int FailuresPerAddress = 20;
    internal const int FailuresInAll = 200;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private const string Everybody = "";
    private const int MostKnown = 20_000;

    private readonly Limiter<string> byAddress = new(clock, LimitPolicy.Window(FailuresPerAddress, Window));
    private readonly Limiter<string> inAll = new(clock, LimitPolicy.Window(FailuresInAll, Window));
    private readonly Lock gate = new();
    private readonly HashSet<(string Address, string Code)> known = [];

    /// <summary>Whether this address may try this code now.</summary>
    /// <returns>Null: yes; else the refusal with the seconds to wait.</returns>
    public Refusal? Refuse(IPAddress? address, string code)
    {
        var from = AddressKey.Of(address);
        lock (gate)
        {
            if (known.Contains((from, code))) return null;
        }

        if (byAddress.Look(from) is { } refusal) return refusal;
        // When many addresses guess together, those that have missed before wait; a newcomer still gets the first try.
        return byAddress.Counts(from) ? inAll.Look(Everybody) : null;
    }

    /// <summary>The code led nowhere.</summary>
    public void Failed(IPAddress? address)
    {
        byAddress.Count(AddressKey.Of(address));
        inAll.Count(Everybody);
    }

    /// <summary>Somebody who knows the code was seen here: a delegate, a screen, a facilitator.</summary>
    public void Seen(IPAddress? address, string code)
    {
        lock (gate)
        {
            if (known.Count > MostKnown) known.Clear();
            known.Add((AddressKey.Of(address), code));
        }
    }

    public void Dispose()
    {
        byAddress.Dispose();
        inAll.Dispose();
    }
}
