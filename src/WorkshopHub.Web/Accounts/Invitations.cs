using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// One-time links by which somebody gets an account, or a new password for the one that they have. A link is shown once,
/// opens once and lasts a week. Whoever may set a password may be its owner; so only who invited somebody, or the first
/// facilitator, makes a link for a lost password.
/// </summary>
public sealed class Invitations(IServiceScopeFactory scopes, SignIns signIns, PasswordGate gate, TimeProvider time)
{
    public const int LongestName = 120;

    /// <summary>Links of one account that wait to be used.</summary>
    public const int MostWaiting = 20;

    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(60);

    /// <summary>A link for a new account. The answer is the only place where its token ever stands.</summary>
    /// <param name="name">Whom it is for, in the inviting person's words.</param>
    /// <param name="id">From the form, so that the same form sent twice makes one link.</param>
    public async Task<Made> InviteAsync(AccountId by, string? name, Guid? id, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var words = Words(scope);
        name = Writing.CleanLine(name ?? "");
        if (Writing.IsEmpty(name)) return Made.Not(words["invite-nameless"]);
        if (Writing.Length(name) > LongestName)
        {
            return Made.Not(words.Say(RefusalKind.TextTooLong.With(Writing.Length(name) - LongestName, LongestName)));
        }

        return await MakeAsync(scope, by, name, null, id, cancel);
    }

    /// <summary>A link by which the owner of an account chooses a new password.</summary>
    public async Task<Made> HelpAsync(AccountId by, string? email, Guid? id, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var words = Words(scope);
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = string.IsNullOrWhiteSpace(email) ? null : await accounts.FindByEmailAsync(email.Trim());
        var me = await accounts.FindByIdAsync(by.Value);
        // The same words for an account that is not there: nobody learns who has one.
        if (account is null || me is null || account.Id == me.Id || (me.InvitedBy is not null && account.InvitedBy != me.Id))
        {
            return Made.Not(words["help-not-yours"]);
        }

        return await MakeAsync(scope, by, account.Email!, account.Id, id, cancel);
    }

    /// <summary>What a link opens; null: it was used, revoked or is too old, or there never was one.</summary>
    public async Task<Opened?> OpenAsync(string? token, CancellationToken cancel = default)
    {
        if (string.IsNullOrEmpty(token)) return null;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        if (await FindAsync(db, token, cancel) is not { } row) return null;
        return new(row.AccountId is null ? null : row.Name);
    }

