using System.Globalization;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Playing;

/// <summary>
/// A session that nobody keeps: for previews and for trying something out. Its time stands still, and it knows no layouts, so
/// no activity can be described in a command; methods can be put on its agenda.
/// </summary>
/// <param name="id">Of the session.</param>
public sealed class PaperSession(SessionId id) : IPlayable
{
    // Votes need a secret to be written down. Nobody has to guess this one: nobody is here.
    private static readonly byte[] NoChance = new byte[32];

    private int ids;

    public SessionState State { get; private set; } = new() { Id = id };

    public ValueTask<(string? ResultId, Refusal? Refusal)> SendAsync(Sender by, Guid commandId, Command command)
    {
        var newId = (++ids).ToString("d5", CultureInfo.InvariantCulture);
        var turn = Turn.Take(State, by, command, new(DateTimeOffset.UnixEpoch, newId) { Chance = NoChance });
        State = turn.Next;
        return new((turn.ResultId, turn.Refusal));
    }
}
