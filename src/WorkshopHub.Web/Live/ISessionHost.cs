using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Live;

/// <summary>
/// Where open sessions live. In this process today; the seam is kept so that they can live elsewhere tomorrow, and
/// nobody who uses a session knows.
/// </summary>
public interface ISessionHost
{
    /// <summary>Makes a session and gives it a code.</summary>
    /// <param name="id">
    /// One that no session has yet; left out, a new one. The samples have ids of their own, so that each is there once.
    /// </param>
    Task<(ILiveSession? Session, Refusal? Refusal)> CreateAsync(AccountId lead, CreateSession command, SessionId? id =
        null, CancellationToken cancel = default);

    /// <summary>The session, brought back from its journal where it is not in memory; null: there is none.</summary>
    /// <exception cref="UnreadableSessionException">This version cannot read it; it stays shut until the program ends.</exception>
    Task<ILiveSession?> FindAsync(SessionId id, CancellationToken cancel = default);

    /// <inheritdoc cref="FindAsync"/>
    /// <param name="code">Six digits.</param>
    Task<ILiveSession?> FindByCodeAsync(string code, CancellationToken cancel = default);

    /// <summary>
    /// Deletes a session with all that is kept of it, in one piece or not at all; one that is not there is no fault. What is
    /// on its way to the disk gets there first; whoever still holds it gets <see cref="RefusalKind.NoSuchSession"/>.
    /// </summary>
    Task DeleteAsync(SessionId id, CancellationToken cancel = default);
}

/// <summary>One session, wherever it lives.</summary>
public interface ILiveSession
{
    SessionId Id { get; }

    /// <summary>Six digits.</summary>
    string Code { get; }

    /// <summary>How much it takes.</summary>
    SessionLimits Limits => SessionLimits.Default;

    /// <summary>What is on disk: never shows what could still be lost.</summary>
    SessionState State { get; }

    /// <summary>The session's own time, by which its timer ends; see <see cref="SessionTime"/>.</summary>
    DateTimeOffset Now { get; }

    /// <summary>
    /// Carries a command out once. The answer comes after the commit, when <see cref="State"/> holds it. The same id
    /// from the same sender gets the same answer again; from somebody else it is refused.
    /// </summary>
    Task<CommandResult> SendAsync(Sender sender, Guid commandId, Command command);

    /// <summary>
    /// The state as it is on disk, and from exactly there on whatever is committed, each commit once and in order. The
    /// callback runs on the journal's writer: signal and return. <see cref="State"/> is never behind what was told.
    /// </summary>
    Following Follow(Action<Commit> committed);

    /// <summary>Calls back for each light reaction, which is in no journal: what nobody listens to is gone. Signal and return.</summary>
    IDisposable SubscribeReactions(Action<DelegateId, string> reacted);
}

/// <summary>Somebody follows a session, until this is disposed of.</summary>
/// <param name="snapshot">
/// The state before the first commit that is told; with the secrets of its aliases, so for the host's own side only.
/// </param>
public sealed class Following(SessionState snapshot, Action end) : IDisposable
{
    public SessionState Snapshot => snapshot;

    public void Dispose() => end();
}

/// <summary>What the sender of a command hears.</summary>
/// <param name="Version">Of the command's last event, or the current one where nothing changed.</param>
/// <param name="Id">Of what was created.</param>
public sealed record CommandResult(long Version, string? Id, Refusal? Refusal)
{
    public static CommandResult Refused(Refusal refusal) => new(0, null, refusal);
}
