namespace WorkshopHub.Core.Methods;

/// <summary>Something that a method does not keep to.</summary>
/// <param name="Path">Where in its file: <c>activities[2].steps[0].minutes</c>; empty: the whole.</param>
/// <param name="Place">The same by names, for whoever has no file before them: <c>activity “open”: step “write”: minutes</c>.</param>
/// <param name="Rule">What may stand there, as a sentence.</param>
public sealed record MethodFault(string Path, string Place, string Rule)
{
    internal MethodFault(string leaf, string rule)
        : this(leaf, leaf, rule)
    {
    }

    /// <summary>The same, seen from further outside.</summary>
    internal MethodFault Within(string path, string place) =>
        this with { Path = Join(path, Path), Place = place.Length == 0 || Place.Length == 0 ? place + Place : $"{place}: {Place}" };

    /// <summary>The sentence with its place by names.</summary>
    public override string ToString() => Place.Length == 0 ? Rule : $"{Place}: {Rule}";

    internal static string Join(string path, string below) =>
        path.Length == 0 || below.Length == 0 || below[0] == '[' ? path + below : $"{path}.{below}";
}
