using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace WorkshopHub.Web.Accounts;

/// <summary>Signs a browser in and out: the row and the cookie together.</summary>
public sealed class BrowserSignIn(SignIns signIns, TimeProvider time)
{
    /// <summary>A new sign-in each time. The one that this browser had before ends.</summary>
    public async Task InAsync(HttpContext http, Account account)
    {
        var before = (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal?.SignInId;
        var secret = await signIns.BeginAsync(account, http.Request.Headers.UserAgent, http.RequestAborted);
        var who = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Id), new(ClaimTypes.Name, account.Email ?? ""), new(SignIns.Claim, secret)],
            IdentityConstants.ApplicationScheme);
        var now = time.GetUtcNow();
        await http.SignInAsync(
            IdentityConstants.ApplicationScheme, new(who),
                new() { IsPersistent = true, IssuedUtc = now, ExpiresUtc = now + SignIns.Longest });
        if (before is not null) await signIns.EndAsync(before);
    }

    /// <summary>The same where something else has succeeded already. False: it cannot be done just now; sign in later.</summary>
    public async Task<bool> TryInAsync(HttpContext http, Account account)
    {
        try
        {
            await InAsync(http, account);
            return true;
        }
        catch (Exception e) when (SignInFault.Is(e))
        {
            return false;
        }
    }

    /// <summary>This browser's sign-in is over, on the server too: whoever kept a copy of the cookie has nothing.</summary>
    public async Task OutAsync(HttpContext http)
    {
        if (http.User.SignInId is { } id) await signIns.EndAsync(id);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
