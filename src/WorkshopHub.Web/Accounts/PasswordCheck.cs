using Microsoft.AspNetCore.Identity;
using WorkshopHub.Core;
using WorkshopHub.Web.Limits;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// The one place where an email and a password are judged, for the sign-in page, the API and a change of password.
/// Wrong email and wrong password look the same and take the same time, however often they were tried.
/// </summary>
internal sealed partial class PasswordCheck(
    UserManager<Account> accounts,
    KnownDevices devices,
    SignInLimits limits,
    PasswordGate gate,
    ILogger<PasswordCheck> log)
{
    private static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(2);

    /// <summary>The queue for passwords is full.</summary>
    public static Refusal Busy => RefusalKind.SignInBusy.After(BusyFor);

    public async Task<Result> CheckAsync(string? email, string? password, HttpContext http)
    {
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password)) return Result.Wrong;
        if (email.Length > PasswordRules.LongestEmail || password.Length > PasswordRules.Longest) return Result.Wrong;
        email = email.Trim();
        if (Normalized(email) is not { } normalized) return Result.Wrong;

        var address = AddressKey.Of(http.Connection.RemoteIpAddress);
        var attempt = new SignInAttempt(address, limits.KeyOf(normalized), await KnownByAsync(normalized, http));
        if (limits.Refuse(attempt) is { } refusal) return await RefusedAsync(attempt, refusal, http);
        using var turn = await EnterAsync(attempt, http.RequestAborted);
        if (turn is null) return await RefusedAsync(attempt, Busy, http);
        // Again: others have missed while this one waited.
        if (limits.Refuse(attempt) is { } late) return await RefusedAsync(attempt, late, http);
        return await JudgeAsync(turn, email, password, attempt);
    }

    private async Task<Result> JudgeAsync(PasswordGate.Turn turn, string email, string password, SignInAttempt attempt)
    {
        var account = await accounts.FindByEmailAsync(email);
        var verified = await turn.VerifyAsync(account?.PasswordHash, password);
        if (account is null || verified == PasswordVerificationResult.Failed)
        {
            limits.Missed(attempt);
            return Result.Wrong;
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = await turn.HashAsync(password);
            await accounts.UpdateAsync(account);
        }

        return new(account, null);
    }

    private Task<PasswordGate.Turn?> EnterAsync(in SignInAttempt attempt, CancellationToken cancel) =>
        attempt.Known is null ? gate.EnterAsStrangerAsync(attempt.Address, cancel) : gate.EnterAsync(cancel);

    // From the accounts that this browser names to the email, not the other way round: so it takes the same steps whether or
    // not somebody has that email, and a stranger's attempt costs no look into the database.
    private async Task<string?> KnownByAsync(string normalizedEmail, HttpContext http)
    {
        var signedIn = http.User.AccountId?.Value;
        IEnumerable<string> named = devices.AccountIds(http);
        foreach (var id in signedIn is null ? named : named.Prepend(signedIn).Distinct())
        {
            if (await accounts.FindByIdAsync(id) is not { } account || account.NormalizedEmail != normalizedEmail) continue;
            if ((devices.Find(http, account) ?? (id == signedIn ? id : null)) is { } known) return known;
        }

        return null;
    }

    private async Task<Result> RefusedAsync(SignInAttempt attempt, Refusal refusal, HttpContext http)
    {
        if (attempt.Known is null)
        {
            if (limits.IsFirstRefusal()) LogSlowed();
            await limits.HoldBackAsync(attempt.Address, http.RequestAborted);
        }

        return new(null, refusal);
    }

    // Null: no text in which an email could stand, so nobody has it.
    private string? Normalized(string email)
    {
        try
        {
            return accounts.NormalizeEmail(email);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [LoggerMessage(EventId = 2120, Level = LogLevel.Warning, Message =
        "Wrong passwords are being tried: sign-ins from unknown browsers are slowed (said once a minute at most)")]
    private partial void LogSlowed();

    /// <summary>Either the account, or why not.</summary>
    public sealed record Result(Account? Account, Refusal? Refusal)
    {
        internal static Result Wrong { get; } = new(null, RefusalKind.WrongPassword);
    }
}
