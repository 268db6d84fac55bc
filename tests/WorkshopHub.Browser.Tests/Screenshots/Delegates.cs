using System.Net.Http.Json;
using System.Text.Json;

namespace WorkshopHub.Browser.Tests.Screenshots;

/// <summary>People who are in by the public API, so that a room is full without a browser for each.</summary>
internal sealed class Delegates : IDisposable
{
    private readonly HttpClient http;
    private readonly string code;
    private readonly List<string> tokens = [];

    private Delegates(string url, string code) => (http, this.code) = (new() { BaseAddress = new(url) }, code);

    public int Count => tokens.Count;

    public static async Task<Delegates> JoinAsync(HubProcess hub, Api api, int people)
    {
        var room = new Delegates(hub.Url, api.Code);
        for (var i = 0; i < people; i++)
        {
            var answer =
                await room.http.PostAsJsonAsync($"/api/join/{api.Code}", new { sector = i % 3 == 0 ? "Public sector" : "Private sector" });
            room.tokens.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!);
        }

        return room;
    }

    /// <summary>Sends a command of one of them; a refusal stands in the test's output.</summary>
    /// <returns>The id of what it made, or null.</returns>
    public async Task<string?> SendAsync(int who, object command)
    {
        var json = JsonSerializer.SerializeToNode(command, JsonSerializerOptions.Web)!.AsObject();
        json["commandId"] = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/join/{code}/commands") { Content = JsonContent.Create(json) };
        request.Headers.Authorization = new("Bearer", tokens[who % tokens.Count]);
        var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) TestContext.Current.TestOutputHelper?.WriteLine($"{json["type"]}: {text}");
        return answer.IsSuccessStatusCode && JsonSerializer.Deserialize<JsonElement>(text).TryGetProperty("id", out var id)
            ? id.GetString() : null;
    }

    public void Dispose() => http.Dispose();
}
