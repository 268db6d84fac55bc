using WorkshopHub.Core.Sessions;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class ModeratingTests
{
    [Fact]
    public void SAY_15_a_facilitator_hides_with_a_reason_and_shows_again()
    {
        var hidden =
            AtTheSolutions().When(Amara, new Hide("plan", true, " Names a person "))
            .Then(new ContributionHidden("plan", true, new("new", "Names a person")));
        Assert.Equal("Names a person", hidden.State.Contributions["plan"].HiddenBecause);
        var shown = hidden.When(Amara, new Hide("plan", false)).Then(new ContributionHidden("plan", false, null)).State;
        Assert.True(shown.Contributions["plan"].Stands);
        Assert.Null(shown.Contributions["plan"].HiddenBecause);
    }

    [Fact]
    public void SAY_15_a_reason_is_optional_and_has_at_most_250_characters()
    {
        AtTheSolutions().When(Amara, new Hide("plan", true, " ")).Then(new ContributionHidden("plan", true, null));
        AtTheSolutions().When(Amara, new Hide("plan", true, new string('r', 251))).ThenRefused(RefusalKind.TextTooLong);
    }

    [Fact]
    public void SAY_15_hiding_what_is_hidden_changes_nothing()
    {
        AtTheSolutions().Given(Amara, new Hide("plan", true)).When(Amara, new Hide("plan", true, "Another reason")).ThenNothing();
        AtTheSolutions().When(Amara, new Hide("plan", false)).ThenNothing();
        AtTheSolutions().When(Amara, new Hide("nothing", true)).ThenRefused(RefusalKind.NoSuchContribution);
    }
}
