using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Journal;

/// <summary>Entries of any number of sessions, written together or not at all.</summary>
internal sealed class JournalTransaction(HubDb db, EventCodec codec, IReadOnlyList<IProjection> projections)
{
    /// <exception cref="CodeTakenException">A new session's join code belongs to another one.</exception>
    public void Write(IEnumerable<JournalEntry> entries)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        using var transaction = db.Database.BeginTransaction();
        foreach (var session in entries.GroupBy(x => x.SessionId)) Add(session.Key.Value, [.. session]);
        try
        {
            db.SaveChanges();
        }
        catch (DbUpdateException e) when (e.Entries.Any(x => x.Entity is CodeRow))
        {
            throw new CodeTakenException(e);
        }

        transaction.Commit();
    }

    private void Add(string session, IReadOnlyList<JournalEntry> entries)
    {
        var detached = new DetachedTexts();
        foreach (var entry in entries)
        {
            foreach (var recorded in entry.Record.Events) db.Events.Add(Row(session, recorded, detached));
            if (entry.Receipt is { } receipt) db.Receipts.Add(Row(session, receipt));
            if (entry.Creation is { } creation) db.Codes.Add(new() { Code = creation.Code, SessionId = session });
        }

        // Only the newest of each is kept.
        foreach (var (id, text) in detached.Texts) Keep(session, id, text);
        foreach (var profile in entries.SelectMany(x => x.Record.People).Concat(detached.People)) Keep(session, profile);
        if (entries.Any(x => x.Record.ForgetsSecrets)) Shuffle(session);
        foreach (var projection in projections) projection.Write(db, entries);
    }

    private EventRow Row(string session, Recorded recorded, DetachedTexts detached) => new()
    {
        SessionId = session,
        Version = recorded.Version,
        At = recorded.At.ToUniversalTime(),
        Type = codec.NameOf(recorded.Event),
        By = recorded.By.Key,
        Data = codec.Write(recorded.Event, detached),
    };

    private static ReceiptRow Row(string session, Receipt receipt) => new()
    {
        SessionId = session,
        CommandId = receipt.CommandId,
        Author = receipt.Author.Key,
        Version = receipt.Version,
        ResultId = receipt.ResultId,
    };

    // EF has no "insert or update", and asking first would cost a question for each text. The databases that there may be
    // understand the same sentence.
    // A text is written once: one that comes back with an undo is there already, or was erased and stays so.
    private void Keep(string session, string id, string? text) => db.Database.ExecuteSql(
        $"""
        INSERT INTO "Words" ("SessionId", "WordsId", "Text") VALUES ({session}, {id}, {text})
        ON CONFLICT ("SessionId", "WordsId") DO UPDATE SET "Text" = excluded."Text" WHERE excluded."Text" IS NULL
        """);

    private void Keep(string session, Profile profile) => db.Database.ExecuteSql(
        $"""
        INSERT INTO "People" ("SessionId", "DelegateId", "Name", "Sector", "Language")
        VALUES ({session}, {profile.Id.Value}, {profile.Name}, {profile.Sector}, {profile.Language})
        ON CONFLICT ("SessionId", "DelegateId") DO UPDATE SET "Name" = excluded."Name", "Sector" = excluded."Sector", "Language" = excluded."Language"
        """);

    // The rows lie in the order in which people came, which is that of lines whose people nobody shall tell. Ids are made by
    // chance, so that their order says nothing.
    private void Shuffle(string session)
    {
        var people = db.People.AsNoTracking().Where(x => x.SessionId == session).OrderBy(x => x.DelegateId).ToList();
        db.People.Where(x => x.SessionId == session).ExecuteDelete();
        foreach (var p in people) Keep(session, new Profile(new(p.DelegateId), p.Name, p.Sector, p.Language));
    }
}
