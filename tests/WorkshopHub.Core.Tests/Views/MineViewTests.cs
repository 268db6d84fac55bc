using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Views;

public sealed class MineViewTests
{
    private static MineView Mine(Scenario scenario, Sender.Delegate who) => MineView.Build(scenario.State, who.Id);

    private static OwnEntry Own(Scenario scenario, Sender.Delegate who, string id) => Mine(scenario, who).Own.Single(o => o.Id == id);

    [Fact]
    public void SEE_9_delegates_find_their_own_newest_first_with_what_it_answers()
    {
        var mine = Mine(AtTheSolutions(), Ben);
        Assert.Equal((false, "Ben", null, false), (mine.Removed, mine.Name, mine.Sector, mine.Done));
        Assert.Equal(["plan", "weekends"], mine.Own.Select(o => o.Id));
        Assert.Equal(
            new OwnEntry("plan", Chain, "solution", "culture", "Solution", 3, "Create yearly plan", "saved", null, "Cultural attitude", 0,
                false, false, true, true, 250),
            mine.Own[0]);
    }

    [Fact]
    public void SEE_9_delegates_see_what_became_of_their_own_and_what_they_can_still_do()
    {
        var hidden = Own(AtTheSolutions().Given(Amara, new Hide("plan", true, "Names a person")), Ben, "plan");
        Assert.Equal(("hidden", "Names a person", false, true), (hidden.State, hidden.Reason, hidden.CanEdit, hidden.CanWithdraw));
        var withdrawn = Own(AtTheSolutions().Given(Ben, new WithdrawContribution("plan")), Ben, "plan");
        Assert.Equal(("withdrawn", false, false), (withdrawn.State, withdrawn.CanEdit, withdrawn.CanWithdraw));
        var late = Own(Samples.Full, Chen, "late");
        Assert.Equal(("late", true, true), (late.State, late.CanEdit, late.CanWithdraw));
        var picked = Own(AtTheSolutions(), Chen, "culture");
        Assert.Equal(("saved", true, false, false), (picked.State, picked.Picked, picked.CanEdit, picked.CanWithdraw));
        var closed = Own(AtTheSolutions().Given(Amara, new CloseSession()), Ben, "plan");
        Assert.Equal((false, false), (closed.CanEdit, closed.CanWithdraw));
        Assert.True(Own(AtTheSolutions().Given(Amara, new EditContribution("plan", "Clearer")), Ben, "plan").EditedByFacilitator);
    }

    [Fact]
    public void SEE_9_delegates_find_their_nods_and_whether_they_are_done()
    {
        var nodded =
            AtTheSolutions().Given(Dora, new Nod("plan", true)).Given(Dora, new Nod("culture", true))
            .Given(Dora, new SetDone(Chain, "solutions", true));
        Assert.Equal(["culture", "plan"], Mine(nodded, Dora).Nodded);
        Assert.True(Mine(nodded, Dora).Done);
        Assert.Equal(2, Mine(nodded, Ben).Own.Count);
        Assert.Empty(Mine(nodded, Ben).Nodded);
    }

    [Fact]
    public void SEE_9_nobody_finds_what_is_another_persons() =>
        Assert.Equal(["tools"], Mine(AtTheSolutions(), Dora).Own.Select(o => o.Id));

    [Fact]
    public void SEE_9_what_the_own_words_answer_is_not_told_once_it_is_hidden() =>
        Assert.Null(Own(AtTheSolutions().Given(Amara, new Hide("culture", true)), Ben, "plan").ParentText);

    [Fact]
    public void SEE_9_who_was_removed_or_never_joined_is_told_nothing_else()
    {
        var nothing = new MineView(true, null, null, false, [], []);
        Assert.Equal(nothing, Mine(AtTheSolutions().Given(Amara, new RemoveDelegate("ben", false)), Ben));
        Assert.Equal(nothing, Mine(AtTheSolutions(), Nobody));
    }
}
