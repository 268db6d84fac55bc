namespace WorkshopHub.Web.Exports;

/// <summary>Marks the words that the exports add to a summary; they stand in the file beside it.</summary>
public sealed class ExportText;
