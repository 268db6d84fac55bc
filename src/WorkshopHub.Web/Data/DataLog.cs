using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorkshopHub.Web.Data;

/// <summary>Ids and counts only. Exceptions stay out as a whole: the message of one might quote what somebody wrote.</summary>
internal static partial class DataLog
{
    [LoggerMessage(100, LogLevel.Information, "Journal ready, {Migrations} migrations applied")]
    public static partial void Ready(this ILogger log, int migrations);

    [LoggerMessage(2180, LogLevel.Warning, "Another process still holds the data folder; waiting for it, {Seconds} s at most")]
    public static partial void Waiting(this ILogger log, int seconds);

    /// <summary>The database's own words name tables and columns; of anything else only the type is safe.</summary>
    public static string Reason(Exception e) => e.GetBaseException() switch
    {
        DbException database => database.Message,
        var other => other.GetType().Name,
    };

    /// <summary>EF's own log, without what people wrote and without what is no news.</summary>
    public static DbContextOptionsBuilder WithQuietLog(this DbContextOptionsBuilder options) => options
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
