using System.Collections.Concurrent;
using Microsoft.AspNetCore.Diagnostics;
using WorkshopHub.Core;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// What a request ends with that nobody has caught: a refusal in words. A fault of the program's is logged with its stack
/// once, then as one line; what senders do wrong is one line, once a minute for each kind: nobody fills the disk by asking badly.
/// </summary>
internal sealed partial class Faults(StorageHealth storage, TimeProvider clock, ILogger<Faults> log)
{
    private const int MostKinds = 200;
    private static readonly TimeSpan Once = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> told = new(StringComparer.Ordinal);

    public async Task AnswerAsync(HttpContext http)
    {
        var feature = http.Features.Get<IExceptionHandlerFeature>();
        var refusal = Of(feature?.Error, (feature?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "no page");
        await ErrorAnswer.WriteAsync(http, refusal);
    }

    /// <param name="where">A route or the name of a call; never an address, which may hold a token.</param>
    public Refusal Of(Exception? e, string where)
    {
        // The host has told the log, once.
        if (e is UnreadableSessionException shut) return shut.Refusal;
        if (BadRequests.Refused(e) is { } bad)
        {
            if (MayTell($"{bad.Code} {where}")) LogRefused(where, bad.Code);
            return bad;
        }

        if (storage.Failed(e) is not null) return RefusalKind.NotSaved;
        if (e is null) return RefusalKind.Fault;
        var kind = $"{e.GetType().Name} in {e.TargetSite?.DeclaringType?.Name}.{e.TargetSite?.Name}";
        if (!told.ContainsKey(kind) && MayTell(kind)) LogFault(e, where);
        else if (MayTell(kind)) LogFaultAgain(where, kind);
        return RefusalKind.Fault;
    }

    private bool MayTell(string kind)
    {
        var now = clock.GetUtcNow();
        if (told.TryGetValue(kind, out var last)) return now - last >= Once && told.TryUpdate(kind, now, last);
        return told.Count < MostKinds && told.TryAdd(kind, now);
    }

    [LoggerMessage(2183, LogLevel.Information, "A request to {Where} was refused: {Code}")]
    private partial void LogRefused(string where, string code);

    [LoggerMessage(2184, LogLevel.Error, "{Where} failed")]
    private partial void LogFault(Exception e, string where);

    [LoggerMessage(2185, LogLevel.Error, "{Where} failed again: {Kind}")]
    private partial void LogFaultAgain(string where, string kind);
}
