using System.Text.RegularExpressions;

namespace WorkshopHub.Web.Tests.Texts;

/// <summary>Which folders of a project ask for a key: as a whole word, as the stem of one that counts, or as a word put together.</summary>
internal sealed partial class KeyUses(string project, string name)
{
    private readonly List<File> files =
    [
        .. Directory.EnumerateFiles(Path.Combine(ResxFile.Source(), project), "*", SearchOption.AllDirectories)
            .Where(p => Path.GetExtension(p) is ".cs" or ".razor")
            .Select(p => (Path: Path.GetRelativePath(Path.Combine(ResxFile.Source(), project), p).Replace('\\', '/'), Full: p))
            .Where(p => !p.Path.StartsWith("obj/", StringComparison.Ordinal) && !p.Path.StartsWith("bin/", StringComparison.Ordinal))
            .Select(p => File.Read(p.Path, System.IO.File.ReadAllText(p.Full))),
    ];

    /// <summary>Folders with a file in which the key, or its stem, stands anywhere between quotes.</summary>
    internal IEnumerable<string> Naming(string key) =>
        FoldersOf(f => f.Literals.Contains(key) || f.Literals.Contains(Stem(key)) || f.Patterns.Any(p => p.IsMatch(key)));

    /// <summary>Folders with a file that looks the key up where it stands: <c>L["key"]</c>.</summary>
    internal IEnumerable<string> Asking(string key) => FoldersOf(f => f.Asks(name, key) || f.Asks(name, Stem(key)));

    private IEnumerable<string> FoldersOf(Func<File, bool> which) =>
        files.Where(which).Select(f => f.Folder).Distinct().Order(StringComparer.Ordinal);

    private static string Stem(string key) => Form().Replace(key, "");

    [GeneratedRegex(@"\.(zero|one|two|few|many|other)$")]
    private static partial Regex Form();

    [GeneratedRegex(@"""([\w.-]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\b([LTM]|\w*[Ww]ords|text)(?:\[|\.Count\()\s*""([\w.-]+)""")]
    private static partial Regex Lookup();

    [GeneratedRegex(@"IStringLocalizer<(\w+)> (\w+)")]
    private static partial Regex Injected();

    // "own.{x}": its first part says what kind of key it is.
    [GeneratedRegex(@"\$""([\w.-]*[a-z][.-](?:[\w.-]|\{(?:[^{}""]|""[^""]*"")*\})*)""")]
    private static partial Regex PutTogether();

    [GeneratedRegex(@"\{(?:[^{}""]|""[^""]*"")*\}")]
    private static partial Regex Hole();

    private sealed record File(string Folder, HashSet<string> Literals, ILookup<string, string> Asked, ILookup<string, string> Localizers,
        IReadOnlyList<Regex> Patterns)
    {
        // A localizer that comes from a base or from _Imports could be of any name.
        internal bool Asks(string name, string key) =>
            Asked[key].Any(by => Localizers[by] is var names && (!names.Any() || names.Contains(name)));

        internal static File Read(string path, string text) => new(
            Path.GetDirectoryName(path)!.Replace('\\', '/'),
            [.. Literal().Matches(text).Select(m => m.Groups[1].Value)],
            Lookup().Matches(text).ToLookup(m => m.Groups[2].Value, m => m.Groups[1].Value),
            Injected().Matches(text).ToLookup(m => m.Groups[2].Value, m => m.Groups[1].Value),
            [.. PutTogether().Matches(text)
                .Select(m => new Regex($"^{string.Join(".*", Hole().Split(m.Groups[1].Value).Select(Regex.Escape))}$"))]);
    }
}
