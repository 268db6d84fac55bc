using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>What live sessions log: ids and counts, never what anybody wrote.</summary>
internal static partial class LiveLog
{
    [LoggerMessage(2001, LogLevel.Information, "Session {Session} read from its journal: {Events} events.")]
    internal static partial void Loaded(this ILogger log, SessionId session, int events);

    [LoggerMessage(2002, LogLevel.Information, "Session {Session} let go; nobody uses it.")]
    internal static partial void Unloaded(this ILogger log, SessionId session);

    [LoggerMessage(2004, LogLevel.Error, "Session {Session} does not open. {Reason} Nothing is written to it; all others go on.")]
    internal static partial void Shut(this ILogger log, SessionId session, string reason);

    [LoggerMessage(2003, LogLevel.Error, "The relay of session {Session} stumbled; clients are told to fetch.")]
    internal static partial void RelayFailed(this ILogger log, SessionId session, Exception exception);

    [LoggerMessage(2220, LogLevel.Error,
        "Session {Session} could not decide a {Command}; it is refused as a fault, and nothing has changed.")]
    internal static partial void DecidingFailed(this ILogger log, SessionId session, string command, Exception exception);
}
