using System.Net;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>What a form without script can say: numbers, what was pressed, and a field that was left empty.</summary>
public sealed class PhoneFormsTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task An_answer_is_given_by_its_position_changed_and_taken_back_by_the_button_that_was_pressed()
    {
        var (room, browser) = await JoinedAsync("maturity-ladder", "ladder");

        await SendAsync(browser, room, HttpStatusCode.Redirect, ("type", "answer"), ("activityId", "ladder"), ("laneId", "now"),
            ("value", "3"));
        Assert.Contains("1 of 1 has answered", await browser.GetStringAsync($"j/{room.Code}"), StringComparison.Ordinal);

        await SendAsync(browser, room, HttpStatusCode.Redirect, ("type", "answer"), ("activityId", "ladder"), ("laneId", "now"),
            ("value", "3"), ("value", ""));
        Assert.Contains("0 of 1 have answered", await browser.GetStringAsync($"j/{room.Code}"), StringComparison.Ordinal);

        await SendAsync(browser, room, HttpStatusCode.UnprocessableEntity, ("type", "answer"), ("activityId", "ladder"), ("laneId", "now"),
            ("value", "9"));
    }

    [Fact]
    public async Task Dots_are_how_many_lie_there_afterwards_and_one_too_many_is_refused_in_words()
    {
        var (room, browser) = await JoinedAsync("open-floor", "floor");
        var risk = (await room.MustAsync("contribute", new { activityId = "floor", laneId = "risk", text = "Nobody asks" })).Id;
        await room.MustAsync("moveToStep", new { activityId = "floor", step = "vote" });

        await SendAsync(browser, room, HttpStatusCode.Redirect, ("type", "placeDots"), ("targetId", risk), ("dots", "2"));
        Assert.Contains("1 dot left of 3", await browser.GetStringAsync($"j/{room.Code}"), StringComparison.Ordinal);
        await SendAsync(browser, room, HttpStatusCode.UnprocessableEntity, ("type", "placeDots"), ("targetId", risk), ("dots", "3"));
        await SendAsync(browser, room, HttpStatusCode.BadRequest, ("type", "placeDots"), ("targetId", risk), ("dots", "many"));
    }

    [Fact]
    public async Task A_refused_quotation_keeps_for_whom_it_was_spoken()
    {
        var (room, browser) = await JoinedAsync("open-floor", "floor");

        var page = await SendAsync(
            browser,
            room,
            HttpStatusCode.UnprocessableEntity,
            ("type", "contribute"),
            ("activityId", "floor"),
            ("laneId", "risk"),
            ("text", new string('x', 300)),
            ("quotation", "true"),
            ("spokenFor", "the risk-averse approver"));

        var field = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelector("#write-risk")!;
        Assert.Equal("the risk-averse approver", field.QuerySelector("[name=spokenFor]")!.GetAttribute("value"));
        Assert.True(field.QuerySelector("[name=quotation]")!.HasAttribute("checked"));
        Assert.True(field.QuerySelector("details")!.HasAttribute("open"));
    }

    private async Task<(Room Room, HttpClient Browser)> JoinedAsync(string method, string activityId)
    {
        var amara = await Facilitator.AmaraAsync(server);
        var made = (await amara.PostAsync("api/sessions", new { title = "Forms", method })).Is(HttpStatusCode.Created);
        var room = new Room(amara, made.Id, made.Text("code"));
        await room.MustAsync("openSession");
        await room.MustAsync("startActivity", new { activityId });
        var browser = server.Browser();
        using var form = new FormUrlEncodedContent([new("commandId", Guid.NewGuid().ToString())]);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync($"j/{room.Code}/join", form)).StatusCode);
        return (room, browser);
    }

    private static async Task<string> SendAsync(HttpClient browser, Room room, HttpStatusCode expected,
        params (string Name, string Value)[] fields)
    {
        using var form =
            new FormUrlEncodedContent(fields.Append(("commandId", Guid.NewGuid().ToString()))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await browser.PostAsync($"j/{room.Code}/send", form);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, said);
        return said;
    }
}
