namespace WorkshopHub.Core;

/// <summary>
/// Which form a language takes for a number of things, by the categories and rules of Unicode's CLDR: zero, one, two, few,
/// many, other. The scripts ask the browser, which has the same ones.
/// </summary>
public static class Plurals
{
    /// <summary>Every category that a language can have.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>The category of a whole number; English stands in for a language that is not here.</summary>
    public static string Of(string language, int n) => Languages.Find(language) switch
    {
        "ar" => Arabic(n),
        _ => n == 1 ? "one" : "other",
    };

    /// <summary>The categories that a language tells apart.</summary>
    public static IReadOnlyList<string> In(string language) => Languages.Find(language) == "ar" ? Categories : ["one", "other"];

    private static string Arabic(int n) => (n, n % 100) switch
    {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, >= 3 and <= 10) => "few",
        (_, >= 11 and <= 99) => "many",
        _ => "other",
    };
}
