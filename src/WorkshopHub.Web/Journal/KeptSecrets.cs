using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Journal;

/// <summary>The secrets of aliases, as long as there are some; see docs/decisions/0006-aliases.md.</summary>
internal sealed class KeptSecrets : IProjection
{
    // At once and in order: a session can be closed and opened again in one commit.
    public void Write(HubDb db, IReadOnlyList<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            var session = entry.SessionId.Value;
            if (entry.Record.ForgetsSecrets) db.Secrets.Where(x => x.SessionId == session).ExecuteDelete();
            foreach (var secret in entry.Record.Secrets)
            {
                db.Database.ExecuteSql(
                    $"""
                    INSERT INTO "Secrets" ("SessionId", "ActivityId", "Secret")
                    VALUES ({session}, {secret.ActivityId}, {secret.Secret})
                    """);
            }
        }
    }

    public Task DeleteAsync(HubDb db, SessionId id, CancellationToken cancel) =>
        db.Secrets.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
}
