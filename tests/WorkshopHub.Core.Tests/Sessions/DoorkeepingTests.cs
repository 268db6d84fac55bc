using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class DoorkeepingTests
{
    private static readonly Sender.Delegate Emeka = Delegate("emeka");
    private static readonly Sender.Delegate Femi = Delegate("femi");
    private static readonly SettingsPatch Approved = new(JoinApproval: true);

    /// <summary>At the solutions, with Emeka and Femi at the door.</summary>
    private static readonly Scenario AtTheDoor = KickStart.AtTheSolutions(KickStart.Sectors)
        .Given(Amara, new ChangeSession(Settings: Approved))
        .Given(Newcomer, new Join("Emeka", "Public", "de"), "emeka")
        .Given(Newcomer, new Join(), "femi");

    [Fact]
    public void JOIN_7_while_joining_is_locked_nobody_new_joins_and_who_is_in_goes_on()
    {
        var locked = KickStart.AtTheSolutions().When(Amara, new LockJoining(true)).Then(new JoiningLocked(true));
        locked.When(Newcomer, new Join("Emeka")).ThenRefused(RefusalKind.JoiningLocked);
        locked.When(Ben, new Nod("culture", true)).Then<NodSet>();
        locked.When(Amara, new LockJoining(true)).ThenNothing();
        locked.Given(Amara, new RemoveDelegate("ben", false)).When(Amara, new ReadmitDelegate("ben")).Then<DelegateReadmitted>();
        var open = locked.When(Amara, new LockJoining(false)).Then(new JoiningLocked(false));
        open.When(Newcomer, new Join("Emeka"), "emeka").Then<DelegateJoined>();
    }

    [Fact]
    public void JOIN_7_the_lock_stays_through_a_close_and_is_none_of_a_draft()
    {
        var again = KickStart.Open().Given(Amara, new LockJoining(true)).Given(Amara, new CloseSession()).Given(Amara, new ReopenSession());
        again.When(Newcomer, new Join()).ThenRefused(RefusalKind.JoiningLocked);
        KickStart.Draft().When(Amara, new LockJoining(true)).ThenRefused(RefusalKind.SessionNotOpen);
    }

    [Fact]
    public void JOIN_7_the_screen_says_that_joining_is_locked_also_while_it_is_held_or_blank()
    {
        var lobby = KickStart.Open().Given(Amara, new SetScreen("held")).Given(Amara, new LockJoining(true));
        Assert.True(ScreenView.Build(lobby.State).Model<LobbyModel>("lobby").Locked);
        Assert.False(ScreenView.Build(lobby.Given(Amara, new LockJoining(false)).State).Model<LobbyModel>("lobby").Locked);
        Assert.True(ScreenView.Build(lobby.Given(Amara, new SetScreen("blank")).State).Model<BlankModel>("blank").Locked);
    }

    [Fact]
    public void JOIN_8_whoever_joins_waits_where_that_is_set_and_is_no_delegate()
    {
        var before = KickStart.AtTheSolutions(KickStart.Sectors).Given(Amara, new ChangeSession(Settings: Approved));
        var waits = before.When(Newcomer, new Join(" Emeka ", "Public", "de"), "emeka")
            .Then(new DelegateWaits(new(new("emeka"), "Emeka", "Public", "de")));
        Assert.Null(waits.State.RoleOf(Emeka));
        Assert.Equal("de", waits.State.LanguageOf(new("emeka")));
        Assert.Equal(3, waits.State.Present.Count());
        Func<SessionState, object>[] views =
            [s => PhoneView.Build(s), ScreenView.Build, s => SummaryBuilder.Build(s), s => MineView.Build(s, Ben.Id)];
        foreach (var draw in views)
        {
            Assert.Equal(Picture.Of(draw(before.State)), Picture.Of(draw(waits.State)));
        }
    }

    [Fact]
    public void JOIN_8_whoever_waits_sends_nothing_at_all()
    {
        var world = Samples.Full;
        Assert.Equal(["wim"], world.State.Waits.Select(w => w.Id.Value));
        foreach (var command in Samples.Each().Select(s => s.Command))
        {
            world.When(Delegate("wim"), command).ThenRefused(RefusalKind.Waiting);
        }
    }

    [Fact]
    public void JOIN_8_what_people_read_who_wait_is_a_promise_too()
    {
        var quiet = KickStart.Draft().Given(Amara, new OpenSession()).Given(Amara, new ChangeSession(Settings: Approved))
            .Given(Newcomer, new Join(), "emeka");
        quiet.When(Amara, new ChangeSession(Settings: KickStart.Named)).ThenRefused(RefusalKind.NamesPromised);
    }

    [Fact]
    public void JOIN_8_it_is_set_with_the_other_settings_before_and_during_the_session()
    {
        var made = Scenario.Empty.When(Amara, new CreateSession("A title", null, Approved, KickStart.Agenda));
        Assert.Equal(["session.created.v1", "approval.set.v1"], made.Events.Select(EventNames.Of));
        KickStart.Draft().When(Amara, new ChangeSession("Another title", Settings: Approved))
            .Then(new SessionChanged("Another title", "What holds us back", SessionSettings.Default), new ApprovalSet(true));
        var set = KickStart.Open().When(Amara, new ChangeSession(Settings: Approved)).Then(new ApprovalSet(true));
        set.When(Amara, new ChangeSession(Settings: Approved)).ThenNothing();
        set.When(Amara, new ChangeSession(Settings: new(OwnDots: true))).ThenNothing();
        // Those who wait go on waiting: who set it back may have meant only those who come.
        AtTheDoor.When(Amara, new ChangeSession(Settings: new(JoinApproval: false))).Then(new ApprovalSet(false))
            .When(Emeka, new Nod("culture", true)).ThenRefused(RefusalKind.Waiting);
    }

    [Fact]
    public void JOIN_9_who_waits_is_let_in_one_or_all_and_is_then_like_anybody()
    {
        var one = AtTheDoor.When(Amara, new AdmitDelegates(["emeka"])).Then(new DelegatesAdmitted([new("emeka")]));
        one.When(Emeka, new Nod("culture", true)).Then<NodSet>();
        one.When(Femi, new Nod("culture", true)).ThenRefused(RefusalKind.Waiting);
        Assert.Equal(("Emeka", "Public", 4, Scenario.Morning),
            (one.State.Delegates[Emeka.Id].Name, one.State.Delegates[Emeka.Id].Sector, one.State.Delegates[Emeka.Id].Order,
            one.State.Delegates[Emeka.Id].JoinedAt));
        // Who is in already is passed over, so that two facilitators who let in the same people are not told off.
        var both = one.When(Amara, new AdmitDelegates(["femi", "emeka", "ben", "femi"])).Then(new DelegatesAdmitted([new("femi")]));
        both.When(Amara, new AdmitDelegates(["femi", "emeka"])).ThenNothing();
        Assert.Equal([1, 2, 3, 4, 5], both.State.Delegates.Values.Select(d => d.Order).Order());
        Assert.Equal(6, both.Given(Newcomer, new Join(), "gina").State.Waiting[new("gina")].Order);
    }

    [Fact]
    public void JOIN_9_nobody_is_let_in_where_one_of_them_is_unknown()
    {
        AtTheDoor.When(Amara, new AdmitDelegates(["emeka", "nobody"])).ThenRefused(RefusalKind.NoSuchDelegate);
        AtTheDoor.When(Amara, new AdmitDelegates([])).ThenRefused(RefusalKind.OutOfRange);
        AtTheDoor.When(Amara, new AdmitDelegates(Enumerable.Range(0, 5_001).Select(i => $"d{i}").ToValueList()))
            .ThenRefused(RefusalKind.OutOfRange);
    }

    [Fact]
    public void JOIN_10_who_waits_can_be_refused_and_let_in_after_all()
    {
        foreach (var refuse in new Command[] { new RemoveDelegate("emeka", true), new RemoveDelegates(["emeka"], false) })
        {
            var refused = AtTheDoor.Given(Amara, refuse);
            refused.When(Emeka, new Nod("culture", true)).ThenRefused(RefusalKind.NotLetIn);
            refused.When(Amara, refuse).ThenNothing();
            Assert.Equal(["femi"], refused.State.Waits.Select(w => w.Id.Value));
            foreach (var admit in new Command[] { new AdmitDelegates(["emeka"]), new ReadmitDelegate("emeka") })
            {
                refused.When(Amara, admit).Then(new DelegatesAdmitted([new("emeka")])).When(Emeka, new Nod("culture", true)).Then<NodSet>();
            }
        }
    }

    [Fact]
    public void JOIN_10_a_refusal_that_is_taken_back_lets_them_wait_again()
    {
        foreach (var refuse in new Command[] { new RemoveDelegate("emeka", true), new RemoveDelegates(["emeka", "ben"], true) })
        {
            var refused = AtTheDoor.Given(Amara, refuse);
            var back = refused.Given(Amara, new Undo(refused.State.Version));
            back.When(Emeka, new Nod("culture", true)).ThenRefused(RefusalKind.Waiting);
            Assert.Equal(Picture.Of(AtTheDoor.State.Waiting), Picture.Of(back.State.Waiting));
        }
    }

    [Fact]
    public void JOIN_12_locking_and_approving_are_taken_back_and_letting_in_is_not()
    {
        var locked = AtTheDoor.Given(Amara, new LockJoining(true));
        Assert.False(locked.Given(Amara, new Undo(locked.State.Version)).State.JoiningLocked);
        locked.Given(Amara, new LockJoining(false)).When(Amara, new Undo(locked.State.Version)).ThenRefused(RefusalKind.Overtaken);
        var off = AtTheDoor.Given(Amara, new ChangeSession(Settings: new(JoinApproval: false)));
        Assert.True(off.Given(Amara, new Undo(off.State.Version)).State.JoinApproval);
        var admitted = AtTheDoor.Given(Amara, new AdmitDelegates(["emeka"]));
        admitted.When(Amara, new Undo(admitted.State.Version)).ThenRefused(RefusalKind.NotUndoable);
    }

    [Fact]
    public void ANON_11_whoever_waits_can_be_erased_too()
    {
        var erased =
            AtTheDoor.When(Amara, new Erase(DelegateId: "emeka", WithContributions: true))
            .Then(new DelegateErased(new(new("emeka"), null, null)));
        Assert.Equal((null, null, null, true),
            (erased.State.Waiting[Emeka.Id].Name, erased.State.Waiting[Emeka.Id].Sector, erased.State.Waiting[Emeka.Id].Language,
            erased.State.Waiting[Emeka.Id].Removed));
        erased.When(Emeka, new ChangeProfile("Emeka")).ThenRefused(RefusalKind.NotLetIn);
        erased.When(Amara, new Erase(DelegateId: "emeka", WithContributions: true)).ThenNothing();
    }
}
