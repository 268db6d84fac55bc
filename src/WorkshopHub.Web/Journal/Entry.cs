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
    public IReadOnlyList<AliasSecret> Secrets { get; init; } = [];

    /// <summary>Every secret of the session goes with this entry, before its own are kept.</summary>
    public bool ForgetsSecrets { get; init; }

    /// <summary>What this entry blanks shall be gone from the files as well when it counts as committed, not only from the tables.</summary>
    public bool Erases { get; init; }

    /// <summary>Set in the first entry of a session, which needs a listing too.</summary>
    public Creation? Creation { get; init; }

    /// <summary>What a turn leaves.</summary>
    /// <param name="before">The state before it.</param>
    /// <param name="commandId">Left out where no answer is kept.</param>
    public static Entry Of(SessionState before, Turn turn, Guid? commandId = null)
    {
        var record = turn.Record ?? throw new ArgumentException("What was refused leaves nothing.", nameof(turn));
        return new()
        {
            SessionId = before.Id,
            Events = record.Events,
            People = record.People,
            Receipt = commandId is { } id ? new(id, record.Author, turn.Next.Version, record.ResultId) : null,
            Listing = Listing.Changed(before, turn.Next),
            Secrets = record.Secrets,
            ForgetsSecrets = record.ForgetsSecrets,
            Erases = record.Erases,
        };
    }
}

/// <summary>A command that was carried out, with its answer.</summary>
public sealed record Receipt(Guid CommandId, Sender Author, long Version, string? ResultId);

/// <summary>A session as lists need it.</summary>
/// <param name="Stage">draft, open or closed.</param>
/// <param name="Delegates">How many joined.</param>
public sealed record Listing(string Title, string Stage, long Version, int Delegates, DateTimeOffset ChangedAt)
{
    /// <summary>Members who are new or have another role; the others stay as they are.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>The new listing, or null while it is as it was: a contribution in full swing writes one row less.</summary>
    public static Listing? Changed(SessionState before, SessionState after)
    {
        var sameRoles = ReferenceEquals(before.Roles, after.Roles);
        var same = before.Title == after.Title && before.Stage == after.Stage && ReferenceEquals(before.Delegates, after.Delegates) && sameRoles;
        return same ? null : new(after.Title, after.Stage.Word(), after.Version, after.Present.Count(), after.At)
        {
            Members = sameRoles ? [] : ChangedMembers(before, after),
        };
    }

    private static List<Member> ChangedMembers(SessionState before, SessionState after) =>
    [
        .. after.Roles.Where(r => before.Roles.GetValueOrDefault(r.Key) != r.Value).Select(r => new Member(r.Key, RoleChanges.Word(r.Value))),
        .. before.Roles.Keys.Where(id => !after.Roles.ContainsKey(id)).Select(id => new Member(id, null)),
    ];
}

/// <param name="Role">Null: no longer a member.</param>
public sealed record Member(AccountId Account, string? Role);

/// <param name="Code">The join code, six digits.</param>
public sealed record Creation(string Code, DateTimeOffset CreatedAt);
