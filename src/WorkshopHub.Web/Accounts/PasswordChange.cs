using Microsoft.AspNetCore.Identity;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Accounts;

/// <summary>A new password for somebody who is signed in: every other sign-in of theirs ends with the old one, in one commit.</summary>
public sealed class PasswordChange(IServiceScopeFactory scopes, SignIns signIns)
{
    /// <param name="keep">The sign-in that stays: the browser that asks.</param>
    /// <returns>Why not, each a sentence; none: it is changed.</returns>
    public async Task<IReadOnlyList<string>> ChangeAsync(AccountId who, string password, string? keep, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByIdAsync(who.Value) is not { } account) return [accounts.ErrorDescriber.DefaultError().Description];
        foreach (var validator in accounts.PasswordValidators)
        {
            var valid = await validator.ValidateAsync(accounts, account, password);
            if (!valid.Succeeded) return Sentences(valid);
        }

        // Before the transaction: hashing takes long, and a room that writes must not wait for it.
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var saved = await accounts.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded) return Sentences(saved);
        await SignIns.KeepOnlyAsync(db, account, keep, cancel);
        await transaction.CommitAsync(cancel);
        signIns.Ended(who, keep);
        return [];
    }

    private static IReadOnlyList<string> Sentences(IdentityResult result) => [.. result.Errors.Select(x => x.Description).Distinct()];
}
