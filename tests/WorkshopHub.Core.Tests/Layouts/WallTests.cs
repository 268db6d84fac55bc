using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Layouts.Ladder;
using WorkshopHub.Core.Layouts.Sort;
using WorkshopHub.Core.Layouts.U;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.People;
using static WorkshopHub.Core.Tests.World.Rooms;

namespace WorkshopHub.Core.Tests.Layouts;

/// <summary>What each layout puts on the wall.</summary>
public sealed class WallTests
{
    private static Node Screen(Scenario scenario) => ScreenView.Build(scenario.State);

    private static IEnumerable<string> Wall(Scenario scenario, string lane) =>
        Screen(scenario).Find($"wall-{lane}")!.Children.Select(c => c.Key);

    private static Scenario Talk() => In(Floor)
        .Given(Ben, Say("barrier", "It could be a risk") with { Quotation = true, SpokenFor = "the approver" }, "risk")
        .Given(Chen, Say("barrier", "It costs"), "costs")
        .Given(Dora, Say("benefit", "It is quick"), "quick")
        .Given(Ben, new Nod("risk", true)).Given(Chen, new Nod("risk", true)).Given(Chen, new Nod("costs", true));

    [Fact]
    public void SEE_30_lanes_stand_side_by_side_with_what_answers_under_it()
    {
        var talk = Talk().At("answer").Given(Dora, Say("reply", "Not if, but how", "risk"), "how");
        Assert.Equal(["lane-barrier", "lane-benefit"], Screen(talk).Find("columns")!.Children.Select(c => c.Key));
        Assert.Equal(2, Screen(talk).Model<LaneHeadModel>("head-barrier").Count);
        Assert.Equal(["hold-risk", "hold-costs"], Wall(talk, "barrier"));
        Assert.Equal(["risk", "under-reply-risk"], Screen(talk).Find("hold-risk")!.Children.Select(c => c.Key));
        Assert.Equal("Not if, but how", Screen(talk).Model<EntryTextModel>("how").Text);
    }

    [Fact]
    public void SEE_30_a_quotation_says_for_whom_it_is_spoken()
    {
        var said = Screen(Talk()).Model<EntryTextModel>("risk");
        Assert.Equal((true, "the approver"), (said.Quotation, said.SpokenFor));
        Assert.Equal((false, null),
            (Screen(Talk()).Model<EntryTextModel>("costs").Quotation, Screen(Talk()).Model<EntryTextModel>("costs").SpokenFor));
    }

    [Fact]
    public void SEE_30_a_theme_is_folded_with_its_figures_and_its_top_quotation()
    {
        var grouped = Talk().Given(Amara, new CreateTheme("own", "Fear", ["costs", "risk"]), "fear");
        Assert.Equal(["theme-fear"], Wall(grouped, "barrier"));
        Assert.Equal(new WallThemeModel("Fear", 2, 2, null, null, false, "It could be a risk", true, "the approver"), Screen(grouped)
            .Model<WallThemeModel>("theme-fear"));
        // A theme of several lanes stands once, where most of it was said.
        var across = grouped.Given(Amara, new MoveToTheme("quick", "fear"));
        Assert.Empty(Wall(across, "benefit"));
        Assert.Equal(3, Screen(across).Model<WallThemeModel>("theme-fear").Members);
        Assert.Equal(["hold-costs"], Wall(grouped.Given(Amara, new MoveToTheme("costs", null)), "barrier").Skip(1));
    }

    [Fact]
    public void SEE_30_of_what_is_covered_only_how_many_is_told()
    {
        var written = In(TwoSides).Given(Ben, new TakeTeam("own", "business")).Given(Chen, new TakeTeam("own", "it"))
            .Given(Ben, Say("of-it", "Be responsive")).Given(Ben, Say("of-it", "Be honest"));
        Assert.Equal((0, 2),
            (Screen(written).Model<LaneHeadModel>("head-of-it").Count, Screen(written).Model<LaneHeadModel>("head-of-it").Kept));
        Assert.DoesNotContain("Be honest", Picture.Of(Screen(written)), StringComparison.Ordinal);
        Assert.Equal(0, Screen(written).Model<KeyModel>("key").Contributions);
    }

    [Fact]
    public void SEE_31_an_open_vote_shows_how_far_it_is_and_no_tally()
    {
        var vote = Talk().At("vote").Given(Ben, new PlaceDots("risk", 2)).Given(Chen, new PlaceDots("costs", 1));
        Assert.Equal(new ProgressModel(1, 3, 2), Screen(vote).Model<ProgressModel>("vote-progress"));
        Assert.Equal(["candidate-risk", "candidate-costs", "candidate-quick"], Screen(vote).Find("ballot")!.Children.Select(c => c.Key));
        Assert.Empty(Screen(vote).Models<RankModel>());
        Assert.Null(Screen(vote).Find("columns"));
    }

