using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.Limits;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>Finds the session of a code and the delegate of a token or cookie.</summary>
internal sealed class DelegateDoor(ISessionHost host, RoomTokens tokens, CodeGuard guard, TimeProvider clock) : IDisposable
{
    // A phone that comes back with a full outbox sends a burst; nobody writes five contributions a second for long.
    private readonly Limiter<DelegateId> pace = new(clock, LimitPolicy.Bucket(40, perSecond: 5));

    /// <summary>The session of a code; guessing is counted and slowed.</summary>
    public async Task<(ILiveSession? Session, Refusal? Refusal)> SessionAsync(HttpContext http, string code)
    {
        var address = http.Connection.RemoteIpAddress;
        var plain = Plain(code);
        if (guard.Refuse(address, plain) is { } refusal) return (null, refusal);
        try
        {
            if (plain.Length == 6 && await host.FindByCodeAsync(plain, http.RequestAborted) is { } session) return (session, null);
        }
        catch (UnreadableSessionException e)
        {
            return (null, e.Refusal);
        }

        guard.Failed(address);
        return (null, RefusalKind.NoSuchCode);
    }

    /// <summary>The delegate whose bearer token came with the request; of this session, and not removed.</summary>
    public (DelegateId? Id, Refusal? Refusal) Bearer(HttpContext http, ILiveSession session)
    {
        var header = http.Request.Headers.Authorization.ToString();
        const string scheme = "Bearer ";
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? Of(session, header[scheme.Length..].Trim())
            : (null, RefusalKind.NotSignedIn);
    }

    /// <summary>The delegate of the session's cookie.</summary>
    public (DelegateId? Id, Refusal? Refusal) Cookie(HttpContext http, ILiveSession session) =>
        Of(session, http.Request.Cookies[CookieName(session.Id)]);

    public (DelegateId? Id, Refusal? Refusal) Of(ILiveSession session, string? token)
    {
        if (tokens.Verify(token) is not var (tokenSession, id) || tokenSession != session.Id) return (null, RefusalKind.NotSignedIn);
        var state = session.State;
        if (!state.Delegates.ContainsKey(id) && !state.Waiting.ContainsKey(id)) return (null, RefusalKind.NotSignedIn);
        return (id, WhyOut(state, id));
    }

    /// <summary>Why this one, who has come once, is not in; null: is in.</summary>
    public static RefusalKind? WhyOut(SessionState state, DelegateId id)
    {
        if (state.Delegates.TryGetValue(id, out var person)) return person.Removed ? RefusalKind.Removed : null;
        if (state.Waiting.TryGetValue(id, out var waits) && waits.Removed) return RefusalKind.NotLetIn;
        // Nobody is let in any more.
        return state.Stage == SessionStage.Closed ? RefusalKind.SessionClosed : RefusalKind.Waiting;
    }

    /// <summary>Remembers the delegate on this phone. One cookie a session, so that two sessions do not collide.</summary>
    public void Remember(HttpContext http, ILiveSession session, DelegateId id)
    {
        guard.Seen(http.Connection.RemoteIpAddress, session.Code);
        http.Response.Cookies.Append(CookieName(session.Id), tokens.TokenOf(session.Id, id), new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(90),
            Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
    }

    /// <summary>Whether this delegate sends too fast.</summary>
    public Refusal? Pace(DelegateId id) => pace.Takes(id) ? null : RefusalKind.TooFast;

    public void Dispose() => pace.Dispose();

    /// <summary>A code without the blanks and hyphens that people put in.</summary>
    public static string Plain(string code) => new([.. code.Where(char.IsAsciiDigit).Take(10)]);

    public static string CookieName(SessionId session) => $"wh-{session}";
}
