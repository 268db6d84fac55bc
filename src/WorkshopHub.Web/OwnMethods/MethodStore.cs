using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.OwnMethods;

/// <summary>A method that somebody can use here.</summary>
/// <param name="OwnerId">Null: it comes with the product.</param>
public sealed record KnownMethod(Method Method, AccountId? OwnerId)
{
    public bool IsBuiltIn => OwnerId is null;

    public bool IsOf(AccountId account) => OwnerId == account;
}

/// <summary>
/// The methods of this installation: those that come with the product, and those that its facilitators made. All may use
/// all; only the owner changes or removes one.
/// </summary>
public sealed class MethodStore(IDbContextFactory<HubDb> contexts, TimeProvider clock)
{
    private const int MostPerOwner = 200;

    /// <summary>The built-in ones, then the own ones by title.</summary>
    public async Task<IReadOnlyList<KnownMethod>> AllAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.OwnMethods.AsNoTracking().ToListAsync(cancel);
        var own = rows.Select(Known).OfType<KnownMethod>().OrderBy(k => k.Method.Title.In("en"), StringComparer.CurrentCultureIgnoreCase);
        return [.. BuiltInMethods.All.Select(m => new KnownMethod(m, null)), .. own];
    }

    public async Task<KnownMethod?> FindAsync(string id, CancellationToken cancel = default)
    {
        if (BuiltInMethods.Find(id) is { } builtIn) return new(builtIn, null);
        if (id.Length > MethodLimits.NameMax) return null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.OwnMethods.AsNoTracking().SingleOrDefaultAsync(m => m.MethodId == id, cancel) is { } row ? Known(row) : null;
    }

    /// <summary>
    /// Writes a method. A new one keeps its version. Over an older one the version goes up by itself: it has to carry the
    /// version that was read, or a later one (a file from elsewhere); an earlier one is refused as <c>method-changed</c>,
    /// so that nobody writes over what somebody else has just saved. The same again changes nothing.
    /// </summary>
    public async Task<(Method? Saved, bool IsNew, Refusal? Refusal)> SaveAsync(AccountId account, Method method, CancellationToken cancel =
        default)
    {
        if (BuiltInMethods.Find(method.Id) is not null) return (null, false, RefusalKind.BuiltInMethod);
        method = method with { Schema = null };
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.OwnMethods.AsNoTracking().SingleOrDefaultAsync(m => m.MethodId == method.Id, cancel) is { } row)
        {
            return await ReplaceAsync(db, row, account, method, cancel);
        }

        if (await db.OwnMethods.CountAsync(m => m.OwnerId == account.Value, cancel) >= MostPerOwner)
        {
            return (null, false, RefusalKind.OutOfRange.With("The number of your methods", 0, MostPerOwner));
        }

        db.OwnMethods
            .Add(new()
            {
                MethodId = method.Id,
                OwnerId = account.Value,
                Version = method.Version,
                Json = Written(method),
                ChangedAt = clock.GetUtcNow()
            });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (db.OwnMethods.AsNoTracking().Any(m => m.MethodId == method.Id))
        {
            // Somebody else was faster with the same id.
            return (null, false, RefusalKind.MethodChanged);
        }

        return (method, true, null);
    }

    public async Task<Refusal?> RemoveAsync(AccountId account, string id, CancellationToken cancel = default)
    {
        if (BuiltInMethods.Find(id) is not null) return RefusalKind.BuiltInMethod;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var owner = await db.OwnMethods.Where(m => m.MethodId == id).Select(m => m.OwnerId).SingleOrDefaultAsync(cancel);
        if (owner is null) return RefusalKind.NoSuchMethod.With(id);
        if (owner != account.Value) return RefusalKind.NotYourMethod;
        await db.OwnMethods.Where(m => m.MethodId == id && m.OwnerId == owner).ExecuteDeleteAsync(cancel);
        return null;
    }

    private async Task<(Method? Saved, bool IsNew, Refusal? Refusal)> ReplaceAsync(HubDb db, OwnMethodRow row, AccountId account,
        Method method, CancellationToken cancel)
    {
        if (row.OwnerId != account.Value) return (null, false, RefusalKind.NotYourMethod);
        if (Written(method) == row.Json) return (method, false, null);
        if (method.Version < row.Version) return (null, false, RefusalKind.MethodChanged);
        var next = method with { Version = Math.Max(method.Version, row.Version + 1) };
        var (json, at) = (Written(next), clock.GetUtcNow());
        var written = await db.OwnMethods.Where(m => m.MethodId == row.MethodId && m.Version == row.Version)
            .ExecuteUpdateAsync(s =>
                s.SetProperty(m => m.Version, next.Version).SetProperty(m => m.Json, json).SetProperty(m => m.ChangedAt, at), cancel);
        return written == 1 ? (next, false, null) : (null, false, RefusalKind.MethodChanged);
    }

    private static string Written(Method method) => JsonSerializer.Serialize(method, MethodReader.Json);

    // What an earlier version of the product took and this one does not is left out, not fatal.
    private static KnownMethod? Known(OwnMethodRow row) =>
        MethodReader.Read(row.Json, LayoutCatalogue.Needs, out _) is { } method ? new(method, new(row.OwnerId)) : null;
}
