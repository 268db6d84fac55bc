using System.Globalization;
using Microsoft.Net.Http.Headers;
using WorkshopHub.Core;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Limits;

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
            httpContext.Response.SayWait(refusal);
            if (refusal.Kind == RefusalKind.SignInUnavailable) headers.RetryAfter = SignInFault.Wait.ToString(CultureInfo.InvariantCulture);
            headers[HeaderNames.CacheControl] = "no-store";
            return TypedResults.Problem(
                detail: language is null
                    ? refusal.Message
                    : httpContext.RequestServices.GetRequiredService<RefusalWords>().Say(refusal, language),
                statusCode: refusal.Kind.Status,
                extensions: Extensions()).ExecuteAsync(httpContext);
        }

        // What stands there by now, for whoever wants to show both.
        private Dictionary<string, object?> Extensions() => refusal.Kind == RefusalKind.ChangedMeanwhile
            ? new() { ["code"] = refusal.Code, ["now"] = refusal.Details[0] }
            : new() { ["code"] = refusal.Code };
    }
}
