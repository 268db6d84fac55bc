using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Journal;

/// <summary>
/// Events as the journal keeps them: a stable name, and JSON with ids in place of texts and people. Strict in what it
/// writes. Of old lines it passes over properties that no longer exist; one that came later needs a default in its
/// constructor, which says what old lines mean.
/// </summary>
/// <param name="names">The journal's names of all events; <see cref="EventNames.All"/> but in tests.</param>
/// <param name="upcasters">By the names that are written no more.</param>
public sealed class EventCodec(IReadOnlyDictionary<string, Type> names, IReadOnlyDictionary<string, Upcaster>? upcasters = null)
{
    private readonly FrozenDictionary<string, Type> types = names.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly FrozenDictionary<Type, string> named = names.ToFrozenDictionary(x => x.Value, x => x.Key);

    private readonly FrozenDictionary<string, Upcaster> former = (upcasters ?? Upcasters.All).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether an event of this name can be read.</summary>
    public bool Knows(string name) => types.ContainsKey(name) || former.ContainsKey(name);

    /// <exception cref="InvalidOperationException">The journal has no name for this type.</exception>
    public string NameOf(SessionEvent e) => named.TryGetValue(e.GetType(), out var name)
        ? name
        : throw new InvalidOperationException($"The journal has no name for {e.GetType().Name}; EventNames lists them.");

    /// <summary>The event as JSON; its texts and people go to <paramref name="detached"/>.</summary>
    public string Write(SessionEvent e, DetachedTexts detached)
    {
        using var _ = EventJson.With(detached);
        return JsonSerializer.Serialize(e, e.GetType(), EventJson.Options);
    }

    /// <summary>Reads an event back, with its texts and people from <paramref name="detached"/>.</summary>
    /// <exception cref="InvalidDataException">No event has this name, or its data is not what it should be.</exception>
    public SessionEvent Read(string name, string data, DetachedTexts detached)
    {
        if (!Knows(name)) throw new InvalidDataException($"The journal contains '{name}', which this version does not know.");
        using var _ = EventJson.With(detached);
        try
        {
            var (type, json) = AsWrittenToday(name, data);
            return (SessionEvent?)JsonSerializer.Deserialize(json, type, EventJson.Options)
                ?? throw new InvalidDataException($"An event '{name}' in the journal is empty.");
        }
        // Whatever a line of somebody's journal makes the reading stumble over: it is the line that is told.
        catch (Exception e) when (e is not (InvalidDataException or OutOfMemoryException))
        {
            throw new InvalidDataException($"An event '{name}' in the journal cannot be read.", e);
        }
    }

    private (Type Type, string Json) AsWrittenToday(string name, string data)
    {
        if (!former.ContainsKey(name)) return (types[name], data);
        var changed = JsonNode.Parse(data)!.AsObject();
        while (former.TryGetValue(name, out var next))
        {
            next.Change(changed);
            name = next.Name;
        }

        return (types[name], changed.ToJsonString());
    }
}
