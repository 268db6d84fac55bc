using System.Runtime.CompilerServices;

namespace WorkshopHub.Web.Tests.Architecture;

/// <summary>A file of the server as it is written, for tests of where things may stand.</summary>
/// <param name="Path">Below the project, with slashes.</param>
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

    private static string Root([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "..", "src", "WorkshopHub.Web"));
}
