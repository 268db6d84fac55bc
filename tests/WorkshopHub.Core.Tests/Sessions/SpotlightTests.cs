using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

/// <summary>One contribution alone on the screen, and the page at which a full wall stands.</summary>
public sealed class SpotlightTests
{
    private static readonly SetScreen OnPlan = new("live", Spotlight: "plan");
    private static readonly Scenario Lit = AtTheSolutions().Given(Amara, OnPlan);

    private static Node Screen(Scenario scenario) => ScreenView.Build(scenario.State);

    private static SpotlightModel? Shown(Scenario scenario) => Screen(scenario).Find("spotlight")?.Model as SpotlightModel;

    [Fact]
    public void SCREEN_6_one_contribution_stands_on_the_stage_alone_until_that_is_ended()
    {
        var shown = Shown(Lit);
        Assert.Equal(("Create yearly plan", "Solution", null), (shown?.Said.Text, shown?.Lane, shown?.Theme));
        Assert.NotNull(Screen(Lit).Find("spine"));
        Assert.Null(Screen(Lit).Find("chain"));
        Lit.When(Amara, OnPlan).ThenNothing();
        Lit.When(Amara, new SetScreen("live")).ThenNothing();
        var ended = Lit.When(Amara, new SetScreen("live", Spotlight: new(true, null))).Then(new ScreenSet(ScreenMode.Live));
        Assert.NotNull(Screen(ended).Find("chain"));
    }

    [Fact]
    public void SCREEN_6_it_says_its_theme_and_its_author_only_where_names_are_shown()
    {
        var named = AtTheSolutions(Named).Given(Amara, new CreateTheme(Chain, "Planning", ["plan"]), "theme").Given(Amara, OnPlan);
        Assert.Equal(("Ben", "Planning"), (Shown(named)?.Said.Author, Shown(named)?.Theme));
        Assert.Null(Shown(Lit)?.Said.Author);
    }

    [Fact]
    public void SCREEN_6_only_what_is_on_the_wall_can_be_shown()
    {
        AtTheSolutions().When(Amara, new SetScreen("live", Spotlight: "nothing")).ThenRefused(RefusalKind.NoSuchContribution);
        AtTheSolutions().Given(Amara, new Hide("plan", true)).When(Amara, OnPlan).ThenRefused(RefusalKind.Hidden);
        AtTheSolutions().Given(Amara, new Hide("culture", true)).When(Amara, OnPlan).ThenRefused(RefusalKind.Hidden);
        AtTheSolutions().Given(Ben, new WithdrawContribution("plan")).When(Amara, OnPlan).ThenRefused(RefusalKind.Withdrawn);
        AtTheSolutions().Given(Amara, new Park("plan", true)).When(Amara, OnPlan).ThenRefused(RefusalKind.Parked);
        Exercises.Writing().When(Amara, new SetScreen("live", Spotlight: "ben-1")).ThenRefused(RefusalKind.Covered);
    }

    [Fact]
    public void SCREEN_7_what_vanishes_from_the_wall_vanishes_from_the_spotlight_and_does_not_come_back_by_itself()
    {
        (Sender By, Command Command)[] vanishing =
        [
            (Amara, new Hide("plan", true)), (Amara, new Hide("culture", true)), (Ben, new WithdrawContribution("plan")),
            (Amara, new Park("plan", true)), (Amara, new RemoveDelegate("ben", true)), (Amara, new Erase("plan")),
        ];
        Assert.All(vanishing, v =>
        {
            var gone = Lit.Given(v.By, v.Command);
            Assert.Null(Shown(gone));
            Assert.Null(gone.State.Screen.Spotlight);
        });
        var back = Lit.Given(Amara, new Hide("plan", true)).Given(Amara, new Hide("plan", false));
        Assert.Null(Shown(back));
    }

    [Fact]
    public void SCREEN_7_it_vanishes_from_a_held_screen_too()
    {
        var held = Lit.Given(Amara, new SetScreen("held"));
        Assert.NotNull(Shown(held));
        Assert.DoesNotContain("Create yearly plan", Picture.Of(Screen(held.Given(Amara, new Hide("plan", true)))),
            StringComparison.Ordinal);
        Assert.Equal("A kinder word", Shown(held.Given(Ben, new EditContribution("plan", "A kinder word")))?.Said.Text);
    }

