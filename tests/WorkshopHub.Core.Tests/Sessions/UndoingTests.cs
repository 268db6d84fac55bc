using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class UndoingTests
{
    private static Undo Last(Scenario scenario) => new(scenario.State.Version);

    private static string Seen(Scenario s) =>
        Picture.Of(PhoneView.Build(s.State)) + Picture.Of(ScreenView.Build(s.State)) + Picture.Of(SummaryBuilder.Build(s.State))
            + Picture.Of(MineView.Build(s.State, Ben.Id));

    [Fact]
    public void UNDO_1_every_move_of_a_facilitator_is_as_if_it_had_not_been()
    {
        foreach (var (_, command) in Samples.Each()
            .Where(s => s.By == Amara
            && s.Command is not (OpenSession or CloseSession or ReopenSession or Erase or Undo or AdmitDelegates)))
        {
            var done = Samples.Full.Given(Amara, command);
            if (command is ShowPoint)
            {
                done = Samples.Full.Given(Amara, new StartActivity("briefing")).Given(Amara, new ShowPoint("briefing", 2));
            }

            Assert.True(done.State.Version > Samples.Full.State.Version, $"{command} did nothing.");
            var undone = done.Given(Amara, Last(done));
            if (command is ShowPoint) undone = undone.Given(Amara, new Undo(Samples.Full.State.Version + 1));
            Assert.True(Seen(Samples.Full) == Seen(undone), $"{command} left something behind.");
        }
    }

    [Fact]
    public void UNDO_1_the_room_is_back_where_it_was_with_its_timer()
    {
        var before = AtThePick().Given(Amara, new StartTimer(300)).Given(Ben, new SetDone(Chain, "pick", true));
        var moved = before.Later(20).Given(Amara, new MoveToStep(Chain, "solutions"));
        var undone = moved.Given(Amara, Last(moved));
        Assert.Equal((before.State.Now, before.State.Timer), (undone.State.Now, undone.State.Timer));
        Assert.Equal(before.State.Done, undone.State.Done);
        undone.When(Ben, Solution("Being typed", "culture")).ThenRefused(RefusalKind.ParentNotPicked);
    }

    [Fact]
    public void UNDO_1_a_held_screen_stands_still_at_what_it_showed_before()
    {
        var held = AtTheSolutions().Given(Amara, new SetScreen("held")).Given(Chen, Solution("Meanwhile", "culture"), "meanwhile");
        var hidden = held.Given(Amara, new Hide("plan", true));
        Assert.Equal(Seen(held), Seen(hidden.Given(Amara, Last(hidden))));

        var live = held.Given(Amara, new SetScreen("live"));
        var gone = live.Given(Ben, new WithdrawContribution("plan")).Given(Amara, Last(live));
        Assert.DoesNotContain("Create yearly plan", Picture.Of(ScreenView.Build(gone.State)), StringComparison.Ordinal);
        Assert.DoesNotContain("Meanwhile", Picture.Of(ScreenView.Build(gone.State)), StringComparison.Ordinal);
    }

    [Fact]
    public void UNDO_2_moves_are_taken_back_one_after_the_other()
    {
        var start = AtTheSolutions();
        var hidden = start.Given(Amara, new Hide("plan", true));
        var shown = hidden.Given(Amara, new Hide("plan", false));
        var parked = shown.Given(Amara, new Park("plan", true));
        parked.When(Amara, Last(hidden)).ThenRefused(RefusalKind.Overtaken);
        var back = parked.Given(Amara, Last(parked)).Given(Amara, Last(shown));
        Assert.Equal(Seen(hidden), Seen(back));
        Assert.Equal(Seen(start), Seen(back.Given(Amara, Last(hidden))));
    }

    [Fact]
    public void UNDO_3_a_later_move_of_anybody_on_the_same_thing_overtakes_it()
    {
        var edited = AtTheSolutions().Given(Amara, new EditContribution("plan", "In other words"));
        edited.Given(Ben, new EditContribution("plan", "In my words")).When(Amara, Last(edited)).ThenRefused(RefusalKind.Overtaken);
        edited.Given(Chen, Solution("Another one", "culture")).When(Amara, Last(edited)).Then(
            new MoveUndone(edited.State.Version, 1),
            new ContributionEdited("plan", new("plan", "Create yearly plan"), false));

        var noted = AtTheSolutions().Given(Amara, Challenge("Said aloud"), "aloud");
        noted.MovesTo("root-causes").Given(Ben, RootCause("An answer", "aloud")).When(Amara, Last(noted))
            .ThenRefused(RefusalKind.Overtaken);
        var picked = AtThePick().Given(Amara, new Pick("culture", true));
        picked.Given(Amara, new Pick("tools", true, "culture")).When(Amara, Last(picked)).ThenRefused(RefusalKind.Overtaken);
    }

    [Fact]
    public void UNDO_3_an_answer_that_was_taken_back_overtakes_nothing()
    {
        var noted = AtTheSolutions().Given(Amara, Challenge("Said aloud"), "aloud");
        var first = noted.Given(Amara, RootCause("One", "aloud"), "r1");
        var second = first.Given(Amara, RootCause("Two", "aloud"), "r2");
        second.Given(Amara, Last(first)).Given(Amara, Last(second)).When(Amara, Last(noted)).Then(
            new MoveUndone(noted.State.Version, 1),
            new ContributionWithdrawn("aloud"));
    }

    [Fact]
    public void UNDO_4_a_move_is_taken_back_once_and_only_a_facilitators()
    {
        var hidden = AtTheSolutions().Given(Amara, new Hide("plan", true));
        hidden.Given(Amara, Last(hidden)).When(Amara, Last(hidden)).ThenRefused(RefusalKind.AlreadyUndone);
        hidden.When(Amara, new Undo(hidden.State.Version + 1)).ThenRefused(RefusalKind.NoSuchMove);
        hidden.When(Amara, Last(AtTheSolutions())).ThenRefused(RefusalKind.NoSuchMove);
        hidden.When(Ben, Last(hidden)).ThenRefused(RefusalKind.NotAllowed);
        hidden.WithHelpers().When(Cleo, Last(hidden))
            .Then(new MoveUndone(hidden.State.Version, 1), new ContributionHidden("plan", false, null));
    }

    [Fact]
    public void UNDO_5_what_has_a_counter_move_is_not_taken_back_and_an_undo_neither()
    {
        var open = Open();
        open.When(Amara, new Undo(1)).ThenRefused(RefusalKind.NotUndoable);
        open.When(Amara, new Undo(2)).ThenRefused(RefusalKind.NotUndoable);
        var hidden = AtTheSolutions().Given(Amara, new Hide("plan", true));
        hidden.Given(Amara, Last(hidden)).When(Amara, new Undo(hidden.State.Version + 1)).ThenRefused(RefusalKind.NotUndoable);
        hidden.Given(Amara, Last(hidden)).When(Amara, new Undo(hidden.State.Version + 2)).ThenRefused(RefusalKind.NoSuchMove);
    }

    [Fact]
    public void UNDO_6_a_text_comes_back_under_the_id_that_it_had()
    {
        var removed =
            Samples.Full.Given(Amara, new ChangeAction("action", Owner: "Dora"), "change").Given(Amara, new RemoveAction("action"));
        removed.When(Amara, Last(removed)).Then(
            new MoveUndone(removed.State.Version, 1),
            new ActionRecorded("action", new("change", "Draw up the plan"), new("change-owner", "Dora"), null, null, [], 0));
        var hidden = AtTheSolutions().Given(Amara, new Hide("plan", true, "Not now"), "reason");
        var shown = hidden.Given(Amara, new Hide("plan", false));
        shown.When(Amara, Last(shown))
            .Then(new MoveUndone(shown.State.Version, 1), new ContributionHidden("plan", true, new("reason", "Not now")));
    }

    [Fact]
    public void UNDO_7_every_event_says_what_takes_it_back_or_why_nothing_does() => Assert.All(
        EventNames.All.Values,
        t => Assert.True(Inverses.Of(Samples.Full.State, OneOfEach.Of(t)) is not null, $"Inverses says nothing of {t.Name}."));

    [Fact]
    public void UNDO_7_what_can_be_taken_back_touches_something() => Assert.All(
        EventNames.All.Values.Select(OneOfEach.Of).Where(e => Inverses.Of(Samples.Full.State, e) is { WhyNot: null }),
        e => Assert.NotEmpty(UndoKeys.Of(Samples.Full.State, e).Own));

    [Fact]
    public void UNDO_8_names_that_were_promised_away_do_not_come_back()
    {
        var strict = Open(Named).Given(Amara, new ChangeSession(Settings: new(Names: "anonymous-to-room")));
        strict.When(Amara, Last(strict)).ThenRefused(RefusalKind.NamesPromised);
    }

    [Fact]
    public void UNDO_9_only_a_lead_takes_back_what_only_a_lead_does()
    {
        var given = Open().Given(Amara, new ChangeRoles("dana", "co-facilitator")).Given(Amara, new ChangeRoles("eli", "scribe"));
        given.When(new Sender.Account(new("dana")), Last(given)).ThenRefused(RefusalKind.NotAllowed);
        Assert.False(given.Given(Amara, Last(given)).State.Roles.ContainsKey(new("eli")));
    }
}
