using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>What a door answered, read to its end.</summary>
internal sealed record Reply(HttpStatusCode Status, string? ContentType, TimeSpan? RetryAfter, byte[] Bytes)
{
    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public long Version => Json.GetProperty("version").GetInt64();

    /// <summary>Of what was created.</summary>
    public string Id => Text("id");

    public string Text(string property) => Json.GetProperty(property).GetString()!;

    public static async Task<Reply> OfAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return new(
            answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType,
            answer.Headers.RetryAfter?.Delta,
            await answer.Content.ReadAsByteArrayAsync());
    }

    public Reply Is(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {System.Text.Encoding.UTF8.GetString(Bytes)}");
        return this;
    }

    public Reply Ok() => Is(HttpStatusCode.OK);

    /// <summary>A refusal in the one form that all doors share.</summary>
    public void IsRefused(int status, string code)
    {
        Is((HttpStatusCode)status);
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(code, Text("code"));
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(Text("title"));
        Assert.NotEmpty(Text("detail"));
        if (status == 429) Assert.True(RetryAfter > TimeSpan.Zero);
    }
}

internal static class Json
{
    /// <summary>A command with an id of its own.</summary>
    public static JsonObject Command(string type, object? with = null, Guid? id = null)
    {
        var json = with is null ? [] : JsonSerializer.SerializeToNode(with, JsonSerializerOptions.Web)!.AsObject();
        json["type"] = type;
        json["commandId"] = (id ?? Guid.NewGuid()).ToString();
        return json;
    }

    /// <summary>The names of its properties, in order.</summary>
    public static IEnumerable<string> Names(this JsonElement json) => json.EnumerateObject().Select(p => p.Name);

    public static JsonElement At(this JsonElement json, string property, string value) =>
        json.EnumerateArray().Single(x => x.GetProperty(property).GetString() == value);
}
