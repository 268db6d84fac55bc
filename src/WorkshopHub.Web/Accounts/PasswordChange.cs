using Microsoft.AspNetCore.Identity;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>A new password for somebody who is signed in: every other sign-in of theirs ends with the old one, in one commit.</summary>
public sealed class PasswordChange(IServiceScopeFactory scopes, SignIns signIns, PasswordGate gate)
{
    /// <param name="keep">The sign-in that stays: the browser that asks.</param>
    /// <returns>Why not, each a sentence, or a refusal; neither: it is changed.</returns>
    public async Task<(IReadOnlyList<string> Problems, Refusal? Refusal)> ChangeAsync(AccountId who, string password, string? keep,
        CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByIdAsync(who.Value) is not { } account) return ([accounts.ErrorDescriber.DefaultError().Description], null);
        if (await PasswordRules.ProblemsAsync(accounts, account, password) is { Count: > 0 } problems) return (problems, null);

        // Before the transaction: hashing takes long, and a room that writes must not wait for it.
        using (var turn = await gate.EnterAsync(cancel))
        {
            if (turn is null) return ([], PasswordCheck.Busy);
            account.PasswordHash = await turn.HashAsync(password);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var saved = await accounts.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded) return ([.. saved.Errors.Select(x => x.Description).Distinct()], null);
        await SignIns.KeepOnlyAsync(db, account, keep, cancel);
        await transaction.CommitAsync(cancel);
        signIns.Ended(who, keep);
        return ([], null);
    }
}
