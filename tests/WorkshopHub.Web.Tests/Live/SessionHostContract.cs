using System.Collections.Concurrent;
using WorkshopHub.Core;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Tests.Live;

/// <summary>What whoever uses sessions relies on, wherever they live. Each host runs it.</summary>
public abstract class SessionHostContract
{
    private static readonly AccountId Amara = new("amara");
    private static readonly Sender Lead = new Sender.Account(Amara);

    /// <summary>A host with a journal of its own.</summary>
    private protected abstract Task<IHostWorld> StartAsync();

    [Fact]
    public async Task A_session_is_found_by_its_id_and_by_its_code()
    {
        await using var world = await StartAsync();
        var made = await OpenAsync(world.Host);

        Assert.Equal(made.Id, (await world.Host.FindAsync(made.Id))?.Id);
        Assert.Equal(made.Id, (await world.Host.FindByCodeAsync(made.Code))?.Id);
        Assert.Matches("^[1-9][0-9]{5}$", made.Code);
        Assert.Null(await world.Host.FindAsync(new("nobody")));
        Assert.Null(await world.Host.FindByCodeAsync("000000"));
    }

    [Fact]
    public async Task One_that_cannot_be_made_is_refused_and_is_nowhere()
    {
        await using var world = await StartAsync();

        var (session, refusal) = await world.Host.CreateAsync(Amara, new CreateSession("", null, null, []), new SessionId("s"));

        Assert.Null(session);
        Assert.Equal(RefusalKind.TextEmpty, refusal?.Kind);
        Assert.Null(await world.Host.FindAsync(new("s")));
    }

    [Fact]
    public async Task KEEP_5_who_is_answered_finds_it_in_the_state()
    {
        await using var world = await StartAsync();
        var session = await OpenAsync(world.Host);
        var bo = await JoinAsync(session);

        var said = await session.SendAsync(bo, Guid.NewGuid(), LiveWorld.Says("A word"));

        Assert.Equal(said.Version, session.State.Version);
        Assert.Equal("A word", session.State.Contributions[said.Id!].Text);
    }

