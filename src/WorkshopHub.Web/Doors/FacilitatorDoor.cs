using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Journal;
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
    /// <exception cref="UnreadableSessionException">This account has a role in it, and this version cannot read it.</exception>
    public static async Task<(ILiveSession Session, Role Role)?> SessionAsync(HttpContext http, string id)
    {
        var host = http.RequestServices.GetRequiredService<ISessionHost>();
        if (id.Length > 40 || await OwnAsync(http, host, new(id)) is not { } session) return null;
        if (session.State.RoleOf(new Sender.Account(Account(http))) is not { } role || !Right.Read.IsOf(role)) return null;
        http.RequestServices.GetRequiredService<CodeGuard>().Seen(http.Connection.RemoteIpAddress, session.Code);
        return (session, role);
    }

    private static async Task<ILiveSession?> OwnAsync(HttpContext http, ISessionHost host, SessionId id)
    {
        try
        {
            return await host.FindAsync(id, http.RequestAborted);
        }
        catch (UnreadableSessionException)
        {
            var lists = http.RequestServices.GetRequiredService<SessionLists>();
            if (await lists.HasAsync(Account(http), id, http.RequestAborted)) throw;
            return null;
        }
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
