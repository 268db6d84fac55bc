using Microsoft.EntityFrameworkCore;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.Start;

namespace WorkshopHub.Web;

/// <summary>In place of the journal until it comes: then this file goes, and Program.cs calls AddJournal and its PrepareAsync.</summary>
internal static class StandIn
{
    public static void AddJournalStandIn(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<HubDb>((s, x) => x.UseSqlite($"Data Source={s.GetRequiredService<DataDirectory>().Database}"));
        services.AddScoped(x => x.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContext());
    }

    public static async Task PrepareStandInAsync(this WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
        await db.Database.EnsureCreatedAsync();
    }
}
