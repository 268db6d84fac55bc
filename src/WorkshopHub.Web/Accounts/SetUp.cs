using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// How the first facilitator comes to be: by settings at start, or by a one-time link that only who started the server
/// can read. The link's token is new at each start and only its hash stays in memory.
/// </summary>
public sealed class SetUp(IServiceScopeFactory scopes, PasswordGate gate, HubSettings settings, TimeProvider time)
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? tokenHash;

    /// <summary>Completes when there is a first facilitator.</summary>
    public Task Done => done.Task;

    /// <summary>There is no account yet.</summary>
    public bool IsNeeded => tokenHash is not null;

    public bool Opens(string? token) => Secret.Matches(token, tokenHash);

    /// <summary>
    /// Once, at start, after the database is there. Answers the token of the set-up link, or null where there is a
    /// facilitator already (or now, by settings).
    /// </summary>
    /// <exception cref="CannotStartException">The settings for the first facilitator are not usable.</exception>
    public async Task<string?> PrepareAsync(CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        if (await db.Installations.AnyAsync(cancellationToken))
        {
            done.TrySetResult();
            return null;
        }

        var token = Secret.New();
        tokenHash = Secret.Hash(token);
        if (!settings.Setup.IsSet) return token;

        var result = await CreateFirstAsync(token, settings.Setup.Email, settings.Setup.Password, cancellationToken);
        return result.Account is not null
            ? null
            : throw new CannotStartException(
                "The first facilitator cannot be created from WorkshopHub__Setup__Email and WorkshopHub__Setup__Password. "
                + string.Join(' ', result.Problems));
    }

    /// <summary>Creates the first account, once: two browsers at once give one account and one refusal.</summary>
    public async Task<Result> CreateFirstAsync(string? token, string? email, string? password, CancellationToken cancellationToken =
        default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var words = scope.ServiceProvider.GetRequiredService<IStringLocalizer<AccountWords>>();
        // Looked at once: between two looks the other browser may have been first.
        if (tokenHash is not { } expected) return Result.TooLate(words);
        if (!Secret.Matches(token, expected)) return new(null, [words["set-up-wrong-link"]]);
        email = email?.Trim();
        if (!PasswordRules.IsEmail(email)) return new(null, [words["email-invalid"]]);
        if (string.IsNullOrEmpty(password)) return new(null, [words["password-missing", PasswordRules.Shortest]]);

        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var now = time.GetUtcNow();
        var account = new Account { UserName = email, Email = email, CreatedAt = now };
        if (await PasswordRules.ProblemsAsync(accounts, account, password) is { Count: > 0 } problems) return new(null, problems);
        using (var turn = await gate.EnterAsync(cancellationToken))
        {
            if (turn is null) return new(null, [], Refusal: PasswordCheck.Busy);
            account.PasswordHash = await turn.HashAsync(password);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Installations.AnyAsync(cancellationToken)) return Close(words);
        db.Installations.Add(new() { SetUpAt = now });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The single row is there: somebody else was first, between the look and the insert.
            return Close(words);
        }

        var created = await accounts.CreateAsync(account);
        if (!created.Succeeded) return new(null, [.. created.Errors.Select(x => x.Description).Distinct()]);
        await transaction.CommitAsync(cancellationToken);
        tokenHash = null;
        done.TrySetResult();
        return new(account, []);
    }

    private Result Close(IStringLocalizer<AccountWords> words)
    {
        tokenHash = null;
        return Result.TooLate(words);
    }

    /// <param name="Account">The first account, or null: see the problems, each a sentence.</param>
    /// <param name="IsDone">The first facilitator existed already.</param>
    /// <param name="Refusal">Nothing was tried.</param>
    public sealed record Result(Account? Account, IReadOnlyList<string> Problems, bool IsDone = false, Refusal? Refusal = null)
    {
        internal static Result TooLate(IStringLocalizer<AccountWords> words) => new(null, [words["set-up-done"]], IsDone: true);
    }
}
