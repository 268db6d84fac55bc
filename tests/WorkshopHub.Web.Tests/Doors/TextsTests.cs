using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WorkshopHub.Web.Tests.Exports;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>People write what they want; it arrives as it was written and does nothing anywhere.</summary>
public sealed class TextsTests(HubServer server) : IClassFixture<HubServer>
{
    public static TheoryData<string> Texts =>
    [
        "👩‍👩‍👧‍👦 🏳️‍🌈 ☕ done",
        "مرحبا بالعالم (hello)",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)> & \"quoted\" 'text'",
        "=HYPERLINK(\"http://tracker.example\",\"click\")",
        "+1 | -1 | @SUM(A1) | \\| done",
        "first line\nsecond line\n| a | b |",
        "# no heading **no bold** [no](javascript:alert(1)) `no code`",
        "{{no}} {0} %s ${no} \\u0041",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_arrives_as_it_was_written_and_is_harmless_in_every_format(string text)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync(text.Split('\n')[0][..Math.Min(20, text.Split('\n')[0].Length)]);
        var said = await bo.SayAsync("challenge", text);

        Assert.Equal(text, (await room.ContributionAsync(said)).GetProperty("text").GetString());
        Assert.Equal(text, (await bo.ViewAsync()).GetProperty("contributions").At("contributionId", said).GetProperty("text").GetString());
        var md = Encoding.UTF8.GetString((await SummaryAsync(room, "md")).Bytes);
        Assert.DoesNotContain("<script", md, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", md, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"(?<!\\)\]\(javascript", md);
        var csv = Csv.Parse(Encoding.UTF8.GetString((await SummaryAsync(room, "csv")).Bytes));
        var cell = csv.Single(r => r[csv[0].IndexOf("id")] == said)[csv[0].IndexOf("text")];
        Assert.Equal(text, cell.TrimStart('\''));
        Assert.DoesNotContain(cell[0], "=+-@");
        using var docx = WordprocessingDocument.Open(new MemoryStream((await SummaryAsync(room, "docx")).Bytes), false);
        Assert.Contains(docx.MainDocumentPart!.Document!.Descendants<Text>(), t =>
            text.StartsWith(t.Text.TrimEnd(), StringComparison.Ordinal) && t.Text.Length > 3);
        Assert.Equal(text, (await SummaryAsync(room, "json")).Json.GetProperty("records").At("id", said).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Texts_are_composed_and_their_ends_trimmed_before_they_are_counted()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();

        var said = await bo.SayAsync("challenge", $" \u200b{string.Concat(Enumerable.Repeat("e\u0301", 250))}\r\n ");

        Assert.Equal(new string('é', 250), (await room.ContributionAsync(said)).GetProperty("text").GetString());
    }

    private static async Task<Reply> SummaryAsync(Room room, string format) =>
        (await room.Lead.GetAsync($"{room.Path}/summary?format={format}")).Ok();
}
