using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
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
        await using var relay =
            new SessionRelay(session, new NoDrawing(), new InMemoryPresence(), TimeProvider.System, NullLogger.Instance);
        var phone = new Connection();
        relay.Enter(phone.ConnectionId, new(phone, Surface.Phone, null, null));

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
        await using var relay =
            new SessionRelay(session, new PlainDrawing(), new InMemoryPresence(), TimeProvider.System, NullLogger.Instance);
        var (slow, quick) = (new Connection { Slow = new() }, new Connection());
        relay.Enter(slow.ConnectionId, new(slow, Surface.Phone, null, null));
        relay.Enter(quick.ConnectionId, new(quick, Surface.Phone, null, null));

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

    [Fact]
    public async Task What_a_slow_phone_missed_behind_a_pulse_or_of_its_own_is_made_up_for()
    {
        var slow = new Connection { Slow = new() };
        var line = new RoomLine(slow, Surface.Phone, null, null);

        line.Offer(RoomMessages.Pulse(new(DateTimeOffset.UnixEpoch, 1, 1, 0, null)));
        line.Send(RoomMessages.Changed(1, 2, []), Fetch);
        line.Send(RoomMessages.Changed(2, 3, []), Fetch);
        line.Send(RoomMessages.Mine(3), FetchMine);
        slow.Slow.SetResult();

        Assert.Equal(-1, (await slow.NextAsync()).From);
        Assert.True((await slow.NextMineAsync()).Mine);
        Assert.Equal(0, slow.Waiting);

        static SerializedHubMessage Fetch() => RoomMessages.Changed(-1, 3, []);
        static SerializedHubMessage FetchMine() => RoomMessages.Mine(3);
    }

    [Fact]
    public async Task Who_was_removed_hears_no_pulse_of_the_room()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var (bo, chen) = ((Sender.Delegate)await JoinAsync(session), (Sender.Delegate)await JoinAsync(session));
        await LeadAsync(session, new RemoveDelegate(chen.Id.Value, WithContributions: false));
        await using var relay = new SessionRelay(session, new PlainDrawing(), new InMemoryPresence(), world.Clock, NullLogger.Instance);
        var (removed, present) = (new Connection(), new Connection());
        relay.Enter(removed.ConnectionId, new(removed, Surface.Phone, chen.Id, null));
        relay.Enter(present.ConnectionId, new(present, Surface.Phone, bo.Id, null));

        while (present.Pulses < 2)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Equal(0, removed.Pulses);
        relay.Leave(removed.ConnectionId);
        relay.Leave(present.ConnectionId);
    }

    [Fact]
    public async Task REACT_2_the_pulse_counts_reactions_of_each_delegate_each_once_and_names_nobody()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var (bo, chen) = (await JoinAsync(session), await JoinAsync(session));
        await using var relay = new SessionRelay(session, new PlainDrawing(), new InMemoryPresence(), world.Clock, NullLogger.Instance);
        var wall = new Connection();
        relay.Enter(wall.ConnectionId, new(wall, Surface.Screen, null, "s1"));
        foreach (var (who, symbol) in new[] { (bo, "smile"), (bo, "smile"), (chen, "smile"), (chen, "idea") })
        {
            await session.SendAsync(who, Guid.NewGuid(), new React(symbol));
        }

        while (wall.Pulses < 2)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Equal([("idea", 1), ("smile", 2)], wall.Reactions.OrderBy(r => r.Key).Select(r => (r.Key, r.Value)));
        relay.Leave(wall.ConnectionId);
    }

    [Fact]
    public async Task When_the_way_to_join_changes_screens_fetch_it_drawn_anew_and_phones_stay()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var drawing = new CountingDrawing();
        await using var relay = new SessionRelay(session, drawing, new InMemoryPresence(), TimeProvider.System, NullLogger.Instance);
        var screens = new Audience(Surface.Screen, null, "en");
        var (wall, phone) = (new Connection(), new Connection());
        relay.Enter(wall.ConnectionId, new(wall, Surface.Screen, null, "s1"));
        relay.Enter(phone.ConnectionId, new(phone, Surface.Phone, null, null));
        var before = await (await relay.ViewAsync(screens)).HtmlAsync();

        relay.RedrawScreens();

        Assert.Equal(-1, (await wall.NextAsync()).From);
        Assert.NotEqual(before, await (await relay.ViewAsync(screens)).HtmlAsync());
        Assert.Equal(0, phone.Waiting);
        relay.Leave(wall.ConnectionId);
        relay.Leave(phone.ConnectionId);
    }

    [Fact]
    public async Task A_relay_that_has_ended_lets_nobody_in_and_leaves_nobody_waiting()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var bo = await JoinAsync(session);
        var drawing = new SlowDrawing();
        var relay = new SessionRelay(session, drawing, new InMemoryPresence(), TimeProvider.System, NullLogger.Instance);
        var phone = new Connection();
        relay.Enter(phone.ConnectionId, new(phone, Surface.Phone, null, null));
        var said = await session.SendAsync(bo, Guid.NewGuid(), Says("Under way"));
        var waiting = relay.ViewAsync(Phones);

        var ending = relay.DisposeAsync();
        var view = await waiting.WaitAsync(TimeSpan.FromSeconds(60));
        drawing.Ink.SetResult();
        await ending;

        Assert.Equal(said.Version, view.Version);
        Assert.Null(relay.Enter("late", new(new Connection(), Surface.Phone, null, null)));
    }

    [Fact]
    public async Task While_a_view_is_built_commits_of_others_go_on()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var bo = await JoinAsync(session);
        await using var relay =
            new SessionRelay(session, new PlainDrawing(), new InMemoryPresence(), TimeProvider.System, NullLogger.Instance);
        var phone = new Connection { Holds = new() };
        relay.Enter(phone.ConnectionId, new(phone, Surface.Phone, null, null));
        await session.SendAsync(bo, Guid.NewGuid(), Says("Takes its time to go out"));
        Assert.True(phone.Reached.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));

        var first = await session.SendAsync(bo, Guid.NewGuid(), Says("One"))
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var second =
            await session.SendAsync(bo, Guid.NewGuid(), Says("Two"))
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(first.Version + 1, second.Version);
        phone.Holds.Set();
        relay.Leave(phone.ConnectionId);
    }

    [Fact]
    public async Task A_relay_that_could_not_start_is_started_by_the_next_one_who_asks()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var host = new StumblingHost(world.Host);
        using var relays =
            new Relays(host, new PlainDrawing(), new InMemoryPresence(), TimeProvider.System, NullLogger<SessionRelay>.Instance);

        await Assert.ThrowsAsync<IOException>(() => relays.OfAsync(session.Id));
        var relay = await relays.OfAsync(session.Id);

        Assert.Same(session, relay!.Session);
        await relays.EndAsync(session.Id);
    }

    /// <summary>The first look at the journal fails.</summary>
    private sealed class StumblingHost(ISessionHost host) : ISessionHost
    {
        private bool stumbled;

        public Task<(ILiveSession? Session, Refusal? Refusal)> CreateAsync(AccountId lead, CreateSession command, SessionId? id =
            null, CancellationToken cancel = default) =>
            host.CreateAsync(lead, command, id, cancel);

        public Task<ILiveSession?> FindAsync(SessionId id, CancellationToken cancel = default)
        {
            if (stumbled) return host.FindAsync(id, cancel);
            stumbled = true;
            return Task.FromException<ILiveSession?>(new IOException("Not just now."));
        }

        public Task<ILiveSession?> FindByCodeAsync(string code, CancellationToken cancel = default) => host.FindByCodeAsync(code, cancel);

        public Task DeleteAsync(SessionId id, CancellationToken cancel = default) => host.DeleteAsync(id, cancel);
    }

    private sealed class SlowDrawing : IViewDrawing
    {
        public TaskCompletionSource Ink { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<string> DrawAsync(Audience audience, string code, Node node)
        {
            await Ink.Task;
            return node.Key;
        }
    }

    private sealed class CountingDrawing : IViewDrawing
    {
        private int drawn;

        public Task<string> DrawAsync(Audience audience, string code, Node node) => Task.FromResult($"{node.Key} {++drawn}");
    }

    private sealed class NoDrawing : IViewDrawing
    {
        public Task<string> DrawAsync(Audience audience, string code, Node node) => throw new InvalidOperationException("No ink.");
    }

    internal sealed class PlainDrawing : IViewDrawing
    {
        public Task<string> DrawAsync(Audience audience, string code, Node node) => Task.FromResult(node.Key);
    }

    /// <summary>A connection without a wire; a slow one takes its time over the first message.</summary>
    internal sealed class Connection()
        : HubConnectionContext(new DefaultConnectionContext(Guid.NewGuid().ToString("n")), new(), NullLoggerFactory.Instance)
    {
        private readonly Channel<ChangedMessage> got = Channel.CreateUnbounded<ChangedMessage>();

        private readonly Channel<MineMessage> own = Channel.CreateUnbounded<MineMessage>();

        public TaskCompletionSource? Slow { get; init; }

        /// <summary>Holds up whoever writes, until it is set.</summary>
        public ManualResetEventSlim? Holds { get; init; }

        public ManualResetEventSlim Reached { get; } = new();

        public int Waiting => got.Reader.Count;

        public int Pulses { get; private set; }

        public PulseMessage? LastPulse { get; private set; }

        public List<KeyValuePair<string, int>> Reactions { get; } = [];

        public override void Abort()
        {
            // There is no wire to cut.
        }

        public override ValueTask WriteAsync(SerializedHubMessage message, CancellationToken cancellationToken = default)
        {
            Reached.Set();
            Holds?.Wait(cancellationToken);
            if (message.Message is InvocationMessage { Arguments: [ChangedMessage changed] }) got.Writer.TryWrite(changed);
            if (message.Message is InvocationMessage { Arguments: [PulseMessage pulse] })
            {
                foreach (var (symbol, count) in pulse.Reactions ?? new Dictionary<string, int>()) Reactions.Add(new(symbol, count));
                (Pulses, LastPulse) = (Pulses + 1, pulse);
            }

            if (message.Message is InvocationMessage { Arguments: [MineMessage mine] }) own.Writer.TryWrite(mine);
            return Slow is { Task.IsCompleted: false } slow ? new(slow.Task) : ValueTask.CompletedTask;
        }

        public async Task<MineMessage> NextMineAsync() => await own.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

        public async Task<ChangedMessage> NextAsync() => await got.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }
}
