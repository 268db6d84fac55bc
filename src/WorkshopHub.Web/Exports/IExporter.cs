using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Exports;

/// <summary>Writes a summary in one format. It knows the kinds of block, never a layout.</summary>
public interface IExporter
{
    /// <summary>As the public contract names it, such as <c>docx</c>; also the file's extension.</summary>
    string Format { get; }

    string ContentType { get; }

    /// <summary>Writes the whole summary and leaves the stream open. Words for people are in the current UI culture.</summary>
    void Write(Summary summary, Stream stream);
}
