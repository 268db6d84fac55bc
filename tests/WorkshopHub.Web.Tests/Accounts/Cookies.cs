using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Tests.Accounts;

/// <summary>The console's cookie, looked at and made by hand: right ones, old ones, forged ones.</summary>
internal static class Cookies
{
    public const string Name = "workshophub";

    /// <summary>Signs in and takes the cookie along, as a copy of it would be.</summary>
    public static async Task<string> OfNewSignInAsync(HubServer server, string email = HubServer.Email, string password =
        HubServer.Password)
    {
        using var browser = server.Browser();
        using var answer =
            await HubServer.PostFormAsync(browser, "sign-in", "sign-in", new() { ["Email"] = email, ["Password"] = password });
        return Of(answer) ?? throw new InvalidOperationException($"No cookie came: {answer.StatusCode}.");
    }

    /// <summary>The value that an answer sets; empty: it takes the cookie away; null: neither.</summary>
    public static string? Of(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var all)
            && all.LastOrDefault(x => x.StartsWith(Name + "=", StringComparison.Ordinal)) is { } cookie
            ? cookie[(Name.Length + 1)..cookie.IndexOf(';', StringComparison.Ordinal)]
            : null;

    /// <summary>Sends these cookies with each request, whatever is answered.</summary>
    public static HttpClient Sending(HubServer server, params string[] cookies)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = server.Address
        };
        if (cookies.Length > 0) http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies));
        return http;
    }

    /// <summary>A cookie as the server seals them, with what it never would have put in.</summary>
    public static string Sealed(IDataProtector protector, params Claim[] claims)
    {
        var identity = new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme);
        return new SignInTicket(protector).Protect(new(new(identity), new AuthenticationProperties(), IdentityConstants.ApplicationScheme));
    }

    /// <summary>Somebody with an account, by this email.</summary>
    public static async Task<Account> AccountAsync(HubServer server, string email)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var account = new Account { UserName = email, Email = email };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, HubServer.Password);
        Assert.True(made.Succeeded);
        return account;
    }

    public static async Task<Account> AmaraAsync(HubServer server)
    {
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
        return await db.Users.AsNoTracking().SingleAsync(x => x.Email == HubServer.Email);
    }
}
