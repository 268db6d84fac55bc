namespace WorkshopHub.Core.Sessions;

/// <summary>
/// What is asked of every command before its own rules: is the sender somebody here, with the right role, and is it the time for
/// it.
/// </summary>
internal static class Admission
{
    // What prepares a session, and what can be set right in it before it is open.
    private static readonly HashSet<Type> BeforeToo =
    [
        typeof(ChangeSession), typeof(AddActivity), typeof(ChangeActivity), typeof(MoveActivity), typeof(RemoveActivity),
        typeof(SetScreen), typeof(ChangeRoles), typeof(Undo),
    ];

    internal static Refusal? Refuse(SessionState state, Sender sender, Command command)
    {
        if (command is CreateSession) return state.Version == 0 ? null : RefusalKind.AlreadyOpen;
        if (command is Join) return WhenOpen(state.Stage);
        if (sender is Sender.Delegate d && state.Delegates.TryGetValue(d.Id, out var person) && person.Removed) return RefusalKind.Removed;
        if (Doorkeeping.Refuse(state, sender) is { } outside) return outside;
        if (state.RoleOf(sender) is not { } role) return RefusalKind.NotAllowed;
        if (!CommandCatalogue.Of(command).Who.HasFlag(role)) return RefusalKind.NotAllowed;
        return AtStage(state.Stage, command.GetType());
    }

    /// <summary>Whether it is the time for commands of this shape. Null: it is, as far as the session's stage decides.</summary>
    internal static Refusal? AtStage(SessionStage stage, Type command)
    {
        if (command == typeof(ReopenSession)) return null;
        if (command == typeof(OpenSession)) return stage == SessionStage.Closed ? RefusalKind.SessionClosed : null;
        if (command == typeof(Erase)) return stage == SessionStage.Draft ? RefusalKind.SessionNotOpen : null;
        return BeforeToo.Contains(command) && stage == SessionStage.Draft ? null : WhenOpen(stage);
    }

    private static Refusal? WhenOpen(SessionStage stage) => stage switch
    {
        SessionStage.Open => null,
        SessionStage.Draft => RefusalKind.SessionNotOpen,
        _ => RefusalKind.SessionClosed,
    };
}
