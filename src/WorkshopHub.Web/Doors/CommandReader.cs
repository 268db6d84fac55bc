using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Doors;

/// <summary>A command as it came in: its id and what it wants, or why it cannot be read.</summary>
internal readonly record struct ReadCommand(Guid CommandId, Command? Command, Refusal? Refusal);

/// <summary>Any command, for the API's description: these two, and what the type asks for (see the documentation).</summary>
/// <param name="CommandId">Chosen by the client. The same one from the same sender is carried out once.</param>
public sealed record AnyCommand(string Type, Guid CommandId)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; init; }
}

/// <summary>Reads <c>{"type": "...", "commandId": "&lt;uuid&gt;", ...}</c> into one of the catalogue's shapes.</summary>
internal static class CommandReader
{
    public static ReadCommand Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return Refused(RefusalKind.Malformed.With("an object in JSON is needed."));
        // As it came: writing it anew would stumble over a lone surrogate.
        var raw = JsonMarshal.GetRawUtf8Value(json);
        if (raw.Length > StrictJson.MostKilobytes * 1024) return Refused(RefusalKind.TooLarge.With(StrictJson.MostKilobytes));
        var (body, refusal) = StrictJson.Parse(raw);
        return body is null ? Refused(refusal!) : Read(body);
    }

    public static ReadCommand Read(JsonObject body)
    {
        if (Text(body, "type") is not { } type) return Refused(RefusalKind.Malformed.With("“type” names the command."));
        if (CommandCatalogue.Named(type) is not { } kind)
        {
            return Refused(RefusalKind.UnknownCommand.With(string.Concat(type.EnumerateRunes().Take(60))));
        }

        if (!Guid.TryParseExact(Text(body, "commandId"), "D", out var id))
        {
            return Refused(RefusalKind.Malformed.With("“commandId” is a UUID."));
        }

        if (kind.Shape is null) return Refused(RefusalKind.NotAvailable.With($"The command “{type}”"));
        body.Remove("type");
        body.Remove("commandId");
        return StrictJson.Shape(body, kind.Shape, out var refusal) is Command command ? new(id, command, null) : Refused(refusal!);
    }

    private static ReadCommand Refused(Refusal refusal) => new(default, null, refusal);

    private static string? Text(JsonObject body, string name)
    {
        try
        {
            return body.TryGetPropertyValue(name, out var node) && node is JsonValue value && value.TryGetValue<string>(out var text)
                ? text : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate.
            return null;
        }
    }
}
