using System.Globalization;

namespace WorkshopHub.Web.Exports;

/// <summary>
/// A document speaks the session's language, whoever fetches it. Localizers read the ambient culture, so it is set for
/// the time of one synchronous write and put back.
/// </summary>
internal sealed class ExportCulture : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;
    private readonly CultureInfo beforeInWords = CultureInfo.CurrentUICulture;

    private ExportCulture(CultureInfo culture) => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);

    public static ExportCulture Of(string language) => new(Gregorian(Named(language)));

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeInWords);

    private static CultureInfo Named(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }

    /// <summary>Due dates elsewhere are Gregorian; one calendar in all of a summary.</summary>
    private static CultureInfo Gregorian(CultureInfo culture)
    {
        if (culture.Calendar is GregorianCalendar) return culture;
        var calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault();
        if (calendar is null) return culture;
        var changed = (CultureInfo)culture.Clone();
        changed.DateTimeFormat.Calendar = calendar;
        return changed;
    }
}