    [Fact]
    public void SEE_31_a_vote_that_is_told_is_a_ranking_with_ties()
    {
        var told = Talk().At("vote").Given(Ben, new PlaceDots("risk", 2)).Given(Chen, new PlaceDots("costs", 1))
            .Given(Dora, new PlaceDots("quick", 1)).At("discuss");
        Assert.Equal(new RankingModel(4, 3, 0), Screen(told).Model<RankingModel>("ranking"));
        Assert.Equal([(1, 2, 0), (2, 1, 1), (2, 1, 1)], Screen(told).Models<RankModel>().Select(r => (r.Rank, r.Dots, r.Level)));
        Assert.NotNull(Screen(told.At("collect")).Find("columns"));
    }

    [Fact]
    public void SEE_31_dots_on_members_count_for_their_theme()
    {
        var told = Talk().Given(Amara, new CreateTheme("own", "Fear", ["risk", "costs"]), "fear")
            .At("vote").Given(Ben, new PlaceDots("fear", 2)).Given(Chen, new PlaceDots("costs", 1));
        Assert.Equal(["candidate-fear", "candidate-quick"], Screen(told).Find("ballot")!.Children.Select(c => c.Key));
        Assert.Equal(3, Screen(told.At("discuss")).Model<RankModel>("rank-fear").Dots);
    }

    [Fact]
    public void SEE_32_what_a_side_has_picked_stands_for_it_with_its_answers()
    {
        var boiled = In(TwoSides).Given(Ben, new TakeTeam("own", "business")).Given(Chen, new TakeTeam("own", "it"))
            .Given(Ben, Say("of-it", "Be responsive"), "responsive").Given(Ben, Say("of-it", "Be honest"), "honest")
            .At("boil").Given(Amara, new Pick("honest", true)).At("answer").Given(Chen, new GiveAnswer("own", "it-says", "yes", "honest"));
        Assert.Equal(["side-business", "side-it"], Screen(boiled).Find("sides")!.Children.Select(c => c.Key));
        Assert.Equal(["hold-honest"], Wall(boiled, "of-it"));
        Assert.Equal(1, Screen(boiled).Model<LaneHeadModel>("head-of-it").Left);
        Assert.Equal(new CountsModel([new("yes", 1), new("let’s talk", 0)], 1), Screen(boiled).Model<CountsModel>("counts-it-says-honest"));
        // Nothing else stands there, so nothing is marked.
        Assert.False(Screen(boiled).Model<EntryTextModel>("honest").Picked);
        Assert.False(Screen(boiled).Model<KeyModel>("key").Picks);
    }

    [Fact]
    public void SEE_33_a_ladder_is_covered_until_it_is_told()
    {
        var placed =
            In(Ladder).Given(Ben, new GiveAnswer("own", "now", "Order taker")).Given(Chen, new GiveAnswer("own", "now", 2))
            .Given(Dora, new GiveAnswer("own", "now", 2))
            .Given(Ben, new GiveAnswer("own", "wanted", 3));
        var covered = Screen(placed).Model<RungsModel>("rungs");
        Assert.Equal((false, 3, 1, null), (covered.NowTold, covered.NowAnswered, covered.WantedAnswered, covered.NowMiddle));
        Assert.All(covered.Rungs, r => Assert.Equal((0, 0), (r.Now, r.Wanted)));

        var told = Screen(placed.At("collect")).Model<RungsModel>("rungs");
        Assert.Equal([new("Trusted adviser", 0, 1), new("Service provider", 2, 0), new("Order taker", 1, 0)], told.Rungs);
        Assert.Equal(("Service provider", "Trusted adviser"), (told.NowMiddle, told.WantedMiddle));
    }

    [Fact]
    public void SEE_34_the_deepest_layers_stand_side_by_side()
    {
        var said = In(Layers).Given(Ben, Say("myth", "The sky is falling")).Given(Ben, Say("new-litany", "Money saved"));
        Assert.Equal(new LayersModel("Today", "Future", ["Litany", "Myth"]), Screen(said).Model<LayersModel>("layers"));
        Assert.Equal(
            [("lane-litany", 0, false), ("lane-new-litany", 0, true), ("lane-myth", 1, false), ("lane-new-myth", 1, true)],
            Screen(said).Find("layers")!.Children.Select(c => (c.Key, ((LayerModel)c.Model).Row, ((LayerModel)c.Model).Up)));
        Assert.Equal(["lane-how"], Screen(said).Find("how")!.Children.Select(c => c.Key));
    }

    [Fact]
    public void SEE_34_with_one_layer_the_picked_one_stands_large()
    {
        var said = In(Shift).Given(Ben, Say("today", "The sky is falling")).Given(Ben, Say("needed", "Not if, but how"), "how")
            .Given(Chen, Say("needed", "Yes, we can"), "can");
        Assert.False(Screen(said).Model<ShiftSideModel>("lane-needed").Large);
        var picked = said.At("pick").Given(Amara, new Pick("how", true));
        Assert.Equal((true, 1),
            (Screen(picked).Model<ShiftSideModel>("lane-needed").Large, Screen(picked).Model<ShiftSideModel>("lane-needed").Left));
        Assert.Equal(["how"], Wall(picked, "needed"));
    }

