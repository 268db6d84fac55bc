using Microsoft.Extensions.Localization;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Exports;

/// <summary>The figure behind a bar: "11 of 23", or "19".</summary>
internal static class BarFigure
{
    public static string Of(Bar bar, int? of, IStringLocalizer words) =>
        of is { } all ? words["CountOf", bar.Count, all].Value : words["Count", bar.Count].Value;
}
