using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// Who is signed in, in which browser. Each sign-in is a row that can be listed and ended; memory answers most questions, and
/// looks at the row again every few seconds. What ended here is over at once; where the row cannot be written, memory says so
/// until it can. The API's tokens are something else (<see cref="ApiTokens"/>).
/// </summary>
public sealed partial class SignIns(IDbContextFactory<HubDb> databases, TimeProvider time, ILogger<SignIns> log)
{
    /// <summary>The claim that holds the cookie's secret.</summary>
    public const string Claim = "workshophub:sign-in";

    /// <summary>Of one account at the same time; one more ends the one that was not used for the longest time.</summary>
    public const int Most = 50;

    /// <summary>Not used for so long, a sign-in is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(7);

    /// <summary>After so long a sign-in is over, however much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>For so long memory is believed without looking at the row.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    // Real time: a database that hangs must not hold up a room. Whoever is known waits less, because memory can answer.
    private static readonly TimeSpan KnownWaits = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UnknownWaits = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, KnownSignIn> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> undeleted = new(StringComparer.Ordinal);

    /// <summary>Somebody signs in. The answer, for the cookie, is the only place where the secret ever stands.</summary>
    /// <param name="account">As it is now, with its stamp.</param>
    /// <param name="userAgent">What the browser says of itself.</param>
    public async Task<string> BeginAsync(Account account, string? userAgent, CancellationToken cancel = default)
    {
        var secret = Secret.New();
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var tooMany = await db.SignIns.AsNoTracking().Where(x => x.AccountId == account.Id)
            .OrderByDescending(x => x.LastUsedAt).ThenBy(x => x.Id).Skip(Most - 1).Select(x => x.Id).ToListAsync(cancel);
        db.SignIns.Add(new()
        {
            Id = Secret.Hash(secret),
            AccountId = account.Id,
            Stamp = account.SecurityStamp,
            Browser = BrowserWords.Of(userAgent),
            MadeAt = now,
            LastUsedAt = now,
            EndsAt = now + Longest,
        });
        await db.SaveChangesAsync(cancel);
        foreach (var id in tooMany) await EndAsync(id);
        return secret;
    }

    /// <summary>Whether this sign-in still holds. Where the row cannot be read, what memory knows does.</summary>
    /// <exception cref="Exception">The row cannot be read and memory knows nothing: a passing fault, no end.</exception>
    public async ValueTask<bool> IsOnAsync(string id)
    {
        var one = known.GetOrAdd(id, x => new(x));
        if (!one.IsOver && !one.IsFresh(time, Fresh)) await LookAsync(one);
        if (!one.IsOver && IsPast(one)) one.End();
        return !one.IsOver;
    }

    /// <summary>Somebody did something: it is not idle. Written down by the minute.</summary>
    public void Use(string id)
    {
        if (known.TryGetValue(id, out var one)) one.Use(time.GetUtcNow());
    }

    /// <summary>Calls back when the sign-in is over: at once where it ends here, else within seconds.</summary>
    public IDisposable Watch(string id, Action ended) => known.GetOrAdd(id, x => new(x)).Watch(ended);

    /// <summary>Ends one, never fails: what cannot be deleted now is over all the same, and deleted later.</summary>
    public async Task EndAsync(string id)
    {
        known.GetOrAdd(id, x => new(x)).End();
        undeleted.TryAdd(id, 0);
        await DeleteEndedAsync();
    }

    /// <summary>Ends one of this account's. False: it was not there, or not this account's.</summary>
    public async Task<bool> EndAsync(AccountId account, string id, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (!await db.SignIns.AnyAsync(x => x.Id == id && x.AccountId == account.Value, cancel)) return false;
        await EndAsync(id);
        return true;
    }

    /// <summary>Ends all of an account, except one where it is named.</summary>
    /// <returns>How many ended.</returns>
    public async Task<int> EndAllAsync(AccountId account, string? except, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var deleted = await db.SignIns.Where(x => x.AccountId == account.Value && x.Id != except).ExecuteDeleteAsync(cancel);
        Ended(account, except);
        return deleted;
    }

    /// <summary>The rows of an account are gone, by a transaction of somebody else's: memory and open consoles follow.</summary>
    public void Ended(AccountId account, string? except)
    {
        foreach (var one in known.Values.Where(x => x.AccountId == account.Value && x.Id != except)) one.End();
    }

    /// <summary>Within somebody's transaction that gives the account a new stamp. After its commit: <see cref="Ended"/>.</summary>
    /// <param name="keep">Holds on with the new stamp; null: none does.</param>
    internal static async Task KeepOnlyAsync(HubDb db, Account account, string? keep, CancellationToken cancel)
    {
        await db.SignIns.Where(x => x.AccountId == account.Id && x.Id != keep).ExecuteDeleteAsync(cancel);
        await db.SignIns.Where(x => x.AccountId == account.Id)
            .ExecuteUpdateAsync(x => x.SetProperty(s => s.Stamp, account.SecurityStamp), cancel);
    }

