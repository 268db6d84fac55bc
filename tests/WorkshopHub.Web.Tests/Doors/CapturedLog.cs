using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>Every line that the server would write at any level, with its exceptions.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    /// <summary>Settings of a server that logs all it can, only to here.</summary>
    public static readonly Dictionary<string, string?> Everything = new()
    {
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace",
        ["Logging:Console:LogLevel:Default"] = "None",
        ["Logging:Console:LogLevel:Microsoft.AspNetCore"] = "None",
        ["Logging:Console:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
    };

    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public IEnumerable<string> Quoting(IEnumerable<string> words) =>
        lines.Where(l => words.Any(w => l.Contains(w, StringComparison.OrdinalIgnoreCase)));

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
        string> formatter) =>
        lines.Enqueue($"{logLevel} {eventId} {formatter(state, exception)} {exception}");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
