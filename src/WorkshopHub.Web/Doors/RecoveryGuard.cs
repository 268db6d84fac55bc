using System.Net;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Limits;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Slows down whoever guesses recovery codes, and keeps nobody out who has a right one. A code has about 39 bits, so there
/// are two limits. Whoever is wrong often is told to wait, soon. But a code is judged long after that, up to a rate that is
/// safe: a right one comes in also where somebody else at the same address, a whole venue perhaps, has been told to wait.
/// </summary>
internal sealed class RecoveryGuard : IDisposable
{
    /// <summary>Wrong codes of an address that are answered as what they are; then one every two seconds.</summary>
    internal const int FreeForAnAddress = 20;

    /// <summary>Wrong codes of an address that are judged at once; then ten a second.</summary>
    internal const int JudgedOfAnAddress = 300;

    /// <summary>Wrong codes that are judged at once in a session; then twenty a second.</summary>
    internal const int JudgedInAll = 600;

    internal static readonly TimeSpan OneMoreForAnAddress = TimeSpan.FromSeconds(2);
    internal static readonly TimeSpan OneMoreOfAnAddress = TimeSpan.FromSeconds(0.1);
    internal static readonly TimeSpan OneMoreInAll = TimeSpan.FromSeconds(0.05);

    internal static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    private readonly Limiter<(SessionId, string)> free;
    private readonly Limiter<(SessionId, string)> ofAnAddress;
    private readonly Limiter<(SessionId, string)> missedLately;
    private readonly Limiter<SessionId> inAll;

    public RecoveryGuard(TimeProvider clock)
    {
        free = new(clock, LimitPolicy.Bucket(FreeForAnAddress, OneMoreForAnAddress));
        ofAnAddress = new(clock, LimitPolicy.Bucket(JudgedOfAnAddress, OneMoreOfAnAddress));
        missedLately = new(clock, LimitPolicy.Bucket(1, Lately));
        inAll = new(clock, LimitPolicy.Bucket(JudgedInAll, OneMoreInAll));
    }

    /// <summary>Either the delegate of a code, or why not.</summary>
    /// <param name="find">Looks who has the code; not called where it is not to be judged.</param>
    public (DelegateId? Id, Refusal? Refusal) Judge(SessionId session, IPAddress? address, Func<DelegateId?> find)
    {
        var here = (session, AddressKey.Of(address));
        if (NotJudged(session, here) is { } wait) return (null, wait);
        if (find() is { } id) return (id, null);
        ofAnAddress.Count(here);
        missedLately.Count(here);
        inAll.Count(session);
        return (null, free.Take(here) ?? RefusalKind.NoSuchRecoveryCode);
    }

    public void Dispose()
    {
        free.Dispose();
        ofAnAddress.Dispose();
        missedLately.Dispose();
        inAll.Dispose();
    }

    // When many addresses guess together, those that have missed before wait; a newcomer is still judged.
    private Refusal? NotJudged(SessionId session, (SessionId, string) here)
    {
        if (ofAnAddress.Look(here) is { } refusal) return refusal;
        return missedLately.Counts(here) ? inAll.Look(session) : null;
    }
}
