using System.Text.Json.Nodes;

namespace WorkshopHub.Web.Journal;

/// <summary>How a line is read whose name is written no more: as the one that came after it, which may have one after it too.</summary>
/// <param name="Name">The journal's name of the event that came after.</param>
/// <param name="Change">Gives the line's JSON that event's shape. It knows no types: these go on changing.</param>
public sealed record Upcaster(string Name, Action<JsonObject> Change);

/// <summary>The names of old lines, see docs/decisions/0023-journal-lines.md.</summary>
internal static class Upcasters
{
    public static readonly IReadOnlyDictionary<string, Upcaster> All = new Dictionary<string, Upcaster>(StringComparer.Ordinal)
    {
        ["answers.counted.v1"] = new("answers.counted.v2", NameTheOthers),
    };

    // There the smaller sectors, together, were one more sector that had no name.
    private static void NameTheOthers(JsonObject data)
    {
        foreach (var answers in data["answers"]!.AsArray())
        {
            var sectors = answers!["sectors"]!.AsArray();
            var others = sectors.FirstOrDefault(s => s!["sector"] is null);
            answers["others"] = others?["counts"]!.DeepClone();
            sectors.Remove(others);
        }
    }
}
