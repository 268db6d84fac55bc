using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Tests.Journal;

/// <summary>An event as some version of the product has put it into its journal, with what is kept beside it.</summary>
/// <param name="Name">The journal's name of the event.</param>
/// <param name="Data">The event's JSON as it stands in the row.</param>
/// <param name="Words">Texts by id; null: erased.</param>
/// <param name="People">What people told, by their delegates' ids.</param>
/// <param name="ReadAs">What a line whose name is no longer written is read as today.</param>
internal sealed record GoldenLine(
    string Name,
    JsonElement Data,
    IReadOnlyDictionary<string, string?>? Words = null,
    IReadOnlyDictionary<string, GoldenPerson>? People = null,
    ReadAs? ReadAs = null)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The line that would give the same event today; null: this one is of today.</summary>
    [JsonIgnore]
    public GoldenLine? AsReadToday => ReadAs is null ? null : this with { Name = ReadAs.Name, Data = ReadAs.Data, ReadAs = null };

    public static GoldenLine Parse(string line) => JsonSerializer.Deserialize<GoldenLine>(line, Form)!;

    /// <summary>The line that the product writes today.</summary>
    public static GoldenLine Of(EventCodec codec, SessionEvent e)
    {
        var detached = new DetachedTexts();
        var data = JsonSerializer.Deserialize<JsonElement>(codec.Write(e, detached));
        return new(
            codec.NameOf(e),
            data,
            detached.Texts.Count == 0 ? null : detached.Texts,
            detached.People.Count == 0 ? null : detached.People.ToDictionary(p => p.Id.Value, Told));
    }

    public SessionEvent Read(EventCodec codec) => codec.Read(Name, Data.GetRawText(), DetachedTexts());

    public override string ToString() => JsonSerializer.Serialize(this, Form);

    private DetachedTexts DetachedTexts()
    {
        var detached = new DetachedTexts();
        foreach (var (id, text) in Words ?? new Dictionary<string, string?>()) detached.Keep(new Words(id, text));
        foreach (var (id, told) in People ?? new Dictionary<string, GoldenPerson>())
        {
            detached.Keep(new Profile(new(id), told.Name, told.Sector, told.Language));
        }

        return detached;
    }

    private static GoldenPerson Told(Profile profile) => new(profile.Name, profile.Sector, profile.Language);
}

internal sealed record GoldenPerson(string? Name = null, string? Sector = null, string? Language = null);

internal sealed record ReadAs(string Name, JsonElement Data);
