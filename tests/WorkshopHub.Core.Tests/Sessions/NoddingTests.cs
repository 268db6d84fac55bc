using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class NoddingTests
{
    [Fact]
    public void NOD_1_a_nod_is_on_or_off_and_the_same_again_changes_nothing()
    {
        var nodded = AtThePick().When(Ben, new Nod("culture", true)).Then(new NodSet("culture", true));
        nodded.When(Ben, new Nod("culture", true)).ThenNothing();
        var both = nodded.When(Dora, new Nod("culture", true)).Then(new NodSet("culture", true));
        Assert.Equal(2, both.State.Contributions["culture"].Nods.Count);
        var off = both.When(Ben, new Nod("culture", false)).Then(new NodSet("culture", false));
        Assert.Equal([Dora.Id], off.State.Contributions["culture"].Nods);
        off.When(Ben, new Nod("culture", false)).ThenNothing();
    }

    [Fact]
    public void NOD_2_nods_count_only_while_the_step_takes_them()
    {
        AtThePick().Given(Amara, new StartActivity("briefing")).When(Ben, new Nod("culture", true)).ThenRefused(RefusalKind.NodsClosed);
        AtThePick().Given(Amara, new StartActivity("next-steps")).When(Ben, new Nod("culture", true)).ThenRefused(RefusalKind.NodsClosed);
    }

    [Fact]
    public void NOD_3_nobody_nods_at_what_was_withdrawn_hidden_or_came_late()
    {
        AtThePick().Given(Chen, new WithdrawContribution("culture")).When(Ben, new Nod("culture", true)).ThenRefused(RefusalKind.Withdrawn);
        AtThePick().Given(Amara, new Hide("culture", true)).When(Ben, new Nod("culture", true)).ThenRefused(RefusalKind.Hidden);
        Samples.Full.When(Ben, new Nod("late", true)).ThenRefused(RefusalKind.NoSuchContribution);
        Samples.Full.When(Ben, new Nod("nothing", true)).ThenRefused(RefusalKind.NoSuchContribution);
    }
}
