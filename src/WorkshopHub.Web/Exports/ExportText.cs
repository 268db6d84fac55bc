namespace WorkshopHub.Web.Exports;

/// <summary>Marks the words that the exports add to a summary: Resources/Exports/ExportText.resx.</summary>
public sealed class ExportText;