    /// <summary>The account's sign-ins that hold, the last used first.</summary>
    public async Task<IReadOnlyList<Listed>> ListAsync(AccountId account, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        var rows = await Holding(db).Where(x => x.AccountId == account.Value).ToListAsync(cancel);
        return
        [
            .. rows.Where(x => !IsOver(x.Id))
                .Select(x =>
                    new Listed(x.Id, x.Browser, x.MadeAt, Later(x.LastUsedAt, known.GetValueOrDefault(x.Id)?.LastUsedAt), x.EndsAt))
                .Where(x => now - x.LastUsedAt < Idle)
                .OrderByDescending(x => x.LastUsedAt).ThenBy(x => x.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Looks at each sign-in with an open console: whichever is over by time or by its row ends there, too.</summary>
    internal async Task LookAtWatchedAsync()
    {
        foreach (var one in known.Values.Where(x => x.IsWatched))
        {
            try
            {
                await IsOnAsync(one.Id);
            }
            catch (Exception e)
            {
                LogUnread(e);
            }
        }
    }

    /// <summary>Writes down what memory knows, and clears away what is over. Never fails; what was not written is next time.</summary>
    internal async Task WriteDownAsync()
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync();
            var now = time.GetUtcNow();
            var used = known.Values.Where(x => x is { IsRead: true, IsOver: false } && x.LastUsedAt > x.NotedAt)
                .Select(x => (One: x, x.LastUsedAt)).ToList();
            if (used.Count > 0) await NoteAsync(db, used);
            var idleSince = now - Idle;
            await db.SignIns.Where(x => x.EndsAt <= now || x.LastUsedAt <= idleSince).ExecuteDeleteAsync();
        }
        catch (ObjectDisposedException)
        {
            // The program has ended meanwhile.
            return;
        }
        catch (Exception e)
        {
            LogUnwritten(e);
        }

        await DeleteEndedAsync();
        foreach (var one in known.Values.Where(x => !x.IsWatched && CanBeForgotten(x))) known.TryRemove(one.Id, out _);
    }

    /// <summary>As after a start: memory knows nothing.</summary>
    internal void Forget() => known.Clear();

    private bool IsOver(string id) => known.TryGetValue(id, out var one) && one.IsOver;

    private bool IsPast(KnownSignIn one) => time.GetUtcNow() is var now && (one.EndsAt <= now || now - one.LastUsedAt >= Idle);

    // What ended stays known as long as its row is there.
    private bool CanBeForgotten(KnownSignIn one) => one.IsOver ? !undeleted.ContainsKey(one.Id) : one.EndsAt <= time.GetUtcNow();

    private async Task LookAsync(KnownSignIn one)
    {
        var wasRead = one.IsRead;
        try
        {
            await one.ReadOnce(() => ReadAsync(one)).WaitAsync(wasRead ? KnownWaits : UnknownWaits);
        }
        catch (Exception e) when (wasRead)
        {
            // A full or locked database must throw nobody out who was let in; what ends, ends in memory first.
            LogUnread(e);
            one.Spare(time.GetTimestamp());
        }
    }

    private async Task ReadAsync(KnownSignIn one)
    {
        var at = time.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.SignIns.AsNoTracking().Where(x => x.Id == one.Id)
            .Join(db.Users, x =>
                x.AccountId, x => x.Id, (s, a) => new { s.AccountId, s.LastUsedAt, s.EndsAt, Holds = s.Stamp == a.SecurityStamp })
            .SingleOrDefaultAsync();
        if (row is { Holds: true }) one.Read(row.AccountId, row.LastUsedAt, row.EndsAt, at);
        else one.End();
    }

    // One transaction: the journal waits for its turn once, not for each of them.
    private static async Task NoteAsync(HubDb db, List<(KnownSignIn One, DateTimeOffset At)> used)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var (one, at) in used)
        {
            await db.SignIns.Where(x => x.Id == one.Id).ExecuteUpdateAsync(x => x.SetProperty(s => s.LastUsedAt, at));
        }

        await transaction.CommitAsync();
        foreach (var (one, at) in used) one.Note(at);
    }

    private async Task DeleteEndedAsync()
    {
        if (undeleted.IsEmpty) return;
        try
        {
            var ids = undeleted.Keys.ToArray();
            await using var db = await databases.CreateDbContextAsync();
            await db.SignIns.Where(x => ids.Contains(x.Id)).ExecuteDeleteAsync();
            foreach (var id in ids) undeleted.TryRemove(id, out _);
        }
        catch (Exception e)
        {
            LogUnwritten(e);
        }
    }

    private IQueryable<SignInRow> Holding(HubDb db)
    {
        var (now, accounts) = (time.GetUtcNow(), db.Users);
        return db.SignIns.AsNoTracking()
            .Where(x => x.EndsAt > now && accounts.Any(a => a.Id == x.AccountId && a.SecurityStamp == x.Stamp));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    [LoggerMessage(EventId = 2100, Level = LogLevel.Warning, Message =
        "A sign-in could not be looked up; what is known of it holds meanwhile")]
    private partial void LogUnread(Exception e);

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message =
        "Sign-ins could not be written down; it is tried again within a minute")]
    private partial void LogUnwritten(Exception e);

    /// <param name="Id">For ending it; opens nothing.</param>
    /// <param name="Browser">In words.</param>
    public sealed record Listed(string Id, string Browser, DateTimeOffset MadeAt, DateTimeOffset LastUsedAt, DateTimeOffset EndsAt);
}

/// <summary>Every few seconds looks after consoles that are open, and by the minute writes down who was there.</summary>
internal sealed class SignInKeeper(SignIns signIns, TimeProvider time) : BackgroundService
{
    internal static readonly TimeSpan Looks = TimeSpan.FromSeconds(5);
    private const int LooksPerWriting = 12;
    private static readonly TimeSpan LastWriting = TimeSpan.FromSeconds(2);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await Task.Run(signIns.WriteDownAsync, CancellationToken.None).WaitAsync(LastWriting, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // A minute of use is forgotten; stopping in time matters more.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Looks, time);
        try
        {
            for (var look = 1; await timer.WaitForNextTickAsync(stoppingToken); look++)
            {
                await signIns.LookAtWatchedAsync();
                if (look % LooksPerWriting == 0) await signIns.WriteDownAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }
}
