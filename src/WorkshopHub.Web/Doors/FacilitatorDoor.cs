using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Lets facilitators in: by bearer token, or by the cookie of the console (for downloads), which then has to come from
/// our own pages. Everybody else gets 401 in the API's form, never a redirect.
/// </summary>
internal sealed class FacilitatorDoor : IEndpointFilter
{
    private static readonly object Key = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await AccountAsync(http) is not { } account) return Problems.Problem(Nobody(http));
        http.Items[Key] = account;
        return await next(context);
    }

    /// <summary>Who is signed in; behind this filter somebody always is.</summary>
    public static AccountId Account(HttpContext http) => (AccountId)http.Items[Key]!;

    /// <summary>A session in which this account has a role, and the role; nobody learns that a foreign one exists.</summary>
    public static async Task<(ILiveSession Session, Role Role)?> SessionAsync(HttpContext http, string id)
    {
        var host = http.RequestServices.GetRequiredService<ISessionHost>();
        if (id.Length > 40 || await host.FindAsync(new(id), http.RequestAborted) is not { } session) return null;
        if (session.State.RoleOf(new Sender.Account(Account(http))) is not { } role) return null;
        http.RequestServices.GetRequiredService<CodeGuard>().Seen(http.Connection.RemoteIpAddress, session.Code);
        return (session, role);
    }

    private static RefusalKind Nobody(HttpContext http) =>
        http.SignInTrouble == SignInTrouble.Unknown ? RefusalKind.SignInUnavailable : RefusalKind.NotSignedIn;

    private static async Task<AccountId?> AccountAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization.Count > 0) return (await http.AuthenticateAsync(BearerScheme.Name)).Principal?.AccountId;
        if (!HttpMethods.IsGet(http.Request.Method) && !SameOrigin.Is(http.Request)) return null;
        return (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal?.AccountId;
    }
}
