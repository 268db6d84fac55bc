using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;
using static WorkshopHub.Web.Tests.Live.LiveWorld;

namespace WorkshopHub.Web.Tests.Live;

public sealed class LiveSessionTests
{
    [Fact]
    public async Task KEEP_11_what_the_core_stumbles_over_is_refused_alone_and_the_session_goes_on()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var ben = await LiveWorld.JoinAsync(session);
        var before = session.State.Version;

        var answer = await session.SendAsync(ben, Guid.NewGuid(), new Unheard());

        Assert.Equal(RefusalKind.Fault, answer.Refusal?.Kind);
        Assert.Equal(before, session.State.Version);
        Assert.Null((await session.SendAsync(ben, Guid.NewGuid(), LiveWorld.Says("Honest words"))).Refusal);
    }

    [Fact]
    public async Task KEEP_5_a_commit_that_fails_after_it_reached_the_disk_leaves_memory_and_disk_together()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var bo = await JoinAsync(session);
        var heard = new List<long>();
        using var _ = session.Follow(commit => heard.AddRange(commit.Events.Select(e => e.Version)));
        var id = Guid.NewGuid();
        var before = session.State.Version;
        world.Commits.Left = 1;

        var doubtful = await session.SendAsync(bo, id, Says("Is it there?"));
        var next = await session.SendAsync(bo, Guid.NewGuid(), Says("The next one"));
        var again = await session.SendAsync(bo, id, Says("Is it there?"));

        Assert.Equal(RefusalKind.NotSaved, doubtful.Refusal!.Kind);
        Assert.Equal((before + 2, null), (next.Version, next.Refusal));
        Assert.Equal((before + 1, null), (again.Version, again.Refusal));
        Assert.Equal("Is it there?", session.State.Contributions[again.Id!].Text);
        Assert.Equal(session.State.Version, (await world.Reader.LoadAsync(session.Id))!.Events.Count);
        Assert.Equal([before + 1, before + 2], heard);
    }

    [Fact]
    public async Task After_a_doubtful_commit_all_who_send_at_once_are_decided_on_what_the_journal_holds()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var senders = new List<Sender>();
        for (var i = 0; i < 10; i++) senders.Add(await JoinAsync(session));
        var commands = senders.Select((s, i) => (Sender: s, Id: Guid.NewGuid(), Command: Says($"Word {i}"))).ToList();
        world.Commits.Left = 1;

        await Task.WhenAll(commands.Select(c => session.SendAsync(c.Sender, c.Id, c.Command)));
        var answers = await Task.WhenAll(commands.Select(c => session.SendAsync(c.Sender, c.Id, c.Command)));

        Assert.All(answers, a => Assert.Null(a.Refusal));
        Assert.Equal(10, session.State.Contributions.Count);
        var stored = (await world.Reader.LoadAsync(session.Id))!;
        Assert.Equal(session.State.Version, stored.Events.Count);
        Assert.Equal(session.State.Contributions.Keys.Order(), Session.Replay(session.Id, stored.Events).Contributions.Keys.Order());
    }

    [Fact]
    public async Task REACT_2_a_reaction_is_heard_once_and_leaves_no_trace()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var bo = (Sender.Delegate)await JoinAsync(session);
        var heard = new List<(DelegateId, string)>();
        using var _ = session.SubscribeReactions((who, symbol) => heard.Add((who, symbol)));
        var id = Guid.NewGuid();

        var first = await session.SendAsync(bo, id, new React("smile"));
        var again = await session.SendAsync(bo, id, new React("smile"));
        var refused = await session.SendAsync(bo, Guid.NewGuid(), new React("shout"));

        Assert.Equal((session.State.Version, null), (first.Version, first.Refusal));
        Assert.Equal(first, again);
        Assert.Equal(RefusalKind.Malformed, refused.Refusal!.Kind);
        Assert.Equal([(bo.Id, "smile")], heard);
        var stored = (await world.Reader.LoadAsync(session.Id))!;
        Assert.Equal(session.State.Version, stored.Events.Count);
        Assert.DoesNotContain(stored.Receipts, r => r.CommandId == id);
    }

    [Fact]
    public async Task A_session_that_nobody_uses_is_let_go_and_comes_back_as_it_was()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var bo = await JoinAsync(session);
        await session.SendAsync(bo, Guid.NewGuid(), Says("Still here"));
        world.Clock.Advance(TimeSpan.FromMinutes(9));
        world.Host.Sweep();
        Assert.Equal(1, world.Host.Count);

        world.Clock.Advance(TimeSpan.FromMinutes(2));
        world.Host.Sweep();

        Assert.Equal(0, world.Host.Count);
        var back = await world.Host.FindByCodeAsync(session.Code);
        Assert.NotSame(session, back);
        Assert.Equal(session.State.Version, back!.State.Version);
        Assert.Equal("Still here", Assert.Single(back.State.Contributions.Values).Text);
    }

    [Fact]
    public async Task A_session_that_somebody_looks_at_stays()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var looking = session.Follow(_ => { });
        world.Clock.Advance(TimeSpan.FromHours(1));
        world.Host.Sweep();
        Assert.Equal(1, world.Host.Count);

        looking.Dispose();
        world.Host.Sweep();

        Assert.Equal(0, world.Host.Count);
    }

    [Fact]
    public async Task A_session_that_was_let_go_forwards_to_its_successor()
    {
        await using var world = await LiveWorld.StartAsync();
        var old = await world.RoomAsync();
        var bo = await JoinAsync(old);
        world.Clock.Advance(TimeSpan.FromHours(1));
        world.Host.Sweep();
        var back = (await world.Host.FindAsync(old.Id))!;

        var said = await old.SendAsync(bo, Guid.NewGuid(), Says("To the one before"));
        var next = await back.SendAsync(bo, Guid.NewGuid(), Says("To the one after"));

        Assert.Equal(said.Version + 1, next.Version);
        Assert.Equal(2, back.State.Contributions.Count);
        Assert.Empty(old.State.Contributions);
    }

    [Fact]
    public async Task A_session_that_is_being_let_go_is_not_given_to_anybody()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = (LiveSession)await world.RoomAsync();
        Assert.True(session.RetireIfIdle(TimeSpan.Zero));

        var found = (await world.Host.FindAsync(session.Id))!;
        // Listeners hear of it right after the sender does, not before.
        var heard = new TaskCompletionSource<int>();
        using var _ = found.Follow(commit => heard.TrySetResult(commit.Events.Count));
        await LeadAsync(found, new StartTimer(60));

        Assert.NotSame(session, found);
        Assert.Equal(1, await heard.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.Equal(1, world.Host.Count);
    }

    [Fact]
    public async Task While_a_session_is_deleted_nobody_brings_it_back()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var bo = await JoinAsync(session);
        var under = Enumerable.Range(0, 50).Select(i => session.SendAsync(bo, Guid.NewGuid(), Says($"Word {i}"))).ToList();
        var known = -1L;
        world.Deletions.Before = async () =>
        {
            known = (await world.Reader.LoadAsync(session.Id))!.Events.Count;
            Assert.All(under, u => Assert.True(u.IsCompleted || session.State.Version == known));
            Assert.Null(await world.Host.FindAsync(session.Id));
            Assert.Null(await world.Host.FindByCodeAsync(session.Code));
            Assert.Equal(RefusalKind.NoSuchSession, (await session.SendAsync(bo, Guid.NewGuid(), Says("Too late"))).Refusal!.Kind);
        };

        await world.Host.DeleteAsync(session.Id, TestContext.Current.CancellationToken);

        Assert.Equal(50, (await Task.WhenAll(under)).Count(a => a.Refusal is null));
        Assert.Equal(session.State.Version, known);
        Assert.Null(await world.Reader.LoadAsync(session.Id));
    }

    [Fact]
    public async Task What_could_not_be_deleted_is_there_as_before()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        world.Deletions.Before = () => throw new IOException("The disk is away.");

        await Assert.ThrowsAsync<IOException>(() => world.Host.DeleteAsync(session.Id));

        var again = (await world.Host.FindAsync(session.Id))!;
        Assert.Equal(session.State.Version, again.State.Version);
        await LeadAsync(again, new StartTimer(60));
    }

    [Fact]
    public async Task Ids_that_nobody_has_do_not_fill_the_memory()
    {
        await using var world = await LiveWorld.StartAsync();

        for (var i = 0; i < 20; i++) Assert.Null(await world.Host.FindAsync(new($"made-up-{i}")));

        Assert.Equal(0, world.Host.Count);
    }

    // The catalogue does not know it, and so the decider throws.
    private sealed record Unheard : Command;
}