    [Fact]
    public async Task ONCE_1_a_command_sent_again_is_answered_again_and_to_nobody_else()
    {
        await using var world = await StartAsync();
        var session = await OpenAsync(world.Host);
        var (bo, chen) = (await JoinAsync(session), await JoinAsync(session));
        var id = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => session.SendAsync(bo, id, LiveWorld.Says("Once"))));

        Assert.Single(answers.Distinct());
        Assert.Single(session.State.Contributions);
        Assert.Equal(RefusalKind.CommandIdTaken, (await session.SendAsync(chen, id, LiveWorld.Says("Once"))).Refusal?.Kind);
    }

    /// <summary>
    /// Named and anonymous, with secrets that come and go: whoever follows has the same session, and knows whose is whose.
    /// </summary>
    [Fact]
    public async Task Whoever_follows_begins_at_a_state_and_hears_of_each_commit_after_it_once_and_in_order()
    {
        await using var world = await StartAsync();
        var session = await OpenAsync(world.Host);
        var crowd = new List<Sender>();
        for (var i = 0; i < 8; i++) crowd.Add(await JoinAsync(session));
        var copies = new ConcurrentBag<Copy>();
        var talking = crowd.Select((who, n) => Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
            {
                if (i % 4 == n % 4) copies.Add(new(session));
                await session.SendAsync(who, Guid.NewGuid(), LiveWorld.Says($"Word {n} {i}"));
            }
        })).ToList();
        await Task.WhenAll(talking);
        await LeadAsync(session, new ChangeActivity("next-steps", Names: "anonymous"));
        await LeadAsync(session, new StartActivity("next-steps"));
        await LeadAsync(session, new MoveToStep("next-steps", session.State.Activity("next-steps")!.Steps[0].Id));
        await SettledAsync(session, copies);

        Assert.Equal(24, copies.Count);
        Assert.All(copies, c => IsTheSame(session.State, c.State));
        Assert.All(copies, c =>
            Assert.Equal(session.State.Aliases.Of("next-steps", Id(crowd[0])), c.State.Aliases.Of("next-steps", Id(crowd[0]))));
        Assert.NotNull(session.State.Aliases.Of("next-steps", Id(crowd[0])));

        await LeadAsync(session, new CloseSession());
        await SettledAsync(session, copies);

        Assert.All(copies, c => IsTheSame(session.State, c.State));
        Assert.All(copies, c => Assert.True(c.State.Aliases.IsEmpty));
        foreach (var copy in copies) copy.Dispose();
    }

    [Fact]
    public async Task Who_follows_no_longer_hears_nothing_more()
    {
        await using var world = await StartAsync();
        var session = await OpenAsync(world.Host);
        var (first, second) = (new Copy(session), new Copy(session));
        first.Dispose();

        await LeadAsync(session, new StartTimer(60));
        await SettledAsync(session, [second]);

        Assert.Null(first.State.Timer);
        Assert.NotNull(second.State.Timer);
        second.Dispose();
    }

    [Fact]
    public async Task What_is_deleted_is_gone_for_all_and_its_id_is_free()
    {
        await using var world = await StartAsync();
        var session = await OpenAsync(world.Host);
        var bo = await JoinAsync(session);

        await world.Host.DeleteAsync(session.Id);
        await world.Host.DeleteAsync(session.Id);

        Assert.Null(await world.Host.FindAsync(session.Id));
        Assert.Null(await world.Host.FindByCodeAsync(session.Code));
        Assert.Equal(RefusalKind.NoSuchSession, (await session.SendAsync(bo, Guid.NewGuid(), LiveWorld.Says("Too late"))).Refusal?.Kind);
        var (again, _) = await world.Host.CreateAsync(Amara, new CreateSession("Again", null, null, []), session.Id);
        Assert.Equal("Again", again?.State.Title);
    }

    private static async Task<ILiveSession> OpenAsync(ISessionHost host)
    {
        var (session, refusal) =
            await host.CreateAsync(Amara, new CreateSession("Night shift", null, null, BuiltInMethods.Find("kick-start")!.Agenda("en")));
        Assert.Null(refusal);
        await LeadAsync(session!, new OpenSession());
        await LeadAsync(session!, new StartActivity("chain"));
        return session!;
    }

    private static async Task LeadAsync(ILiveSession session, Command command) =>
        Assert.Null((await session.SendAsync(Lead, Guid.NewGuid(), command)).Refusal);

    private static async Task<Sender> JoinAsync(ILiveSession session) =>
        new Sender.Delegate(new((await session.SendAsync(new Sender.Newcomer(), Guid.NewGuid(), new Join())).Id!));

    private static DelegateId Id(Sender sender) => ((Sender.Delegate)sender).Id;

    // Followers hear right after the sender does.
    private static Task SettledAsync(ILiveSession session, IEnumerable<Copy> copies) =>
        Task.WhenAll(copies.Select(c => c.UntilAsync(session.State.Version)))
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private static void IsTheSame(SessionState one, SessionState other)
    {
        Assert.Equal((one.Version, one.At, one.Stage, one.Now), (other.Version, other.At, other.Stage, other.Now));
        Assert.Equal(one.Contributions.Values.OrderBy(c => c.Order), other.Contributions.Values.OrderBy(c => c.Order));
        Assert.Equal(one.Delegates.Values.OrderBy(d => d.Id.Value), other.Delegates.Values.OrderBy(d => d.Id.Value));
    }

    /// <summary>A session as somebody has it who only follows.</summary>
    private sealed class Copy : IDisposable
    {
        private readonly Lock gate = new();
        private readonly List<(long Version, TaskCompletionSource Reached)> waiting = [];
        private readonly Following following;
        private SessionState state;

        internal Copy(ILiveSession session)
        {
            lock (gate)
            {
                following = session.Follow(Hear);
                state = following.Snapshot;
            }
        }

        internal SessionState State
        {
            get
            {
                lock (gate) return state;
            }
        }

        public void Dispose() => following.Dispose();

        internal Task UntilAsync(long version)
        {
            lock (gate)
            {
                if (state.Version >= version) return Task.CompletedTask;
                var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.Add((version, reached));
                return reached.Task;
            }
        }

        private void Hear(Commit commit)
        {
            lock (gate)
            {
                state = commit.On(state);
                foreach (var (_, reached) in waiting.Where(w => w.Version <= state.Version)) reached.TrySetResult();
            }
        }
    }
}

/// <summary>A host and what it needs, for as long as a test.</summary>
internal interface IHostWorld : IAsyncDisposable
{
    ISessionHost Host { get; }
}

/// <summary>Sessions in this process.</summary>
public sealed class InProcessHostTests : SessionHostContract
{
    private protected override async Task<IHostWorld> StartAsync() => new World(await LiveWorld.StartAsync());

    private sealed class World(LiveWorld world) : IHostWorld
    {
        public ISessionHost Host => world.Host;

        public ValueTask DisposeAsync() => world.DisposeAsync();
    }
}
