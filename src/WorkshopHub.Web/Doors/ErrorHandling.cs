using Microsoft.AspNetCore.Diagnostics;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Doors;

/// <summary>What goes wrong below: the API says it as a refusal, pages say it as a page.</summary>
internal static class ErrorHandling
{
    public static void UseErrors(this WebApplication app)
    {
        // On the application itself: in a branch the second way through would not look for its endpoint again.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/status/500",
            CreateScopeForErrors = true,
            StatusCodeSelector = e => Refused(e).Kind.Status,
        });
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(SayAsPageAsync);
        app.UseWhen(http => IsApi(http.Request.Path), api => api.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => Problems.Problem(Refused(http.Features.Get<IExceptionHandlerFeature>()?.Error)).ExecuteAsync(http),
        }));
        // What the framework refuses on its own has no words yet: a value in the address, a method, a content type.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api =>
            api.UseStatusCodePages(refused => Problems.Problem(Refused(refused.HttpContext.Response.StatusCode)).ExecuteAsync(refused.HttpContext)));
    }

    private static async Task SayAsPageAsync(HttpContext http, RequestDelegate next)
    {
        // A form that was refused must not be judged a second time on the way to the words about it.
        var isShowing = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
        if (isShowing) http.Request.Method = HttpMethods.Get;
        else if (IsApi(http.Request.Path) && http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        await next(http);

        // Blazor refuses a form without a valid token with a content type and no content; the status pages believe the type.
        var response = http.Response;
        if (response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } && response.BodyWriter is { CanGetUnflushedBytes: true, UnflushedBytes: 0 })
        {
            response.ContentType = null;
        }
    }

    private static bool IsApi(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/hub");

    private static Refusal Refused(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => RefusalKind.NotSignedIn,
        StatusCodes.Status403Forbidden => RefusalKind.NotAllowed,
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => RefusalKind.NotFound,
        StatusCodes.Status413PayloadTooLarge => RefusalKind.TooLarge.With(StrictJson.MostKilobytes),
        StatusCodes.Status415UnsupportedMediaType => RefusalKind.NotJson,
        < StatusCodes.Status500InternalServerError => RefusalKind.Malformed.With("look at the address and its values."),
        _ => RefusalKind.Fault,
    };

    private static Refusal Refused(Exception? e) => e switch
    {
        BadHttpRequestException bad => Refused(bad.StatusCode),
        // A form that is larger than anything the pages send.
        InvalidDataException => RefusalKind.TooLarge.With(StrictJson.MostKilobytes),
        _ => RefusalKind.Fault,
    };
}
