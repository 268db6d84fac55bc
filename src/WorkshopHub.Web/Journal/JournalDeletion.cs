using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Journal;

/// <summary>
/// Takes all that is kept of a session out of the database and out of its files. Nothing of it may be on its way to the disk.
/// </summary>
public sealed class JournalDeletion
{
    private readonly IDbContextFactory<HubDb> contexts;
    private readonly IDatabase database;
    private readonly IReadOnlyList<IProjection> projections;

    internal JournalDeletion(IDbContextFactory<HubDb> contexts, IDatabase database, IEnumerable<IProjection> projections) =>
        (this.contexts, this.database, this.projections) = (contexts, database, [.. projections]);

    public async Task DeleteAsync(SessionId id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await db.Events.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.Words.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.People.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.Receipts.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.Screens.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            await db.Codes.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
            foreach (var projection in projections) await projection.DeleteAsync(db, id, cancel);
            await transaction.CommitAsync(cancel);
        }

        database.Scrub(db);
    }
}
