using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Journal;

internal static class HubDbOptions
{
    public static DbContextOptionsBuilder UseHubSqlite(this DbContextOptionsBuilder options, string connection) => options
        .UseSqlite(connection)
        .AddInterceptors(SqlitePragmas.Instance)
        .EnableSensitiveDataLogging(false)
        .ConfigureWarnings(warnings => warnings.Log(
            // A line for each statement, thousands a second.
            (RelationalEventId.CommandExecuted, LogLevel.Trace),
            // A taken code or version is expected; who asked is told, and the writer logs what it did about it.
            (RelationalEventId.CommandError, LogLevel.Debug),
            (RelationalEventId.ConnectionError, LogLevel.Debug),
            (RelationalEventId.TransactionError, LogLevel.Debug),
            (CoreEventId.QueryIterationFailed, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
}

/// <summary>For <c>dotnet ef migrations add Name --project src/WorkshopHub.Web --output-dir Journal/Migrations</c>.</summary>
internal sealed class HubDbDesign : IDesignTimeDbContextFactory<HubDb>
{
    public HubDb CreateDbContext(string[] args)
    {
        var services = new ServiceCollection().Configure<IdentityOptions>(HubIdentity.Stores).BuildServiceProvider();
        var options = new DbContextOptionsBuilder<HubDb>();
        options.UseApplicationServiceProvider(services).UseHubSqlite("Data Source=design.db");
        return new(options.Options);
    }
}
