using System.Globalization;
using Microsoft.Net.Http.Headers;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Doors;

/// <summary>A refusal as the API says it: RFC 9457 with its <c>code</c>.</summary>
internal static class Problems
{
    public static IResult Problem(Refusal refusal) => new Result(refusal, null);

    /// <summary>The same in the reader's language.</summary>
    public static IResult Problem(Refusal refusal, string language) => new Result(refusal, language);

    private sealed class Result(Refusal refusal, string? language) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => refusal.Kind.Status;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            if (refusal.Kind.Status == StatusCodes.Status401Unauthorized) headers.WWWAuthenticate = "Bearer";
            if (refusal.Kind.Status == StatusCodes.Status429TooManyRequests) headers.RetryAfter = RetryAfter();
            if (refusal.Kind == RefusalKind.SignInUnavailable) headers.RetryAfter = SignInFault.Wait.ToString(CultureInfo.InvariantCulture);
            headers[HeaderNames.CacheControl] = "no-store";
            return TypedResults.Problem(
                detail: language is null ? refusal.Message : httpContext.RequestServices.GetRequiredService<RefusalWords>().Say(refusal, language),
                statusCode: refusal.Kind.Status,
                extensions: new Dictionary<string, object?> { ["code"] = refusal.Code }).ExecuteAsync(httpContext);
        }

        private string RetryAfter() => refusal.Details is [int seconds, ..] ? FormattableString.Invariant($"{seconds}") : "1";
    }
}
