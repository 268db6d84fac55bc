using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class VariantsTests
{
    /// <summary>Two challenges that say the same, each with its root cause and its pick; Dora nods at both.</summary>
    private static readonly Scenario Twins = At("challenges")
        .Given(Ben, Challenge("Poor scheduling"), "one")
        .Given(Chen, Challenge("Bad planning"), "two")
        .Given(Dora, new Nod("one", true)).Given(Dora, new Nod("two", true)).Given(Ben, new Nod("two", true))
        .MovesTo("root-causes")
        .Given(Ben, RootCause("Culture", "one"), "culture")
        .Given(Dora, RootCause("Tools", "two"), "tools")
        .MovesTo("pick")
        .Given(Amara, new Pick("culture", true)).Given(Amara, new Pick("tools", true));

    private static readonly Scenario Joined = Twins.Given(Amara, new JoinContributions(["two", "one"]));

    private static string Views(Scenario s) => Picture.Of(PhoneView.Build(s.State)) + Picture.Of(ScreenView.Build(s.State));

    [Fact]
    public void CARRY_4_the_oldest_stays_and_the_others_become_its_variants()
    {
        var joined =
            Twins.When(Amara, new JoinContributions(["two", "one"])).Then(new ContributionsJoined("one", ["two"], false, ["tools"]));
        Assert.Equal("one", joined.State.Contributions["two"].JoinedInto);
        Assert.DoesNotContain("Bad planning", Views(joined), StringComparison.Ordinal);
        Assert.Equal(2, PhoneView.Build(joined.State).Model<EntryTextModel>("text-one").Joined);
        Assert.Equal("joined", MineView.Build(joined.State, Chen.Id).Own.Single().State);
        joined.When(Amara, new JoinContributions(["two", "one"])).ThenNothing();
    }

    [Fact]
    public void CARRY_4_only_what_stands_alike_can_be_joined()
    {
        Twins.When(Amara, new JoinContributions(["one", "culture"])).ThenRefused(RefusalKind.NotJoinable);
        Twins.When(Amara, new JoinContributions(["culture", "tools"])).ThenRefused(RefusalKind.NotJoinable);
        Twins.When(Amara, new JoinContributions(["one", "nothing"])).ThenRefused(RefusalKind.NoSuchContribution);
        Twins.When(Amara, new JoinContributions(["one", "one"])).ThenRefused(RefusalKind.OutOfRange);
        Twins.When(Amara, new JoinContributions(Enumerable.Range(0, 21).Select(i => $"c{i}").ToValueList()))
            .ThenRefused(RefusalKind.OutOfRange);
        Twins.Given(Amara, new Hide("two", true)).When(Amara, new JoinContributions(["one", "two"])).ThenRefused(RefusalKind.Hidden);
        Twins.Given(Amara, new Park("two", true)).When(Amara, new JoinContributions(["one", "two"])).ThenRefused(RefusalKind.Parked);
        Joined.When(Amara, new JoinContributions(["culture", "tools"])).Then<ContributionsJoined>();
    }

    [Fact]
    public void CARRY_5_who_nods_at_several_counts_once_and_what_answered_hangs_under_the_first()
    {
        Assert.Equal(2, Sight.Nods(Joined.State, Joined.State.Contributions["one"]));
        Assert.Equal(["culture", "tools"], Joined.State.In(Chain, "root-cause", "one").Select(c => c.Id));
        Assert.Equal(["one"], MineView.Build(Joined.State, Dora.Id).Nodded);
        var taken = Joined.MovesTo("solutions").Given(Ben, new Nod("one", false));
        Assert.Equal(1, Sight.Nods(taken.State, taken.State.Contributions["one"]));
        Assert.Contains("also in these words: “Bad planning”", Picture.Of(SummaryBuilder.Build(Joined.State).Blocks),
            StringComparison.Ordinal);
    }

    [Fact]
    public void CARRY_6_the_joined_one_is_picked_if_one_of_them_was_and_no_pick_is_too_many()
    {
        Assert.Equal(["culture"], Joined.State.Contributions.Values.Where(c => c.Picked).Select(c => c.Id));
        var picked = Joined.Given(Amara, new Pick("tools", true, "culture")).Given(Amara, new JoinContributions(["tools", "culture"]));
        Assert.Equal(["culture"], picked.State.Contributions.Values.Where(c => c.Picked).Select(c => c.Id));
    }

    [Fact]
    public void CARRY_7_a_variant_stands_for_nothing_by_itself_and_what_was_on_its_way_goes_to_the_first()
    {
        Joined.When(Amara, new Park("two", true)).ThenRefused(RefusalKind.Joined);
        Joined.Given(Amara, new JoinContributions(["culture", "tools"])).When(Amara, new Pick("tools", true))
            .ThenRefused(RefusalKind.Joined);
        Joined.When(Chen, new Nod("two", true)).Then(new NodSet("one", true));
        var answered = Joined.MovesTo("root-causes").Given(Chen, RootCause("On its way", "two"), "late-one");
        Assert.Contains("late-one", answered.State.In(Chain, "root-cause", "one").Select(c => c.Id));
    }

    [Fact]
    public void CARRY_8_when_the_first_one_goes_the_others_stand_for_themselves_again()
    {
        foreach (var gone in new[] { Joined.Given(Ben, new WithdrawContribution("one")),
            Joined.Given(Amara, new RemoveDelegate("ben", true)) })
        {
            Assert.Null(gone.State.Contributions["two"].JoinedInto);
            Assert.Contains("Bad planning", Views(gone), StringComparison.Ordinal);
            Assert.DoesNotContain("Poor scheduling", Views(gone), StringComparison.Ordinal);
        }
    }
}
