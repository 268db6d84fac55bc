using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace WorkshopHub.Room.Texts;

/// <summary>
/// All files of one name in an assembly, read as one: <c>RoomText.resx</c> of <c>Phone</c>, of <c>Screen</c>, of each layout.
/// So words lie in the folder that says them, and whoever asks need not know where.
/// </summary>
internal sealed class FolderLocalizer(Assembly assembly, string file) : IStringLocalizer
{
    private const string Ending = ".resources";

    private readonly ResourceManager[] files =
    [
        .. assembly.GetManifestResourceNames().Where(n => n.EndsWith($".{file}{Ending}", StringComparison.Ordinal))
            .Select(n => new ResourceManager(n[..^Ending.Length], assembly)),
    ];

    // Put together once for a language: a page asks for dozens of words, for hundreds of phones.
    private readonly ConcurrentDictionary<CultureInfo, FrozenDictionary<string, string>> merged = new();

    public LocalizedString this[string name] => Spoken.TryGetValue(name, out var text)
        ? new(name, text)
        : new(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments] => Spoken.TryGetValue(name, out var text)
        ? new(name, string.Format(CultureInfo.CurrentCulture, text, arguments))
        : new(name, name, resourceNotFound: true);

    private FrozenDictionary<string, string> Spoken => merged.GetOrAdd(CultureInfo.CurrentUICulture, In);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        (includeParentCultures ? Spoken : Own(CultureInfo.CurrentUICulture)).Select(t => new LocalizedString(t.Key, t.Value));

    // What a language does not say is said in the one it belongs to, and last in English.
    private FrozenDictionary<string, string> In(CultureInfo culture)
    {
        var texts = new Dictionary<string, string>();
        for (var one = culture; ; one = one.Parent)
        {
            foreach (var (key, text) in Own(one)) texts.TryAdd(key, text);
            if (one.Equals(CultureInfo.InvariantCulture)) return texts.ToFrozenDictionary();
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Own(CultureInfo culture) => files
        .Select(f => f.GetResourceSet(culture, createIfNotExists: true, tryParents: false)).OfType<ResourceSet>()
        .SelectMany(s => s.Cast<DictionaryEntry>()).Where(e => e.Value is string)
        .Select(e => KeyValuePair.Create((string)e.Key, (string)e.Value!));
}
