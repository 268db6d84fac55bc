using System.Reflection;
using Microsoft.Extensions.Logging;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Tests.Start;

/// <summary>Whoever watches a server names lines of its log by their ids.</summary>
public sealed class LogIdsTests
{
    [Fact]
    public void Every_line_of_the_log_has_an_id_of_its_own()
    {
        var lines = typeof(EventCodec).Assembly.GetTypes()
            .SelectMany(t =>
                t.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
                    | BindingFlags.DeclaredOnly))
            .Select(m => (Method: $"{m.DeclaringType!.Name}.{m.Name}", m.GetCustomAttribute<LoggerMessageAttribute>()?.EventId))
            .Where(l => l.EventId is not null)
            .ToList();

        Assert.True(lines.Count > 20);
        Assert.Empty(lines.Where(l => l.EventId <= 0).Select(l => l.Method));
        Assert.Empty(lines.GroupBy(l => l.EventId).Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(l => l.Method))}"));
    }
}
