using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Doors;

/// <summary>A projector's link.</summary>
/// <param name="Language">One of <see cref="Languages"/>; null: the session's.</param>
/// <param name="Token">Part of the link; follows from the installation's key, so that the console can show it again.</param>
public sealed record ScreenLink(string ScreenId, SessionId Session, string? Name, string? Language, string Token);

/// <summary>The screen that a token belongs to.</summary>
public sealed record KnownScreen(string ScreenId, SessionId Session, string? Language);

/// <summary>The links of screens: made, found by token, revoked. The database keeps only hashes.</summary>
public sealed class ScreenRegister(IDbContextFactory<HubDb> contexts, RoomTokens keys, DoorLimits limits, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim making = new(1);

    /// <summary>A screen's name as it is kept; an empty one is none.</summary>
    public static string? Named(string? given, out Refusal? refusal)
    {
        var name = Writing.CleanLine(given ?? "");
        refusal = Writing.Length(name) is var length and > Writing.NameMax
            ? RefusalKind.TextTooLong.With(length - Writing.NameMax, Writing.NameMax) : null;
        return refusal is not null || Writing.IsEmpty(name) ? null : name;
    }

    /// <summary>Makes a link, unless the session has as many as it may.</summary>
    public async Task<(ScreenLink? Link, Refusal? Refusal)> MakeAsync(SessionId session, string? name, string? language =
        null, CancellationToken cancel = default)
    {
        var id = NewIds.Next();
        var token = keys.ScreenTokenOf(session, id);
        // One after the other, or many at once would be more than there may be.
        await making.WaitAsync(cancel);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            if (await db.Screens.CountAsync(s => s.SessionId == session.Value && s.RevokedAt == null, cancel) >= limits.Screens)
            {
                return (null, RefusalKind.ScreensSpent.With(limits.Screens));
            }

            db.Screens.Add(
                new()
                {
                    ScreenId = id,
                    SessionId = session.Value,
                    Name = name,
                    Language = language,
                    TokenHash = Secret.Hash(token),
                    CreatedAt = clock.GetUtcNow()
                });
            await db.SaveChangesAsync(cancel);
        }
        finally
        {
            making.Release();
        }

        return (new(id, session, name, language, token), null);
    }

    /// <summary>The links that were not revoked, the oldest first.</summary>
    public async Task<IReadOnlyList<ScreenLink>> OfAsync(SessionId session, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Screens.AsNoTracking().Where(s => s.SessionId == session.Value && s.RevokedAt == null).OrderBy(s => s.CreatedAt)
            .ToListAsync(cancel);
        return [.. rows.Select(r => new ScreenLink(r.ScreenId, session, r.Name, r.Language, keys.ScreenTokenOf(session, r.ScreenId)))];
    }

    /// <summary>Which screen has this token; null: none, or a revoked one.</summary>
    public async Task<KnownScreen?> FindAsync(string token, CancellationToken cancel = default)
    {
        if (token.Length > 100) return null;
        var hash = Secret.Hash(token);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.Screens.AsNoTracking().SingleOrDefaultAsync(s => s.TokenHash == hash && s.RevokedAt == null, cancel);
        return row is null ? null : new(row.ScreenId, new(row.SessionId), row.Language);
    }

    /// <returns>False: there is no such link, or it was revoked before.</returns>
    public async Task<bool> RevokeAsync(SessionId session, string screenId, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var revoked = await db.Screens.Where(s => s.SessionId == session.Value && s.ScreenId == screenId && s.RevokedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, now), cancel);
        return revoked > 0;
    }

    public void Dispose() => making.Dispose();
}
