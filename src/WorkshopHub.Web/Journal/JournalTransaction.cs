using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Journal;

/// <summary>Entries of any number of sessions, written together or not at all.</summary>
internal sealed class JournalTransaction(HubDb db, EventCodec codec)
{
    /// <exception cref="CodeTakenException">A new session's join code belongs to another one.</exception>
    public void Write(IEnumerable<Entry> entries)
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

    private void Add(string session, IReadOnlyList<Entry> entries)
    {
        var apart = new Apart();
        foreach (var entry in entries)
        {
            foreach (var recorded in entry.Events) db.Events.Add(Row(session, recorded, apart));
            if (entry.ForgetsSecrets) db.Secrets.Where(x => x.SessionId == session).ExecuteDelete();
            foreach (var secret in entry.Secrets) Keep(session, secret);
            if (entry.Receipt is { } receipt) db.Receipts.Add(Row(session, receipt));
        }

        // Lists need only the newest of each.
        foreach (var (id, text) in apart.Texts) Keep(session, id, text);
        foreach (var profile in entries.SelectMany(x => x.People).Concat(apart.People)) Keep(session, profile);
        if (entries.Any(x => x.ForgetsSecrets)) Shuffle(session);
        foreach (var member in entries.SelectMany(x => x.Listing?.Members ?? [])) Keep(session, member);
        var creation = entries.Select(x => x.Creation).FirstOrDefault(x => x is not null);
        if (entries.Select(x => x.Listing).LastOrDefault(x => x is not null) is not { } listing) return;
        if (creation is null) Update(session, listing);
        else Create(session, creation, listing);
    }

    private EventRow Row(string session, Recorded recorded, Apart apart) => new()
    {
        SessionId = session,
        Version = recorded.Version,
        At = recorded.At.ToUniversalTime(),
        Type = codec.NameOf(recorded.Event),
        By = recorded.By.Key,
        Data = codec.Write(recorded.Event, apart),
    };

    private static ReceiptRow Row(string session, Receipt receipt) => new()
    {
        SessionId = session,
        CommandId = receipt.CommandId,
        Author = receipt.Author.Key,
        Version = receipt.Version,
        ResultId = receipt.ResultId,
    };

    private void Create(string session, Creation creation, Listing listing)
    {
        db.Codes.Add(new() { Code = creation.Code, SessionId = session });
        db.Sessions.Add(new()
        {
            SessionId = session,
            Code = creation.Code,
            Title = listing.Title,
            Stage = listing.Stage,
            Version = listing.Version,
            Delegates = listing.Delegates,
            CreatedAt = creation.CreatedAt.ToUniversalTime(),
            ChangedAt = listing.ChangedAt.ToUniversalTime(),
        });
    }

    private void Update(string session, Listing listing)
    {
        var changedAt = listing.ChangedAt.ToUniversalTime();
        var rows = db.Sessions.Where(x => x.SessionId == session).ExecuteUpdate(row => row
            .SetProperty(x => x.Title, listing.Title)
            .SetProperty(x => x.Stage, listing.Stage)
            .SetProperty(x => x.Version, listing.Version)
            .SetProperty(x => x.Delegates, listing.Delegates)
            .SetProperty(x => x.ChangedAt, changedAt));
        if (rows == 0) throw new InvalidOperationException($"Session {session} was never created.");
    }

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

    // At once and in order: a session can be closed and opened again in one commit.
    private void Keep(string session, AliasSecret secret) => db.Database.ExecuteSql(
        $"""INSERT INTO "Secrets" ("SessionId", "ActivityId", "Secret") VALUES ({session}, {secret.ActivityId}, {secret.Secret})""");

    private void Keep(string session, Member member)
    {
        if (member.Role is null)
        {
            db.Members.Where(x => x.SessionId == session && x.AccountId == member.Account.Value).ExecuteDelete();
            return;
        }

        db.Database.ExecuteSql(
            $"""
            INSERT INTO "Members" ("SessionId", "AccountId", "Role") VALUES ({session}, {member.Account.Value}, {member.Role})
            ON CONFLICT ("SessionId", "AccountId") DO UPDATE SET "Role" = excluded."Role"
            """);
    }
}
