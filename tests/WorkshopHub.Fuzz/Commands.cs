using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopHub.Fuzz;

/// <summary>The public contract's commands, as somebody would send them; the fuzzer makes them wrong.</summary>
internal static class Commands
{
    /// <summary>What a delegate may send; any other one that is carried out for a delegate is a fault.</summary>
    internal static readonly HashSet<string> OfDelegates =
        ["contribute", "editContribution", "withdrawContribution", "nod", "placeDots", "answer", "confirm", "pledge", "takeTeam",
            "changeProfile", "setDone", "react"];

    private static readonly Dictionary<string, string[]> Shapes = new()
    {
        ["openSession"] = [],
        ["closeSession"] = [],
        ["reopenSession"] = [],
        ["changeSession"] = ["title", "topic", "settings"],
        ["addActivity"] = ["method", "activity", "before"],
        ["changeActivity"] = ["activityId", "title", "prompt", "names"],
        ["moveActivity"] = ["activityId", "before"],
        ["removeActivity"] = ["activityId"],
        ["startActivity"] = ["activityId"],
        ["moveToStep"] = ["activityId", "step"],
        ["showPoint"] = ["activityId", "point"],
        ["startTimer"] = ["seconds"],
        ["addTime"] = ["seconds"],
        ["pauseTimer"] = [],
        ["stopTimer"] = [],
        ["setScreen"] = ["mode", "spotlight", "page"],
        ["contribute"] = ["activityId", "laneId", "parentId", "text", "quotation", "spokenFor", "late"],
        ["editContribution"] = ["contributionId", "text"],
        ["withdrawContribution"] = ["contributionId"],
        ["hide"] = ["contributionId", "hidden", "reason"],
        ["approve"] = ["contributionId"],
        ["takeLate"] = ["contributionId"],
        ["park"] = ["contributionId", "parked"],
        ["joinContributions"] = ["contributionIds"],
        ["carryOver"] = ["activityId", "laneId", "contributionIds"],
        ["createTheme"] = ["activityId", "title", "contributionIds"],
        ["renameTheme"] = ["themeId", "title"],
        ["removeTheme"] = ["themeId"],
        ["moveToTheme"] = ["contributionId", "themeId"],
        ["nod"] = ["contributionId", "on"],
        ["placeDots"] = ["targetId", "dots"],
        ["answer"] = ["activityId", "laneId", "parentId", "value"],
        ["pick"] = ["targetId", "picked", "replaces"],
        ["resetVotes"] = ["activityId", "step"],
        ["writeNote"] = ["activityId", "contributionId", "text"],
        ["recordDecision"] = ["text", "fromIds"],
        ["changeDecision"] = ["decisionId", "text"],
        ["removeDecision"] = ["decisionId"],
        ["recordAction"] = ["what", "owner", "due", "confidence", "fromIds"],
        ["changeAction"] = ["actionId", "what", "owner", "due"],
        ["removeAction"] = ["actionId"],
        ["startReadBack"] = [],
        ["confirm"] = ["pointId", "verdict", "text"],
        ["pledge"] = ["actionId", "on"],
        ["takeTeam"] = ["activityId", "team"],
        ["assignTeams"] = ["activityId", "balance", "assignments"],
        ["changeProfile"] = ["name", "sector", "language"],
        ["setDone"] = ["activityId", "step", "on"],
        ["lockJoining"] = ["on"],
        ["admitDelegates"] = ["delegateIds"],
        ["removeDelegates"] = ["delegateIds", "withContributions"],
        ["removeDelegate"] = ["delegateId", "withContributions"],
        ["readmitDelegate"] = ["delegateId"],
        ["changeRoles"] = ["accountId", "role"],
        ["erase"] = ["contributionId", "delegateId", "withContributions"],
        ["undo"] = ["version"],
        ["react"] = ["symbol"],
        ["flyToTheMoon"] = ["text"],
    };

    private static readonly string[] Types = [.. Shapes.Keys];
    private static readonly string[] TypesOfDelegates = [.. Shapes.Keys.Where(OfDelegates.Contains)];

    /// <summary>A command with values that fit now and then.</summary>
    /// <param name="delegate">Mostly one that a delegate may send.</param>
    internal static JsonObject Next(Random chance, Room room, bool @delegate = false)
    {
        var type = @delegate && chance.Next(3) > 0
            ? TypesOfDelegates[chance.Next(TypesOfDelegates.Length)]
            : Types[chance.Next(Types.Length)];
        var command = new JsonObject { ["type"] = type, ["commandId"] = NewGuid(chance).ToString() };
        foreach (var field in Shapes[type])
        {
            if (chance.Next(8) > 0) command[field] = Fit(chance, field, room);
        }

        return command;
    }

    internal static Guid NewGuid(Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new(bytes);
    }

    private static JsonNode? Fit(Random chance, string field, Room room) => field switch
    {
        "activityId" => Pick(chance, "chain", "briefing", "next-steps", "nowhere"),
        "laneId" => Pick(chance, "challenge", "root-cause", "solution", "next-step", "nothing"),
        "step" => Pick(chance, "challenges", "root-causes", "pick", "solutions", "never"),
        "mode" => Pick(chance, "live", "held", "blank"),
        "names" => Pick(chance, "named", "anonymous-to-room", "anonymous"),
        "method" => Pick(chance, "temperature-check", "mutual-expectations", "none"),
        "verdict" => Pick(chance, "agree", "correct", "object"),
        "symbol" => Pick(chance, "smile", "like", "idea", "skull"),
        "role" => Pick(chance, "scribe", "observer", "none", "king"),
        "language" => Pick(chance, "en", "de-AT", "ar", "tlh"),
        "due" => Pick(chance, "2026-12-24", "yesterday"),
        "on" or "hidden" or "parked" or "picked" or "balance" or "quotation" or "late" or "withContributions" =>
            JsonValue.Create(chance.Next(2) == 0),
        "seconds" or "point" or "page" or "dots" or "confidence" or "version" => JsonValue.Create(chance.Next(-1, 400)),
        "contributionIds" or "fromIds" or "delegateIds" =>
            new JsonArray([.. Enumerable.Range(0, chance.Next(4)).Select(_ => (JsonNode)JsonValue.Create(room.AnyId(chance)))]),
        "settings" => new JsonObject { ["names"] = "anonymous-to-room", ["language"] = "de" },
        "assignments" => new JsonObject { [room.AnyId(chance)] = "it" },
        "contributionId" or "parentId" or "targetId" or "themeId" or "spotlight" or "replaces" or "delegateId" or "accountId"
            or "decisionId" or "actionId" or "pointId" => JsonValue.Create(room.AnyId(chance)),
        _ => JsonValue.Create(OddText.Next(chance)),
    };

    private static JsonValue Pick(Random chance, params string[] words) => JsonValue.Create(words[chance.Next(words.Length)]);

    /// <summary>The type that a body names, if it is one.</summary>
    internal static string? TypeOf(byte[] body)
    {
        try
        {
            using var read = JsonDocument.Parse(body);
            return read.RootElement.ValueKind == JsonValueKind.Object && read.RootElement.TryGetProperty("type", out var type)
                && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
