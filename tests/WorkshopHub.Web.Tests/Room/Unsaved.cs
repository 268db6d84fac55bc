using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>Carries commands out as a live session does, secrets included, and saves them nowhere.</summary>
internal static class Unsaved
{
    internal static (SessionState State, string? Id) Do(SessionState state, Sender by, Command command, string id)
    {
        var ruling = Session.Decide(state, by, command, new(Drawn.Morning, id));
        Assert.True(ruling.Refusal is null, $"{command}: {ruling.Refusal}");
        var author = ruling.Events.Count > 0 ? Anonymity.AuthorOf(state, by, command) : by;
        foreach (var e in ruling.Events) state = Secrecy.Settle(state, Session.Apply(state, new(state.Version + 1, Drawn.Morning, author, e))).State;
        return (state, ruling.ResultId);
    }
}
