using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// The other accounts, for whoever gives a role in a session: found by their whole email only, so that nobody can read
/// through a list of them.
/// </summary>
public sealed class Colleagues(IDbContextFactory<HubDb> databases, ILookupNormalizer normalizer)
{
    /// <summary>The account with this email; null: there is none.</summary>
    public async Task<AccountId?> FindAsync(string? email, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(email)) return null;
        var normalized = normalizer.NormalizeEmail(email.Trim());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var id = await db.Users.AsNoTracking().Where(x => x.NormalizedEmail == normalized).Select(x => x.Id).SingleOrDefaultAsync(cancel);
        return id is null ? null : new AccountId(id);
    }

    /// <summary>The emails of those who have a role in a session.</summary>
    public async Task<IReadOnlyDictionary<AccountId, string>> OfAsync(SessionState state, CancellationToken cancel = default)
    {
        var ids = state.Roles.Keys.Select(x => x.Value).ToArray();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await db.Users.AsNoTracking().Where(x => ids.Contains(x.Id) && x.Email != null).Select(x => new { x.Id, x.Email })
            .ToListAsync(cancel);
        return found.ToDictionary(x => new AccountId(x.Id), x => x.Email!);
    }

    /// <summary>A session does not know who exists: whoever is new in it has to have an account.</summary>
    public async Task<Refusal?> RefuseAsync(SessionState state, ChangeRoles change, CancellationToken cancel = default)
    {
        if (state.Roles.ContainsKey(new(change.AccountId))) return null;
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Users.AnyAsync(x => x.Id == change.AccountId, cancel) ? null : RefusalKind.NoSuchAccount;
    }
}
