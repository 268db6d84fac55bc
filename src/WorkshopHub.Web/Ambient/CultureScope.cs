using System.Collections.Concurrent;
using System.Globalization;
using WorkshopHub.Core;

namespace WorkshopHub.Web.Ambient;

/// <summary>
/// Localizers read the ambient culture. Whoever speaks to somebody sets it for just that, and it is put back: one request
/// serves people in several languages, and nobody inherits another's.
/// </summary>
internal readonly struct CultureScope : IDisposable
{
    private static readonly ConcurrentDictionary<string, CultureInfo> Cultures = new(StringComparer.Ordinal);

    private readonly CultureInfo before = CultureInfo.CurrentCulture;
    private readonly CultureInfo beforeInWords = CultureInfo.CurrentUICulture;

    private CultureScope(CultureInfo culture) => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);

    /// <summary>Speaks this language until it is disposed of, on the same thread of control.</summary>
    public static CultureScope In(string language) => new(CultureOf(language));

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeInWords);

    /// <summary>The console speaks English, whatever the machine does; the doors of phones and screens say what they speak.</summary>
    public static Task InTheFirstAsync(HttpContext http, RequestDelegate next)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureOf(Languages.First);
        return next(http);
    }

    internal static CultureInfo CultureOf(string language) => Cultures.GetOrAdd(language, static tag => Gregorian(Named(tag)));

    private static CultureInfo Named(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo(Languages.First);
        }
    }

    /// <summary>Due dates elsewhere are Gregorian; one calendar in all of a session.</summary>
    private static CultureInfo Gregorian(CultureInfo culture)
    {
        if (culture.Calendar is GregorianCalendar) return culture;
        var calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault();
        if (calendar is null) return culture;
        var changed = (CultureInfo)culture.Clone();
        changed.DateTimeFormat.Calendar = calendar;
        return CultureInfo.ReadOnly(changed);
    }
}
