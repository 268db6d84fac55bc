using WorkshopHub.Core.Sessions;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class ReactingTests
{
    [Theory]
    [InlineData("smile")]
    [InlineData("like")]
    [InlineData("idea")]
    public void REACT_1_delegates_react_as_long_as_the_session_is_open(string symbol)
    {
        AtThePick().When(Ben, new React(symbol)).ThenNothing();
        AtThePick().Given(Amara, new CloseSession()).When(Ben, new React(symbol)).ThenRefused(RefusalKind.SessionClosed);
    }

    [Fact]
    public void REACT_1_other_symbols_are_not_understood() =>
        AtThePick().When(Ben, new React("angry")).ThenRefused(RefusalKind.Malformed);

    [Fact]
    public void REACT_1_only_delegates_react() =>
        AtThePick().When(Amara, new React("smile")).ThenRefused(RefusalKind.NotAllowed);

    [Fact]
    public void REACT_2_a_reaction_makes_no_event() =>
        AtThePick().When(Ben, new React("smile")).ThenNothing();
}
