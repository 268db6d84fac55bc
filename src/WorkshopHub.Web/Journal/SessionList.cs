using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Journal;

/// <summary>Sessions as lists need them, and in whose list each is.</summary>
internal sealed class SessionList : IProjection
{
    public void Write(HubDb db, IReadOnlyList<JournalEntry> entries)
    {
        foreach (var entry in entries) KeepMembers(db, entry.Before, entry.After);
        var session = entries[0].SessionId.Value;
        // Only the newest counts.
        if (entries.LastOrDefault(Shows) is not { After: var after }) return;
        if (entries.Select(e => e.Creation).FirstOrDefault(c => c is not null) is { } creation) Create(db, session, creation, after);
        else Update(db, session, after);
    }

    public async Task DeleteAsync(HubDb db, SessionId id, CancellationToken cancel)
    {
        await db.Members.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
        await db.Sessions.Where(x => x.SessionId == id.Value).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Whether anything that lists show has changed: a contribution in full swing writes one row less.</summary>
    private static bool Shows(JournalEntry entry)
    {
        var (before, after) = (entry.Before, entry.After);
        return entry.Creation is not null || before.Title != after.Title || before.Stage != after.Stage
            || !ReferenceEquals(before.Delegates, after.Delegates) || !ReferenceEquals(before.Roles, after.Roles);
    }

    private static void Create(HubDb db, string session, Creation creation, SessionState after) => db.Sessions.Add(new()
    {
        SessionId = session,
        Code = creation.Code,
        Title = after.Title,
        Stage = after.Stage.Word(),
        Version = after.Version,
        Delegates = after.Present.Count(),
        CreatedAt = creation.CreatedAt.ToUniversalTime(),
        ChangedAt = after.At.ToUniversalTime(),
    });

    private static void Update(HubDb db, string session, SessionState after)
    {
        var (stage, delegates, changedAt) = (after.Stage.Word(), after.Present.Count(), after.At.ToUniversalTime());
        var rows = db.Sessions.Where(x => x.SessionId == session).ExecuteUpdate(row => row
            .SetProperty(x => x.Title, after.Title)
            .SetProperty(x => x.Stage, stage)
            .SetProperty(x => x.Version, after.Version)
            .SetProperty(x => x.Delegates, delegates)
            .SetProperty(x => x.ChangedAt, changedAt));
        if (rows == 0) throw new InvalidOperationException($"Session {session} was never created.");
    }

    /// <summary>Those who are new, have another role or are no longer members; the others stay as they are.</summary>
    private static void KeepMembers(HubDb db, SessionState before, SessionState after)
    {
        if (ReferenceEquals(before.Roles, after.Roles)) return;
        var session = before.Id.Value;
        foreach (var (account, role) in after.Roles.Where(r => before.Roles.GetValueOrDefault(r.Key) != r.Value))
        {
            db.Database.ExecuteSql(
                $"""
                INSERT INTO "Members" ("SessionId", "AccountId", "Role") VALUES ({session}, {account.Value}, {RoleChanges.Word(role)})
                ON CONFLICT ("SessionId", "AccountId") DO UPDATE SET "Role" = excluded."Role"
                """);
        }

        foreach (var gone in before.Roles.Keys.Where(id => !after.Roles.ContainsKey(id)))
        {
            db.Members.Where(x => x.SessionId == session && x.AccountId == gone.Value).ExecuteDelete();
        }
    }
}
