using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class ParkingTests
{
    private static readonly Scenario Parked = AtTheSolutions().Given(Amara, new Park("culture", true));

    [Fact]
    public void CARRY_1_a_contribution_is_set_aside_and_brought_back()
    {
        var parked = AtTheSolutions().When(Amara, new Park("culture", true)).Then(new ContributionParked("culture", true));
        Assert.False(parked.State.Contributions["culture"].Picked);
        Assert.Equal("parked", MineView.Build(parked.State, Chen.Id).Own.Single().State);
        parked.When(Amara, new Park("culture", true)).ThenNothing();
        var back = parked.When(Amara, new Park("culture", false)).Then(new ContributionParked("culture", false));
        Assert.Equal("saved", MineView.Build(back.State, Chen.Id).Own.Single().State);
        Assert.Contains("Cultural attitude", Picture.Of(PhoneView.Build(back.State)), StringComparison.Ordinal);
    }

    [Fact]
    public void CARRY_1_what_was_withdrawn_cannot_be_set_aside()
    {
        AtTheSolutions().Given(Ben, new WithdrawContribution("plan")).When(Amara, new Park("plan", true))
            .ThenRefused(RefusalKind.Withdrawn);
        AtTheSolutions().When(Amara, new Park("nothing", true)).ThenRefused(RefusalKind.NoSuchContribution);
    }

    [Fact]
    public void CARRY_2_nobody_nods_at_it_answers_or_picks_it()
    {
        Parked.When(Ben, new Nod("culture", true)).ThenRefused(RefusalKind.Parked);
        Parked.When(Ben, Solution("Another one", "culture")).ThenRefused(RefusalKind.Parked);
        Parked.When(Amara, new Pick("culture", true)).ThenRefused(RefusalKind.Parked);
        // Nor at what answers it.
        Parked.When(Ben, new Nod("plan", true)).ThenRefused(RefusalKind.Parked);
        AtThePick().Given(Amara, new Park("weekends", true)).When(Amara, new Pick("culture", true)).ThenRefused(RefusalKind.Parked);
        AtTheSolutions().Given(Amara, new Park("weekends", true)).When(Ben, Solution("Another one", "culture"))
            .ThenRefused(RefusalKind.Parked);
        foreach (var view in new[] { PhoneView.Build(Parked.State), ScreenView.Build(Parked.State) })
        {
            Assert.DoesNotContain("Cultural attitude", Picture.Of(view), StringComparison.Ordinal);
            Assert.DoesNotContain("Create yearly plan", Picture.Of(view), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void CARRY_3_the_summary_ends_with_it_and_the_records_flag_it()
    {
        var summary = SummaryBuilder.Build(Parked.State);
        Assert.Equal(
            [
                new Block.Heading(1, "Parked"),
                new Block.Heading(2, "Challenges to solutions"),
                new Block.Heading(3, "Root causes"),
                new Block.Remark("To “Poor scheduling”:"),
                new Block.Points(false, [new("Cultural attitude")]),
                new Block.Heading(3, "Solutions"),
                new Block.Remark("To “Cultural attitude”:"),
                new Block.Points(false, [new("Create yearly plan")]),
            ],
            summary.Blocks.SkipWhile(b => b is not Block.Heading { Text: "Parked" }));
        Assert.Equal(["culture", "plan"], summary.Records.Where(r => r.Parked).Select(r => r.Id));
        Assert.DoesNotContain(SummaryBuilder.Build(AtTheSolutions().State).Blocks, b => b is Block.Heading { Text: "Parked" });
    }
}