    [Fact]
    public void SEE_35_picked_cards_stand_against_the_rest_with_the_places_there_are()
    {
        var cards = Enumerable.Range(1, 10).Aggregate(In(Firm), (s, i) => s.Given(Ben, Say("card", $"Card {i}"), $"c{i}"));
        Assert.Empty(Screen(cards).Models<BinModel>());
        var checking = cards.At("check").Given(Amara, new Pick("c3", true));
        Assert.Equal(new BinHeadModel("Firm", 1, BinKind.Picked, 1, 2, 20, 10), Screen(checking).Model<BinHeadModel>("head-picked"));
        Assert.Equal(["c3"], Wall(checking, "picked"));
        Assert.Equal(9, Screen(checking).Model<BinHeadModel>("head-rest").Count);
    }

    [Fact]
    public void SEE_35_cards_go_where_most_put_them_and_what_stands_even_is_told_apart()
    {
        var marked =
            In(Marked).Given(Ben, Say("card", "Vision"), "vision").Given(Ben, Say("card", "Money"), "money")
            .Given(Ben, Say("card", "Luck"), "luck").At("mark")
            .Given(Ben, new GiveAnswer("own", "mark", "Bottom", "vision")).Given(Chen, new GiveAnswer("own", "mark", "Bottom", "vision"))
                .Given(Dora, new GiveAnswer("own", "mark", "Top", "vision"))
            .Given(Ben, new GiveAnswer("own", "mark", "Top", "money")).Given(Chen, new GiveAnswer("own", "mark", "Bottom", "money"));
        Assert.Empty(Wall(marked, "1"));
        Assert.Equal(["vision"], Wall(marked, "2"));
        Assert.Equal(["money", "luck"], Wall(marked, "open"));
        Assert.Equal((2, 3), (Screen(marked).Model<CardModel>("vision").Count, Screen(marked).Model<CardModel>("vision").Answered));
        Assert.Equal(["Top", "Bottom"], Screen(marked).Model<CardModel>("money").Even);
        Assert.Empty(Screen(marked).Model<CardModel>("luck").Even);
        // The lane beside keeps its sign; no bin takes it.
        Assert.DoesNotContain(Screen(marked).Model<LaneHeadModel>("head-reuse").Sign, Screen(marked).Models<BinModel>()
            .Select(b => b.Sign));
    }

    [Fact]
    public void SEE_35_the_key_says_what_the_figures_of_cards_count()
    {
        var card = In(Marked).Given(Ben, Say("card", "Vision"), "vision");
        Assert.Empty(Screen(card).Find("key")!.Children);
        var marked = card.At("mark").Given(Ben, new GiveAnswer("own", "mark", "Bottom", "vision"));
        Assert.Equal(new CountedModel(""), Screen(marked).Model<CountedModel>("key-counted"));
    }

    [Fact]
    public void SEE_36_themes_fold_in_a_u_unless_the_room_picks_there()
    {
        var said = In(Shift).Given(Ben, Say("needed", "The sky is falling"), "sky").Given(Chen, Say("needed", "The ostrich"), "ostrich")
            .Given(Dora, Say("needed", "Herding cats"), "cats")
            .Given(Amara, new CreateTheme("own", "Fear", ["sky", "ostrich"]), "fear");
        Assert.Equal(["theme-fear", "cats"], Wall(said, "needed"));
        Assert.Equal(["sky", "ostrich", "cats"], Wall(said.At("pick"), "needed"));
        Assert.Equal(["sky"], Wall(said.At("pick").Given(Amara, new Pick("sky", true)), "needed"));
    }

    [Fact]
    public void SEE_36_themes_fold_on_a_side_once_it_is_seen()
    {
        var written = In(TwoSides).Given(Ben, new TakeTeam("own", "business")).Given(Chen, new TakeTeam("own", "it"))
            .Given(Ben, Say("of-it", "Be responsive"), "responsive").Given(Ben, Say("of-it", "Be honest"), "honest")
                .Given(Ben, Say("of-it", "Smile"), "smile")
            .Given(Amara, new CreateTheme("own", "Manners", ["honest", "responsive"]), "manners");
        Assert.Empty(Wall(written, "of-it"));
        Assert.Equal(["theme-manners", "hold-smile"], Wall(written.At("answer"), "of-it"));
    }

    [Fact]
    public void SEE_37_a_team_has_the_sign_of_the_lane_in_which_it_writes()
    {
        var sides = In(TwoSides);
        var activity = sides.State.CurrentActivity!;
        Assert.All(activity.Teams, t => Assert.Equal(
            activity.Lanes.ToList().FindIndex(l => l.Team == t.TeamId && l.Kind == LaneKind.Text) + 1,
            PhoneView.Build(sides.State, null).All().Select(n => n.Model).OfType<TeamModel>().Single(m => m.TeamId == t.TeamId).Sign));
    }

    [Fact]
    public void SEE_6_every_element_of_every_layout_has_an_id_of_its_own()
    {
        foreach (var activity in All)
        {
            foreach (var step in activity.Steps)
            {
                var ids = Screen(In(activity).At(step.Id)).All().SelectMany(n => new[] { n.Key, n.Inner }).ToList();
                Assert.Equal(ids.Distinct(), ids);
            }
        }
    }
}
