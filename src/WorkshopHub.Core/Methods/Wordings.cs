using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopHub.Core.Methods;

/// <summary>
/// What a method says at each place of an activity, in all languages of the product. An activity carries it along, so that
/// each delegate reads it in a language of their own. Where the facilitator has put other words, these stand in all languages.
/// </summary>
/// <param name="places">By the place in the activity, see <see cref="Of"/>; only texts that there are in several languages.</param>
[JsonConverter(typeof(WordingsJson))]
public sealed class Wordings(IReadOnlyDictionary<string, InLanguages> places) : IEquatable<Wordings>
{
    public static readonly Wordings None = new(new Dictionary<string, InLanguages>());

    internal IReadOnlyDictionary<string, InLanguages> Places { get; } = places;

    public bool Equals(Wordings? other) =>
        other is not null && Places.Count == other.Places.Count
            && Places.All(p => other.Places.TryGetValue(p.Key, out var o) && p.Value.Equals(o));

    public override bool Equals(object? obj) => Equals(obj as Wordings);

    public override int GetHashCode() => Places.Count;

    /// <summary>The method's words for these in another language; others than the method's stay as they are.</summary>
    internal string Say(string place, string text, string language) =>
        Places.TryGetValue(place, out var words) ? Say(words, text, language) : text;

    /// <summary>Points are moved and left out: one is known by its words, wherever it stands.</summary>
    internal string SayPoint(string text, string language) =>
        Places.Where(p => p.Key.StartsWith("points/", StringComparison.Ordinal)).Select(p => Say(p.Value, text, language))
            .FirstOrDefault(said => said != text) ?? text;

    internal static Wordings Of(MethodActivity a)
    {
        var places = new Dictionary<string, InLanguages>(StringComparer.Ordinal);
        Keep("title", a.Title);
        Keep("prompt", a.Prompt);
        foreach (var (point, i) in (a.Points ?? []).Select((p, i) => (p, i))) Keep($"points/{i}", point);
        foreach (var team in a.Teams ?? []) Keep(TeamTitle(team.Id), team.Title);
        foreach (var step in a.Steps) Keep(StepTitle(step.Id), step.Title);
        foreach (var lane in a.Lanes ?? [])
        {
            Keep(Lane(lane.Id, "title"), lane.Title);
            Keep(Lane(lane.Id, "plural"), lane.Plural ?? lane.Title);
            Keep(Lane(lane.Id, "picked"), lane.PickedTitle);
            Keep(Lane(lane.Id, "prompt"), lane.Prompt);
            Keep(Lane(lane.Id, "group"), lane.Group);
            Keep(Lane(lane.Id, "rest"), lane.RestTitle);
            foreach (var (value, i) in (lane.Values ?? []).Select((v, i) => (v, i))) Keep(Value(lane.Id, i), value);
        }

        return places.Count == 0 ? None : new(places);

        void Keep(string place, InLanguages? text)
        {
            if (text is null) return;
            var spoken =
                Languages.All.Select(l => (l.Tag, Text: text.Find(l.Tag))).Where(l => l.Text is not null)
                .ToDictionary(l => l.Tag, l => l.Text!, StringComparer.OrdinalIgnoreCase);
            if (spoken.Count > 1) places[place] = new(spoken);
        }
    }

    internal static string TeamTitle(string teamId) => $"teams/{teamId}";

    internal static string StepTitle(string step) => $"steps/{step}";

    internal static string Lane(string laneId, string part) => $"lanes/{laneId}/{part}";

    internal static string Value(string laneId, int level) => $"lanes/{laneId}/values/{level}";

    private static string Say(InLanguages words, string text, string language) =>
        words.Texts.Values.Contains(text) && words.Find(language) is { } said ? said : text;
}

internal sealed class WordingsJson : JsonConverter<Wordings>
{
    public override Wordings Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(NestedJson.Read<Dictionary<string, InLanguages>>(ref reader, options) ?? throw new JsonException("the wordings are missing"));

    public override void Write(Utf8JsonWriter writer, Wordings value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Places, options);
}
