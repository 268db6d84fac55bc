using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>Deletes a session: everything about it is gone at once. Its code is free again only when nothing resolves it.</summary>
internal sealed class SessionDeletion(ISessionHost host, Relays relays)
{
    public async Task DeleteAsync(SessionId id, CancellationToken cancel = default)
    {
        await relays.EndAsync(id);
        await host.DeleteAsync(id, cancel);
        // Whoever asked in between has started it again.
        await relays.EndAsync(id);
    }
}
