using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace WorkshopHub.Web.Accounts;

/// <summary>What a request's sign-in came to, where it came to nothing. In the request's features.</summary>
internal enum SignInTrouble
{
    /// <summary>It ended, or ran out: its cookie is taken away.</summary>
    Ended,

    /// <summary>It could not be looked up just now: the cookie stays, and the request goes on as nobody's.</summary>
    Unknown,
}

internal static class SignInFault
{
    /// <summary>Seconds after which it is worth trying again.</summary>
    public const int Wait = 5;

    extension(HttpContext http)
    {
        public SignInTrouble? SignInTrouble
        {
            get => http.Features.Get<Noted>()?.Trouble;
            set => http.Features.Set(value is { } trouble ? new Noted(trouble) : null);
        }

        /// <summary>Nobody can be signed in or looked up just now. The page says so in words; try again in a moment.</summary>
        public void SignInFails()
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = Wait.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The database or the keys, not the person and not a bug of a page.</summary>
    public static bool Is(Exception e) =>
        e is DbException or DbUpdateException or TimeoutException or IOException or UnauthorizedAccessException or CryptographicException
        || (e is InvalidOperationException or AggregateException && e.InnerException is { } inner && Is(inner));

    private sealed record Noted(SignInTrouble Trouble);
}
