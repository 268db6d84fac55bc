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

    /// <summary>
    /// The form in which a text says a number: the one of its category where it has that, else <c>other</c>. None is said in
    /// <c>zero</c> where a text has it, also in a language that does not tell it apart.
    /// </summary>
    public static string Form(string language, int n, Func<string, bool> has)
    {
        if (n == 0 && has("zero")) return "zero";
        var category = Of(language, n);
        return has(category) ? category : "other";
    }

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
