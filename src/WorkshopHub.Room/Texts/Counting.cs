using System.Globalization;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;

namespace WorkshopHub.Room.Texts;

/// <summary>
/// Sentences with a number in them: <c>nods.one</c>, <c>nods.other</c>, and whatever forms a language has besides. English and
/// German, too, may say none in a sentence of its own: <c>nods.zero</c>.
/// </summary>
public static class Counting
{
    /// <summary>"1 nod", "7 nods": the number is <c>{0}</c>, what else there is (such as "17 of 23") comes after it.</summary>
    public static string Count(this IStringLocalizer text, string key, int n, params object[] more)
    {
        var form = Plurals.Form(CultureInfo.CurrentUICulture.Name, n, f => !text[$"{key}.{f}"].ResourceNotFound);
        return text[$"{key}.{form}", [n, .. more]];
    }
}
