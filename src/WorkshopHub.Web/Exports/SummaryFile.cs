using WorkshopHub.Core;

namespace WorkshopHub.Web.Exports;

/// <summary>A summary as a file to download.</summary>
/// <param name="FileName">ASCII letters, digits, hyphens and one dot; safe on every file system and in a header.</param>
public sealed record SummaryFile(string FileName, string ContentType, byte[] Content);

/// <summary>What comes of asking for a format. Closed.</summary>
public abstract record ExportAnswer
{
    private ExportAnswer()
    {
    }

    public sealed record Made(SummaryFile File) : ExportAnswer;

    /// <summary>
    /// <c>not-available</c>: the contract has this format, this version does not. <c>malformed</c>: there is no such format.
    /// </summary>
    public sealed record Refused(Refusal Refusal) : ExportAnswer;
}
