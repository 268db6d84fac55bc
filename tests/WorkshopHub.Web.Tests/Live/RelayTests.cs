using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Web.Live;
using static WorkshopHub.Web.Tests.Live.LiveWorld;

namespace WorkshopHub.Web.Tests.Live;

public sealed class RelayTests
{
    private static readonly Audience Phones = new(Surface.Phone, null, "en");

    [Fact]
    public async Task What_cannot_be_drawn_tells_clients_to_fetch_and_holds_up_nobody()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var bo = await JoinAsync(session);
        await using var relay = new SessionRelay(session, new NoDrawing(), TimeProvider.System, NullLogger.Instance);
        var phone = new Connection();
        relay.Enter(phone.ConnectionId, new(phone, Phones, null, null));

        var said = await session.SendAsync(bo, Guid.NewGuid(), Says("Draw this"));
        var message = await phone.NextAsync();
        var view = await relay.ViewAsync(Phones);

        Assert.Equal(-1, message.From);
        Assert.Empty(message.Pieces);
        Assert.Equal(said.Version, view.Version);
        relay.Leave(phone.ConnectionId);
    }

    [Fact]
    public async Task A_slow_phone_holds_up_nobody_and_fetches_when_it_has_caught_its_breath()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var bo = await JoinAsync(session);
        await using var relay = new SessionRelay(session, new PlainDrawing(), TimeProvider.System, NullLogger.Instance);
        var (slow, quick) = (new Connection { Slow = new() }, new Connection());
        relay.Enter(slow.ConnectionId, new(slow, Phones, null, null));
        relay.Enter(quick.ConnectionId, new(quick, Phones, null, null));

        var first = await session.SendAsync(bo, Guid.NewGuid(), Says("One"));
        Assert.Equal(first.Version, (await quick.NextAsync()).Version);
        Assert.Equal(first.Version, (await slow.NextAsync()).Version);
        for (var i = 0; i < 5; i++)
        {
            var said = await session.SendAsync(bo, Guid.NewGuid(), Says($"More {i}"));
            Assert.Equal(said.Version, (await quick.NextAsync()).Version);
        }

        Assert.Equal(0, slow.Waiting);
        slow.Slow!.SetResult();
        var caughtUp = await slow.NextAsync();
        Assert.Equal((-1, session.State.Version), (caughtUp.From, caughtUp.Version));
        relay.Leave(slow.ConnectionId);
        relay.Leave(quick.ConnectionId);
    }

    private sealed class NoDrawing : IViewDrawing
    {
        public Task<string> DrawAsync(Audience audience, string code, Node node) => throw new InvalidOperationException("No ink.");
    }

    private sealed class PlainDrawing : IViewDrawing
    {
        public Task<string> DrawAsync(Audience audience, string code, Node node) => Task.FromResult(node.Key);
    }

    /// <summary>A connection without a wire; a slow one takes its time over the first message.</summary>
    private sealed class Connection() : HubConnectionContext(new DefaultConnectionContext(Guid.NewGuid().ToString("n")), new(), NullLoggerFactory.Instance)
    {
        private readonly Channel<ChangedMessage> got = Channel.CreateUnbounded<ChangedMessage>();

        public TaskCompletionSource? Slow { get; init; }

        public int Waiting => got.Reader.Count;

        public override ValueTask WriteAsync(SerializedHubMessage message, CancellationToken cancellationToken = default)
        {
            if (message.Message is InvocationMessage { Arguments: [ChangedMessage changed] }) got.Writer.TryWrite(changed);
            return Slow is { Task.IsCompleted: false } slow ? new(slow.Task) : ValueTask.CompletedTask;
        }

        public async Task<ChangedMessage> NextAsync() => await got.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }
}
