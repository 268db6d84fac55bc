using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class LimitingTests
{
    private static Scenario Room(SessionLimits limits, SettingsPatch? settings = null) =>
        At("challenges", settings) with { Limits = limits };

    private static Scenario Says(Scenario room, Sender who, int times) =>
        Enumerable.Range(0, times).Aggregate(room, (r, i) => r.Given(who, Challenge($"Challenge {i}"), $"{who.Key[2..]}{i}"));

    [Fact]
    public void LIMIT_1_a_full_session_takes_nobody_new_until_somebody_goes()
    {
        var full = Room(new(People: 5)).Given(Newcomer, new Join(), "emeka").Given(Newcomer, new Join(), "femi");
        full.When(Newcomer, new Join(), "gina").ThenRefused(RefusalKind.SessionFull);
        full.Given(Amara, new RemoveDelegates(["emeka", "ben"], false)).Given(Newcomer, new Join(), "gina")
            .Given(Newcomer, new Join(), "hal")
            .When(Newcomer, new Join()).ThenRefused(RefusalKind.SessionFull);
        // Somebody who comes back is no newcomer.
        full.Given(Amara, new RemoveDelegate("ben", false)).Given(Newcomer, new Join(), "gina").When(Amara, new ReadmitDelegate("ben"))
            .Then<DelegateReadmitted>();
    }

    [Fact]
    public void LIMIT_1_who_waits_counts_and_who_was_refused_does_not()
    {
        var full = Room(new(People: 5), new(JoinApproval: true));
        full = full.Given(Amara, new AdmitDelegates(["ben", "chen", "dora"])).Given(Newcomer, new Join(), "emeka")
            .Given(Newcomer, new Join(), "femi");
        full.When(Newcomer, new Join()).ThenRefused(RefusalKind.SessionFull);
        full.When(Amara, new AdmitDelegates(["emeka", "femi"])).Then<DelegatesAdmitted>();
        full.Given(Amara, new RemoveDelegate("emeka", false)).When(Newcomer, new Join(), "gina").Then<DelegateWaits>();
    }

    [Fact]
    public void LIMIT_2_a_full_session_takes_no_contribution_of_a_delegate_and_everything_of_a_facilitator()
    {
        var full = Says(Says(Room(new(Contributions: 5)), Ben, 3), Chen, 2).WithHelpers();
        full.When(Dora, Challenge("One more")).ThenRefused(RefusalKind.ContributionsSpent);
        full.When(Dora, Challenge(" ")).ThenRefused(RefusalKind.TextEmpty);
        foreach (var who in new Sender[] { Amara, Cleo, Sam }) full.When(who, Challenge("Said aloud")).Then<ContributionAdded>();
        full.When(Ben, new Nod("chen0", true)).Then<NodSet>();
        full.When(Ben, new EditContribution("ben0", "In other words")).Then<ContributionEdited>();
        full.When(Amara, new AddActivity(Activity: Closing)).Then<ActivitiesAdded>().When(Amara, new CarryOver("closing", "word", ["ben0"]))
            .Then<ContributionsCarried>();
    }

    [Fact]
    public void LIMIT_2_what_is_withdrawn_hidden_or_noted_leaves_room()
    {
        var full = Says(Room(new(Contributions: 3)).Given(Amara, Challenge("Noted")).Given(Amara, Challenge("Noted too")), Ben, 3);
        full.When(Dora, Challenge("One more")).ThenRefused(RefusalKind.ContributionsSpent);
        foreach (var (by, less) in new (Sender, Command)[] { (Ben, new WithdrawContribution("ben1")), (Amara, new Hide("ben1", true)),
            (Amara, new RemoveDelegates(["ben"], true)) })
        {
            full.Given(by, less).When(Dora, Challenge("One more")).Then<ContributionAdded>();
        }
    }

    [Fact]
    public void LIMIT_3_one_delegate_says_so_much_and_no_more_also_by_taking_back()
    {
        var spent = Says(Room(new(ContributionsOfOne: 4)), Ben, 4).Given(Ben, new WithdrawContribution("ben3"));
        spent.When(Ben, Challenge("One more")).ThenRefused(RefusalKind.OwnContributionsSpent);
        spent.When(Chen, Challenge("The first")).Then<ContributionAdded>();
        spent.When(Ben, new EditContribution("ben0", "In other words")).Then<ContributionEdited>();
        Assert.Contains("4", spent.When(Ben, Challenge("One more")).Turn.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LIMIT_3_where_nobody_may_tell_who_it_was_aliases_are_counted()
    {
        var spent = Says(Room(new(ContributionsOfOne: 2), Anonymous), Ben, 2);
        spent.When(Ben, Challenge("One more")).ThenRefused(RefusalKind.OwnContributionsSpent);
        spent.When(Chen, Challenge("The first")).Then<ContributionAdded>();
        Assert.DoesNotContain(Ben.Id, spent.State.Sent.Keys);
        spent.Given(Amara, new StartActivity("next-steps")).When(Ben, new Contribute("next-steps", "next-step", "Elsewhere"))
            .Then<ContributionAdded>();
    }

    [Fact]
    public void LIMIT_4_one_delegate_changes_so_much_and_no_more_whatever_it_is()
    {
        var spent = Says(Room(new(ChangesOfOne: 6)), Ben, 1).Given(Chen, Challenge("Of Chen's"), "c");
        for (var i = 0; i < 5; i++) spent = i % 2 == 0
            ? spent.Given(Ben, new Nod("c", i % 4 == 0))
            : spent.Given(Ben, new ChangeProfile($"Ben {i}"));
        foreach (var more in new Command[] { new Nod("c", false), new ChangeProfile("Benjamin"),
            new EditContribution("ben0", "Other words"), new SetDone(Chain, "challenges", true), Challenge("One more") })
        {
            spent.When(Ben, more).ThenRefused(RefusalKind.ChangesSpent);
        }

        // What changes nothing is no change, smiles are none, and to take back what one said is always possible.
        spent.When(Ben, new Nod("c", true)).ThenNothing();
        spent.When(Ben, new React("smile")).ThenNothing();
        spent.When(Ben, new WithdrawContribution("ben0")).Then<ContributionWithdrawn>();
        spent.When(Chen, new SetDone(Chain, "challenges", true)).Then<DoneSet>();
    }

    [Fact]
    public void LIMIT_4_what_was_counted_is_counted_again_from_the_journal()
    {
        var room = Says(Room(SessionLimits.Default), Ben, 3).Given(Ben, new WithdrawContribution("ben2"));
        Assert.Equal(new Sent(4, 3), room.State.Sent[Ben.Id]);
        Assert.Equal(Picture.Of(room.State.Sent), Picture.Of(Session.Replay(room.State.Id, room.Journal).Sent));
    }

    [Fact]
    public void LIMIT_1_an_honest_room_never_meets_them() =>
        Assert.Equal(new SessionLimits(2_000, 6_000, 200, 3_000), SessionLimits.Default);
}
