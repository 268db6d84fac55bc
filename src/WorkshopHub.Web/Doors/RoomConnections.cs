using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Gives the relay the connections themselves. Through the framework's groups a phone that reads slowly holds up the
/// send to everybody, or its backlog grows without bound; the relay wants to know and to leave it behind.
/// </summary>
internal sealed class RoomConnections(ILogger<DefaultHubLifetimeManager<RoomHub>> log) : DefaultHubLifetimeManager<RoomHub>(log)
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> open = new(StringComparer.Ordinal);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        open[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        open.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }

    internal HubConnectionContext? Find(string connectionId) => open.GetValueOrDefault(connectionId);
}
