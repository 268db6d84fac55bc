using Microsoft.AspNetCore.Connections;
using WorkshopHub.Core;

namespace WorkshopHub.Web.Doors;

/// <summary>Reads what a page's form sends; anything else is refused in words.</summary>
internal static class Forms
{
    public static async Task<(IFormCollection? Form, Refusal? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return (null, RefusalKind.NotForm);
        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted), null);
        }
        catch (Exception e) when (BadRequests.Refused(e) is not null)
        {
            return (null, BadRequests.Refused(e));
        }
    }
}

/// <summary>Which failures are the sender's, who is told so, and no fault of the program's.</summary>
internal static class BadRequests
{
    /// <summary>Null: it was not the request.</summary>
    public static Refusal? Refused(Exception? e) => e switch
    {
        BadHttpRequestException bad => Refused(bad.StatusCode),
        // A form that is larger than anything the pages send, or one whose parts have no end.
        InvalidDataException data when data.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) =>
            RefusalKind.TooLarge.With(StrictJson.MostKilobytes),
        // NUL: a form may not have it, and everything else that is odd is cleaned where it is read.
        InvalidDataException data when data.Message.Contains("invalid characters", StringComparison.OrdinalIgnoreCase) =>
            RefusalKind.Malformed.With("it has a character that no text has."),
        InvalidDataException => RefusalKind.Malformed.With("its parts do not fit together."),
        ConnectionResetException => null,
        IOException io when io.Message.StartsWith("Unexpected end", StringComparison.OrdinalIgnoreCase) =>
            RefusalKind.Malformed.With("it ends too early."),
        _ => null,
    };

    public static Refusal Refused(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => RefusalKind.NotSignedIn,
        StatusCodes.Status403Forbidden => RefusalKind.NotAllowed,
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => RefusalKind.NotFound,
        StatusCodes.Status413PayloadTooLarge => RefusalKind.TooLarge.With(StrictJson.MostKilobytes),
        StatusCodes.Status415UnsupportedMediaType => RefusalKind.NotJson,
        < StatusCodes.Status500InternalServerError => RefusalKind.Malformed.With("look at the address and its values."),
        _ => RefusalKind.Fault,
    };
}
