using Microsoft.AspNetCore.Http.Features;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Reach;

namespace WorkshopHub.Web.Doors;

/// <param name="Name">At most 60 characters, such as "Left wall".</param>
/// <param name="Language">One of the product's; left out: the session's.</param>
public sealed record NewScreen(string? Name = null, string? Language = null);

public sealed record MadeScreen(string ScreenId, string Token, string Url);

/// <summary>Making and revoking the links of screens.</summary>
internal static class ScreenLinks
{
    public static async Task<IResult> MakeAsync(string id, HttpContext http, ScreenRegister screens, PublicAddress address)
    {
        if (await FacilitatorDoor.SessionAsync(http, id) is not var (session, role)) return Problems.Problem(RefusalKind.NoSuchSession);
        if (!Right.Screens.IsOf(role)) return Problems.Problem(RefusalKind.NotAllowed);
        // Chunked requests have no length.
        var empty = http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true;
        var (body, refusal) = empty ? (new NewScreen(), null) : await StrictJson.ReadAsync<NewScreen>(http.Request);
        if (body is null) return Problems.Problem(refusal!);
        var name = ScreenRegister.Named(body.Name, out refusal);
        if (refusal is not null) return Problems.Problem(refusal);
        if (body.Language is not null && Languages.Find(body.Language) is null)
        {
            return Problems.Problem(RefusalKind.NotAvailable.With($"The language “{body.Language}”"));
        }

        (var link, refusal) = await screens.MakeAsync(session.Id, name, Languages.Find(body.Language), http.RequestAborted);
        if (link is null) return Problems.Problem(refusal!);
        var made = new MadeScreen(link.ScreenId, link.Token, $"{address.Url}/screen/{link.Token}");
        return TypedResults.Json(made, StrictJson.Options, statusCode: StatusCodes.Status201Created);
    }

    public static async Task<IResult> RevokeAsync(string id, string screenId, HttpContext http, ScreenRegister screens, Relays relays)
    {
        if (await FacilitatorDoor.SessionAsync(http, id) is not var (session, role)) return Problems.Problem(RefusalKind.NoSuchSession);
        if (!Right.Screens.IsOf(role)) return Problems.Problem(RefusalKind.NotAllowed);
        if (!await screens.RevokeAsync(session.Id, screenId, http.RequestAborted)) return Problems.Problem(RefusalKind.NoSuchScreen);
        relays.Running(session.Id)?.CloseScreen(screenId);
        return TypedResults.NoContent();
    }
}
