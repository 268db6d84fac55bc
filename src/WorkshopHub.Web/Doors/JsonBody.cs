using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Doors;

/// <summary>A body that may hold properties nobody asked for; <see cref="JsonBody"/> refuses it by their name.</summary>
internal interface IStrict
{
    Dictionary<string, JsonElement>? Unknown { get; }
}

/// <summary>Reads a request's JSON strictly: an unknown property, a wrong type or a lone surrogate is refused in words.</summary>
internal static class JsonBody
{
    public const int MostKilobytes = 64;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static async Task<(T? Body, Refusal? Refusal)> ReadAsync<T>(HttpRequest request)
        where T : class, IStrict
    {
        if (!request.HasJsonContentType()) return (null, RefusalKind.NotJson);
        try
        {
            using var bytes = new MemoryStream();
            var chunk = new byte[8192];
            for (int read; (read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0;)
            {
                if (bytes.Length + read > MostKilobytes * 1024) return (null, RefusalKind.TooLarge.With(MostKilobytes));
                bytes.Write(chunk, 0, read);
            }

            var body = JsonSerializer.Deserialize<T>(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), Strict);
            if (body is null) return (null, RefusalKind.Malformed.With("an object is needed."));
            return body.Unknown is { Count: > 0 } unknown ? (null, RefusalKind.UnknownProperty.With(unknown.Keys.First())) : (body, null);
        }
        catch (JsonException e)
        {
            return (null, RefusalKind.Malformed.With(Where(e)));
        }
    }

    private static string Where(JsonException e) => e.Path is { Length: > 2 } path ? $"look at “{path[2..]}”." : "an object in JSON is needed, with all its properties.";
}
