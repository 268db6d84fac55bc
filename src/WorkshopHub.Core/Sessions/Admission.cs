namespace WorkshopHub.Core.Sessions;

/// <summary>What is asked of every command before its own rules: is the sender somebody here, with the right role, and is it the time for it.</summary>
internal static class Admission
{
    internal static Refusal? Refuse(SessionState state, Sender sender, Command command)
    {
        if (command is CreateSession) return state.Version == 0 ? null : RefusalKind.AlreadyOpen;
        if (command is Join) return WhenOpen(state);
        if (sender is Sender.Delegate d && state.Delegates.TryGetValue(d.Id, out var person) && person.Removed) return RefusalKind.Removed;
        if (Doorkeeping.Refuse(state, sender) is { } outside) return outside;
        if (state.RoleOf(sender) is not { } role) return RefusalKind.NotAllowed;
        if (!CommandCatalogue.Of(command).Who.HasFlag(role)) return RefusalKind.NotAllowed;
        return command switch
        {
            OpenSession or ReopenSession => null,
            Erase => state.Stage == Stage.Draft ? RefusalKind.SessionNotOpen : null,
            ChangeSession or AddActivity or ChangeActivity or MoveActivity or RemoveActivity or SetScreen or ChangeRoles or Undo => state.Stage == Stage.Closed ? RefusalKind.SessionClosed : null,
            _ => WhenOpen(state),
        };
    }

    private static Refusal? WhenOpen(SessionState state) => state.Stage switch
    {
        Stage.Open => null,
        Stage.Draft => RefusalKind.SessionNotOpen,
        _ => RefusalKind.SessionClosed,
    };
}
