using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.Exercises;
using static WorkshopHub.Core.Tests.World.People;
using Votes = WorkshopHub.Core.Sessions.Voting;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class VotingTests
{
    private static readonly Place Dots = new(Vote, "dots");

    private static int Left(Scenario s, Sender.Delegate who) => 3 - s.State.DotsOf(Dots, s.State.VoterOf(Vote, who.Id)).Values.Sum();

    private static int Tally(Scenario s, string id) => Votes.TallyOf(s.State, Dots, s.State.Contributions[id]);

    private static int? Told(Scenario s, string id) => Votes.TallyOf(s.State, VoteActivity, s.State.Contributions[id]);

    private static Scenario OnThemes(DotTargets on) =>
        Exercises.Open([VoteActivity with { Steps = VoteActivity.Steps.Select(x => x with { DotsOn = on }).ToValueList() }]).Joins(Ben)
            .Joins(Chen).GoesTo(Vote)
            .Given(Ben, Requirement("One sign-in"), "r1").Given(Chen, Requirement("Works offline"), "r2")
                .Given(Amara, new CreateTheme(Vote, "Access", ["r1"]), "theme").GoesTo(Vote, "dots");

    [Fact]
    public void DOT_1_each_delegate_has_a_budget_in_each_vote_step()
    {
        var voted = Voting().Given(Ben, new PlaceDots("r1", 2)).Given(Ben, new PlaceDots("r2", 1));
        voted.When(Ben, new PlaceDots("r3", 1)).ThenRefused(RefusalKind.DotsSpent);
        voted.When(Ben, new PlaceDots("r2", 2)).ThenRefused(RefusalKind.DotsSpent);
        voted.When(Chen, new PlaceDots("r3", 1)).Then(new DotsPlaced(Vote, "dots", "r3", 1));
        voted.When(Ben, new PlaceDots("r2", 1)).ThenNothing();
        Assert.Equal("All 3 dots are placed. Take one back to move it.", voted.When(Ben, new PlaceDots("r3", 1)).Turn.Refusal!.Message);
    }

    [Fact]
    public void DOT_1_two_vote_steps_have_two_budgets()
    {
        var twice = VoteActivity with
        {
            Steps = [.. VoteActivity.Steps.Take(3), VoteActivity.Steps[2] with { Id = "again" }, .. VoteActivity.Steps.Skip(3)]
        };
        var voted = Exercises.Open([twice]).Joins(Ben).GoesTo(Vote).Given(Ben, Requirement("One sign-in"), "r1").GoesTo(Vote, "dots")
            .Given(Ben, new PlaceDots("r1", 2));
        voted.GoesTo(Vote, "again").When(Ben, new PlaceDots("r1", 2)).Then(new DotsPlaced(Vote, "again", "r1", 2));
    }

    [Fact]
    public void DOT_2_on_one_target_lie_at_most_so_many_of_one_delegate()
    {
        Voting().When(Ben, new PlaceDots("r1", 3)).ThenRefused(RefusalKind.OutOfRange);
        Voting().When(Ben, new PlaceDots("r1", -1)).ThenRefused(RefusalKind.OutOfRange);
        Voting().When(Ben, new PlaceDots("r1", 2)).Then<DotsPlaced>();
    }

    [Fact]
    public void DOT_3_dots_are_moved_and_taken_back_until_the_step_closes()
    {
        var voted = Voting().Given(Ben, new PlaceDots("r1", 2));
        var back = voted.When(Ben, new PlaceDots("r1", 0)).Then(new DotsPlaced(Vote, "dots", "r1", 0));
        Assert.Empty(back.State.Votes);
        voted.GoesTo(Vote, "tally").When(Ben, new PlaceDots("r1", 0)).ThenRefused(RefusalKind.VoteClosed);
        Listed().When(Ben, new PlaceDots("r1", 1)).ThenRefused(RefusalKind.VoteClosed);
    }

    [Fact]
    public void DOT_4_dots_are_put_on_contributions_or_themes_as_the_step_says()
    {
        var both = Voting().Given(Amara, new CreateTheme(Vote, "Access", ["r1"]), "theme");
        both.When(Ben, new PlaceDots("theme", 1)).Then<DotsPlaced>();
        both.When(Ben, new PlaceDots("r2", 1)).Then<DotsPlaced>();
        OnThemes(DotTargets.Themes).When(Ben, new PlaceDots("theme", 1)).Then<DotsPlaced>();
        OnThemes(DotTargets.Themes).When(Ben, new PlaceDots("r2", 1)).ThenRefused(RefusalKind.NotVotable);
        OnThemes(DotTargets.Contributions).When(Ben, new PlaceDots("theme", 1)).ThenRefused(RefusalKind.NotVotable);
        Voting().When(Ben, new PlaceDots("nothing", 1)).ThenRefused(RefusalKind.NoSuchContribution);
    }

    [Fact]
    public void DOT_5_whether_dots_may_lie_on_ones_own_is_set()
    {
        var strict = Voting(new(OwnDots: false));
        strict.When(Ben, new PlaceDots("r1", 1)).ThenRefused(RefusalKind.OwnDots);
        strict.When(Chen, new PlaceDots("r1", 1)).Then<DotsPlaced>();
        // Set only later: what lies there can be taken back.
        Voting().Given(Ben, new PlaceDots("r1", 1)).Given(Amara, new ChangeSession(Settings: new(OwnDots: false)))
            .When(Ben, new PlaceDots("r1", 0)).Then<DotsPlaced>();
    }

    [Fact]
    public void DOT_6_before_the_reveal_it_is_told_how_many_have_voted_and_no_tallies()
    {
        var voted = Voting().Given(Ben, new PlaceDots("r1", 2)).Given(Chen, new PlaceDots("r1", 2)).Given(Chen, new PlaceDots("r2", 1));
        Assert.Equal((2, 1), Votes.Progress(voted.State, Dots, 3));
        Assert.Null(Told(voted, "r1"));
        Assert.Equal(4, Told(voted.GoesTo(Vote, "tally"), "r1"));
        Assert.Equal(4, Told(voted.GoesTo(Vote, "sort"), "r1"));
    }

    [Fact]
    public void DOT_7_while_a_vote_is_reopened_its_dots_lie_and_its_tallies_are_not_told()
    {
        var reopened = Voting().Given(Ben, new PlaceDots("r1", 2)).GoesTo(Vote, "tally").GoesTo(Vote, "dots");
        Assert.Null(Told(reopened, "r1"));
        Assert.Equal(1, Left(reopened, Ben));
        Assert.Equal(3, Told(reopened.Given(Ben, new PlaceDots("r1", 1)).Given(Chen, new PlaceDots("r1", 2)).GoesTo(Vote, "tally"), "r1"));
    }

    [Fact]
    public void DOT_8_a_reset_gives_everybody_all_dots_back()
    {
        var reset = Voting().Given(Ben, new PlaceDots("r1", 2)).When(Amara, new ResetVotes(Vote, "dots"))
            .Then(new VotesReset(Vote, "dots"));
        Assert.Equal(3, Left(reset, Ben));
        reset.When(Amara, new ResetVotes(Vote, "dots")).ThenNothing();
        reset.When(Amara, new ResetVotes(Vote, "tally")).ThenRefused(RefusalKind.NoVote);
        reset.When(Amara, new ResetVotes(Vote, "nowhere")).ThenRefused(RefusalKind.NoSuchStep);
        reset.When(Amara, new ResetVotes("nowhere", "dots")).ThenRefused(RefusalKind.NoSuchActivity);
    }

    [Fact]
    public void DOT_9_dots_on_what_leaves_the_wall_come_back_to_those_who_put_them_there()
    {
        var voted = Voting().Given(Amara, new CreateTheme(Vote, "Access", ["r1"]), "theme").Given(Ben, new PlaceDots("r2", 2))
            .Given(Ben, new PlaceDots("theme", 1));
        Assert.Equal(2, Left(voted.Given(Amara, new Hide("r2", true)), Ben));
        Assert.Equal(2, Left(voted.Given(Chen, new WithdrawContribution("r2")), Ben));
        Assert.Equal(2, Left(voted.Given(Amara, new Park("r2", true)), Ben));
        Assert.Equal(2, Left(voted.Given(Amara, new RemoveDelegate("chen", true)), Ben));
        Assert.Equal(1, Left(voted.Given(Amara, new RemoveTheme("theme")), Ben));
        voted.Given(Amara, new Hide("r2", true)).When(Chen, new PlaceDots("r2", 1)).ThenRefused(RefusalKind.Hidden);
        voted.Given(Chen, new WithdrawContribution("r2")).When(Ben, new PlaceDots("r2", 1)).ThenRefused(RefusalKind.Withdrawn);
    }

    [Fact]
    public void DOT_9_shown_again_they_lie_there_again_unless_they_were_put_elsewhere_meanwhile()
    {
        var hidden = Voting().Given(Ben, new PlaceDots("r2", 2)).Given(Chen, new PlaceDots("r2", 1)).Given(Amara, new Hide("r2", true));
        var shown = hidden.Given(Ben, new PlaceDots("r3", 2)).Given(Amara, new Hide("r2", false));
        Assert.Equal((1, 2), (Left(shown, Ben), Left(shown, Chen)));
        Assert.Equal(1, Tally(shown, "r2"));
        Assert.Equal(3, Tally(hidden.Given(Amara, new Hide("r2", false)), "r2"));
    }

    [Fact]
    public void DOT_10_the_dots_of_a_theme_are_those_on_it_and_on_its_members_and_each_voter_counts_once()
    {
        var voted = Voting().Given(Amara, new CreateTheme(Vote, "Access", ["r1", "r2", "r3"]), "theme")
            .Given(Ben, new PlaceDots("theme", 1)).Given(Ben, new PlaceDots("r1", 1)).Given(Chen, new PlaceDots("r2", 2))
                .Given(Dora, new PlaceDots("r4", 1))
            .Given(Dora, new PlaceDots("r3", 1)).Given(Amara, new Hide("r3", true)).GoesTo(Vote, "tally");
        var theme = voted.State.Themes["theme"];
        Assert.Equal(4, Votes.TallyOf(voted.State, VoteActivity, theme));
        Assert.Equal(2, Votes.VotersOf(voted.State, Dots, theme));
    }

    [Fact]
    public void DOT_11_dots_stay_when_somebody_is_removed_because_what_changed_then_would_tell_whose_they_were()
    {
        var voted = Voting().Given(Ben, new PlaceDots("r2", 2)).Given(Chen, new PlaceDots("r2", 1));
        var removed = voted.Given(Amara, new RemoveDelegate("ben", false));
        Assert.Equal(3, Tally(removed, "r2"));
        Assert.Equal(Votes.Progress(voted.State, Dots, 3), Votes.Progress(removed.State, Dots, 3));
    }

    [Fact]
    public void DOT_12_dots_on_what_was_joined_lie_on_the_one_that_stays()
    {
        var joined =
            Voting().Given(Ben, new PlaceDots("r2", 1)).Given(Ben, new PlaceDots("r3", 2))
            .Given(Amara, new JoinContributions(["r2", "r3"]));
        Assert.Equal(3, Tally(joined, "r2"));
        Assert.Equal(0, Left(joined, Ben));
        var moved = joined.Given(Ben, new PlaceDots("r3", 1));
        Assert.Equal((1, 2), (Tally(moved, "r2"), Left(moved, Ben)));
    }
}
