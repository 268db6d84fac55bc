using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>Carries commands out as a live session does, secrets included, and saves them nowhere.</summary>
internal static class Unsaved
{
    internal static (SessionState State, string? Id) Do(SessionState state, Sender by, Command command, string id)
    {
        var turn = Turn.Take(state, by, command, new(Drawn.Morning, id) { Layouts = LayoutCatalogue.Needs, Chance = new byte[32] });
        Assert.True(turn.Refusal is null, $"{command}: {turn.Refusal}");
        return (turn.Next, turn.ResultId);
    }
}
