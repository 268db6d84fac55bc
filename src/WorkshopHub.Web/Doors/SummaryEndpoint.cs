using Microsoft.Net.Http.Headers;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Exports;

namespace WorkshopHub.Web.Doors;

/// <summary>The summary as a document, at any time.</summary>
internal static class SummaryEndpoint
{
    public static async Task<IResult> GetAsync(string id, HttpContext http, Exporters exporters, string format = "md")
    {
        if (await FacilitatorDoor.SessionAsync(http, id) is not var (session, role)) return Problems.Problem(RefusalKind.NoSuchSession);
        if (!Right.Summary.IsOf(role)) return Problems.Problem(RefusalKind.NotAllowed);
        return exporters.Make(format, SummaryBuilder.Build(session.State)) switch
        {
            ExportAnswer.Made { File: var file } => File(http, file),
            ExportAnswer.Refused { Refusal: var refusal } => Problems.Problem(refusal),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult File(HttpContext http, SummaryFile file)
    {
        // A document with delegates' words stays in no shared cache.
        http.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
        return TypedResults.File(file.Content, file.ContentType, file.FileName);
    }
}
