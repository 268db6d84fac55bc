using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Journal;

/// <summary>
/// One turn of a session, as it goes into the journal; all of it in one transaction, or nothing. What is kept beside the
/// events follows from it: see <see cref="IProjection"/>.
/// </summary>
public sealed record JournalEntry
{
    public required SessionState Before { get; init; }

    public required SessionState After { get; init; }

    /// <summary>What the turn leaves. It has no events for a command that changed nothing and still was answered.</summary>
    public required TurnRecord Record { get; init; }

    public Receipt? Receipt { get; init; }

    /// <summary>Set in the first entry of a session.</summary>
    public Creation? Creation { get; init; }

    public SessionId SessionId => Before.Id;

    /// <param name="before">The state before the turn.</param>
    /// <param name="commandId">Left out where no answer is kept.</param>
    public static JournalEntry Of(SessionState before, Turn turn, Guid? commandId = null)
    {
        var record = turn.Record ?? throw new ArgumentException("What was refused leaves nothing.", nameof(turn));
        return new()
        {
            Before = before,
            After = turn.Next,
            Record = record,
            Receipt = commandId is { } id ? new(id, record.Author, turn.Next.Version, record.ResultId) : null,
        };
    }
}

/// <summary>A command that was carried out, with its answer.</summary>
public sealed record Receipt(Guid CommandId, Sender Author, long Version, string? ResultId);

/// <param name="Code">The join code, six digits.</param>
public sealed record Creation(string Code, DateTimeOffset CreatedAt);
