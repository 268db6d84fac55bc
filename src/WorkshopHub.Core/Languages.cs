namespace WorkshopHub.Core;

/// <summary>A language that the product speaks.</summary>
/// <param name="Tag">BCP 47.</param>
/// <param name="Name">What its speakers call it: whoever cannot read the page finds it by this.</param>
public sealed record Language(string Tag, string Name);

/// <summary>
/// The languages of phones, screens and built-in methods. A new one is a line here, its resources and its texts in the methods.
/// </summary>
public static class Languages
{
    /// <summary>The tool's own words are written in it first, and every text of a method has it.</summary>
    public const string First = "en";

    public static IReadOnlyList<Language> All { get; } = [new(First, "English"), new("de", "Deutsch"), new("ar", "العربية")];

    /// <summary>The tag of this language or of its parent ("de" for "de-AT"); null: the product does not have it.</summary>
    public static string? Find(string? tag)
    {
        for (var rest = tag?.Trim() ?? ""; rest.Length > 0; rest = Parent(rest))
        {
            if (All.FirstOrDefault(l => string.Equals(l.Tag, rest, StringComparison.OrdinalIgnoreCase)) is { } found) return found.Tag;
        }

        return null;
    }

    /// <summary>What a language of the product is called by its speakers.</summary>
    public static string NameOf(string tag) => All.First(l => l.Tag == tag).Name;

    /// <summary>"de" for "de-AT"; empty for "de".</summary>
    internal static string Parent(string tag) => tag.LastIndexOf('-') is var at and > 0 ? tag[..at] : "";
}
