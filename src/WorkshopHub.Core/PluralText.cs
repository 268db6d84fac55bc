using System.Globalization;

namespace WorkshopHub.Core;

/// <summary>
/// A text that counts, in the forms that a language has for numbers (<see cref="Plurals"/>). Only forms that differ are written.
/// </summary>
public sealed record PluralText
{
    /// <summary>For every number that has no form of its own here.</summary>
    public required string Other { get; init; }

    public string? Zero { get; init; }

    public string? One { get; init; }

    public string? Two { get; init; }

    public string? Few { get; init; }

    public string? Many { get; init; }

    /// <summary>With the number in <c>{0}</c> and what else belongs to it in the places after that.</summary>
    public string Say(CultureInfo culture, int n, params object[] more) =>
        string.Format(culture, this[Plurals.Form(culture.Name, n, form => this[form] is not null)]!, [n, .. more]);

    private string? this[string form] => form switch
    {
        "zero" => Zero,
        "one" => One,
        "two" => Two,
        "few" => Few,
        "many" => Many,
        _ => Other,
    };
}
