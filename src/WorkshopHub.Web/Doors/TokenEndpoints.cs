using WorkshopHub.Core;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Doors;

internal static class TokenEndpoints
{
    public static void MapTokenEndpoints(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tokens", MakeAsync)
            .WithName("MakeToken")
            .WithSummary("Makes a bearer token. It is shown once; only its hash is kept.")
            .Produces<MadeToken>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> MakeAsync(HttpContext http, PasswordCheck check, ApiTokens tokens)
    {
        var (body, refusal) = await StrictJson.ReadAsync<NewToken>(http.Request);
        if (body is null) return Problems.Problem(refusal!);
        try
        {
            var who = await check.CheckAsync(body.Email, body.Password, http);
            if (who.Account is not { } account) return Problems.Problem(who.Refusal!);
            (var token, refusal) = await tokens.CreateAsync(new(account.Id), body.Name, cancellationToken: http.RequestAborted);
            if (token is null) return Problems.Problem(refusal!);
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(new MadeToken(token), statusCode: StatusCodes.Status201Created);
        }
        catch (Exception e) when (SignInFault.Is(e))
        {
            return Problems.Problem(RefusalKind.SignInUnavailable);
        }
    }

    internal sealed record NewToken(string Email, string Password, string Name);

    internal sealed record MadeToken(string Token);
}
