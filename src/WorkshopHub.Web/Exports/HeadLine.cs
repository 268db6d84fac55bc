using System.Globalization;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Exports;

/// <summary>The facts under a document's title.</summary>
internal static class HeadLine
{
    public const string Separator = " · ";

    /// <summary>Date, number of delegates and stage: what is known of them, in that order.</summary>
    public static IEnumerable<string> Facts(SummaryHead head, IStringLocalizer words)
    {
        if (head.Date is { } date) yield return date.ToString(words["DateFormat"], CultureInfo.CurrentCulture);
        yield return head.DelegatesInWords;
        if (head.Stage is { } stage) yield return stage;
    }
}
