using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class CarryingTests
{
    private static readonly Scenario Carried = AtTheSolutions().Given(Amara, Over("plan"), "carried");

    private static CarryOver Over(params IEnumerable<string> ids) => new("next-steps", "next-step", ids.ToValueList());

    [Fact]
    public void CARRY_9_an_activity_starts_from_contributions_of_an_earlier_one()
    {
        var carried =
            AtTheSolutions().When(Amara, Over("plan", "tools"))
            .Then(new ContributionsCarried("next-steps", "next-step", [new("new", "plan"), new("new-2", "tools")]));
        Assert.Equal(["Create yearly plan", "Old tools"], carried.State.In("next-steps", "next-step").Select(c => c.Text));
        Assert.Contains("Create yearly plan", Picture.Of(PhoneView.Build(carried.Given(Amara, new StartActivity("next-steps")).State)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void CARRY_9_only_what_the_room_sees_into_a_lane_of_its_own()
    {
        AtTheSolutions().When(Amara, new CarryOver(Chain, "solution", ["plan"])).ThenRefused(RefusalKind.LaneHangs);
        AtTheSolutions().When(Amara, new CarryOver("nowhere", "next-step", ["plan"])).ThenRefused(RefusalKind.NoSuchActivity);
        AtTheSolutions().When(Amara, new CarryOver(Chain, "nowhere", ["plan"])).ThenRefused(RefusalKind.NoSuchLane);
        AtTheSolutions().When(Amara, Over("nothing")).ThenRefused(RefusalKind.NoSuchContribution);
        AtTheSolutions().When(Amara, Over()).ThenRefused(RefusalKind.OutOfRange);
        AtTheSolutions().When(Amara, Over(Enumerable.Range(0, 51).Select(i => $"c{i}"))).ThenRefused(RefusalKind.OutOfRange);
        AtTheSolutions().Given(Amara, new Hide("plan", true)).When(Amara, Over("plan")).ThenRefused(RefusalKind.Hidden);
        AtTheSolutions().Given(Amara, new Hide("weekends", true)).When(Amara, Over("plan")).ThenRefused(RefusalKind.Hidden);
        AtTheSolutions().Given(Ben, new WithdrawContribution("plan")).When(Amara, Over("plan")).ThenRefused(RefusalKind.Withdrawn);
        AtTheSolutions().Given(Amara, new Park("plan", true)).When(Amara, Over("plan")).Then<ContributionsCarried>();
    }

    [Fact]
    public void CARRY_10_twice_into_the_same_lane_is_once()
    {
        Carried.When(Amara, Over("plan")).ThenNothing();
        Carried.When(Amara, Over("plan", "tools")).Then(new ContributionsCarried("next-steps", "next-step", [new("new", "tools")]));
        Carried.When(Amara, Over("carried")).ThenNothing();
    }

    [Fact]
    public void CARRY_10_only_facilitators_change_it_and_it_says_where_it_came_from()
    {
        Carried.When(Ben, new EditContribution("carried", "Mine")).ThenRefused(RefusalKind.NotYours);
        Assert.DoesNotContain("carried", MineView.Build(Carried.State, Ben.Id).Own.Select(o => o.Id));
        Carried.When(Amara, new EditContribution("carried", "A plan for each year")).Then<ContributionEdited>();
        var summary = SummaryBuilder.Build(Carried.Given(Amara, new RecordAction("Draw it up", FromIds: ["carried"])).State);
        Assert.Contains("carried over from Challenges to solutions", Picture.Of(summary.Blocks), StringComparison.Ordinal);
        Assert.Contains("From: Create yearly plan (to: Root cause “Cultural attitude”; Challenge “Poor scheduling”)",
            Picture.Of(summary.Blocks), StringComparison.Ordinal);
        Assert.Equal("plan", summary.Records.Single(r => r.Id == "carried").CarriedFrom);
    }

    [Fact]
    public void CARRY_11_what_is_withdrawn_where_it_was_said_is_gone_here_too()
    {
        var gone = Carried.Given(Ben, new WithdrawContribution("plan"));
        Assert.True(gone.State.Contributions["carried"].Withdrawn);
        Assert.DoesNotContain("Create yearly plan", Picture.Of(SummaryBuilder.Build(gone.State)), StringComparison.Ordinal);
    }

    [Fact]
    public void CARRY_11_an_edit_there_does_not_follow_and_what_was_erased_is_empty_in_both()
    {
        Assert.Equal("Create yearly plan",
            Carried.Given(Ben, new EditContribution("plan", "A new one")).State.Contributions["carried"].Text);
        var journal =
            Carried.Journal
            .Select(r =>
            r.Event is ContributionAdded { ContributionId: "plan" } e
                ? r with { Event = e with { Text = e.Text with { Text = null } } }
                : r);
        var erased = Session.Replay(Carried.State.Id, journal);
        Assert.Equal((null, null), (erased.Contributions["plan"].Text, erased.Contributions["carried"].Text));
    }
}
