using Microsoft.AspNetCore.Diagnostics;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Doors;

/// <summary>What goes wrong below: the API says it as a refusal, pages say it as a page.</summary>
internal static class ErrorHandling
{
    public static void UseErrors(this WebApplication app)
    {
        app.UseWhen(http => IsApi(http.Request.Path), api => api.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => Problems.Problem(Refused(http.Features.Get<IExceptionHandlerFeature>()?.Error)).ExecuteAsync(http),
        }));
        app.UseWhen(http => !IsApi(http.Request.Path), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/status/500",
                CreateScopeForErrors = true,
                StatusCodeSelector = e => Refused(e).Kind.Status,
            });
            pages.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        });
    }

    private static bool IsApi(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/hub");

    private static Refusal Refused(Exception? e) => e switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => RefusalKind.TooLarge.With(StrictJson.MostKilobytes),
        BadHttpRequestException => RefusalKind.Malformed.With("look at the address and its values."),
        // A form that is larger than anything the pages send.
        InvalidDataException => RefusalKind.TooLarge.With(StrictJson.MostKilobytes),
        _ => RefusalKind.Fault,
    };
}
