using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopHub.Core;
using WorkshopHub.Room;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// What makes a session's page an icon on the home screen. There is no service worker beside it: that could show an old
/// picture of the room as if it were now. Where a browser wants https before it installs, the icon is a bookmark.
/// </summary>
internal static class PhoneManifest
{
    private const string Paper = "#fbf6ec";

    public static async Task<IResult> GetAsync(string code, HttpContext http, DelegateDoor door, IAssets files, SitePath site)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) return Problems.Problem(refusal!);
        var page = $"{site}/j/{session.Code}";
        return TypedResults.Json(
            new
            {
                id = page,
                name = session.State.Title,
                short_name = Short(session),
                lang = session.State.Settings.Language,
                start_url = page,
                scope = page,
                display = "standalone",
                background_color = Paper,
                theme_color = Paper,
                icons = new[] { Icon(files, 192), Icon(files, 512) },
            },
            new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull },
            "application/manifest+json");
    }

    // Twelve characters are what stands under an icon. A code tells two sessions apart where a cut title may not.
    private static string Short(ILiveSession session) =>
        Writing.Length(session.State.Title) <= 12 ? session.State.Title : $"{session.Code[..3]} {session.Code[3..]}";

    private static object Icon(IAssets files, int size) => new
    {
        src = files[$"_content/WorkshopHub.Room/icons/icon-{size}.png"],
        sizes = $"{size}x{size}",
        type = "image/png",
        purpose = "any maskable",
    };
}
