using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Doors;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Live;

/// <summary>A projector's link.</summary>
/// <param name="Token">Part of the link; follows from the installation's key, so that the console can show it again.</param>
public sealed record ScreenLink(string ScreenId, SessionId Session, string? Name, string Token);

/// <summary>The links of screens: made, found by token, revoked. The database keeps only hashes.</summary>
public sealed class ScreenRegister(IDbContextFactory<HubDb> contexts, RoomTokens keys, TimeProvider clock)
{
    public async Task<ScreenLink> MakeAsync(SessionId session, string? name, CancellationToken cancel = default)
    {
        var id = NewIds.Next();
        var token = keys.ScreenTokenOf(session, id);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Screens.Add(new() { ScreenId = id, SessionId = session.Value, Name = name, TokenHash = Secret.Hash(token), CreatedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        return new(id, session, name, token);
    }

    /// <summary>The links that were not revoked, the oldest first.</summary>
    public async Task<IReadOnlyList<ScreenLink>> OfAsync(SessionId session, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Screens.AsNoTracking().Where(s => s.SessionId == session.Value && s.RevokedAt == null).OrderBy(s => s.CreatedAt).ToListAsync(cancel);
        return [.. rows.Select(r => new ScreenLink(r.ScreenId, session, r.Name, keys.ScreenTokenOf(session, r.ScreenId)))];
    }

    /// <summary>Which screen has this token; null: none, or a revoked one.</summary>
    public async Task<(string ScreenId, SessionId Session)?> FindAsync(string token, CancellationToken cancel = default)
    {
        if (token.Length > 100) return null;
        var hash = Secret.Hash(token);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.Screens.AsNoTracking().SingleOrDefaultAsync(s => s.TokenHash == hash && s.RevokedAt == null, cancel);
        return row is null ? null : (row.ScreenId, new(row.SessionId));
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
}
