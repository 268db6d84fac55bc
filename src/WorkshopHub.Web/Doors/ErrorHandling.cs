using Microsoft.AspNetCore.Diagnostics;

namespace WorkshopHub.Web.Doors;

/// <summary>What goes wrong below: the API says it as a refusal, pages say it as a page.</summary>
internal static class ErrorHandling
{
    private const string RetryAfterSeconds = "5";

    public static void UseErrors(this WebApplication app)
    {
        app.Use(SayWhenToRetryAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => http.RequestServices.GetRequiredService<Faults>().AnswerAsync(http),
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseHosts();
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(SayAsPageAsync);
        // What the framework refuses on its own has no words yet: a value in the address, a method, a content type.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api =>
            api.UseStatusCodePages(refused =>
                Problems.Problem(BadRequests.Refused(refused.HttpContext.Response.StatusCode)).ExecuteAsync(refused.HttpContext)));
    }

    private static async Task SayAsPageAsync(HttpContext http, RequestDelegate next)
    {
        // A form that was refused must not be judged a second time on the way to the words about it.
        var isShowing = http.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || http.Features.Get<IExceptionHandlerFeature>() is not null;
        if (isShowing) http.Request.Method = HttpMethods.Get;
        else if (ErrorAnswer.IsApi(http.Request.Path) && http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        await next(http);

        // Blazor refuses a form without a valid token with a content type and no content; the status pages believe the type.
        var response = http.Response;
        if (response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false }
            && response.BodyWriter is { CanGetUnflushedBytes: true, UnflushedBytes: 0 })
        {
            response.ContentType = null;
        }
    }

    // A disk is not full for a second: whoever asks again at once only adds to the queue.
    private static Task SayWhenToRetryAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            var response = http.Response;
            if (response.StatusCode == StatusCodes.Status503ServiceUnavailable && response.Headers.RetryAfter.Count == 0)
            {
                response.Headers.RetryAfter = RetryAfterSeconds;
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}
