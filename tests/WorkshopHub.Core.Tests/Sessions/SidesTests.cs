using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.Exercises;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class SidesTests
{
    private static Scenario Started => Open().GoesTo(Mutual);

    private static string? Team(Scenario s, string who) => s.State.TeamOf(Mutual, new(who));

    [Fact]
    public void TEAM_1_a_delegate_takes_a_side_once_the_activity_has_started()
    {
        Started.When(Ben, new TakeTeam(Mutual, "it")).Then(new TeamTaken(Mutual, "it")).When(Ben, new TakeTeam(Mutual, "it")).ThenNothing();
        Started.Given(Ben, new TakeTeam(Mutual, "it")).When(Ben, new TakeTeam(Mutual, "business")).Then<TeamTaken>();
        Started.When(Ben, new TakeTeam(Mutual, "nobody")).ThenRefused(RefusalKind.NoSuchTeam);
        Started.When(Ben, new TakeTeam(Vote, "it")).ThenRefused(RefusalKind.NoSuchTeam);
        Started.When(Ben, new TakeTeam("nowhere", "it")).ThenRefused(RefusalKind.NoSuchActivity);
        Open().When(Ben, new TakeTeam(Mutual, "it")).ThenRefused(RefusalKind.NotStarted);
    }

    [Fact]
    public void TEAM_2_sides_are_fixed_while_something_is_there_that_the_other_side_must_not_see_yet()
    {
        TwoTeams().When(Ben, new TakeTeam(Mutual, "business")).Then<TeamTaken>();
        Writing().When(Emeka, new TakeTeam(Mutual, "business")).ThenRefused(RefusalKind.TeamFixed);
        Writing().Joins(Delegate("fay")).When(Delegate("fay"), new TakeTeam(Mutual, "business")).Then<TeamTaken>();
        Writing().GoesTo(Mutual, "reveal").When(Emeka, new TakeTeam(Mutual, "business")).Then<TeamTaken>();
    }

    [Fact]
    public void TEAM_3_a_team_fills_its_own_lanes_and_nobody_without_a_team_does()
    {
        TwoTeams().When(Ben, FromIt("Decide in a week")).Then<ContributionAdded>(e => Assert.Equal("it", e.Team));
        TwoTeams().When(Ben, FromBusiness("Yours")).ThenRefused(RefusalKind.NotYourTeam);
        Started.When(Ben, FromIt("Mine")).ThenRefused(RefusalKind.NoTeamYet);
        TwoTeams().When(Amara, FromBusiness("Said aloud")).Then<ContributionAdded>(e => Assert.Equal("business", e.Team));
        // A lane of everybody's asks for no team.
        Open().GoesTo(Mutual, "reply").When(Ben, new Contribute(Mutual, "afterwards", "A last word"))
            .Then<ContributionAdded>(e => Assert.Null(e.Team));
    }

    [Fact]
    public void TEAM_4_the_tool_puts_whoever_has_no_team_where_fewest_are()
    {
        var balanced =
            Started.Given(Ben, new TakeTeam(Mutual, "it")).Given(Chen, new TakeTeam(Mutual, "it")).Joins(Delegate("fay"))
            .Given(Amara, new RemoveDelegate("emeka", false))
            .When(Amara, new AssignTeams(Mutual, Balance: true))
                .Then(new TeamsAssigned(Mutual, [new(new("dora"), "business"), new(new("fay"), "business")]));
        balanced.When(Amara, new AssignTeams(Mutual, Balance: true)).ThenNothing();
        Assert.Equal((2, 2), (balanced.State.SizeOf(Mutual, "it"), balanced.State.SizeOf(Mutual, "business")));
    }

    [Fact]
    public void TEAM_5_a_facilitator_puts_anybody_anywhere_at_any_time()
    {
        var assigned =
            Writing().When(Amara,
            new AssignTeams(Mutual, Assignments:
                new Dictionary<string, string?>
                { ["ben"] = "business", ["dora"] = null, ["chen"] = "business" }))
            .Then<TeamsAssigned>(e => Assert.Equal(2, e.Places.Count));
        Assert.Equal(("business", null), (Team(assigned, "ben"), Team(assigned, "dora")));
        Started.When(Amara, new AssignTeams(Mutual)).ThenRefused(RefusalKind.NothingToChange);
        Started.When(Amara, new AssignTeams(Mutual, Assignments: new Dictionary<string, string?> { ["ben"] = "nobody" }))
            .ThenRefused(RefusalKind.NoSuchTeam);
        Started.When(Amara, new AssignTeams(Mutual, Assignments: new Dictionary<string, string?> { ["nobody"] = "it" }))
            .ThenRefused(RefusalKind.NoSuchDelegate);
        Started.When(Amara, new AssignTeams(Vote, Balance: true)).ThenRefused(RefusalKind.NoSuchTeam);
        Open().When(Amara, new AssignTeams(Mutual, Balance: true)).Then<TeamsAssigned>();
    }

    [Fact]
    public void TEAM_6_what_somebody_said_stays_with_the_team_for_which_it_was_said()
    {
        var moved = Writing().Given(Amara, new AssignTeams(Mutual, Assignments: new Dictionary<string, string?> { ["ben"] = "business" }));
        Assert.Equal("it", moved.State.Contributions["ben-1"].Team);
        moved.When(Emeka, new Nod("ben-1", true)).Then<NodSet>();
        moved.When(Chen, new Nod("ben-1", true)).ThenRefused(RefusalKind.NoSuchContribution);
        moved.When(Ben, new EditContribution("ben-1", "Decide in two weeks")).Then<ContributionEdited>();
    }
}
