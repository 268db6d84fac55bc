using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Playing;

/// <summary>A session that a script can be played against: one that is live, or one on paper.</summary>
public interface IPlayable
{
    /// <param name="commandId">The same for the same move, so that a script that was cut short goes on where it stopped.</param>
    /// <returns>The id of what was made, if anything was, or why it was refused.</returns>
    ValueTask<(string? ResultId, Refusal? Refusal)> SendAsync(Sender by, Guid commandId, Command command);
}
