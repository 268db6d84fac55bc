using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// A command from a plain form, for phones without script: fields are named like the command's properties, and the
/// command id was minted with the page, so that sending twice says it once.
/// </summary>
internal static class PhoneForms
{
    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal) { "on", "late", "quotation" };
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "dots", "value" };
    private static readonly string[] Profile = ["name", "sector", "language"];
    private const string Return = "return";

    public static async Task<IResult> SendAsync(string code, HttpContext http, DelegateDoor door, PhonePages pages)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!SameOrigin.Is(http.Request)) return pages.Message(RefusalKind.ForeignOrigin, null, Reading.Of(http, null));
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) return pages.Message(refusal!, null, Reading.Of(http, null));
        (var id, refusal) = door.Cookie(http, session);
        if (refusal is not null && id is not null) return pages.Message(refusal, session, Reading.Of(http, session, id));
        if (id is null) return pages.Join(http, session, refusal, new());
        (var form, refusal) = await Forms.ReadAsync(http.Request);
        if (form is null) return await pages.PhoneAsync(session, id.Value, new(refusal!, null, null, null, false, null));
        refusal = door.Pace(id.Value);
        var answer = refusal is not null
            ? CommandResult.Refused(refusal)
            : await CommandDispatch.CarryOutAsync(session, new Sender.Delegate(id.Value), CommandReader.Read(Body(form)));
        return answer.Refusal is null
            ? TypedResults.LocalRedirect($"~/j/{session.Code}{Fragment(form[Return])}")
            : await pages
                .PhoneAsync(session, id.Value,
                new(answer.Refusal, form["text"], form["laneId"], form["parentId"], form["quotation"] == "true", form["spokenFor"]));
    }

    private static JsonObject Body(IFormCollection form)
    {
        var body = new JsonObject();
        foreach (var (name, value) in form)
        {
            if (name == Return || StringValues.IsNullOrEmpty(value)) continue;
            // A button with the name of a field stands after it, and is what was pressed.
            var said = value[^1] ?? "";
            body[name] = Flags.Contains(name) ? said == "true"
                : !Numbers.Contains(name) ? said
                : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : said.Length == 0 ? null : said;
        }

        // Nothing chosen is an answer taken back.
        if (!body.ContainsKey("value") && form["type"] == "answer") body["value"] = null;

        // All of a profile is in its form: what is empty there is cleared.
        foreach (var cleared in form["type"] == "changeProfile" ? Profile.Where(f => form.ContainsKey(f) && !body.ContainsKey(f)) : [])
        {
            body[cleared] = null;
        }

        // An empty field is an empty text, which is refused in words, not a missing one.
        if (form.ContainsKey("text") && !body.ContainsKey("text")) body["text"] = "";
        return body;
    }

    private static string Fragment(string? id) =>
        id is { Length: > 0 and < 120 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? $"#{id}" : "";
}
