using WorkshopHub.Core.Layouts;

namespace WorkshopHub.Web.Facilitator.MethodPages;

/// <summary>The layouts that there are, for a choice.</summary>
internal static class LayoutNames
{
    public static IEnumerable<string> All => LayoutCatalogue.All.Select(l => l.Name).Order(StringComparer.Ordinal);
}
