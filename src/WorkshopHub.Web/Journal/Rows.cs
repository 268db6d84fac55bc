namespace WorkshopHub.Web.Journal;

/// <summary>One event. The data holds ids; texts and people lie in <see cref="WordsRow"/> and <see cref="PersonRow"/>.</summary>
public sealed class EventRow
{
    public required string SessionId { get; set; }

    public required long Version { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>The stable name with its version, such as <c>contribution.added.v1</c>; never a CLR name.</summary>
    public required string Type { get; set; }

    /// <summary>The author or an alias, as <c>Sender.Key</c> writes it.</summary>
    public required string By { get; set; }

    /// <summary>The event as JSON.</summary>
    public required string Data { get; set; }
}

/// <summary>A text that somebody wrote. Erasing blanks the text and leaves the row.</summary>
public sealed class WordsRow
{
    public required string SessionId { get; set; }

    public required string WordsId { get; set; }

    public string? Text { get; set; }
}

/// <summary>What a delegate told about themselves, as it is now.</summary>
public sealed class PersonRow
{
    public required string SessionId { get; set; }

    public required string DelegateId { get; set; }

    public string? Name { get; set; }

    public string? Sector { get; set; }

    /// <summary>Null: the session's.</summary>
    public string? Language { get; set; }
}

/// <summary>What the aliases of an anonymous activity are made from. There is none of a session that is closed.</summary>
public sealed class SecretRow
{
    public required string SessionId { get; set; }

    public required string ActivityId { get; set; }

    public required byte[] Secret { get; set; }
}

/// <summary>A command that was carried out, kept so that it is carried out once. Also for commands that changed nothing.</summary>
public sealed class ReceiptRow
{
    public required string SessionId { get; set; }

    public required Guid CommandId { get; set; }

    /// <summary>Who sent it, or an alias, as <c>Sender.Key</c> writes it; somebody else is refused the same id.</summary>
    public required string Author { get; set; }

    /// <summary>The version that was answered.</summary>
    public required long Version { get; set; }

    /// <summary>The id that was answered, or null.</summary>
    public string? ResultId { get; set; }
}

/// <summary>A session as lists need it; written in the same transaction as the events that change it.</summary>
public sealed class SessionRow
{
    public required string SessionId { get; set; }

    public required string Code { get; set; }

    public required string Title { get; set; }

    /// <summary>draft, open or closed.</summary>
    public required string Stage { get; set; }

    public required long Version { get; set; }

    public required int Delegates { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}

/// <summary>A join code, six digits. One range for everything that can be joined; the key keeps a code from being given twice.</summary>
public sealed class CodeRow
{
    public required string Code { get; set; }

    public required string SessionId { get; set; }
}

/// <summary>Who may see a session in their list, and as what. The journal is the truth; this is its index.</summary>
public sealed class MemberRow
{
    public required string SessionId { get; set; }

    public required string AccountId { get; set; }

    public required string Role { get; set; }
}

/// <summary>A projector's link. Only the hash of its token is kept; a revoked one stays, with the time.</summary>
public sealed class ScreenRow
{
    public required string ScreenId { get; set; }

    public required string SessionId { get; set; }

    public string? Name { get; set; }

    /// <summary>Null: the session's.</summary>
    public string? Language { get; set; }

    public required string TokenHash { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
