using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Doors;

namespace WorkshopHub.Web.Samples;

/// <summary>
/// A session as it happened, as a list of the public commands. Because nothing else carries it out, a sample shows that
/// everything in it can be done by anybody.
/// </summary>
/// <param name="Id">Of the session that is made; the same at every start, so that it is there once.</param>
/// <param name="Method">The method whose agenda it has.</param>
/// <param name="Delegates">How many of each sector join, none with a name; an empty sector: prefers not to say.</param>
/// <param name="Moves">What was done, in order.</param>
internal sealed record SampleScript(
    string Id,
    string Title,
    string? Topic,
    string Method,
    SettingsPatch? Settings = null,
    ValueList<SampleDelegates>? Delegates = null,
    ValueList<SampleMove>? Moves = null)
{
    private const string Folder = ".Samples.Scripts.";

    /// <summary>The samples that come with the product.</summary>
    public static IReadOnlyList<SampleScript> All() =>
    [
        .. typeof(SampleScript).Assembly.GetManifestResourceNames()
            .Where(n => n.Contains(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read),
    ];

    private static SampleScript Read(string resource)
    {
        using var stream = typeof(SampleScript).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<SampleScript>(stream, StrictJson.Options)
            ?? throw new InvalidDataException($"{resource} is empty.");
    }
}

/// <param name="Sector">One of the answers to the sector question; empty: not said.</param>
internal sealed record SampleDelegates(string Sector, int People);

/// <summary>One command, by one person or by several in turn.</summary>
/// <param name="By">"3" is the third delegate, "1-12" the first twelve; left out, the facilitator.</param>
/// <param name="As">A name for what is created; later moves write it with a $ before it where an id stands.</param>
internal sealed record SampleMove(string? By = null, string? As = null)
{
    /// <summary>The command as the API takes it, without its id.</summary>
    [JsonExtensionData]
    public JsonObject Command { get; init; } = [];

    /// <summary>The delegates who send it, counted from 1; empty: the facilitator does.</summary>
    [JsonIgnore]
    public IEnumerable<int> Senders
    {
        get
        {
            if (By is null) return [];
            var (from, to) = By.Split('-') is [var first, var last] ? (Number(first), Number(last)) : (Number(By), Number(By));
            return Enumerable.Range(from, to - from + 1);
        }
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
