using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Layouts.Chain;
using WorkshopHub.Core.Layouts.List;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Views;

public sealed class ScreenViewTests
{
    private static Node Screen(Scenario scenario) => ScreenView.Build(scenario.State);

    private static IEnumerable<string> Cell(Scenario scenario, string key) => Screen(scenario).Find(key)!.Children.Select(c => c.Key);

    [Fact]
    public void SEE_7_before_the_first_activity_the_screen_is_a_lobby()
    {
        var draft = Screen(Draft()).Model<LobbyModel>("lobby");
        Assert.Equal(("Beyond Service Partner", "What holds us back", true, NamesPolicy.AnonymousToRoom, 0),
            (draft.Title, draft.Topic, draft.Draft, draft.Names, draft.Joined));
        var open = Screen(Open(Named)).Model<LobbyModel>("lobby");
        Assert.Equal((false, NamesPolicy.Named, 3), (open.Draft, open.Names, open.Joined));
        Assert.Equal(3, open.Agenda.Count);
    }

    [Fact]
    public void SEE_7_the_chain_is_a_table_with_a_row_for_each_challenge()
    {
        var screen = Screen(AtTheSolutions());
        Assert.Equal(
            new ChainModel([new("Challenge", 1), new("Most significant root cause", 2), new("Solutions", 3)]),
            screen.Model<ChainModel>("chain"));
        Assert.Equal(["weekends-challenge", "weekends-root-cause", "weekends-solution"], Cell(AtTheSolutions(), "row-weekends"));
        Assert.Equal(["weekends"], Cell(AtTheSolutions(), "weekends-challenge"));
    }

    [Fact]
    public void SEE_7_a_picking_column_shows_its_candidates_until_one_is_picked()
    {
        Assert.Equal(["culture", "tools"], Cell(AtThePick(), "weekends-root-cause"));
        Assert.True(Screen(AtThePick()).Model<ChainCellModel>("weekends-root-cause").Candidates);
        Assert.True(Screen(AtThePick()).Model<ChainCellModel>("weekends-solution").Waits);
        Assert.True(Screen(AtThePick()).Model<ChainRowModel>("row-weekends").Now);

        Assert.Equal(["culture"], Cell(AtTheSolutions(), "weekends-root-cause"));
        Assert.Equal(["plan"], Cell(AtTheSolutions(), "weekends-solution"));
        Assert.False(Screen(AtTheSolutions()).Model<ChainCellModel>("weekends-root-cause").Candidates);
        Assert.False(Screen(AtTheSolutions()).Model<ChainCellModel>("weekends-solution").Waits);
        Assert.False(Screen(AtTheSolutions()).Model<ChainRowModel>("row-weekends").Now);
    }

    [Fact]
    public void SEE_7_the_row_that_the_room_is_at_is_the_first_that_waits_for_its_pick()
    {
        var two = AtThePick().Given(Amara, Challenge("Arrives with a solution"), "arrives")
            .Given(Amara, RootCause("Not involved", "arrives"), "involved");
        Assert.Equal([true, false], Screen(two).Models<ChainRowModel>().Select(r => r.Now));
        Assert.Equal([false, true], Screen(two.Given(Amara, new Pick("culture", true))).Models<ChainRowModel>().Select(r => r.Now));
        Assert.Equal([false, false], Screen(two.MovesTo("root-causes")).Models<ChainRowModel>().Select(r => r.Now));
    }

    [Fact]
    public void SEE_7_the_spine_says_where_the_room_is_and_the_key_what_the_signs_mean()
    {
        var screen = Screen(AtThePick());
        Assert.Equal(
            [new("Challenges", true, false), new("Root causes", true, false), new("Pick", false, true), new("Solutions", false, false)],
            screen.Model<SpineModel>("spine").Steps);
        Assert.Equal(new KeyModel(true, true, 3), screen.Model<KeyModel>("key"));
        Assert.Equal(new MastheadModel("What holds us back, and what do we do about it?", null), screen.Model<MastheadModel>("masthead"));
    }

    [Fact]
    public void SEE_7_a_list_stands_under_the_actions()
    {
        var list = Screen(Open().Given(Amara, new StartActivity("next-steps"))
            .Given(Ben, new Contribute("next-steps", "next-step", "Invite the business"), "invite")
                .Given(Amara, new RecordAction("Book the room"), "book"));
        Assert.IsType<ListModel>(list.Find("stage-list")?.Model);
        Assert.Equal(["actions", "list-next-step"], list.Find("stage-list")!.Children.Select(c => c.Key));
        Assert.Equal("Invite the business", list.Model<EntryTextModel>("invite").Text);
    }

    [Fact]
    public void SEE_7_a_closed_screen_shows_the_end() =>
        Assert.Equal(new RootModel("closed", null), Screen(AtTheSolutions().Given(Amara, new CloseSession())).Model);

    [Fact]
    public void SEE_6_every_element_of_a_view_has_an_id_of_its_own()
    {
        foreach (var scenario in new[] { Draft(), At("challenges"), AtThePick(), AtTheSolutions(), Samples.Full, Open()
            .Given(Amara, new StartActivity("next-steps")) })
        {
            foreach (var view in new[] { PhoneView.Build(scenario.State), Screen(scenario) })
            {
                var ids = view.All().SelectMany(n => new[] { n.Key, n.Inner }).ToList();
                Assert.Equal(ids.Distinct(), ids);
            }
        }
    }

    [Fact]
    public void SEE_8_what_everybody_of_an_audience_sees_has_a_short_name()
    {
        Assert.Equal("phone::en", new Audience(Surface.Phone, null, "en").Key);
        Assert.Equal("screen:it:de", new Audience(Surface.Screen, "it", "de").Key);
    }

    [Fact]
    public void SEE_7_where_only_withdrawn_words_are_left_there_is_nothing_to_pick()
    {
        var left = AtTheSolutions().Given(Amara, new WithdrawContribution("culture")).Given(Amara, new Hide("tools", true));
        Assert.Equal(["culture"], Cell(left, "weekends-root-cause"));
        Assert.False(Screen(left).Model<ChainCellModel>("weekends-root-cause").Candidates);
        Assert.False(Screen(left).Model<ChainRowModel>("row-weekends").Now);
    }
}
