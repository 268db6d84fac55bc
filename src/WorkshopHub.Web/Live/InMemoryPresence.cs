using System.Collections.Concurrent;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>Presence where everything is in one memory: of one process, or of several hosts in it that share the reports.</summary>
internal sealed class InMemoryPresence(ConcurrentDictionary<(SessionId Session, object Process), Phones> reports) : IPresence
{
    public InMemoryPresence()
        : this(new())
    {
    }

    public void Report(SessionId session, Phones here)
    {
        if (here == Phones.None) reports.TryRemove((session, this), out _);
        else reports[(session, this)] = here;
    }

    public Phones Of(SessionId session) =>
        reports.Where(r => r.Key.Session == session).Select(r => r.Value).Aggregate(Phones.None, (all, one) => all.With(one));
}
