using System.Security.Claims;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Accounts;

public static class Principals
{
    extension(ClaimsPrincipal principal)
    {
        /// <summary>Who is signed in, by cookie or token; null: nobody.</summary>
        public AccountId? AccountId =>
            principal.Identity?.IsAuthenticated == true && principal.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id
                ? new AccountId(id) : null;

        /// <summary>By which sign-in, where it was by cookie: the id of its row; the secret itself is in the cookie only.</summary>
        public string? SignInId =>
            principal.Identity?.IsAuthenticated == true && principal.FindFirstValue(SignIns.Claim) is { Length: > 0 } secret
                ? Secret.Hash(secret) : null;
    }
}
