using System.Collections.Frozen;
using WorkshopHub.Core;
using WorkshopHub.Core.Summaries;
using WorkshopHub.Web.Ambient;

namespace WorkshopHub.Web.Exports;

/// <summary>The formats of a summary: those that the contract names, and those that can be had.</summary>
public sealed class Exporters(IEnumerable<IExporter> exporters)
{
    private readonly FrozenDictionary<string, IExporter> exporters = exporters.ToFrozenDictionary(e => e.Format, StringComparer.Ordinal);

    /// <summary>Every format of the public contract, built or not.</summary>
    public static ValueList<string> Known { get; } = ["md", "html", "docx", "xlsx", "csv", "json"];

    /// <summary>The formats that can be had, in the contract's order; for menus.</summary>
    public ValueList<string> Available => Known.Where(exporters.ContainsKey).ToValueList();

    public ExportAnswer Make(string format, Summary summary)
    {
        if (!exporters.TryGetValue(format, out var exporter)) return new ExportAnswer.Refused(Missing(format));

        using var content = new MemoryStream();
        using (CultureScope.In(summary.Head.Language)) exporter.Write(summary, content);
        return new ExportAnswer.Made(new(FileName.Of(summary.Head, exporter.Format), exporter.ContentType, content.ToArray()));
    }

    private Refusal Missing(string format) => Known.Contains(format)
        ? RefusalKind.NotAvailable.With($"The format “{format}”")
        : RefusalKind.Malformed.With($"there is no such format of a summary; take one of {string.Join(", ", Available)}.");
}
