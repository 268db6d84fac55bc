using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class LifecycleTests
{
    [Fact]
    public void LIVE_1_a_session_begins_as_a_draft_is_opened_closed_and_opened_again()
    {
        var draft = KickStart.Draft();
        Assert.Equal(SessionStage.Draft, draft.State.Stage);
        Assert.Equal(Role.Lead, draft.State.RoleOf(Amara));
        Assert.Equal(["briefing", "chain", "next-steps"], draft.State.Agenda.Select(a => a.ActivityId));

        var open = draft.When(Amara, new OpenSession()).Then(new SessionOpened());
        Assert.Equal((SessionStage.Open, Scenario.Morning), (open.State.Stage, open.State.OpenedAt));

        var closed = open.Later(60).When(Amara, new CloseSession()).Then(new SessionClosed());
        Assert.Equal((SessionStage.Closed, Scenario.Morning.AddSeconds(60)), (closed.State.Stage, closed.State.ClosedAt));

        var again = closed.When(Amara, new ReopenSession()).Then(new SessionReopened());
        Assert.Equal((SessionStage.Open, null, Scenario.Morning), (again.State.Stage, again.State.ClosedAt, again.State.OpenedAt));
    }

    [Fact]
    public void LIVE_2_a_draft_takes_only_what_prepares_it()
    {
        Type[] prepares =
            [typeof(OpenSession), typeof(ReopenSession), typeof(ChangeSession), typeof(AddActivity), typeof(ChangeActivity),
            typeof(MoveActivity), typeof(RemoveActivity), typeof(SetScreen), typeof(ChangeRoles), typeof(Undo)];
        foreach (var (by, command) in Samples.Each().Where(s => !prepares.Contains(s.Command.GetType()) && s.By is not Sender.Delegate))
        {
            KickStart.Draft().When(by, command).ThenRefused(RefusalKind.SessionNotOpen);
        }

        KickStart.Draft().When(Newcomer, new Join("Ben")).ThenRefused(RefusalKind.SessionNotOpen);
        KickStart.Draft().When(Amara, new ChangeSession("Another title")).Then<SessionChanged>();
        KickStart.Draft().When(Amara, new ChangeActivity(KickStart.Chain, Title: "Another title")).Then<ActivityChanged>();
        KickStart.Draft().When(Amara, new SetScreen("blank")).Then<ScreenSet>();
    }

    [Fact]
    public void LIVE_3_a_closed_session_takes_nothing_but_being_opened_again_and_erasing()
    {
        var closed = Samples.Full.Given(Amara, new CloseSession());
        foreach (var (by, command) in Samples.Each().Where(s => s.Command is not (ReopenSession or Erase)))
        {
            closed.When(by, command).ThenRefused(RefusalKind.SessionClosed);
        }

        closed.When(Amara, new Erase("plan")).Then<ContributionErased>();
        closed.When(Newcomer, new Join("Late Lea")).ThenRefused(RefusalKind.SessionClosed);
        closed.When(Amara, new ReopenSession()).Then(new SessionReopened());
    }

    [Fact]
    public void LIVE_4_a_session_is_made_once_opened_once_and_reopened_only_after_it_was_closed()
    {
        var open = KickStart.Open();
        open.When(Amara, new OpenSession()).ThenNothing();
        open.When(Amara, new ReopenSession()).ThenNothing();
        open.When(Amara, new CreateSession("Again", null, null, KickStart.Agenda)).ThenRefused(RefusalKind.AlreadyOpen);
        KickStart.Draft().When(Amara, new ReopenSession()).ThenRefused(RefusalKind.NeverOpened);
        open.Given(Amara, new CloseSession()).When(Amara, new OpenSession()).ThenRefused(RefusalKind.SessionClosed);
    }

    [Fact]
    public void LIVE_5_closing_ends_what_runs_and_keeps_what_was_said()
    {
        var before = KickStart.AtTheSolutions().Given(Amara, new StartTimer(60)).Given(Amara, new SetScreen("held"));
        Assert.NotNull(before.State.Timer);
        Assert.NotNull(before.State.Held);
        Assert.NotEmpty(before.State.JustLeft);

        var closed = before.Given(Amara, new CloseSession()).State;
        Assert.Null(closed.Timer);
        Assert.Null(closed.Held);
        Assert.Equal(ScreenMode.Live, closed.Screen.Mode);
        Assert.Empty(closed.JustLeft);
        Assert.Equal(Picture.Of(before.State.Contributions), Picture.Of(closed.Contributions));
    }

    [Fact]
    public void LIVE_6_a_title_has_1_to_120_characters()
    {
        KickStart.Draft().When(Amara, new ChangeSession(Title: new string('t', 120))).Then<SessionChanged>();
        KickStart.Draft().When(Amara, new ChangeSession(Title: new string('t', 121))).ThenRefused(RefusalKind.TextTooLong);
        KickStart.Draft().When(Amara, new ChangeSession(Title: " \u200B ")).ThenRefused(RefusalKind.TextEmpty);
        Scenario.Empty.When(Amara, new CreateSession(" ", null, null, KickStart.Agenda)).ThenRefused(RefusalKind.TextEmpty);
        Scenario.Empty.When(Amara, new CreateSession("  A title\r\n", " ", null, KickStart.Agenda))
            .Then<SessionCreated>(e => Assert.Equal(("A title", null), (e.Title, e.Topic)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200B\n")]
    public void LIVE_6_an_empty_topic_takes_it_away(string? empty) =>
        KickStart.Draft().When(Amara, new ChangeSession(Topic: empty)).Then<SessionChanged>(e => Assert.Null(e.Topic));

    [Fact]
    public void LIVE_6_a_topic_has_at_most_250_characters()
    {
        KickStart.Draft().When(Amara, new ChangeSession(Topic: new string('t', 250))).Then<SessionChanged>();
        KickStart.Draft().When(Amara, new ChangeSession(Topic: new string('t', 251))).ThenRefused(RefusalKind.TextTooLong);
        Scenario.Empty.When(Amara, new CreateSession("A title", new string('t', 251), null, KickStart.Agenda))
            .ThenRefused(RefusalKind.TextTooLong);
    }

    [Fact]
    public void LIVE_9_what_a_change_leaves_out_stays()
    {
        var changed = KickStart.Draft(KickStart.Sectors)
            .When(Amara, new ChangeSession(Title: "Kick Start", Settings: KickStart.Named))
            .Then<SessionChanged>().State;
        Assert.Equal(("Kick Start", "What holds us back", NamesPolicy.Named), (changed.Title, changed.Topic, changed.Settings.Names));
        Assert.NotNull(changed.Settings.SectorQuestion);
    }

    [Fact]
    public void LIVE_9_a_change_to_what_is_so_already_is_no_event()
    {
        var draft = KickStart.Draft(KickStart.Sectors);
        draft.When(Amara, new ChangeSession()).ThenNothing();
        draft.When(Amara, new ChangeSession(" Beyond Service Partner ", "What holds us back", KickStart.Sectors)).ThenNothing();
    }

    [Fact]
    public void LIVE_11_only_an_account_makes_a_session()
    {
        Scenario.Empty.When(Ben, new CreateSession("A title", null, null, KickStart.Agenda)).ThenRefused(RefusalKind.NotAllowed);
        Scenario.Empty.When(Newcomer, new CreateSession("A title", null, null, KickStart.Agenda)).ThenRefused(RefusalKind.NotAllowed);
    }
}
