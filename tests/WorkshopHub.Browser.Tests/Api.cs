using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace WorkshopHub.Browser.Tests;

/// <summary>The facilitator's public API, for setting a scene; what a test is about happens in the browser.</summary>
public sealed class Api : IDisposable
{
    private readonly HttpClient http;

    private Api(HttpClient http) => this.http = http;

    public string SessionId { get; private set; } = "";

    public string Code { get; private set; } = "";

    /// <summary>Signs in and makes an open Kick Start.</summary>
    public static Task<Api> KickStartAsync(HubProcess hub, string title = "Beyond Service Partner", bool open = true) =>
        OfAsync(hub, "kick-start", title, open);

    /// <summary>Signs in and makes a session of any method.</summary>
    public static async Task<Api> OfAsync(HubProcess hub, string method, string title = "Beyond Service Partner", bool open =
        true, string? names = null, string language = "en")
    {
        var http = new HttpClient { BaseAddress = new(hub.Url) };
        var token = await Post(http, "/api/tokens",
            new { email = HubProcess.Email, password = HubProcess.Password, name = "browser tests" });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        var settings =
            new
            {
                language,
                names = names
            ?? "anonymous-to-room",
                sectorQuestion = new { text = "Where do you work?", options = new[] { "Public sector", "Private sector" } }
            };
        var made = await Post(http, "/api/sessions", new { title, method, settings });
        var api = new Api(http) { SessionId = made.GetProperty("id").GetString()!, Code = made.GetProperty("code").GetString()! };
        if (open) await api.SendAsync(new { type = "openSession" });
        return api;
    }

    /// <summary>Sends a command, with a new id.</summary>
    /// <returns>The id of what it made, or null.</returns>
    public async Task<string?> SendAsync(object command)
    {
        var json = JsonSerializer.SerializeToNode(command, JsonSerializerOptions.Web)!.AsObject();
        json["commandId"] = Guid.NewGuid().ToString();
        var answer = await Post(http, $"/api/sessions/{SessionId}/commands", json);
        return answer.TryGetProperty("id", out var id) ? id.GetString() : null;
    }

    public Task<JsonElement> StateAsync() => http.GetFromJsonAsync<JsonElement>($"/api/sessions/{SessionId}");

    public async Task<IReadOnlyList<string>> TextsAsync() =>
        [.. (await StateAsync()).GetProperty("contributions").EnumerateArray().Select(c => c.GetProperty("text").GetString()!)];

    /// <summary>Who waits to be let in.</summary>
    public async Task<IReadOnlyList<string>> AtTheDoorAsync() =>
        [.. (await StateAsync()).GetProperty("waiting").EnumerateArray().Select(w => w.GetProperty("delegateId").GetString()!)];

    public async Task<string> ScreenAsync() =>
        (await Post(http, $"/api/sessions/{SessionId}/screens", new { })).GetProperty("token").GetString()!;

    /// <summary>Somebody joins, without a page of their own.</summary>
    public async Task<Guest> GuestAsync(string? sector = null, string? name = null)
    {
        var joined = await Post(http, $"/api/join/{Code}", new { sector, name });
        return new(http, Code, joined.GetProperty("token").GetString()!);
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonElement> Post(HttpClient http, string path, object body)
    {
        var response = await http.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
