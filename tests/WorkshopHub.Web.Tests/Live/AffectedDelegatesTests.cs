using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;
using static WorkshopHub.Web.Tests.Live.LiveWorld;

namespace WorkshopHub.Web.Tests.Live;

public sealed class AffectedDelegatesTests
{
    [Fact]
    public void Whoever_votes_or_answers_is_told_on_their_other_page_and_nobody_else_is()
    {
        var state = new SessionState { Id = new("s") }.With([new("vote", [1, 2, 3])]);
        var (bo, chen) = (new Sender.Delegate(new("bo")), new Sender.Delegate(new("chen")));
        state = new[] { bo, chen }
            .Aggregate(state, (s, d) => s with { Delegates = s.Delegates.Add(d.Id, new(d.Id, null, null, 1, false)) });
        var alias = new Sender.Delegate(state.Aliases.Of("vote", bo.Id)!.Value);
        foreach (SessionEvent e in new SessionEvent[] { new DotsPlaced("vote", "dots", "t", 1), new AnswerGiven("vote", "now", null, 1) })
        {
            Assert.Equal([bo.Id], AffectedDelegates.Of(state, new(1, state.At, alias, e)));
        }
    }

    [Fact]
    public async Task Whoever_reads_it_on_the_own_page_is_told_when_it_changes()
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await world.RoomAsync();
        var (bo, chen, dora) = (await JoinAsync(session), await JoinAsync(session), await JoinAsync(session));
        var said = (await session.SendAsync(bo, Guid.NewGuid(), Says("No clear roles"))).Id!;
        await LeadAsync(session, new MoveToStep("chain", "root-causes"));
        await session.SendAsync(chen, Guid.NewGuid(), new Contribute("chain", "root-cause", "Nobody wrote them down", said));

        // Its author, and who answered it.
        Assert.Equal([bo, chen], Told(bo, new ContributionHidden(said, true, null)));
        Assert.Equal([bo, chen], Told(bo, new ContributionWithdrawn(said)));
        Assert.Equal([bo, chen], Told(bo, new ContributionEdited(said, new("w", "Roles"))));
        // Who nods, and whose count goes up.
        Assert.Equal([bo, dora], Told(dora, new NodSet(said, true)));
        Assert.Null(AffectedDelegates.Of(session.State, At(bo, new DelegateRemoved(((Sender.Delegate)bo).Id, WithContributions: true))));
        Assert.Equal([bo], Told(bo, new DelegateRemoved(((Sender.Delegate)bo).Id, WithContributions: false)));

        // In the order of joining.
        List<Sender> Told(Sender by, SessionEvent e)
        {
            var told = AffectedDelegates.Of(session.State, At(by, e))!.Distinct().ToHashSet();
            return [.. new[] { bo, chen, dora }.Where(s => told.Contains(((Sender.Delegate)s).Id))];
        }

        Recorded At(Sender by, SessionEvent e) => new(session.State.Version + 1, session.State.At, by, e);
    }
}
