using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using WorkshopHub.Core;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Reads what clients send, strictly: an unknown or doubled property, a wrong type, a lone surrogate, invalid UTF-8 or too
/// much of anything is refused in words and changes nothing.
/// </summary>
internal static partial class StrictJson
{
    /// <summary>The most that a body may hold, in kilobytes. The largest honest one is a note of 4,000 characters.</summary>
    public const int MostKilobytes = 64;

    private const int Deepest = 16;

    /// <summary>How the doors write and read JSON.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // What we answer is JSON and says so, never part of a page: escaping each < of a view would double what a thousand phones get.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = Deepest,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly JsonDocumentOptions Document = new() { AllowDuplicateProperties = false, MaxDepth = Deepest };

    /// <summary>The body as an object.</summary>
    public static async Task<(JsonObject? Body, Refusal? Refusal)> ReadObjectAsync(HttpRequest request)
    {
        var (body, refusal) = await ReadBytesAsync(request, MostKilobytes);
        return body is null ? (null, refusal) : Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    /// <summary>The body as a text that somebody else reads as JSON.</summary>
    public static async Task<(string? Body, Refusal? Refusal)> ReadTextAsync(HttpRequest request, int mostKilobytes)
    {
        var (body, refusal) = await ReadBytesAsync(request, mostKilobytes);
        if (body is null) return (null, refusal);
        return Text(body.GetBuffer().AsSpan(0, (int)body.Length)) is { } text
            ? (text, null)
            : (null, RefusalKind.Malformed.With("it is not valid UTF-8."));
    }

    /// <summary>Null: it is not valid UTF-8. What editors put before the text is left out.</summary>
    public static string? Text(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        return Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : null;
    }

    private static async Task<(MemoryStream? Body, Refusal? Refusal)> ReadBytesAsync(HttpRequest request, int mostKilobytes)
    {
        if (!request.HasJsonContentType()) return (null, RefusalKind.NotJson);
        if (request.ContentLength > mostKilobytes * 1024) return (null, RefusalKind.TooLarge.With(mostKilobytes));
        var bytes = new MemoryStream();
        var chunk = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0;)
        {
            if (bytes.Length + read > mostKilobytes * 1024) return (null, RefusalKind.TooLarge.With(mostKilobytes));
            bytes.Write(chunk, 0, read);
        }

        return (bytes, null);
    }

    public static async Task<(T? Body, Refusal? Refusal)> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        var (body, refusal) = await ReadObjectAsync(request);
        return body is null ? (null, refusal) : (T?)Shape(body, typeof(T), out refusal) is { } shaped ? (shaped, null) : (null, refusal);
    }

    public static (JsonObject? Body, Refusal? Refusal) Parse(ReadOnlySpan<byte> json)
    {
        // Asked first: the parser would put a replacement character where the bytes make no sense.
        if (!Utf8.IsValid(json)) return (null, RefusalKind.Malformed.With("it is not valid UTF-8."));
        try
        {
            return JsonNode.Parse(json, documentOptions: Document) is JsonObject body
                ? (body, null)
                : (null, RefusalKind.Malformed.With("an object in JSON is needed."));
        }
        catch (Exception e) when (IsBadJson(e))
        {
            return (null, RefusalKind.Malformed.With("it is not valid JSON."));
        }
    }

    /// <summary>The object as a record; the refusal names the place that does not fit.</summary>
    public static object? Shape(JsonObject body, Type shape, out Refusal? refusal)
    {
        refusal = null;
        try
        {
            return body.Deserialize(shape, Options);
        }
        catch (Exception e) when (IsBadJson(e))
        {
            var unknown = UnknownProperty().Match(e.Message);
            refusal = unknown.Success ? RefusalKind.UnknownProperty.With(unknown.Groups[1].Value) : RefusalKind.Malformed.With(Where(e));
            return null;
        }
    }

    // The parser throws these for what clients send: bad syntax, lone surrogates, invalid UTF-8, doubled names.
    private static bool IsBadJson(Exception e) =>
        e is JsonException or InvalidOperationException or FormatException or ArgumentException or NotSupportedException;

    private static string Where(Exception e)
    {
        if (e is not JsonException json) return "a text is not valid Unicode.";
        if (MissingProperties().Match(json.Message) is { Success: true } missing)
        {
            return $"these are missing: {missing.Groups[1].Value.Replace("'", "", StringComparison.Ordinal)}.";
        }

        return json.Path is { Length: > 2 } path ? $"look at “{path[2..]}”." : "its properties do not fit.";
    }

    [GeneratedRegex("^The JSON property '([^']*)' could not be mapped")]
    private static partial Regex UnknownProperty();

    [GeneratedRegex("missing required properties including: ([^.]*)\\.")]
    private static partial Regex MissingProperties();
}
