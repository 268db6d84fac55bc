using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Tests.Journal;

/// <summary>
/// A disk that fills up or can only be read while the server runs. SQLite itself says so, with the codes that it has for
/// the real thing: no page may be added any more, or nothing may be written at all.
/// </summary>
internal sealed class SickDisk : DbConnectionInterceptor
{
    /// <summary>What is wrong with it; null: nothing. Counts for whatever is opened from now on.</summary>
    public StorageCause? Cause { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    // Connections are used again, so what was wrong has to be taken back, too. One page is less than there are: as many as now.
    private void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Cause switch
        {
            StorageCause.DiskFull => "PRAGMA query_only=OFF; PRAGMA max_page_count=1;",
            StorageCause.ReadOnly => "PRAGMA query_only=ON;",
            _ => "PRAGMA query_only=OFF; PRAGMA max_page_count=1073741823;",
        };
        command.ExecuteNonQuery();
    }
}
