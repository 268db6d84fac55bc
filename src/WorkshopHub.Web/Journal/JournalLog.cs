namespace WorkshopHub.Web.Journal;

/// <summary>Ids and counts only. Exceptions stay out as a whole: the message of one might quote what somebody wrote.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(101, LogLevel.Warning,
        "{Entries} entries of {Sessions} sessions failed together ({Reason}); each session is tried alone")]
    public static partial void CommitFailed(this ILogger log, int entries, int sessions, string reason);

    [LoggerMessage(102, LogLevel.Error, "{Entries} entries of session {Session} were not written ({Reason})")]
    public static partial void SessionFailed(this ILogger log, int entries, string session, string reason);

    [LoggerMessage(103, LogLevel.Error, "A callback of session {Session} threw {Reason} {Where}")]
    public static partial void CallbackFailed(this ILogger log, string session, string reason, string? where);

    [LoggerMessage(104, LogLevel.Warning, "What was erased may lie in the write-ahead log until its next turn ({Reason})")]
    public static partial void NotScrubbed(this ILogger log, string reason);

    [LoggerMessage(2162, LogLevel.Critical, "The disk did not answer in time: what nobody was told to be saved may not be")]
    public static partial void NotDrained(this ILogger log);
}
