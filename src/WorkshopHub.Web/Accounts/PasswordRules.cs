using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;

namespace WorkshopHub.Web.Accounts;

/// <summary>Length is what makes a password strong; rules about digits and signs only make it hard to remember.</summary>
public static class PasswordRules
{
    public const int Shortest = 10;

    /// <summary>Hashing takes longer with length, so that there has to be an end somewhere.</summary>
    public const int Longest = 256;

    public const int LongestEmail = 254;

    private static readonly EmailAddressAttribute Email = new();

    public static void Apply(PasswordOptions options)
    {
        options.RequiredLength = Shortest;
        options.RequiredUniqueChars = 1;
        options.RequireDigit = options.RequireLowercase = options.RequireUppercase = options.RequireNonAlphanumeric = false;
    }

    /// <summary>What is wrong with a password that somebody chooses, each as a sentence; none: it is good.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(UserManager<Account> accounts, Account account, string? chosen)
    {
        var problems = new List<string>();
        foreach (var validator in accounts.PasswordValidators)
        {
            problems.AddRange((await validator.ValidateAsync(accounts, account, chosen ?? "")).Errors.Select(x => x.Description));
        }

        return [.. problems.Distinct()];
    }

    public static bool IsEmail(string? text) =>
        text is { Length: > 2 and <= LongestEmail } && !text.Any(char.IsWhiteSpace) && Writing.Clean(text) == text && Email.IsValid(text);
}

/// <summary>The other end of the length rule, which Identity does not have.</summary>
public sealed class PasswordLength(IStringLocalizer<AccountWords> words) : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(password is { Length: > PasswordRules.Longest }
            ? IdentityResult
                .Failed(new IdentityError { Code = "PasswordTooLong", Description = words["password-too-long", PasswordRules.Longest] })
            : IdentityResult.Success);
}

/// <summary>Identity's refusals in our words.</summary>
public sealed class IdentityWords(IStringLocalizer<AccountWords> words) : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), words["not-saved"]);

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), words["changed-elsewhere"]);

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), words["password-too-short", length]);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), words["password-mismatch"]);

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), words["email-invalid"]);

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), words["email-invalid"]);

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), words["email-taken"]);

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), words["email-taken"]);

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
