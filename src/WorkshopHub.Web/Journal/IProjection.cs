using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Journal;

/// <summary>
/// Keeps something beside the events that follows from them, so that nobody has to read them for it: a list, an index. It
/// is written in the same transaction. Each is registered (<see cref="JournalSetup"/>) and knows nothing of the others.
/// </summary>
internal interface IProjection
{
    /// <summary>Runs on the journal's writer, after the events were written.</summary>
    /// <param name="entries">What one session did in this transaction, in order; at least one. Often only the last of them matters.</param>
    void Write(HubDb db, IReadOnlyList<JournalEntry> entries);

    /// <summary>The session is deleted: everything of it goes.</summary>
    Task DeleteAsync(HubDb db, SessionId id, CancellationToken cancel);
}
