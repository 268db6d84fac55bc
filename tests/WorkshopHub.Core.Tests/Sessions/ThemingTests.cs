using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.Exercises;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class ThemingTests
{
    private static Scenario Grouped => Listed().Given(Amara, new CreateTheme(Vote, "Access", ["r1", "r2"]), "theme");

    private static IEnumerable<string> Members(Scenario s, string theme) => s.State.MembersOf(theme).Select(c => c.Id);

    [Fact]
    public void THEME_1_a_theme_names_like_contributions_of_one_activity()
    {
        var grouped =
            Listed().When(Amara, new CreateTheme(Vote, " Access ", ["r2", "r1", "r2"]), "theme")
            .Then(new ThemeCreated("theme", Vote, new("theme", "Access"), ["r2", "r1"]));
        Assert.Equal(["r1", "r2"], Members(grouped, "theme"));
        Assert.Empty(Members(Listed().Given(Amara, new CreateTheme(Vote, "To come"), "theme"), "theme"));
        Listed().When(Amara, new CreateTheme("nowhere", "Access")).ThenRefused(RefusalKind.NoSuchActivity);
        Listed().When(Amara, new CreateTheme(Mutual, "Access", ["r1"])).ThenRefused(RefusalKind.NoSuchContribution);
        Listed().Given(Ben, new WithdrawContribution("r1")).When(Amara, new CreateTheme(Vote, "Access", ["r1"]))
            .ThenRefused(RefusalKind.Withdrawn);
    }

    [Fact]
    public void THEME_2_a_theme_has_a_title_of_1_to_120_characters_and_an_activity_60_themes()
    {
        Listed().When(Amara, new CreateTheme(Vote, " ")).ThenRefused(RefusalKind.TextEmpty);
        Listed().When(Amara, new CreateTheme(Vote, new string('t', 121))).ThenRefused(RefusalKind.TextTooLong);
        Grouped.When(Amara, new RenameTheme("theme", "")).ThenRefused(RefusalKind.TextEmpty);
        var full = Enumerable.Range(1, 60).Aggregate(Listed(), (s, i) => s.Given(Amara, new CreateTheme(Vote, $"Theme {i}")));
        full.When(Amara, new CreateTheme(Vote, "One more")).ThenRefused(RefusalKind.OutOfRange);
        full.When(Amara, new CreateTheme(Quiet, "Elsewhere")).Then<ThemeCreated>();
    }

    [Fact]
    public void THEME_3_a_contribution_is_in_one_theme_at_most_and_can_be_moved()
    {
        var other = Grouped.Given(Amara, new CreateTheme(Vote, "Comfort", ["r2", "r3"]), "other");
        Assert.Equal(["r1"], Members(other, "theme"));
        Assert.Equal(["r2", "r3"], Members(other, "other"));
        var moved = other.When(Amara, new MoveToTheme("r3", "theme")).Then(new MovedToTheme("r3", "theme"));
        moved.When(Amara, new MoveToTheme("r3", "theme")).ThenNothing();
        moved.When(Amara, new MoveToTheme("r3", null)).Then(new MovedToTheme("r3", null)).When(Amara, new MoveToTheme("r3", null))
            .ThenNothing();
        moved.When(Amara, new MoveToTheme("r3", "nothing")).ThenRefused(RefusalKind.NoSuchTheme);
        moved.When(Amara, new MoveToTheme("nothing", "theme")).ThenRefused(RefusalKind.NoSuchContribution);
    }

    [Fact]
    public void THEME_4_a_theme_is_renamed_and_removed_and_what_was_in_it_stays()
    {
        Grouped.When(Amara, new RenameTheme("theme", "Getting in")).Then(new ThemeRenamed("theme", new("new", "Getting in")));
        Grouped.When(Amara, new RenameTheme("theme", "Access ")).ThenNothing();
        var removed = Grouped.When(Amara, new RemoveTheme("theme")).Then(new ThemeRemoved("theme"));
        Assert.Null(removed.State.Contributions["r1"].ThemeId);
        Assert.True(removed.State.Contributions["r1"].Stands);
        removed.When(Amara, new RemoveTheme("theme")).ThenRefused(RefusalKind.NoSuchTheme);
        removed.When(Amara, new RenameTheme("theme", "Gone")).ThenRefused(RefusalKind.NoSuchTheme);
    }

    [Fact]
    public void THEME_5_themes_keep_the_order_in_which_they_were_made()
    {
        var made = Listed().Given(Amara, new CreateTheme(Vote, "One"), "one").Given(Amara, new CreateTheme(Vote, "Two"), "two")
            .Given(Amara, new RemoveTheme("one")).Given(Amara, new CreateTheme(Vote, "Three"), "three");
        Assert.Equal(["two", "three"], made.State.ThemesOf(Vote).Select(t => t.Id));
    }

    [Fact]
    public void THEME_6_the_nods_of_a_theme_are_those_of_its_members_that_the_room_sees_a_delegate_counted_once()
    {
        var nodded =
            Grouped.Given(Ben, new Nod("r2", true)).Given(Chen, new Nod("r1", true)).Given(Chen, new Nod("r2", true))
            .Given(Dora, new Nod("r3", true));
        Assert.Equal(2, Sight.Nods(nodded.State, nodded.State.Themes["theme"]));
        var hidden = nodded.Given(Amara, new Hide("r2", true));
        Assert.Equal(1, Sight.Nods(hidden.State, hidden.State.Themes["theme"]));
        var removed = nodded.Given(Amara, new RemoveDelegate("chen", false));
        Assert.Equal(1, Sight.Nods(removed.State, removed.State.Themes["theme"]));
    }
}
