using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Who asks, for every request: looks at the console's cookie only where the answer depends on it. Phones, screens and files never
/// wait for it, and nothing that is wrong with it reaches them. The API asks for itself (<see cref="FacilitatorDoor"/>).
/// </summary>
internal sealed class SignInWhereItMatters(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string Name = "WhereItMatters";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Matters ? Context.AuthenticateAsync(IdentityConstants.ApplicationScheme) : Task.FromResult(AuthenticateResult.NoResult());

    private bool Matters
    {
        get
        {
            // The words about a failure are the same for everybody.
            if (Context.Features.Get<IStatusCodeReExecuteFeature>() is not null
                || Context.Features.Get<IExceptionHandlerFeature>() is not null)
            {
                return false;
            }

            if (Request.Path.StartsWithSegments("/_blazor")) return true;
            return Context.GetEndpoint()?.Metadata is { } about
                && (about.GetMetadata<ContentPolicy>() == ContentPolicy.Console || about.GetMetadata<IAuthorizeData>() is not null);
        }
    }
}

internal static class SignInPipeline
{
    /// <summary>
    /// Finds out who asks. A form of which that cannot be said just now is not judged by its token, which belongs to somebody.
    /// </summary>
    public static void UseSignIn(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.Use((http, next) =>
        {
            if (http.SignInTrouble != SignInTrouble.Unknown || !HttpMethods.IsPost(http.Request.Method)
                || http.Request.Path.StartsWithSegments("/_blazor"))
            {
                return next(http);
            }

            http.SignInFails();
            return Task.CompletedTask;
        });
    }
}
