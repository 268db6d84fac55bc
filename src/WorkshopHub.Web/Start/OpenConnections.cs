using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace WorkshopHub.Web.Start;

/// <summary>
/// The lines that are open, so that stopping can cut those that would not end by themselves: half a request, a body that
/// trickles, a download that nobody reads, a socket that answers no good-bye. The framework only waits for them.
/// </summary>
internal sealed class OpenConnections
{
    private readonly ConcurrentDictionary<string, ConnectionContext> open = new(StringComparer.Ordinal);

    public async Task KeepAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        open[connection.ConnectionId] = connection;
        try
        {
            await next(connection);
        }
        finally
        {
            open.TryRemove(connection.ConnectionId, out _);
        }
    }

    /// <returns>How many were still there.</returns>
    public int Cut()
    {
        var cut = open.Values.ToList();
        foreach (var connection in cut) connection.Abort(new ConnectionAbortedException("The server is stopping."));
        return cut.Count;
    }
}
