using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>Bearer tokens of the HTTP API. A token opens everything that its account may do, until it is revoked.</summary>
public sealed partial class ApiTokens(IDbContextFactory<HubDb> databases, TimeProvider time, ILogger<ApiTokens> log)
{
    public const string Prefix = "wh_";

    public const int LongestName = 120;

    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token. The answer is the only place where it ever stands.</summary>
    /// <param name="id">From a form, so that the same form sent twice makes one token; null: a new one.</param>
    public async Task<(string? Token, Refusal? Refusal)> CreateAsync(AccountId account, string? name, Guid? id =
        null, CancellationToken cancellationToken = default)
    {
        name = Writing.CleanLine(name ?? "");
        if (Writing.IsEmpty(name)) return (null, RefusalKind.TextEmpty);
        var length = Writing.Length(name);
        if (length > LongestName) return (null, RefusalKind.TextTooLong.With(length - LongestName, LongestName));

        var token = Secret.New(Prefix);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = new ApiToken
        {
            Id = (id ?? Guid.CreateVersion7(time.GetUtcNow())).ToString("n"),
            AccountId = account.Value,
            Name = name,
            TokenHash = Secret.Hash(token),
            CreatedAt = time.GetUtcNow(),
        };
        db.ApiTokens.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (id is not null)
        {
            if (await db.ApiTokens.AsNoTracking().AnyAsync(x => x.Id == row.Id, cancellationToken))
            {
                return (null, RefusalKind.CommandIdTaken);
            }

            throw;
        }

        return (token, null);
    }

    /// <summary>Whose token this is, or null: unknown or revoked.</summary>
    public async Task<AccountId?> VerifyAsync(string? token, CancellationToken cancellationToken = default)
    {
        if (token is null || !token.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var hash = Secret.Hash(token);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.ApiTokens.AsNoTracking().Where(x => x.TokenHash == hash)
            .Select(x => new { x.Id, x.AccountId, x.LastUsedAt }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;

        var now = time.GetUtcNow();
        if (found.LastUsedAt is not { } last || now - last >= NotedEvery || now < last)
        {
            await NoteUseAsync(db, found.Id, now, cancellationToken);
        }

        return new(found.AccountId);
    }

    /// <summary>From now on the token opens nothing. False: it was not there, or not this account's.</summary>
    public async Task<bool> RevokeAsync(AccountId account, string id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ApiTokens.Where(x => x.Id == id && x.AccountId == account.Value).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>The account's tokens without the tokens themselves, newest first.</summary>
    public async Task<IReadOnlyList<Listed>> ListAsync(AccountId account, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ApiTokens.AsNoTracking().Where(x => x.AccountId == account.Value)
            .OrderByDescending(x => x.CreatedAt).ThenBy(x => x.Id)
            .Select(x => new Listed(x.Id, x.Name, x.CreatedAt, x.LastUsedAt)).ToListAsync(cancellationToken);
    }

    private async Task NoteUseAsync(HubDb db, string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await db.ApiTokens.Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(t => t.LastUsedAt, now), cancellationToken);
        }
        catch (DbException e)
        {
            // A full disk must not keep anybody from fetching a summary.
            LogNotNoted(id, DataLog.Reason(e));
        }
    }

    [LoggerMessage(EventId = 2191, Level = LogLevel.Warning, Message = "The last use of API token {TokenId} was not noted ({Reason})")]
    private partial void LogNotNoted(string tokenId, string reason);

    public sealed record Listed(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
}
