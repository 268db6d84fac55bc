using System.Text.Json;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Tests.Exports;

public sealed class JsonExporterTests
{
    [Fact]
    public void The_shape_is_the_public_one()
    {
        var summary = new Summary(
            new("Title", null, new DateOnly(2026, 6, 14), 2, "en", null, "2 delegates"),
            [
                new Block.Heading(1, "Evidence"),
                new Block.Points(true, [new("One", "2 nods", true, ["Why"])]),
                new Block.Table(["Challenge"], [[Some.Only("Text")], [Some.None]]),
                new Block.Note("Note"),
                new Block.Remark("Remark"),
                new Block.Lists([new("IT", [new("One")])]),
                new Block.Quotes([new(new("Said", "2 nods"), "as a buyer")]),
                new Block.Bars([new("Yes", 2, true)], 3),
                new Block.Shift(new("Today", []), new("Needed", [new("One")])),
            ],
            [new() { Kind = "action", Id = "a1", Text = "What", Due = new DateOnly(2026, 7, 31), FromIds = ["c1"] }]);

        const string Expected = """
            {"head":{"title":"Title","topic":null,"date":"2026-06-14","delegates":2,"language":"en","stage":null},
            "blocks":[
            {"kind":"heading","level":1,"text":"Evidence"},
            {"kind":"points","numbered":true,"entries":[{"text":"One","detail":"2 nods","marked":true,"notes":["Why"]}]},
            {"kind":"table","heads":["Challenge"],"rows":[[[{"text":"Text","detail":null,"marked":false,"notes":[]}]],[[]]]},
            {"kind":"note","text":"Note"},
            {"kind":"remark","text":"Remark"},
            {"kind":"lists","lists":[{"title":"IT","entries":[{"text":"One","detail":null,"marked":false,"notes":[]}]}]},
            {"kind":"quotes","quotes":[{"text":"Said","spokenFor":"as a buyer","detail":"2 nods","marked":false,"notes":[]}]},
            {"kind":"bars","bars":[{"label":"Yes","count":2,"marked":true}],"of":3},
            {"kind":"shift","from":{"title":"Today","entries":[]},"to":{"title":"Needed","entries":[{"text":"One","detail":null,"marked":false,"notes":[]}]}}],
            "records":[{"kind":"action","id":"a1","activity":null,"lane":null,"text":"What","parentId":null,"parentText":null,
            "nods":null,"picked":false,"hidden":false,"notedByFacilitator":false,"editedByFacilitator":false,"by":null,
            "owner":null,"due":"2026-07-31","confidence":null,"fromIds":["c1"],"notes":[],"parked":false,"joinedInto":null,"carriedFrom":null,
            "theme":null,"quotation":false,"spokenFor":null,"count":null,"of":null}]}
            """;
        using var expected = JsonDocument.Parse(Expected);
        using var actual = JsonDocument.Parse(summary.Export("json").Content);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, actual.RootElement), actual.RootElement.ToString());
    }

    [Fact]
    public void Letters_stay_readable_and_markup_does_not()
    {
        var json = ReadBack.Utf8(Some.AllHostile.Export("json"));
        Assert.Contains("שלום עולם", json, StringComparison.Ordinal);
        Assert.DoesNotContain('<', json);
        Assert.DoesNotContain('&', json);
    }

    [Fact]
    public void Texts_are_as_they_were_written()
    {
        foreach (var text in Some.Hostile.Where(t => !t.Any(char.IsSurrogate)))
        {
            using var json = JsonDocument.Parse((Some.Nothing with { Blocks = [new Block.Note(text)] }).Export("json").Content);
            Assert.Equal(text, json.RootElement.GetProperty("blocks")[0].GetProperty("text").GetString());
        }
    }
}
