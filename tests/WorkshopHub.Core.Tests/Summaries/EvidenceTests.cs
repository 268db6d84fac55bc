using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.People;
using static WorkshopHub.Core.Tests.World.Rooms;

namespace WorkshopHub.Core.Tests.Summaries;

/// <summary>What each layout brings into the summary.</summary>
public sealed class EvidenceTests
{
    private static List<Block> Evidence(Scenario scenario) => [.. SummaryBuilder.Build(scenario.State).Blocks.Skip(5)];

    private static IEnumerable<SummaryRecord> Records(Scenario scenario, string kind) =>
        SummaryBuilder.Build(scenario.State).Records.Where(r => r.Kind == kind);

    private static Scenario Talk() => In(Floor)
        .Given(Ben, Say("benefit", "It is quick"), "quick")
        .Given(Ben, Say("benefit", "It could be a risk") with { Quotation = true, SpokenFor = "the approver" }, "risk");

    [Fact]
    public void SUM_30_a_quotation_stands_verbatim_with_whom_it_is_spoken_for() =>
        Assert.Equal(
            [
                new Block.Heading(2, "Own"),
                new Block.Heading(3, "Benefits"),
                new Block.Points(false, [new("It is quick")]),
                new Block.Quotes([new(new("It could be a risk"), "as the approver")]),
            ],
            Evidence(Talk()));

    [Fact]
    public void SUM_30_a_theme_has_its_figures_its_note_and_its_members()
    {
        var grouped =
            Talk().Given(Chen, new Nod("quick", true)).Given(Amara, new CreateTheme("own", "Speed", ["quick"]), "speed")
            .Given(Amara, new WriteNote("In my words", ThemeId: "speed"));
        Assert.Equal(
            [
                new Block.Heading(4, "Speed"),
                new Block.Remark("1 contribution; 1 of 3 nods"),
                new Block.Note("In my words"),
                new Block.Points(false, [new("It is quick", "1 of 3 nods")]),
                new Block.Heading(4, "Everything else"),
                new Block.Quotes([new(new("It could be a risk"), "as the approver")]),
            ],
            Evidence(grouped).Skip(2));
        Assert.Equal(new SummaryRecord
        {
            Kind = "theme",
            Id = "speed",
            Text = "Speed",
            Activity = "Own",
            Nods = 1,
            Notes = ["In my words"],
            Count = 1,
        }, Assert.Single(Records(grouped, "theme")));
        Assert.Equal("Speed", Records(grouped, "contribution").Single(r => r.Id == "quick").Theme);
    }

    [Fact]
    public void SUM_30_what_answers_something_stands_beside_it()
    {
        var said = In(Floor).Given(Ben, Say("barrier", "It costs") with { Quotation = true }, "costs").At("answer")
            .Given(Chen, Say("reply", "It saves", "costs"));
        Assert.Equal(
            new Block.Table(["Barriers", "Replies"], [[new([new("“It costs”")]), new([new("It saves")])]]),
            Assert.Single(Evidence(said).OfType<Block.Table>()));
    }

    [Fact]
    public void SUM_31_what_is_covered_is_nowhere_and_how_many_is_said()
    {
        var written = In(TwoSides).Given(Ben, new TakeTeam("own", "business")).Given(Ben, Say("of-it", "Be honest"));
        Assert.Equal([new Block.Heading(2, "Own"), new Block.Remark("1 contribution is not revealed yet.")], Evidence(written));
        Assert.DoesNotContain("Be honest", Picture.Of(SummaryBuilder.Build(written.State)), StringComparison.Ordinal);

        var placed = In(Ladder).Given(Ben, new GiveAnswer("own", "now", 1));
        Assert.Equal([new Block.Heading(2, "Own"), new Block.Remark("Now: 1 answered; the answers are not revealed yet.")],
            Evidence(placed));
        Assert.Empty(Records(placed, "answer"));
    }

    [Fact]
    public void SUM_32_scales_come_as_figures_with_the_middle_of_the_room()
    {
        var told = In(Ladder).Given(Ben, new GiveAnswer("own", "now", 1)).Given(Chen, new GiveAnswer("own", "now", 2))
            .Given(Dora, new GiveAnswer("own", "now", 2)).At("collect");
        Assert.Equal(
            [
                new Block.Heading(3, "Now"),
                new Block.Bars([new("Trusted adviser", 0), new("Service provider", 2), new("Order taker", 1)], 3),
                new Block.Remark("3 answered. The middle of the room: Service provider."),
            ],
            Evidence(told).Skip(1));
        Assert.Equal([("Order taker", 1, 3), ("Service provider", 2, 3), ("Trusted adviser", 0, 3)], Records(told, "answer")
            .Select(r => (r.Text, r.Count!.Value, r.Of!.Value)));
        Assert.All(Records(told, "answer"), r => Assert.Null(r.By));
    }

    [Fact]
    public void SUM_32_a_vote_comes_with_its_tallies_once_it_is_told()
    {
        var vote = Talk().At("vote").Given(Ben, new PlaceDots("quick", 2)).Given(Chen, new PlaceDots("risk", 1));
        Assert.Empty(Evidence(vote).OfType<Block.Bars>());
        Assert.Empty(Records(vote, "vote"));

        var told = vote.At("discuss");
        Assert.Equal(
            [new Block.Heading(3, "Vote: vote"), new Block.Bars([new("It is quick", 2), new("It could be a risk", 1)], null),
                new Block.Remark("3 dots from 2 people.")],
            Evidence(told)[^3..]);
        Assert.Equal([("quick", 2, 3), ("risk", 1, 3)], Records(told, "vote").Select(r => (r.ParentId!, r.Count!.Value, r.Of!.Value)));
    }

    [Fact]
    public void SUM_33_sides_come_as_lists_beside_each_other()
    {
        var boiled = In(TwoSides).Given(Ben, new TakeTeam("own", "business")).Given(Chen, new TakeTeam("own", "it"))
            .Given(Ben, Say("of-it", "Be responsive")).Given(Ben, Say("of-it", "Be honest"), "honest")
            .At("boil").Given(Amara, new Pick("honest", true)).At("answer").Given(Chen, new GiveAnswer("own", "it-says", "yes", "honest"));
        Assert.Equal(
            [
                new Block.Heading(2, "Own"),
                new Block.Lists([new("Business: Of IT", [new("Be honest", "yes: 1")]), new("IT: Of the business", [])]),
                new Block.Heading(3, "Of IT: also said"),
                new Block.Points(false, [new("Be responsive")]),
            ],
            Evidence(boiled));
    }

    [Fact]
    public void SUM_33_layers_come_as_shifts_and_cards_under_their_bins()
    {
        var said = In(Layers).Given(Ben, Say("myth", "The sky is falling")).Given(Ben, Say("new-myth", "Not if, but how"));
        Assert.Equal(
            new Block.Shift(new("Today: Myth", [new("The sky is falling")]), new("Future: Myth", [new("Not if, but how")])),
            Assert.Single(Evidence(said).OfType<Block.Shift>()));

        var firm = In(Firm).Given(Ben, Say("card", "Data stays here"), "data").Given(Ben, Say("card", "Our colours")).At("check")
            .Given(Amara, new Pick("data", true));
        Assert.Equal(
            [
                new Block.Heading(2, "Own"),
                new Block.Heading(3, "Firm"),
                new Block.Points(false, [new("Data stays here", Marked: true)]),
                new Block.Heading(3, "Flexible"),
                new Block.Points(false, [new("Our colours")]),
            ],
            Evidence(firm));
    }
}
