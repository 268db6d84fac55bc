namespace WorkshopHub.Core.Methods;

/// <summary>The methods that come with the product: the JSON files in <c>Methods/BuiltIn</c>, read once.</summary>
public static class BuiltInMethods
{
    private static readonly Lazy<IReadOnlyList<Method>> Read = new(ReadAll);

    public static IReadOnlyList<Method> All => Read.Value;

    public static Method? Find(string id) => All.FirstOrDefault(m => m.Id == id);

    /// <summary>
    /// The JSON schema that methods follow, as published under <c>/schemas/method.json</c>: the file with the names of the layouts
    /// that there are.
    /// </summary>
    /// <param name="layouts">Those that a method can name.</param>
    public static string Schema(ILayoutNeeds layouts) => Text("method.schema.json").Replace(
        """
        "layout": { "type": "string" }
        """,
        $$"""
        "layout": { "enum": [{{string.Join(", ", layouts.Names.Select(n => $"\"{n}\""))}}] }
        """,
        StringComparison.Ordinal);

    private static List<Method> ReadAll() =>
    [
        .. typeof(BuiltInMethods).Assembly.GetManifestResourceNames()
            .Where(n => n.Contains(".BuiltIn.", StringComparison.Ordinal) && !n.EndsWith(".schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => MethodReader.ReadOwn(Content(n))),
    ];

    private static string Text(string file) =>
        Content(typeof(BuiltInMethods).Assembly.GetManifestResourceNames().Single(n => n.EndsWith($".{file}", StringComparison.Ordinal)));

    private static string Content(string resource)
    {
        using var stream = typeof(BuiltInMethods).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