    /// <summary>Uses the link. Of two browsers at once one gets the account, the other one words.</summary>
    /// <param name="email">Not asked where the link belongs to an account.</param>
    public async Task<Used> UseAsync(string? token, string? email, string? password, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var words = Words(scope);
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (string.IsNullOrEmpty(token) || await FindAsync(db, token, cancel) is not { } row) return Used.Gone;
        var account = row.AccountId is null ? Invited(row, email?.Trim()) : await accounts.FindByIdAsync(row.AccountId);
        if (account is null) return Used.Gone;
        if (!PasswordRules.IsEmail(account.Email)) return Used.Not(words["email-invalid"]);
        if (string.IsNullOrEmpty(password)) return Used.Not(words["password-missing", PasswordRules.Shortest]);
        if (await PasswordRules.ProblemsAsync(accounts, account, password) is { Count: > 0 } problems) return Used.Not(problems);

        // Before the transaction: hashing takes long, and a room that writes must not wait for it.
        using (var turn = await gate.EnterAsync(cancel))
        {
            if (turn is null) return Used.Busy;
            account.PasswordHash = await turn.HashAsync(password);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Invitations.Where(x => x.Id == row.Id).ExecuteDeleteAsync(cancel) == 0) return Used.Gone;
        // A new stamp, and no sign-in is left: whoever used the old password is out.
        var saved = row.AccountId is null ? await accounts.CreateAsync(account) : await accounts.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded) return Used.Not([.. saved.Errors.Select(x => x.Description).Distinct()]);
        await SignIns.KeepOnlyAsync(db, account, keep: null, cancel);
        await transaction.CommitAsync(cancel);
        signIns.Ended(new(account.Id), except: null);
        return new(account, [], IsGone: false);
    }

    /// <summary>The account's links that wait to be used, newest first.</summary>
    public async Task<IReadOnlyList<Listed>> ListAsync(AccountId by, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        return await Waiting(db).Where(x => x.MadeBy == by.Value).OrderByDescending(x => x.ExpiresAt).ThenBy(x => x.Id)
            .Select(x => new Listed(x.Id, x.Name, x.AccountId != null, x.ExpiresAt)).ToListAsync(cancel);
    }

    /// <summary>From now on the link opens nothing. False: it was not there, or not this account's.</summary>
    public async Task<bool> RevokeAsync(AccountId by, string id, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        return await db.Invitations.Where(x => x.Id == id && x.MadeBy == by.Value).ExecuteDeleteAsync(cancel) > 0;
    }

    private async Task<Made> MakeAsync(AsyncServiceScope scope, AccountId by, string name, string? accountId, Guid? id,
        CancellationToken cancel)
    {
        var words = Words(scope);
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        var now = time.GetUtcNow();
        // Not at once: a clock that was wrong for an hour must not take away for good what is good again afterwards.
        await db.Invitations.Where(x => x.ExpiresAt <= now - Forgotten).ExecuteDeleteAsync(cancel);
        if (await db.Invitations.CountAsync(x => x.MadeBy == by.Value, cancel) >= MostWaiting)
        {
            return Made.Not(words["invite-too-many", MostWaiting]);
        }

        var token = Secret.New();
        var row = new Invitation
        {
            Id = (id ?? Guid.CreateVersion7(now)).ToString("n"),
            MadeBy = by.Value,
            AccountId = accountId,
            Name = name,
            TokenHash = Secret.Hash(token),
            ExpiresAt = now + Lasts,
        };
        db.Invitations.Add(row);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            if (await db.Invitations.AsNoTracking().AnyAsync(x => x.Id == row.Id, cancel)) return Made.Not(words["invite-made-already"]);
            throw;
        }

        return new(token, null);
    }

    private Account Invited(Invitation row, string? email) =>
        new() { UserName = email, Email = email, CreatedAt = time.GetUtcNow(), InvitedBy = row.MadeBy };

    private Task<Invitation?> FindAsync(HubDb db, string token, CancellationToken cancel)
    {
        var hash = Secret.Hash(token);
        return Waiting(db).SingleOrDefaultAsync(x => x.TokenHash == hash, cancel);
    }

    private IQueryable<Invitation> Waiting(HubDb db)
    {
        var now = time.GetUtcNow();
        return db.Invitations.AsNoTracking().Where(x => x.ExpiresAt > now);
    }

    private static IStringLocalizer<AccountWords> Words(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<IStringLocalizer<AccountWords>>();

    /// <param name="Problem">A sentence; null: it was made.</param>
    public sealed record Made(string? Token, string? Problem)
    {
        internal static Made Not(string problem) => new(null, problem);
    }

    /// <param name="Email">Of the account that gets a new password; null: a new account.</param>
    public sealed record Opened(string? Email);

    /// <param name="Account">Null: see the problems, each a sentence.</param>
    /// <param name="IsGone">The link opens nothing any more.</param>
    /// <param name="Refusal">The link was not even tried.</param>
    public sealed record Used(Account? Account, IReadOnlyList<string> Problems, bool IsGone, Refusal? Refusal = null)
    {
        internal static Used Busy => new(null, [], IsGone: false, PasswordCheck.Busy);

        internal static Used Gone { get; } = new(null, [], IsGone: true);

        internal static Used Not(params IReadOnlyList<string> problems) => new(null, problems, IsGone: false);
    }

    /// <param name="IsHelp">A new password for somebody who has an account.</param>
    public sealed record Listed(string Id, string Name, bool IsHelp, DateTimeOffset ExpiresAt);
}
