using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class ScreenControlTests
{
    private static readonly Scenario Held = AtTheSolutions().Given(Amara, new SetScreen("held"));

    // Beside the wall the spine goes on: it says how much is new.
    private static string Wall(Scenario scenario) => Picture.Of(ScreenView.Build(scenario.State).Children.Where(n => n.Key != "spine"));

    [Theory]
    [InlineData("held", ScreenMode.Held)]
    [InlineData("blank", ScreenMode.Blank)]
    public void SCREEN_1_the_screen_is_live_held_or_blank(string mode, ScreenMode expected)
    {
        var set = AtTheSolutions().When(Amara, new SetScreen(mode)).Then(new ScreenSet(expected));
        Assert.Equal(new ScreenState(expected, Scenario.Morning), set.State.Screen);
        set.When(Amara, new SetScreen(mode)).ThenNothing();
        set.When(Amara, new SetScreen("live")).Then(new ScreenSet(ScreenMode.Live));
    }

    [Fact]
    public void SCREEN_1_other_modes_are_malformed() => Open().When(Amara, new SetScreen("dark")).ThenRefused(RefusalKind.Malformed);

    [Fact]
    public void SCREEN_2_a_held_screen_stands_still_while_phones_go_on()
    {
        var on = Held.Given(Chen, Solution("Ask the business", "culture"), "ask").Given(Ben, new Nod("culture", true))
            .Given(Amara, new StartActivity("next-steps"));
        Assert.Equal(Wall(Held), Wall(on));
        Assert.NotNull(PhoneView.Build(Held.Given(Chen, Solution("Ask the business", "culture"), "ask").State).Find("ask"));
        var live = on.Given(Amara, new StartActivity(Chain)).Given(Amara, new SetScreen("live"));
        Assert.Contains("Ask the business", Wall(live), StringComparison.Ordinal);
        Assert.Null(live.State.Held);
    }

    [Fact]
    public void SCREEN_3_what_is_hidden_or_withdrawn_vanishes_from_a_held_screen_too()
    {
        Assert.Contains("Create yearly plan", Wall(Held), StringComparison.Ordinal);
        Assert.DoesNotContain("Create yearly plan", Wall(Held.Given(Amara, new Hide("plan", true))), StringComparison.Ordinal);
        Assert.DoesNotContain("Create yearly plan", Wall(Held.Given(Ben, new WithdrawContribution("plan"))), StringComparison.Ordinal);
        Assert.DoesNotContain("Create yearly plan", Wall(Held.Given(Amara, new RemoveDelegate("ben", true))), StringComparison.Ordinal);
    }

    [Fact]
    public void SCREEN_3_words_that_were_changed_are_changed_on_a_held_screen_too()
    {
        var edited = Wall(Held.Given(Ben, new EditContribution("plan", "A kinder word")));
        Assert.DoesNotContain("Create yearly plan", edited, StringComparison.Ordinal);
        Assert.Contains("A kinder word", edited, StringComparison.Ordinal);
    }

    [Fact]
    public void SCREEN_4_a_blank_screen_shows_nothing_but_how_to_join()
    {
        var blank = AtTheSolutions().Given(Amara, new SetScreen("blank"));
        Assert.Equal(new Node("screen", new RootModel("blank", null), [new Node("blank", new BlankModel())]),
            ScreenView.Build(blank.State));
    }

    [Fact]
    public void SCREEN_5_the_timer_goes_on_on_a_held_screen_which_says_since_when_it_is_held()
    {
        var timed = Held.Given(Amara, new StartTimer(60));
        var spine = ScreenView.Build(timed.State).Model<SpineModel>("spine");
        Assert.Equal((Scenario.Morning.AddSeconds(60), Scenario.Morning), (spine.EndsAt, spine.HeldSince));
        Assert.Null(ScreenView.Build(AtTheSolutions().State).Model<SpineModel>("spine").HeldSince);
    }

    [Fact]
    public void SCREEN_5_it_says_how_many_contributions_have_come_since()
    {
        var on = Held.Given(Chen, Solution("Ask the business", "culture"), "ask").Given(Chen, Solution("Hide this", "culture"), "gone")
            .Given(Amara, new Hide("gone", true));
        Assert.Equal(1, ScreenView.Build(on.State).Model<SpineModel>("spine").New);
    }

    [Fact]
    public void SCREEN_3_names_vanish_from_a_held_screen_too()
    {
        var named = AtTheSolutions(Named).Given(Amara, new SetScreen("held"));
        Assert.Contains("\"Chen\"", Wall(named), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Chen\"", Wall(named.Given(Chen, new ChangeProfile(Name: new(true, null)))), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Chen\"", Wall(named.Given(Amara, new ChangeSession(Settings: new(Names: "anonymous-to-room")))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void SCREEN_2_what_is_shown_again_waits_for_the_live_screen()
    {
        var held = AtTheSolutions().Given(Amara, new Hide("plan", true)).Given(Amara, new SetScreen("held"));
        var shown = held.Given(Amara, new Hide("plan", false));
        Assert.Equal(Wall(held), Wall(shown));
        Assert.Contains("Create yearly plan", Wall(shown.Given(Amara, new SetScreen("live"))), StringComparison.Ordinal);
    }
}
