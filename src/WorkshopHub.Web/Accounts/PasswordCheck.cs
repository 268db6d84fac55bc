using System.Net;
using Microsoft.AspNetCore.Identity;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// The one place where an email and a password are judged, for the sign-in page, the API and a change of password.
/// Wrong email and wrong password look the same and take the same time.
/// </summary>
public sealed partial class PasswordCheck(
    UserManager<Account> accounts,
    SignInManager<Account> signIn,
    Attempts attempts,
    TimeProvider time,
    ILogger<PasswordCheck> log)
{
    private static readonly Lazy<string> HashOfNobody = new(() => new PasswordHasher<Account>().HashPassword(new(), "nobody's password"));

    public async Task<Result> CheckAsync(string? email, string? password, IPAddress? address)
    {
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password)) return new(null, RefusalKind.WrongPassword);
        if (email.Length > PasswordRules.LongestEmail || password.Length > PasswordRules.Longest) return new(null, RefusalKind.WrongPassword);
        if (attempts.Take(email, address) is { } wait) return new(null, TooMany(wait));

        var account = await accounts.FindByEmailAsync(email.Trim());
        if (account is null)
        {
            accounts.PasswordHasher.VerifyHashedPassword(new(), HashOfNobody.Value, password);
            return new(null, RefusalKind.WrongPassword);
        }

        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            attempts.Forget(email, address);
            return new(account, null);
        }

        if (!result.IsLockedOut) return new(null, RefusalKind.WrongPassword);
        LogLockedOut(account.Id);
        return new(null, TooMany((account.LockoutEnd ?? time.GetUtcNow()) - time.GetUtcNow()));
    }

    private static Refusal TooMany(TimeSpan wait) => RefusalKind.TooManyAttempts.With(Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)));

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "Account {AccountId} is locked for a while: too many wrong passwords")]
    private partial void LogLockedOut(string accountId);

    /// <summary>Either the account, or why not.</summary>
    public sealed record Result(Account? Account, Refusal? Refusal);
}
