using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class EventNamesTests
{
    private static readonly Words Words = new("w", "Words");

    // One of every kind that the journal may hold, about things that are not there: reading never fails.
    private static readonly SessionEvent[] OneOfEach =
    [
        new SessionCreated("Title", null, SessionSettings.Default, Amara.Id, Agenda),
        new SessionChanged("Title", null, SessionSettings.Default),
        new SessionOpened(),
        new SessionClosed(),
        new SessionReopened(),
        new ActivityChanged(Agenda[1]),
        new ActivitiesAdded([Agenda[2] with { ActivityId = "more" }], "nowhere"),
        new ActivityMoved("nowhere", null),
        new ActivityRemoved("nowhere"),
        new ActivityReturned("nowhere", null),
        new ContributionParked("nothing", true),
        new ContributionsJoined("nothing", ["nothing", "never"], true, ["never"]),
        new ContributionsParted("nothing", ["never"]),
        new ContributionsCarried("nowhere", "never", [new("new", "nothing")]),
        new ContributionRestored("nothing"),
        new LateReturned("nothing"),
        new PlaceReturned(null, "nowhere", null, null, []),
        new ScreenReturned(ScreenMode.Held, null),
        new MoveUndone(7, 0),
        new ActivityStarted("nowhere", "never"),
        new StepEntered("nowhere", "never"),
        new PointShown("nowhere", 7),
        new DoneSet(true),
        new TimerSet(Scenario.Morning, 60),
        new TimerStopped(),
        new ScreenSet(ScreenMode.Held),
        new DelegateJoined(new(new("emeka"), null, null)),
        new ProfileChanged(new(new("nobody"), null, null)),
        new DelegateRemoved(new("nobody"), true),
        new DelegateReadmitted(new("nobody")),
        new ContributionAdded("c", "nowhere", "never", "nothing", Words, true),
        new ContributionEdited("nothing", Words),
        new ContributionWithdrawn("nothing"),
        new ContributionHidden("nothing", true, Words),
        new LateTaken("nothing"),
        new ThemeCreated("t", "nowhere", Words, ["nothing"]),
        new ThemeRenamed("nothing", Words),
        new ThemeRemoved("nothing"),
        new MovedToTheme("nothing", "nothing"),
        new DotsPlaced("nowhere", "never", "nothing", 2),
        new VotesReset("nowhere", "never"),
        new VotesReturned("nowhere", "never"),
        new AnswerGiven("nowhere", "never", "nothing", 7),
        new TeamTaken("nowhere", "nobody"),
        new TeamsAssigned("nowhere", [new(new("nobody"), null), new(new("ben"), "nobody")]),
        new JoiningLocked(true),
        new ApprovalSet(true),
        new DelegateWaits(new(new("somebody"), "Somebody", null)),
        new DelegatesAdmitted([new("nobody"), new("somebody")]),
        new DelegatesRemoved([new("nobody"), new("ben")], true),
        new DelegatesReturned([new("nobody"), new("ben")], [new("nobody")], ["nothing"]),
        new NodSet("nothing", true),
        new PickSet("nothing", true, "nothing"),
        new NodsCounted([new("nothing", 2, 3)]),
        new DelegatesListed([new(new(new("emeka"), null, null), true)]),
        new AnswersCounted([new("nowhere", "never", null, [new("ministry", [1, 2])])]),
        new ContributionErased("nothing", [new("w", null)]),
        new DelegateErased(new(new("nobody"), null, null)),
        new NoteWritten("nowhere", "nothing", Words),
        new NoteKept("nowhere", "nothing", null, new("nobody"), Words),
        new DecisionRecorded("d", Words, ["nothing"]),
        new DecisionChanged("nothing", Words),
        new DecisionRemoved("nothing"),
        new ActionRecorded("a", Words, Words, null, null, ["nothing"]),
        new ActionChanged("nothing", Words, null, null, null),
        new ActionRemoved("nothing"),
        new RoleChanged(new("nobody"), Role.None),
    ];

    internal static SessionEvent Sample(Type type) => OneOfEach.Single(e => e.GetType() == type);

    private static IEnumerable<Type> Declared => typeof(SessionEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(SessionEvent)) && !t.IsAbstract);

    [Fact]
    public void KEEP_1_every_event_has_a_name_with_a_version_of_its_own()
    {
        Assert.Equal(Declared.Select(t => t.Name).Order(), EventNames.All.Values.Select(t => t.Name).Order());
        Assert.All(EventNames.All.Keys, n => Assert.Matches("^[a-z]+\\.[a-z]+\\.v[1-9]$", n));
        Assert.All(OneOfEach, e => Assert.Equal(e.GetType(), EventNames.All[EventNames.Of(e)]));
    }

    [Fact]
    public void KEEP_1_the_names_that_were_ever_written_stay() => Assert.Superset(
        new HashSet<string>(
        [
            "activities.added.v1", "activity.moved.v1", "activity.removed.v1", "activity.returned.v1", "contribution.parked.v1", "contribution.restored.v1",
            "contributions.carried.v1", "contributions.joined.v1", "contributions.parted.v1", "late.returned.v1", "move.undone.v1", "place.returned.v1",
            "screen.returned.v1",
            "approval.set.v1", "delegate.waiting.v1", "delegates.admitted.v1", "delegates.removed.v1", "delegates.returned.v1", "joining.locked.v1",
            "action.changed.v1", "action.recorded.v1", "action.removed.v1", "activity.changed.v1", "activity.started.v1", "answer.given.v1", "contribution.added.v1",
            "contribution.edited.v1", "contribution.erased.v1", "contribution.hidden.v1", "contribution.taken.v1", "contribution.withdrawn.v1", "decision.changed.v1",
            "contribution.themed.v1", "dots.placed.v1", "team.taken.v1", "teams.assigned.v1", "theme.created.v1", "theme.removed.v1", "theme.renamed.v1", "votes.reset.v1", "votes.returned.v1",
            "decision.recorded.v1", "decision.removed.v1", "delegate.changed.v1", "delegate.erased.v1", "delegate.joined.v1", "delegate.readmitted.v1", "delegate.removed.v1", "delegates.listed.v1",
            "done.set.v1", "nod.set.v1", "nods.counted.v1", "answers.counted.v1", "note.written.v1", "note.written.v2", "pick.set.v1", "point.shown.v1", "role.changed.v1", "screen.set.v1", "session.changed.v1", "session.closed.v1",
            "session.created.v1", "session.opened.v1", "session.reopened.v1", "step.entered.v1", "timer.set.v1", "timer.stopped.v1",
        ]),
        EventNames.All.Keys.ToHashSet());

    [Fact]
    public void KEEP_2_every_event_is_read_whatever_the_state()
    {
        Assert.Equal(Declared.Count(), OneOfEach.Length);
        foreach (var by in new Sender[] { Amara, Ben, Newcomer })
        {
            var empty = Scenario.Empty.Happened(by, OneOfEach);
            Assert.Equal(OneOfEach.Length, empty.State.Version);
            Assert.Equal(OneOfEach.Length, Samples.Full.Happened(by, OneOfEach).State.Version - Samples.Full.State.Version);
        }
    }

    [Fact]
    public void KEEP_2_a_text_that_was_erased_is_read_as_nothing()
    {
        var erased = AtTheSolutions().Happened(Ben, [new ContributionEdited("plan", new("w", null)), new DecisionRecorded("d", new("w2", null), [])]);
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
