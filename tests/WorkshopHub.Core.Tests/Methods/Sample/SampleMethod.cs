using System.Runtime.CompilerServices;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Tests.Methods.Sample;

/// <summary>
/// A method that was made by <c>docs/new-method.md</c> alone, and has in it all that there is. Tests try it as if it were built
/// in.
/// </summary>
internal static class SampleMethod
{
    internal const string Id = "town-hall";

    internal static string File { get; } = System.IO.File.ReadAllText(Path.Combine(Here(), $"{Id}.json"));

    /// <summary>A built-in method or this one.</summary>
    internal static Method Find(string id) => id == Id
        ? MethodReader.Read(File, LayoutCatalogue.Needs, out var refusal) ?? throw new InvalidOperationException($"{refusal}")
        : BuiltInMethods.Find(id)!;

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
