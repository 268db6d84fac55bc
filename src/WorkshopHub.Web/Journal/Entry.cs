using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Journal;

/// <summary>What one command leaves in the journal; all of it in one transaction, or nothing.</summary>
public sealed record Entry
{
    public required SessionId SessionId { get; init; }

    /// <summary>Empty for a command that changed nothing and still was answered.</summary>
    public IReadOnlyList<Recorded> Events { get; init; } = [];

    public Receipt? Receipt { get; init; }

    /// <summary>The session as lists show it after this entry; null where that does not change.</summary>
    public Listing? Listing { get; init; }

    /// <summary>What delegates told about themselves, where the events have only aliases of them.</summary>
    public IReadOnlyList<Profile> People { get; init; } = [];

    /// <summary>Of activities that begin to be anonymous with this entry.</summary>
    public IReadOnlyList<KeptSecret> Secrets { get; init; } = [];

    /// <summary>Every secret of the session goes with this entry, before its own are kept.</summary>
    public bool ForgetsSecrets { get; init; }

    /// <summary>What this entry blanks shall be gone from the files as well when it counts as committed, not only from the tables.</summary>
    public bool Erases { get; init; }

    /// <summary>Set in the first entry of a session, which needs a listing too.</summary>
    public Creation? Creation { get; init; }
}

/// <summary>A command that was carried out, with its answer.</summary>
public sealed record Receipt(Guid CommandId, Sender Author, long Version, string? ResultId);

/// <summary>What the aliases of an activity are made from, see <see cref="Aliases"/>; kept no longer than the session is open.</summary>
public sealed record KeptSecret(string ActivityId, byte[] Secret);

/// <summary>A session as lists need it.</summary>
/// <param name="Stage">draft, open or closed.</param>
/// <param name="Delegates">How many joined.</param>
public sealed record Listing(string Title, string Stage, long Version, int Delegates, DateTimeOffset ChangedAt)
{
    /// <summary>Members who are new or have another role; the others stay as they are.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];
}

/// <param name="Role">Null: no longer a member.</param>
public sealed record Member(AccountId Account, string? Role);

/// <param name="Code">The join code, six digits.</param>
public sealed record Creation(string Code, DateTimeOffset CreatedAt);
