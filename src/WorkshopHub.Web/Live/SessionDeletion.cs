using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Live;

/// <summary>Deletes a session: everything about it is gone at once. Its code is free again only when nothing resolves it.</summary>
internal sealed class SessionDeletion(IDbContextFactory<HubDb> contexts, ISessionHost host, Relays relays)
{
    public async Task DeleteAsync(SessionId id, CancellationToken cancel = default)
    {
        await relays.EndAsync(id);
        await host.RetireAsync(id, () => DeleteRowsAsync(id, cancel));
        // Whoever asked in between has started it again.
        await relays.EndAsync(id);
    }

    private async Task DeleteRowsAsync(SessionId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await db.Events.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.Words.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.People.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.Secrets.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.Receipts.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.Screens.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.Members.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.Codes.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.Sessions.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        // The rows are gone; what stood in them lies in the log beside the database until that is emptied.
        SqliteLog.Empty(db);
    }
}
