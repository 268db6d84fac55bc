using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Doors;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>Opens desks: for accounts that have a role in the session, for nobody else.</summary>
internal sealed class Desks(ISessionHost host, Relays relays, SignIns signIns, SessionLists lists, TimeProvider clock)
{
    private const int LongestId = 40;

    /// <exception cref="UnreadableSessionException">This account has a role in it, and this version cannot read it.</exception>
    /// <param name="signIn">Over, and nothing is sent from this desk any more.</param>
    public async Task<Desk?> OpenAsync(string id, AccountId account, string? signIn, CancellationToken cancel = default)
    {
        if (id.Length > LongestId || await FindAsync(new(id), account, cancel) is not { } session) return null;
        if (!new DeskView(session.State, account).May(Right.Read)) return null;
        return new(session, account, () => relays.PhonesOf(session.Id), clock, signIn is null ? null : () => signIns.IsOnAsync(signIn));
    }

    private async Task<ILiveSession?> FindAsync(SessionId id, AccountId account, CancellationToken cancel)
    {
        try
        {
            return await host.FindAsync(id, cancel);
        }
        catch (UnreadableSessionException)
        {
            if (await lists.HasAsync(account, id, cancel)) throw;
            return null;
        }
    }
}
