using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Journal;

/// <summary>Everything that the journal keeps of one session.</summary>
public sealed record StoredSession(
    SessionId Id, string Code, IReadOnlyList<Recorded> Events, IReadOnlyList<Receipt> Receipts, IReadOnlyList<AliasSecret> Secrets);

/// <summary>Reads journals, with texts and people put back into the events.</summary>
public sealed class JournalReader(IDbContextFactory<HubDb> contexts, EventCodec codec)
{
    /// <summary>A whole session, or null for one that does not exist.</summary>
    /// <exception cref="UnreadableSessionException">The journal holds an event that this version cannot read.</exception>
    public async Task<StoredSession?> LoadAsync(SessionId id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var code = await db.Sessions.Where(x => x.SessionId == id.Value).Select(x => x.Code).SingleOrDefaultAsync(cancel);
        if (code is null) return null;

        var events = await ReadAsync(db, id.Value, 0, cancel);
        var last = events.Count == 0 ? 0 : events[^1].Version;
        // Asked after the events: without the bound, a commit in between would show receipts of events that are not here.
        var receipts = await db.Receipts.AsNoTracking()
            .Where(x => x.SessionId == id.Value && x.Version <= last)
            .OrderBy(x => x.Version)
            .ToListAsync(cancel);
        var secrets =
            await db.Secrets.AsNoTracking().Where(x => x.SessionId == id.Value).Select(x => new AliasSecret(x.ActivityId, x.Secret))
            .ToListAsync(cancel);
        return await UnveilAsync(db, new(id, code, events, [.. receipts.Select(ToReceipt)], secrets), cancel);
    }

    /// <summary>The session that is joined by this code, or null.</summary>
    public async Task<SessionId?> FindByCodeAsync(string code, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var id = await db.Codes.Where(x => x.Code == code).Select(x => x.SessionId).SingleOrDefaultAsync(cancel);
        return id is null ? null : new SessionId(id);
    }

    /// <summary>
    /// What came after a version, in order, with aliases in place of people where they are kept so; empty also for a session that
    /// does not exist.
    /// </summary>
    /// <exception cref="UnreadableSessionException">The journal holds an event that this version cannot read.</exception>
    public async Task<IReadOnlyList<Recorded>> EventsAfterAsync(
        SessionId id, long version, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReadAsync(db, id.Value, version, cancel);
    }

    private async Task<List<Recorded>> ReadAsync(HubDb db, string session, long after, CancellationToken cancel)
    {
        // Events first, then what was detached: that is written together with its event and its row never goes away, so
        // every event read here finds what it refers to, without a transaction around it.
        var rows = await db.Events.AsNoTracking()
            .Where(x => x.SessionId == session && x.Version > after)
            .OrderBy(x => x.Version)
            .ToListAsync(cancel);
        if (rows.Count == 0) return [];
        // Before anything is read: what looks damaged may be meant so by the version that has written the rest.
        if (rows.FirstOrDefault(r => !codec.Knows(r.Type)) is { } newer) throw UnreadableSessionException.Newer(newer.Version, newer.Type);
        var detached = await ReadDetachedAsync(db, session, cancel);
        return rows.ConvertAll(row => ToRecorded(row, detached));
    }

    private static async Task<DetachedTexts> ReadDetachedAsync(HubDb db, string session, CancellationToken cancel)
    {
        var detached = new DetachedTexts();
        var texts = db.Words.AsNoTracking().Where(x => x.SessionId == session);
        var people = db.People.AsNoTracking().Where(x => x.SessionId == session);
        foreach (var row in await texts.ToListAsync(cancel)) detached.Keep(new Words(row.WordsId, row.Text));
        foreach (var row in await people.ToListAsync(cancel))
        {
            detached.Keep(new Profile(new(row.DelegateId), row.Name, row.Sector, row.Language));
        }

        return detached;
    }

    // As long as the secret is there, the people are put back into the lines that have aliases of them.
    private static async Task<StoredSession> UnveilAsync(HubDb db, StoredSession stored, CancellationToken cancel)
    {
        if (!stored.Secrets.Any(s => s.ActivityId == Roll.Key)) return stored;
        var aliases = stored.Secrets.Aggregate(Aliases.None, (all, s) => all.With(stored.Id, s.ActivityId, s.Secret));
        var people = (await ReadDetachedAsync(db, stored.Id.Value, cancel)).People.ToDictionary(p => p.Id);
        return stored with
        {
            Events = [.. stored.Events.Select(e => Roll.Unveiled(aliases, people, e))],
            Receipts = [.. stored.Receipts
                .Select(r => r.ResultId is null ? r : r with { ResultId = Roll.Unveiled(aliases, people.Keys, new(r.ResultId)).Value })],
        };
    }

    private Recorded ToRecorded(EventRow row, DetachedTexts detached)
    {
        try
        {
            return new(row.Version, row.At, Sender.Parse(row.By), codec.Read(row.Type, row.Data, detached));
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            throw UnreadableSessionException.Damaged(row.Version, row.Type, e);
        }
    }

    private static Receipt ToReceipt(ReceiptRow row)
    {
        try
        {
            return new(row.CommandId, Sender.Parse(row.Author), row.Version, row.ResultId);
        }
        catch (FormatException e)
        {
            throw UnreadableSessionException.Damaged(row.Version, "receipt", e);
        }
    }
}
