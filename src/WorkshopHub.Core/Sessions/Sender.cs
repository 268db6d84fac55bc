namespace WorkshopHub.Core.Sessions;

/// <summary>
/// Who sends a command, and later the author of its events. Closed: an account, a delegate, or somebody who is only
/// about to join.
/// </summary>
public abstract record Sender
{
    private Sender()
    {
    }

    /// <summary>The form in which the journal keeps it: <c>a:</c>, <c>d:</c> and an id, or <c>new</c>.</summary>
    public abstract string Key { get; }

    /// <summary>Reads back what <see cref="Key"/> wrote.</summary>
    public static Sender Parse(string key) => key switch
    {
        "new" => new Newcomer(),
        ['a', ':', .. var id] => new Account(new(id)),
        ['d', ':', .. var id] => new Delegate(new(id)),
        _ => throw new FormatException($"'{key}' is no sender."),
    };

    /// <summary>Somebody signed in; the session's state knows the role.</summary>
    public sealed record Account(AccountId Id) : Sender
    {
        public override string Key => $"a:{Id}";
    }

    /// <summary>A delegate of this session.</summary>
    public sealed record Delegate(DelegateId Id) : Sender
    {
        public override string Key => $"d:{Id}";
    }

    /// <summary>Somebody with the join code and nothing else yet.</summary>
    public sealed record Newcomer : Sender
    {
        public override string Key => "new";
    }
}
