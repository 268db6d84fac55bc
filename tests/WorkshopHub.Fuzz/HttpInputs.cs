using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace WorkshopHub.Fuzz;

/// <summary>Requests over HTTP: with rights and without, nearly right and not at all.</summary>
internal sealed class HttpInputs(HttpClient http, Room room, Room watched, Findings findings)
{
    private static readonly string[] Types =
        ["application/json", "application/json; charset=utf-16", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
        "multipart/form-data; boundary=x", "application/xml", "x/", "", "*/*", "application/json;;"];
    private static readonly HttpMethod[] Methods =
        [HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Head, HttpMethod.Options, HttpMethod.Patch,
        new("BREW")];
    private static readonly string[] Headers =
        ["Accept", "Accept-Language", "Cookie", "Origin", "Referer", "If-None-Match", "Range", "X-Forwarded-For", "X-Forwarded-Proto",
        "X-Forwarded-Host", "User-Agent", "Accept-Encoding", "X-HTTP-Method-Override"];

    internal async Task SendAsync(Random chance)
    {
        var (request, may, body) = chance.Next(10) < 6 ? Command(chance) : (Anything(chance), (Func<string?, bool>)(_ => true), []);
        using var _ = request;
        var what = $"{request.Method} {request.RequestUri} {Encoding.UTF8.GetString(body)}";
        try
        {
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            var status = (int)answer.StatusCode;
            findings.Count(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (status >= 500
                && !(answer.StatusCode == HttpStatusCode.ServiceUnavailable && text.Contains("not-saved", StringComparison.Ordinal)))
            {
                findings.Fault($"{status}: {what}");
            }

            if (answer.IsSuccessStatusCode && body.Length > 0 && !may(Commands.TypeOf(body)))
            {
                findings.Fault($"carried out without right: {what}");
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            // The server may cut off what it does not want to read; what it does not answer at all is a fault.
            findings.Count(e is TaskCanceledException ? "no answer" : "cut off");
            if (e is TaskCanceledException) findings.Fault($"no answer: {what}");
        }
    }

    // A command by somebody: a delegate of the room, its lead, or people who have no business with the watched one.
    private (HttpRequestMessage Request, Func<string?, bool> May, byte[] Body) Command(Random chance)
    {
        var command = Commands.Next(chance, room, @delegate: chance.Next(2) == 0);
        var body = chance.Next(3) == 0 ? Encoding.UTF8.GetBytes(command.ToJsonString()) : OddJson.Next(chance, command);
        var (path, token, may) = chance.Next(10) switch
        {
            < 4 => ($"/api/join/{room.Code}/commands", room.Delegates[chance.Next(room.Delegates.Count)],
                (Func<string?, bool>)(t => t is not null && Commands.OfDelegates.Contains(t))),
            < 6 => ($"/api/sessions/{room.Id}/commands", room.Lead, _ => true),
            6 => ($"/api/sessions/{watched.Id}/commands", room.Delegates[chance.Next(room.Delegates.Count)], _ => false),
            7 => ($"/api/join/{watched.Code}/commands", room.Delegates[chance.Next(room.Delegates.Count)], _ => false),
            8 => ($"/api/join/{watched.Code}/commands", Forged(chance, watched.Delegates[0]), _ => false),
            _ => ($"/api/sessions/{watched.Id}/commands", chance.Next(2) == 0 ? "" : Forged(chance, watched.Lead), _ => false),
        };
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers
            .TryAddWithoutValidation("Content-Type", chance.Next(10) == 0 ? Types[chance.Next(Types.Length)] : "application/json");
        if (token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (request, may, body);
    }

    // A lone surrogate cannot be escaped.
    private static string Escaped(string text) => Uri.EscapeDataString(text.Replace("\ud800", "", StringComparison.Ordinal));

    // Any address, any method, any form.
    private HttpRequestMessage Anything(Random chance)
    {
        string[] paths =
        [
            "/", "/sign-in", "/sign-out", "/setup", "/console", "/console/account", "/console/new", "/invitation", "/status/404",
                "/favicon.svg", "/schemas/method.json", "/openapi/v1.json",
            $"/j/{room.Code}", $"/j/{room.Code}/join", $"/j/{room.Code}/recover", $"/j/{room.Code}/send", $"/j/{room.Code}/commands",
                $"/j/{room.Code}/view", $"/j/{room.Code}/mine", $"/j/{room.Code}/manifest.webmanifest",
            $"/screen/{room.Screen}", $"/screen/{room.Screen}/view", "/screen/none", $"/api/join/{room.Code}", "/api/tokens",
                "/api/methods", "/api/methods/kick-start", "/api/programmes",
            "/api/sessions", $"/api/sessions/{room.Id}", $"/api/sessions/{room.Id}/events?after={OddNumber(chance)}",
                $"/api/sessions/{room.Id}/summary?format={Escaped(OddText.Next(chance))}",
            $"/api/sessions/{room.Id}/screens", $"/api/sessions/{room.Id}/shares", $"/api/sessions/{watched.Id}",
                $"/api/sessions/{watched.Id}/events", "/hub/room/negotiate?negotiateVersion=1", "/_blazor/negotiate",
                "/_framework/blazor.web.js", "/lib/none.js",
        ];
        var path = paths[chance.Next(paths.Length)];
        if (chance.Next(4) == 0) path = path.Insert(chance.Next(1, path.Length + 1), Escaped(chance));
        var method = Methods[chance.Next(Methods.Length)];
        // With the lead's token, but never what would take the room itself away.
        var asLead = chance.Next(3) == 0 && method != HttpMethod.Delete;
        var request = new HttpRequestMessage(method, path);
        if (asLead) request.Headers.Authorization = new("Bearer", room.Lead);
        if (method != HttpMethod.Get && method != HttpMethod.Head) request.Content = Body(chance);
        for (var i = chance.Next(3); i > 0; i--) request.Headers
            .TryAddWithoutValidation(Headers[chance.Next(Headers.Length)], Printable(OddText.Next(chance)));
        return request;
    }

    private static ByteArrayContent Body(Random chance)
    {
        var bytes = chance.Next(4) switch
        {
            0 => Encoding.UTF8
                .GetBytes(string
                .Join('&', Enumerable.Range(0, chance.Next(5))
                .Select(_ => $"{Field(chance)}={Uri.EscapeDataString(Printable(OddText.Next(chance)))}"))),
            1 => Encoding.UTF8
                .GetBytes("--x\r\nContent-Disposition: form-data; " +
                $"name=\"{Field(chance)}\"\r\n\r\n{OddText.Next(chance)}\r\n--x{(chance.Next(2) == 0 ? "--" : "")}\r\n"),
            2 => Encoding.UTF8.GetBytes($"{{\"{Field(chance)}\":{OddJson.Value(chance)?.ToJsonString() ?? "null"}}}"),
            _ => Random(chance),
        };
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", Types[chance.Next(Types.Length)]);
        return content;
    }

    private static string Field(Random chance) =>
        new[] { "code", "name", "sector", "language", "text", "commandId", "recoveryCode", "type", "title", "method", "settings", "Email",
            "Password", "_handler", "__RequestVerificationToken", "email", "password" }[chance.Next(17)];

    private static byte[] Random(Random chance)
    {
        var bytes = new byte[chance.Next(400)];
        chance.NextBytes(bytes);
        return bytes;
    }

    private static string Escaped(Random chance) =>
        Printable(OddText.Next(chance)) is { Length: > 0 } odd
            ? Uri.EscapeDataString(odd[..Math.Min(odd.Length, 60)].TrimEnd('\ud83d', '\ud83c')) : "%00";

    private static string Printable(string text) => string.Concat(text.Where(c => c >= ' ' && !char.IsSurrogate(c)));

    private static string OddNumber(Random chance) => new[] { "-1", "0", "99999999999999999999", "1e3", "x", "" }[chance.Next(6)];

    private static string Forged(Random chance, string token)
    {
        var signs = token.ToCharArray();
        signs[chance.Next(signs.Length)] = (char)chance.Next('0', 'z');
        var forged = new string(signs);
        return forged == token
            ? forged + "x"
            : string.Concat(forged.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '~'));
    }
}
