using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Tests.Exports;

public sealed class CsvExporterTests
{
    [Fact]
    public void The_head_names_the_columns_for_good()
    {
        Assert.Equal(
            "kind,id,activity,lane,text,parentId,parentText,nods,picked,hidden,notedByFacilitator,editedByFacilitator,"
                + "by,owner,due,confidence,fromIds,notes,parked,joinedInto,carriedFrom,theme,quotation,spokenFor,count,of",
            string.Join(',', Rows(Some.KickStart)[0]));
    }

    [Fact]
    public void A_byte_order_mark_tells_Excel_that_it_is_UTF_8()
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], Some.KickStart.Export("csv").Content[..3]);
    }

    [Fact]
    public void Each_record_is_a_row_and_each_value_in_its_column()
    {
        var rows = Rows(Some.KickStart);
        Assert.Equal(Some.KickStart.Records.Count + 1, rows.Count);
        Assert.Equal(
            ["action", "a1", "", "", "Create yearly plan of maintenance weekends", "", "", "", "false", "false", "false", "false", "",
                "Service manager", "2026-07-31", "4", "c3\nc4", "", "false", "", "", "", "false", "", "", ""],
            rows[2]);
        Assert.Equal(
            [
                "contribution", "c2", "Kick Start", "Most Significant Root Cause",
                    "Historical focus on technology impact due to cultural attitude of department",
                "c1", "Poor scheduling and consensus management of IT Maintenance weekends", "12", "true", "false", "false", "false", "",
                    "", "", "", "", "Said by three tables.\nCheck with Estates.", "false", "", "", "", "false", "", "", "",
            ],
            rows[4]);
    }

    [Fact]
    public void What_the_facilitator_has_hidden_is_flagged()
    {
        var rows = Rows(Some.KickStart);
        var hidden = rows[0].IndexOf("hidden");
        Assert.Equal("What the facilitator took off the screen", Assert.Single(rows, r => r[hidden] == "true")[rows[0].IndexOf("text")]);
    }

    [Fact]
    public void No_cell_is_a_formula()
    {
        foreach (var cell in Rows(Some.AllHostile).Skip(1).SelectMany(row => row))
            Assert.DoesNotMatch("^[\\s\\u200B\\uFEFF]*[=+\\-@＝＋－＠]", cell);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" =1+1", "' =1+1")]
    [InlineData("\t1", "'\t1")]
    [InlineData("\r1", "'\n1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("1=1", "1=1")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("two\r\nlines, \"quoted\"", "two\nlines, \"quoted\"")]
    public void Only_what_looks_like_a_formula_gets_an_apostrophe(string text, string expected)
    {
        Assert.Equal(expected, Rows(Some.Nothing with
        {
            Records = [new SummaryRecord
        {
            Kind = "note",
            Id = "n1",
            Text = text,
        }]
        })[1][4]);
    }

    [Fact]
    public void Every_row_has_all_columns_whatever_the_texts_hold()
    {
        var rows = Rows(Some.AllHostile);
        Assert.Equal(Some.Hostile.Count + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(26, row.Count));
    }

    private static List<List<string>> Rows(Summary summary) => Csv.Parse(ReadBack.Utf8(summary.Export("csv")));
}
