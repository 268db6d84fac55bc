using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class EventNamesTests
{
    private static readonly IReadOnlyList<SessionEvent> All = OneOfEach.Events;

    private static IEnumerable<Type> Declared =>
        typeof(SessionEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(SessionEvent)) && !t.IsAbstract);

    [Fact]
    public void KEEP_1_every_event_has_a_name_with_a_version_of_its_own()
    {
        Assert.Equal(Declared.Select(t => t.Name).Order(), EventNames.All.Values.Select(t => t.Name).Order());
        Assert.Empty(EventNames.All.Keys.Intersect(EventNames.Former));
        Assert.All(EventNames.All.Keys.Concat(EventNames.Former), n => Assert.Matches("^[a-z]+\\.[a-z]+\\.v[1-9]$", n));
        Assert.All(All, e => Assert.Equal(e.GetType(), EventNames.All[EventNames.Of(e)]));
    }

    [Fact]
    public void KEEP_1_the_names_that_were_ever_written_stay() => Assert.Superset(
        new HashSet<string>(
        [
            "activities.added.v1", "activity.moved.v1", "activity.removed.v1", "activity.returned.v1", "contribution.parked.v1",
                "contribution.restored.v1",
            "contributions.carried.v1", "contributions.joined.v1", "contributions.parted.v1", "late.returned.v1", "move.undone.v1",
                "place.returned.v1",
            "screen.returned.v1",
            "approval.set.v1", "delegate.waiting.v1", "delegates.admitted.v1", "delegates.removed.v1", "delegates.returned.v1",
                "joining.locked.v1",
            "action.changed.v1", "action.recorded.v1", "action.removed.v1", "activity.changed.v1", "activity.started.v1",
                "answer.given.v1", "contribution.added.v1",
            "contribution.edited.v1", "contribution.erased.v1", "contribution.hidden.v1", "contribution.taken.v1",
                "contribution.withdrawn.v1", "decision.changed.v1",
            "contribution.themed.v1", "dots.placed.v1", "team.taken.v1", "teams.assigned.v1", "theme.created.v1", "theme.removed.v1",
                "theme.renamed.v1", "votes.reset.v1", "votes.returned.v1",
            "decision.recorded.v1", "decision.removed.v1", "delegate.changed.v1", "delegate.erased.v1", "delegate.joined.v1",
                "delegate.readmitted.v1", "delegate.removed.v1", "delegates.listed.v1",
            "done.set.v1", "nod.set.v1", "nods.counted.v1", "answers.counted.v1", "answers.counted.v2", "note.written.v1",
                "note.written.v2", "pick.set.v1", "point.shown.v1", "role.changed.v1", "screen.set.v1", "session.changed.v1",
                "session.closed.v1",
            "session.created.v1", "session.opened.v1", "session.reopened.v1", "step.entered.v1", "timer.set.v1", "timer.stopped.v1",
        ]),
        EventNames.All.Keys.Concat(EventNames.Former).ToHashSet());

    [Fact]
    public void KEEP_2_every_event_is_read_whatever_the_state()
    {
        Assert.Equal(Declared.Count(), All.Count);
        foreach (var by in new Sender[] { Amara, Ben, Newcomer })
        {
            var empty = Scenario.Empty.Happened(by, All);
            Assert.Equal(All.Count, empty.State.Version);
            Assert.Equal(All.Count, Samples.Full.Happened(by, All).State.Version - Samples.Full.State.Version);
        }
    }

    [Fact]
    public void KEEP_2_a_text_that_was_erased_is_read_as_nothing()
    {
        var erased =
            AtTheSolutions()
            .Happened(Ben, [new ContributionEdited("plan", new("w", null)), new DecisionRecorded("d", new("w2", null), [])]);
        Assert.False(erased.State.Contributions["plan"].Stands);
        Assert.Null(erased.State.Decisions[0].Text);
    }

    [Fact]
    public void KEEP_3_the_same_events_give_the_same_session()
    {
        var session = Samples.Full;
        Assert.Equal(Enumerable.Range(1, session.Journal.Count).Select(i => (long)i), session.Journal.Select(r => r.Version));
        Assert.Equal(Picture.Of(session.State), Picture.Of(Session.Replay(session.State.Id, session.Journal)));
        Assert.Equal(session.Journal.Count, session.State.Version);
        Assert.Equal(session.Journal[^1].At, session.State.At);
    }

    [Fact]
    public void KEEP_4_who_did_it_is_written_and_read_back()
    {
        foreach (var sender in new Sender[] { Amara, Ben, Newcomer, Delegate("a:b") }) Assert.Equal(sender, Sender.Parse(sender.Key));
        Assert.Equal(["a:amara", "d:ben", "new"], new Sender[] { Amara, Ben, Newcomer }.Select(s => s.Key));
        Assert.Throws<FormatException>(() => Sender.Parse("x:ben"));
        Assert.Throws<FormatException>(() => Sender.Parse(""));
    }
}
