namespace WorkshopHub.Core.Sessions;

/// <summary>Gives an account a role in the session, changes it, or takes it away. That the account exists is the door's to know.</summary>
/// <param name="Role">lead, co-facilitator, scribe, observer or none.</param>
public sealed record ChangeRoles(string AccountId, string Role) : Command;

/// <param name="Role">None: no role any more.</param>
public sealed record RoleChanged(AccountId AccountId, Role Role) : SessionEvent;

/// <summary>Who runs the session, and as what. Whoever has no role has no access at all; there is always somebody who leads.</summary>
public static class RoleChanges
{
    /// <summary>The roles that an account can have, the widest first.</summary>
    public static IReadOnlyList<Role> OfAccounts { get; } = [Role.Lead, Role.CoFacilitator, Role.Scribe, Role.Observer];

    /// <summary>The contract's word for an account's role.</summary>
    public static string Word(Role role) => role switch
    {
        Role.Lead => "lead",
        Role.CoFacilitator => "co-facilitator",
        Role.Scribe => "scribe",
        Role.Observer => "observer",
        _ => "none",
    };

    /// <summary>Whether taking this account's role away would leave nobody who leads.</summary>
    public static bool IsLastLead(SessionState state, AccountId account) =>
        state.Roles.GetValueOrDefault(account) == Role.Lead && state.Roles.Values.Count(r => r == Role.Lead) == 1;

    internal static Ruling Decide(SessionState state, ChangeRoles c)
    {
        if (Read(c.Role) is not { } role) return RefusalKind.Malformed.With("role is lead, co-facilitator, scribe, observer or none.");
        var account = new AccountId(c.AccountId);
        if (state.Roles.GetValueOrDefault(account) == role) return Ruling.Nothing;
        return IsLastLead(state, account) ? RefusalKind.LastLead : new RoleChanged(account, role);
    }

    internal static SessionState Apply(SessionState state, RoleChanged e) =>
        state with { Roles = e.Role == Role.None ? state.Roles.Remove(e.AccountId) : state.Roles.SetItem(e.AccountId, e.Role) };

    private static Role? Read(string word) =>
        OfAccounts.Append(Role.None).Where(r => Word(r) == word).Select(r => (Role?)r).FirstOrDefault();
}
