using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace WorkshopHub.Fuzz;

/// <summary>An open session with people in it, made over the public API.</summary>
internal sealed class Room(HttpClient http, string lead, string id, string code)
{
    private readonly List<string> ids = [];

    internal string Id => id;

    internal string Code => code;

    internal string Lead => lead;

    /// <summary>The tokens of its delegates.</summary>
    internal List<string> Delegates { get; } = [];

    internal string Screen { get; private set; } = "";

    internal static async Task<Room> OpenAsync(HttpClient http, string lead, string title, int people)
    {
        var made = await PostAsync(http, "/api/sessions", lead, new { title, method = "kick-start" });
        var room = new Room(http, lead, made.GetProperty("id").GetString()!, made.GetProperty("code").GetString()!);
        await room.LeadAsync(new { type = "openSession", commandId = Guid.NewGuid() });
        await room.LeadAsync(new { type = "startActivity", commandId = Guid.NewGuid(), activityId = "chain" });
        for (var i = 0; i < people; i++)
        {
            var joined = await PostAsync(http, $"/api/join/{room.Code}", null, new { commandId = Guid.NewGuid(), name = $"Person {i}" });
            room.Delegates.Add(joined.GetProperty("token").GetString()!);
            room.ids.Add(joined.GetProperty("delegateId").GetString()!);
            if (i >= 6) continue;
            var said = await PostAsync(http, $"/api/join/{room.Code}/commands", room.Delegates[i],
                new
                {
                    type = "contribute",
                    commandId = Guid.NewGuid(),
                    activityId = "chain",
                    laneId = "challenge",
                    text = $"What holds us back, {i}"
                });
            room.ids.Add(said.GetProperty("id").GetString()!);
        }

        room.Screen =
            (await PostAsync(http, $"/api/sessions/{room.Id}/screens", lead, new { name = "Wall" })).GetProperty("token").GetString()!;
        return room;
    }

    /// <summary>Of a person or a contribution, or of nothing.</summary>
    internal string AnyId(Random chance) => chance.Next(5) == 0 ? OddText.Next(chance) : ids[chance.Next(ids.Count)];

    internal Task<JsonElement> LeadAsync(object command) => PostAsync(http, $"/api/sessions/{id}/commands", lead, command);

    /// <summary>Open again, if an input has closed it.</summary>
    internal async Task ReopenAsync()
    {
        using var request = Request(HttpMethod.Post, $"/api/sessions/{id}/commands", lead);
        request.Content = JsonContent.Create(new { type = "reopenSession", commandId = Guid.NewGuid() });
        using var answer = await http.SendAsync(request);
    }

    /// <summary>All that its lead may see of it, as text.</summary>
    internal async Task<string> StateAsync()
    {
        using var request = Request(HttpMethod.Get, $"/api/sessions/{id}", lead);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    internal async Task DeleteAsync()
    {
        using var request = Request(HttpMethod.Delete, $"/api/sessions/{id}", lead);
        using var gone = await http.SendAsync(request);
    }

    internal static async Task<JsonElement> PostAsync(HttpClient http, string path, string? token, object body)
    {
        using var request = Request(HttpMethod.Post, path, token);
        request.Content = JsonContent.Create(body);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text).RootElement
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? token) =>
        new(method, path) { Headers = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) } };
}
