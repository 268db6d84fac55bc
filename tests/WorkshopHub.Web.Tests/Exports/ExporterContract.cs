using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Summaries;
using WorkshopHub.Web.Exports;

namespace WorkshopHub.Web.Tests.Exports;

/// <summary>What every format keeps. A new one is under it as soon as it is in the catalogue.</summary>
public sealed partial class ExporterContract
{
    private static readonly string[] OfRecordsOnly = ["csv"];
    private static readonly string[] ForTheFacilitator = ["csv", "json"];

    public static TheoryData<string> Formats => [.. Some.Exporters.Available];

    [Theory, MemberData(nameof(Formats))]
    public void The_file_is_named_after_title_and_date(string format)
    {
        Assert.Equal($"beyond-service-partner-2026-06-14.{format}", Some.KickStart.Export(format).FileName);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Nothing_that_was_said_is_left_out(string format)
    {
        foreach (var summary in new[] { Some.KickStart, Some.Roundtable })
        {
            var texts = string.Join('\n', ReadBack.Texts(format, summary.Export(format)));
            foreach (var text in Said(format, summary)) Assert.Contains(text, texts, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void What_is_hidden_is_in_the_facilitators_formats_only(string format)
    {
        var hidden = Assert.Single(Some.KickStart.Records, r => r.Hidden).Text;
        var isThere = ReadBack.Texts(format, Some.KickStart.Export(format)).Contains(hidden);
        Assert.Equal(ForTheFacilitator.Contains(format), isThere);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Hostile_texts_come_out_as_texts(string format)
    {
        var texts = string.Join('\n', ReadBack.Texts(format, Some.AllHostile.Export(format)));
        Assert.Contains("<script>alert(1)</script>", texts, StringComparison.Ordinal);
        Assert.Contains("👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ☕", texts, StringComparison.Ordinal);
        Assert.Contains("مرحبا بالعالم (hello), ١٢٣", texts, StringComparison.Ordinal);
        Assert.Contains("שלום עולם 42!", texts, StringComparison.Ordinal);
        Assert.Contains(new string('w', 1000), texts, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Formats))]
    public void An_empty_summary_is_a_file_too(string format)
    {
        var file = Some.Nothing.Export(format);
        Assert.NotEmpty(file.Content);
        Assert.Equal($"summary.{format}", file.FileName);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_stream_that_only_goes_forth_is_enough_and_stays_open(string format)
    {
        var exporter = Assert.Single(Exporters(), e => e.Format == format);
        using var stream = new ForthOnly();
        exporter.Write(Some.KickStart, stream);
        Assert.True(stream.Written > 0);
        Assert.False(stream.IsClosed);
    }

    [Theory, MemberData(nameof(Formats))]
    public void No_document_says_who_wrote_a_contribution_unless_the_record_does(string format)
    {
        var texts = ReadBack.Texts(format, Some.KickStart.Export(format));
        Assert.Equal(ForTheFacilitator.Contains(format), texts.Contains("Sarah"));
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_word_of_the_tools_own_is_found_in_its_resources(string format)
    {
        var texts = string.Join('\n', ReadBack.Texts(format, Some.KickStart.Export(format)));
        Assert.DoesNotMatch(ResourceKey(), texts);
    }

    private static IEnumerable<string> Said(string format, Summary summary) => OfRecordsOnly.Contains(format)
        ? summary.Records.Select(r => r.Text)
        : summary.Blocks.SelectMany(Texts).Concat(new[] { summary.Head.Title, summary.Head.Topic, summary.Head.Stage }.OfType<string>());

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Block.Heading heading => [heading.Text],
        Block.Points points => points.Items.SelectMany(Texts),
        Block.Table table => [.. table.Heads, .. table.Rows.SelectMany(r => r).SelectMany(c => c.Entries).SelectMany(Texts)],
        Block.Note note => note.Text.Split("\n\n"),
        Block.Remark remark => [remark.Text],
        Block.Lists lists => lists.Items.SelectMany(l => l.Entries.SelectMany(Texts).Prepend(l.Title)),
        Block.Quotes quotes => quotes.Items.SelectMany(q => Texts(q.Entry).Append(q.SpokenFor ?? "")),
        Block.Bars bars => bars.Items.SelectMany(b => new[] { b.Label, $"{b.Count}" }),
        Block.Shift shift => new[] { shift.From, shift.To }.SelectMany(l => l.Entries.SelectMany(Texts).Prepend(l.Title)),
        _ => throw new ArgumentException($"Say here what is said in {block}.", nameof(block)),
    };

    private static IEnumerable<string> Texts(SummaryEntry entry) => [entry.Text, entry.Detail ?? "", .. entry.Notes ?? []];

    private static IEnumerable<IExporter> Exporters() => Some.Services.GetServices<IExporter>();

    [GeneratedRegex("DateFormat|PageOf|NoteInCell|CountOf|Quoted")]
    private static partial Regex ResourceKey();

    /// <summary>As a response's body is.</summary>
    private sealed class ForthOnly : Stream
    {
        public long Written { get; private set; }

        public bool IsClosed { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Written += count;

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
