using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace WorkshopHub.Web.Tests.Texts;

/// <summary>A file with texts as it lies in the source: <c>src/WorkshopHub.Room/Phone/RoomText.de.resx</c>.</summary>
internal sealed record ResxFile(string Project, string Folder, string Name, string Language,
    IReadOnlyList<KeyValuePair<string, string>> Texts)
{
    internal static IReadOnlyList<ResxFile> All { get; } =
    [
        .. Directory.EnumerateFiles(Source(), "*.resx", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read),
    ];

    internal string Path => System.IO.Path.Combine(Project, Folder, Language.Length == 0 ? $"{Name}.resx" : $"{Name}.{Language}.resx");

    /// <summary>What all files of a name say in a language; English has no tag.</summary>
    internal static Dictionary<string, string> Merged(string name, string language) =>
        All.Where(f => f.Name == name && f.Language == language).SelectMany(f => f.Texts).ToDictionary();

    internal static string Source([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../src"));

    private static ResxFile Read(string path)
    {
        var parts = System.IO.Path.GetRelativePath(Source(), path).Split(System.IO.Path.DirectorySeparatorChar);
        var name = parts[^1].Split('.');
        var texts = XDocument.Load(path).Root!.Elements("data")
            .Select(d => KeyValuePair.Create(d.Attribute("name")!.Value, d.Element("value")!.Value));
        return new(parts[0], string.Join('/', parts[1..^1]), name[0], name.Length == 3 ? name[1] : "", [.. texts]);
    }
}
