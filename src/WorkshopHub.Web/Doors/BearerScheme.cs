using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using WorkshopHub.Core;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// <c>Authorization: Bearer wh_…</c>, for programs. It is named in the request and never sent along by itself, so no page
/// of another site can ride on it.
/// </summary>
public sealed partial class BearerScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme, and of the policy that asks for it.</summary>
    public const string Name = "Bearer";

    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        try
        {
            if (await tokens.VerifyAsync(header[Prefix.Length..].Trim(), Context.RequestAborted) is not { } account)
            {
                return AuthenticateResult.NoResult();
            }

            var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Value)], Name);
            return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name));
        }
        catch (Exception e) when (SignInFault.Is(e))
        {
            LogUnknown(Logger, e);
            Context.SignInTrouble = SignInTrouble.Unknown;
            return AuthenticateResult.Fail(e);
        }
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Problems.Problem(Context.SignInTrouble == SignInTrouble.Unknown ? RefusalKind.SignInUnavailable : RefusalKind.NotSignedIn)
            .ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Problem(RefusalKind.NotAllowed).ExecuteAsync(Context);

    [LoggerMessage(EventId = 2103, Level = LogLevel.Warning, Message =
        "An API token could not be looked up; its program is told to try again")]
    private static partial void LogUnknown(ILogger logger, Exception e);
}
