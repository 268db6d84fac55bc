using System.Runtime.CompilerServices;

namespace WorkshopHub.Web.Tests.Architecture;

/// <summary>A file of the server as it is written, for tests of where things may stand.</summary>
/// <param name="Path">Below the project (or the repository, of <see cref="Everywhere"/>), with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The uppermost folder; empty for what lies beside the project file.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";

    public static IReadOnlyList<SourceFile> All()
    {
        var root = Root();
        return
        [
            .. new[] { "*.cs", "*.razor" }.SelectMany(kind => Directory.EnumerateFiles(root, kind, SearchOption.AllDirectories))
                .Select(f => (File: f, Path: System.IO.Path.GetRelativePath(root, f).Replace('\\', '/')))
                .Where(f => !f.Path.StartsWith("bin/", StringComparison.Ordinal) && !f.Path.StartsWith("obj/", StringComparison.Ordinal))
                .Where(f => !f.Path.StartsWith("client/", StringComparison.Ordinal))
                .Select(f => new SourceFile(f.Path, File.ReadAllText(f.File))),
        ];
    }

    /// <summary>Every file of code, of the product and of its tests; the path is that of the repository.</summary>
    public static IReadOnlyList<SourceFile> Everywhere()
    {
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(Root(), "..", ".."));
        return
        [
            .. new[] { "src", "tests" }
                .SelectMany(part => Directory.EnumerateFiles(System.IO.Path.Combine(root, part), "*.cs", SearchOption.AllDirectories))
                .Select(f => (File: f, Path: System.IO.Path.GetRelativePath(root, f).Replace('\\', '/')))
                .Where(f => !f.Path.Contains("/bin/", StringComparison.Ordinal) && !f.Path.Contains("/obj/", StringComparison.Ordinal))
                .Select(f => new SourceFile(f.Path, File.ReadAllText(f.File))),
        ];
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = System.IO.Path.GetDirectoryName(here)!;
        return System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, "..", "..", "..", "src", "WorkshopHub.Web"));
    }
}
