using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace WorkshopHub.Web.Data.Sqlite;

/// <summary>How EF talks to a SQLite file.</summary>
internal static class SqliteOptions
{
    public static DbContextOptionsBuilder UseHubSqlite(this DbContextOptionsBuilder options, string connection) => options
        .UseSqlite(connection)
        .AddInterceptors(SqlitePragmas.Instance)
        .ReplaceService<IModelCustomizer, SqliteModel>();

    public static SqliteConnectionStringBuilder ConnectionTo(string file) => new()
    {
        DataSource = file,
        // How long to go on asking for a busy database, in seconds; the driver's 30 would hold up every session.
        DefaultTimeout = 5,
    };
}

/// <summary>For <c>dotnet ef migrations add Name --project src/WorkshopHub.Web --output-dir Data/Sqlite/Migrations</c>.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<HubDb>
{
    public HubDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<HubDb>();
        options.UseHubSqlite("Data Source=design.db");
        return new(options.Options);
    }
}
