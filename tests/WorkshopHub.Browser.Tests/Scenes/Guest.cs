using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopHub.Browser.Tests;

/// <summary>A delegate who says things through the API, for rooms with more people in them than phones.</summary>
public sealed class Guest(HttpClient http, string code, string token)
{
    /// <returns>The id of what it made, or null.</returns>
    public async Task<string?> SendAsync(object command)
    {
        var json = JsonSerializer.SerializeToNode(command, JsonSerializerOptions.Web)!.AsObject();
        json["commandId"] = Guid.NewGuid().ToString();
        using var request =
            new HttpRequestMessage(HttpMethod.Post, $"/api/join/{code}/commands") { Content = JsonContent.Create<JsonNode>(json) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{json}: {text}");
        return JsonDocument.Parse(text).RootElement.TryGetProperty("id", out var id) ? id.GetString() : null;
    }
}