    [Fact]
    public void SCREEN_8_another_step_or_activity_ends_the_spotlight_and_lets_pages_turn_again()
    {
        var paged = Lit.Given(Amara, new SetScreen("live", Page: 2));
        Assert.All(new Command[] { new MoveToStep(Chain, "pick"), new StartActivity("next-steps") }, move =>
            Assert.Equal(ScreenState.Live with { Since = paged.State.Screen.Since }, paged.Given(Amara, move).State.Screen));
        var back = paged.Given(Amara, new MoveToStep(Chain, "pick"));
        Assert.Equal("plan", back.Given(Amara, new Undo(back.State.Version)).State.Screen.Spotlight);
    }

    [Fact]
    public void SCREEN_8_it_is_taken_back_until_the_room_goes_on()
    {
        Assert.Null(Lit.Given(Amara, new Undo(Lit.State.Version)).State.Screen.Spotlight);
        var ended = Lit.Given(Amara, new SetScreen("live", Spotlight: new(true, null)));
        Assert.Equal("plan", ended.Given(Amara, new Undo(ended.State.Version)).State.Screen.Spotlight);
        Lit.Given(Amara, new MoveToStep(Chain, "pick")).When(Amara, new Undo(Lit.State.Version)).ThenRefused(RefusalKind.Overtaken);
    }

    [Fact]
    public void SCREEN_8_what_leaves_the_wall_leaves_the_spotlight_and_undo_brings_it_back()
    {
        foreach (var move in new Command[] { new Hide("plan", true, null), new Park("plan", true), new WithdrawContribution("plan"),
            new Hide("culture", true, null) })
        {
            foreach (var lit in new[] { Lit, Lit.Given(Amara, new SetScreen("live", Page: 3)), Lit.Given(Amara, new SetScreen("held")) })
            {
                var gone = lit.Given(Amara, move);
                Assert.Null(gone.State.Screen.Spotlight);
                var back = gone.Given(Amara, new Undo(gone.State.Version));
                Assert.Equal(lit.State.Screen, back.State.Screen);
                Assert.Equal(Picture.Of(Screen(lit)), Picture.Of(Screen(back)));
            }
        }
    }

    [Fact]
    public void SCREEN_8_what_is_joined_into_another_one_comes_back_into_the_spotlight_by_undo()
    {
        var lit = AtTheSolutions().Given(Ben, Solution("Plan the year", "culture"), "year")
            .Given(Amara, new SetScreen("live", Spotlight: "year"));
        var joined = lit.Given(Amara, new JoinContributions(["plan", "year"]));
        Assert.Null(joined.State.Screen.Spotlight);
        Assert.Equal("year", joined.Given(Amara, new Undo(joined.State.Version)).State.Screen.Spotlight);
    }

    [Fact]
    public void SCREEN_8_undo_lights_nothing_once_the_screen_or_the_room_has_gone_on()
    {
        var hidden = Lit.Given(Amara, new Hide("plan", true, null));
        var version = hidden.State.Version;
        foreach (var since in new Command[] { new SetScreen("live", Spotlight: "culture"), new MoveToStep(Chain, "pick") })
        {
            var on = hidden.Given(Amara, since);
            Assert.Equal(on.State.Screen, on.Given(Amara, new Undo(version)).State.Screen);
        }
    }

    [Fact]
    public void SCREEN_9_a_held_screen_stays_as_it_was_held()
    {
        var held = Lit.Given(Amara, new SetScreen("held"));
        var since = held.State.Screen.Since;
        var other = held.Later(60).Given(Amara, new SetScreen("held", Spotlight: "culture", Page: 3));
        Assert.Equal(Picture.Of(Screen(held)), Picture.Of(Screen(other)));
        Assert.Equal(since, other.State.Screen.Since);
        Assert.Equal("Cultural attitude", Shown(other.Given(Amara, new SetScreen("live")))?.Said.Text);
        var on = held.Given(Amara, new MoveToStep(Chain, "pick"));
        Assert.NotNull(Shown(on));
        Assert.Null(Shown(on.Given(Amara, new SetScreen("live"))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-1)]
    public void SCREEN_10_a_page_is_one_to_ninety_nine(int page) =>
        AtTheSolutions().When(Amara, new SetScreen("live", Page: page)).ThenRefused(RefusalKind.OutOfRange);

    [Fact]
    public void SCREEN_10_a_full_wall_stands_at_a_page_until_it_may_turn_by_itself_again()
    {
        var second = AtTheSolutions().When(Amara, new SetScreen("live", Page: 2)).Then(new ScreenSet(ScreenMode.Live, Page: 2));
        Assert.Equal(2, Screen(second).Model<KeyModel>("key").Page);
        var turning = second.When(Amara, new SetScreen("live", Page: new(true, null))).Then(new ScreenSet(ScreenMode.Live));
        Assert.Null(Screen(turning).Model<KeyModel>("key").Page);
    }
}
