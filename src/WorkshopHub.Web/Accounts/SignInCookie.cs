using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// The console's cookie. Whatever is wrong with it, or fails while it is looked up, the request goes on as nobody's: a page for
/// everybody is shown, and a page of the console leads to sign-in or says to try again. A cookie that can never be good again is
/// taken away.
/// </summary>
internal sealed partial class SignInCookie(
    IOptionsMonitor<CookieAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder, SignIns signIns)
    : CookieAuthenticationHandler(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        try
        {
            var cookie = Options.CookieManager.GetRequestCookie(Context, Options.Cookie.Name!);
            if (string.IsNullOrEmpty(cookie)) return AuthenticateResult.NoResult();
            var result = await base.HandleAuthenticateAsync();
            if (result.Principal?.SignInId is { } id && await signIns.IsOnAsync(id))
            {
                signIns.Use(id);
                return result;
            }

            if (result.Principal is null && Options.TicketDataFormat is SignInTicket ticket && ticket.MayBeGoodAgain(cookie))
            {
                return Fails(null);
            }

            // Anybody can send rubbish; only what was a sign-in once has ended.
            if (result.Principal is not null || result.Failure is not null && Options.TicketDataFormat.Unprotect(cookie) is not null)
            {
                Context.SignInTrouble = SignInTrouble.Ended;
            }

            if (!Response.HasStarted) Options.CookieManager.DeleteCookie(Context, Options.Cookie.Name!, Options.Cookie.Build(Context));
            return AuthenticateResult.Fail("This is no sign-in, or one that is over.");
        }
        catch (Exception e)
        {
            return Fails(e);
        }
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Context.SignInTrouble != SignInTrouble.Unknown) return base.HandleChallengeAsync(properties);
        Context.SignInFails();
        return Task.CompletedTask;
    }

    private AuthenticateResult Fails(Exception? e)
    {
        LogUnknown(Logger, e);
        Context.SignInTrouble = SignInTrouble.Unknown;
        return AuthenticateResult.Fail("Sign-ins cannot be looked up just now.");
    }

    [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "A cookie could not be looked up; its request goes on as nobody's")]
    private static partial void LogUnknown(ILogger logger, Exception? e);
}
