using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;
using static WorkshopHub.Web.Tests.Live.LiveWorld;

namespace WorkshopHub.Web.Tests.Live;

/// <summary>The secrets of a live session, in memory and in the journal.</summary>
public sealed class SecrecyTests
{
    [Fact]
    public async Task Brought_back_from_the_journal_people_are_who_they_were()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await AnonymousAsync(world);
        var (bo, chen) = (await JoinAsync(session), await JoinAsync(session));
        var id = Guid.NewGuid();
        var said = await session.SendAsync(bo, id, Says("No clear roles"));
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        world.Host.Sweep();
        Assert.Equal(0, world.Host.Count);

        var again = (await world.Host.FindAsync(session.Id))!;

        Assert.NotSame(session, again);
        Assert.Equal(said, await again.SendAsync(bo, id, Says("No clear roles")));
        Assert.Equal(RefusalKind.CommandIdTaken, (await again.SendAsync(chen, id, Says("No clear roles"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotYours,
            (await again.SendAsync(chen, Guid.NewGuid(), new EditContribution(said.Id!, "Mine"))).Refusal?.Kind);
        Assert.Null((await again.SendAsync(bo, Guid.NewGuid(), new EditContribution(said.Id!, "No roles"))).Refusal);
    }

    [Fact]
    public async Task What_is_anonymous_has_the_time_of_what_came_before_it()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await AnonymousAsync(world);
        var bo = await JoinAsync(session);
        var joined = session.State.At;
        world.Clock.Advance(TimeSpan.FromMinutes(3));
        await session.SendAsync(bo, Guid.NewGuid(), Says("No clear roles"));
        Assert.Equal(joined, session.State.At);

        await LeadAsync(session, new MoveToStep("chain", "root-causes"));

        Assert.Equal(joined + TimeSpan.FromMinutes(3), session.State.At);
        Assert.Equal([joined, session.State.At], (await world.Reader.LoadAsync(session.Id))!.Events.TakeLast(2).Select(e => e.At));
    }

    [Fact]
    public async Task A_close_that_could_not_be_saved_destroys_nothing()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await AnonymousAsync(world);
        var bo = await JoinAsync(session);
        var said = await session.SendAsync(bo, Guid.NewGuid(), Says("No clear roles"));
        world.Commits.Before = 2;

        Assert.Equal(RefusalKind.NotSaved,
            (await session.SendAsync(new Sender.Account(Amara), Guid.NewGuid(), new CloseSession())).Refusal?.Kind);

        Assert.Null((await session.SendAsync(bo, Guid.NewGuid(), new EditContribution(said.Id!, "No roles"))).Refusal);
        Assert.Equal(["*people", "chain"], (await world.Reader.LoadAsync(session.Id))!.Secrets.Select(s => s.ActivityId).Order());
        await LeadAsync(session, new CloseSession());
        Assert.Empty((await world.Reader.LoadAsync(session.Id))!.Secrets);
        Assert.True(session.State.Aliases.IsEmpty);
    }

    [Fact]
    public async Task An_activity_that_becomes_anonymous_has_its_secret_from_then_on()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        Assert.Empty((await world.Reader.LoadAsync(session.Id))!.Secrets);

        await LeadAsync(session, new ChangeActivity("chain", Names: "anonymous"));

        Assert.Equal(["*people", "chain"], (await world.Reader.LoadAsync(session.Id))!.Secrets.Select(s => s.ActivityId).Order());
    }

    [Fact]
    public async Task Who_has_an_alias_is_told_of_their_own_and_others_are_not()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await AnonymousAsync(world);
        var (bo, chen) = (await JoinAsync(session), await JoinAsync(session));
        var said = (await session.SendAsync(bo, Guid.NewGuid(), Says("No clear roles"))).Id!;
        await session.SendAsync(chen, Guid.NewGuid(), new Nod(said, true));
        var events = (await world.Reader.LoadAsync(session.Id))!.Events;

        Assert.Equal([((Sender.Delegate)bo).Id], AffectedDelegates.Of(session.State, events[^2]));
        Assert.Equal([((Sender.Delegate)chen).Id, ((Sender.Delegate)bo).Id], AffectedDelegates.Of(session.State, events[^1]));
    }

    private static async Task<ILiveSession> AnonymousAsync(LiveWorld world)
    {
        var session = await world.RoomAsync();
        await LeadAsync(session, new ChangeActivity("chain", Names: "anonymous"));
        return session;
    }
}
