using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.Exercises;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class CoveringTests
{
    private const string OfIt = "Decide in a week";
    private const string OfBusiness = "Speak our language";

    private static string Phone(Scenario s, string? team) => Picture.Of(PhoneView.Build(s.State, team));

    // What everybody sees: a phone without a team, the wall, and the summary as it stands.
    private static string Everybody(Scenario s) =>
        Phone(s, null) + Picture.Of(ScreenView.Build(s.State)) + Picture.Of(SummaryBuilder.Build(s.State));

    private static string Summary(Scenario s) => Picture.Of(SummaryBuilder.Build(s.State));

    private static Scenario Alone => Open().GoesTo(Quiet).Given(Ben, new Contribute(Quiet, "thought", "My own thought"), "t1");

    [Fact]
    public void COVER_1_in_a_step_of_ones_own_nobody_else_reads_it()
    {
        Assert.DoesNotContain("My own thought", Everybody(Alone), StringComparison.Ordinal);
        Assert.Contains("My own thought", Picture.Of(MineView.Build(Alone.State, Ben.Id)), StringComparison.Ordinal);
        Assert.DoesNotContain("My own thought", Picture.Of(MineView.Build(Alone.State, Chen.Id)), StringComparison.Ordinal);
        Alone.When(Ben, new Contribute(Quiet, "because", "It is", "t1")).Then<ContributionAdded>();
        Alone.When(Chen, new Contribute(Quiet, "because", "It is", "t1")).ThenRefused(RefusalKind.NoSuchContribution);
    }

    [Fact]
    public void COVER_2_in_a_step_of_the_teams_each_side_reads_its_own_and_nobody_else_anything()
    {
        Assert.DoesNotContain(OfIt, Everybody(Writing()), StringComparison.Ordinal);
        Assert.DoesNotContain(OfBusiness, Everybody(Writing()), StringComparison.Ordinal);
        Assert.Contains(OfIt, Phone(Writing(), "it"), StringComparison.Ordinal);
        Assert.DoesNotContain(OfBusiness, Phone(Writing(), "it"), StringComparison.Ordinal);
        Assert.DoesNotContain(OfIt, Phone(Writing(), "business"), StringComparison.Ordinal);
        Assert.Equal(2,
            Sight.Kept(Writing().State, MutualActivity, MutualActivity.Lane("from-it")!)
            + Sight.Kept(Writing().State, MutualActivity, MutualActivity.Lane("from-business")!, "it"));
    }

    [Fact]
    public void COVER_3_a_step_that_reveals_shows_what_was_covered_before_it()
    {
        Assert.DoesNotContain(OfIt, Everybody(Writing().GoesTo(Mutual, "boil")), StringComparison.Ordinal);
        var revealed = Writing().GoesTo(Mutual, "reveal");
        foreach (var words in new[] { OfIt, OfBusiness })
        {
            Assert.Contains(words, Phone(revealed, "it"), StringComparison.Ordinal);
            Assert.Contains(words, Phone(revealed, "business"), StringComparison.Ordinal);
            Assert.Contains(words, Summary(revealed), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void COVER_4_it_is_also_revealed_by_going_past_the_step_that_reveals() =>
        Assert.Contains(OfIt, Phone(Writing().GoesTo(Mutual, "reply"), "business"), StringComparison.Ordinal);

    [Fact]
    public void COVER_5_where_no_step_reveals_going_on_does_and_so_does_leaving_the_activity()
    {
        Assert.Contains("My own thought", Everybody(Alone.GoesTo(Quiet, "talk")), StringComparison.Ordinal);
        Assert.Contains("My own thought", Summary(Alone.GoesTo(Vote)), StringComparison.Ordinal);
    }

    [Fact]
    public void COVER_5_an_activity_that_is_left_before_its_reveal_stays_covered()
    {
        var left = Writing().GoesTo(Vote);
        Assert.DoesNotContain(OfIt, Everybody(left), StringComparison.Ordinal);
        Assert.DoesNotContain(OfIt, Phone(left.GoesTo(Mutual), "business"), StringComparison.Ordinal);
        Assert.Contains(OfIt, Phone(left.GoesTo(Mutual, "reveal"), "business"), StringComparison.Ordinal);
    }

    [Fact]
    public void COVER_6_closing_the_session_reveals_all_that_was_said_so_that_no_word_is_lost()
    {
        var closed = Writing().GoesTo(Ladder).Given(Ben, new GiveAnswer(Ladder, "now", 1)).GoesTo(Vote).Given(Amara, new CloseSession());
        Assert.Contains(OfIt, Summary(closed), StringComparison.Ordinal);
        Assert.NotNull(Distribution.Of(closed.State, LadderActivity, LadderActivity.Lane("now")!).Counts);
        // Where nothing was said yet, a session that is opened again covers as before.
        var again = closed.Given(Amara, new ReopenSession()).GoesTo(Quiet).Given(Ben, new Contribute(Quiet, "thought", "My own thought"));
        Assert.DoesNotContain("My own thought", Everybody(again), StringComparison.Ordinal);
    }

    [Fact]
    public void COVER_7_what_one_cannot_see_one_can_neither_nod_at_nor_answer_nor_put_dots_on()
    {
        Writing().When(Chen, new Nod("ben-1", true)).ThenRefused(RefusalKind.NoSuchContribution);
        Writing().When(Emeka, new Nod("ben-1", true)).Then<NodSet>();
        Alone.When(Chen, new Nod("t1", true)).ThenRefused(RefusalKind.NoSuchContribution);
        var voting =
            Open([MutualActivity with { Steps =
            MutualActivity.Steps.Select(s => s.Id == "boil" ? s with { Dots = 3, MaxPerTarget = 2, Answers = ["reply-to-it"] } : s)
            .ToValueList() }])
            .Joins(Ben).Joins(Chen).GoesTo(Mutual).Given(Ben, new TakeTeam(Mutual, "it")).Given(Chen, new TakeTeam(Mutual, "business"))
            .Given(Ben, FromIt(OfIt), "ben-1").GoesTo(Mutual, "boil");
        voting.When(Chen, new PlaceDots("ben-1", 1)).ThenRefused(RefusalKind.NoSuchContribution);
        voting.When(Chen, new GiveAnswer(Mutual, "reply-to-it", "Yes", "ben-1")).ThenRefused(RefusalKind.NoSuchContribution);
        var themed = voting.Given(Amara, new CreateTheme(Mutual, "Speed", ["ben-1"]), "speed");
        themed.When(Chen, new PlaceDots("speed", 1)).ThenRefused(RefusalKind.NoSuchTheme);
        themed.When(Ben, new PlaceDots("speed", 1)).Then<DotsPlaced>();
    }

    [Fact]
    public void COVER_2_a_theme_of_covered_words_is_covered_with_its_title_and_its_note()
    {
        var themed =
            Writing().Given(Amara, new CreateTheme(Mutual, "Speed", ["ben-1"]), "speed")
            .Given(Amara, new WriteNote("They wait for us", ThemeId: "speed"));
        foreach (var columns in new[] { themed.State,
            themed.State with { Agenda = themed.State.Agenda.Select(a => a with { Layout = "columns" }).ToValueList() } })
        {
            var s = themed with { State = columns };
            Assert.DoesNotContain("Speed", Everybody(s) + Phone(s, "business"), StringComparison.Ordinal);
            Assert.DoesNotContain("They wait for us", Everybody(s), StringComparison.Ordinal);
            Assert.Contains("Speed", Phone(s, "it"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Speed", Everybody(themed.Given(Amara, new Hide("ben-1", true))), StringComparison.Ordinal);
        Assert.Contains("Speed", Everybody(themed.GoesTo(Mutual, "reveal")), StringComparison.Ordinal);
    }

    [Fact]
    public void COVER_7_whoever_changed_sides_has_the_dots_back_that_lie_where_they_see_nothing_any_more()
    {
        var vote = new Place(Mutual, "boil");
        var voted = Open(
            [MutualActivity with { Steps =
            MutualActivity.Steps.Select(s => s.Id == "boil" ? s with { Dots = 2, MaxPerTarget = 2 } : s).ToValueList() }])
            .Joins(Ben).Joins(Chen).Joins(Dora).GoesTo(Mutual).Given(Ben, new TakeTeam(Mutual, "it"))
                .Given(Dora, new TakeTeam(Mutual, "it")).Given(Chen, new TakeTeam(Mutual, "business"))
            .Given(Ben, FromIt(OfIt), "ben-1").Given(Chen, FromBusiness(OfBusiness), "chen-1").GoesTo(Mutual, "boil")
            .Given(Ben, new PlaceDots("ben-1", 1)).Given(Dora, new PlaceDots("ben-1", 2));
        var changed =
            voted.Given(Amara,
            new AssignTeams(Mutual, Assignments: new Dictionary<string, string?> { ["ben"] = "business", ["dora"] = "business" }));
        Assert.Empty(changed.State.OwnDots(vote, Dora.Id));
        // On their own words they stay.
        Assert.Single(changed.State.OwnDots(vote, Ben.Id));
        var again = changed.Given(Dora, new PlaceDots("chen-1", 2));
        Assert.Equal([("chen-1", 2)], again.State.OwnDots(vote, Dora.Id).Select(d => (d.Key, d.Value)));
        Assert.Equal((1, 2), (Dots(again, "ben-1"), Dots(again, "chen-1")));
        // Whoever reads the journal without the secrets counts the same.
        var read = Session.Replay(again.State.Id, again.Journal);
        Assert.Equal(Picture.Of(again.State.Votes), Picture.Of(read.Votes));
        Assert.Equal(Picture.Of(changed.State.Votes), Picture.Of(Session.Replay(changed.State.Id, changed.Journal).Votes));

        int Dots(Scenario s, string id) => Core.Sessions.Voting.TallyOf(s.State, vote, s.State.Contributions[id]);
    }

    [Fact]
    public void COVER_8_what_is_typed_in_the_time_of_grace_comes_out_with_the_reveal()
    {
        var typed = Writing().GoesTo(Mutual, "reveal").Later(30).Given(Chen, FromBusiness("Was being typed"), "late");
        Assert.False(typed.State.Contributions["late"].Late);
        Assert.Contains("Was being typed", Phone(typed, "it"), StringComparison.Ordinal);
    }

    [Fact]
    public void COVER_8_what_is_taken_in_late_is_as_covered_as_the_rest()
    {
        var late = Writing().GoesTo(Mutual, "boil").Later(61).Given(Ben, FromIt("Came too late") with { Late = true }, "late")
            .Given(Amara, new TakeLate("late"));
        Assert.Contains("Came too late", Phone(late, "it"), StringComparison.Ordinal);
        Assert.DoesNotContain("Came too late", Phone(late, "business") + Everybody(late), StringComparison.Ordinal);
    }

    [Fact]
    public void COVER_9_what_is_covered_is_as_covered_when_it_was_edited_set_aside_or_cited()
    {
        var cited = Writing().Given(Ben, new EditContribution("ben-1", "Decide at once"))
            .Given(Amara, new RecordDecision("We decide", ["ben-1"])).Given(Amara, new WriteNote("On that", ContributionId: "ben-1"));
        foreach (var s in new[] { cited, cited.Given(Amara, new Park("ben-1", true)), cited.GoesTo(Vote)
            .Given(Amara, new RemoveActivity(Mutual)) })
        {
            Assert.DoesNotContain("Decide at once", Everybody(s), StringComparison.Ordinal);
            Assert.DoesNotContain("On that", Everybody(s), StringComparison.Ordinal);
        }

        Writing().When(Amara, new CarryOver(Vote, "requirement", ["ben-1"])).ThenRefused(RefusalKind.Covered);
    }

    [Fact]
    public void COVER_10_a_reveal_that_is_taken_back_covers_again()
    {
        var revealed = Writing().GoesTo(Mutual, "reveal");
        var back = revealed.Given(Amara, new Undo(revealed.State.Version));
        Assert.DoesNotContain(OfIt, Everybody(back) + Phone(back, "business"), StringComparison.Ordinal);
    }

    [Fact]
    public void COVER_11_a_held_screen_goes_on_showing_what_it_showed()
    {
        var held = Writing().Given(Amara, new SetScreen("held")).GoesTo(Mutual, "reveal");
        Assert.DoesNotContain(OfIt, Picture.Of(ScreenView.Build(held.State)), StringComparison.Ordinal);
    }
}
