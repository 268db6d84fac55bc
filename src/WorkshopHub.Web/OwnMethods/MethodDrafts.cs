using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.OwnMethods;

/// <summary>Methods that are being changed. On disk, so that neither a lost connection nor a restart takes them.</summary>
public sealed class MethodDrafts(IDbContextFactory<HubDb> contexts, TimeProvider clock)
{
    public async Task<Method?> FindAsync(AccountId account, string id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.MethodDrafts.AsNoTracking()
            .SingleOrDefaultAsync(d => d.OwnerId == account.Value && d.MethodId == id, cancel) is { } row ? Read(row) : null;
    }

    /// <summary>The last changed one first.</summary>
    public async Task<IReadOnlyList<Method>> OfAsync(AccountId account, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.MethodDrafts.AsNoTracking().Where(d => d.OwnerId == account.Value).OrderByDescending(d => d.ChangedAt)
            .ToListAsync(cancel);
        return [.. rows.Select(Read).OfType<Method>()];
    }

    public async Task KeepAsync(AccountId account, Method draft, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (json, now) = (JsonSerializer.Serialize(draft, MethodReader.Json), clock.GetUtcNow());
        var kept = await db.MethodDrafts.Where(d => d.OwnerId == account.Value && d.MethodId == draft.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.Json, json).SetProperty(d => d.ChangedAt, now), cancel);
        if (kept > 0) return;
        db.MethodDrafts.Add(new() { OwnerId = account.Value, MethodId = draft.Id, Json = json, ChangedAt = now });
        await db.SaveChangesAsync(cancel);
    }

    public async Task ForgetAsync(AccountId account, string id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.MethodDrafts.Where(d => d.OwnerId == account.Value && d.MethodId == id).ExecuteDeleteAsync(cancel);
    }

    private static Method? Read(MethodDraftRow row)
    {
        try
        {
            return JsonSerializer.Deserialize<Method>(row.Json, MethodReader.Json);
        }
        catch (JsonException)
        {
            // Written by a version of the product that knew other properties.
            return null;
        }
    }
}
