using System.Net;
using WorkshopHub.Core;
using WorkshopHub.Web.Limits;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// Slows down whoever opens one-time links that do not exist. Links that do are not counted: a venue shares one address, and
/// whoever holds a link guesses nothing.
/// </summary>
internal sealed class LinkLimits(TimeProvider clock) : IDisposable
{
    internal const int Free = 5;

    private readonly Limiter<string> byAddress = new(clock, LimitPolicy.Bucket(Free, TimeSpan.FromSeconds(12)));

    /// <summary>A link led nowhere. Null: say so; else the refusal that takes its place.</summary>
    public Refusal? Missed(IPAddress? address) => byAddress.Take(AddressKey.Of(address));

    public void Dispose() => byAddress.Dispose();
}
