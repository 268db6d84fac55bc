using System.Net;
using Microsoft.AspNetCore.SignalR;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>A whole server on a database in which a newer version has written in one of two sessions.</summary>
public sealed class ShutSessionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workshophub-").FullName;

    public void Dispose() => TemporaryFolder.Delete(folder);

    [Theory]
    [InlineData("room.flooded.v3", "{}", "newer-version", "newer version")]
    [InlineData("step.entered.v1", "{", "session-unreadable", "cannot be read")]
    public async Task RUN_25_every_door_says_why_one_session_is_shut(string name, string data, string code, string words)
    {
        var (shut, open, screen, phone, other) = await BeforeAsync(name, data);
        using var server = HubServer.Start(dataDirectory: folder);
        var before = RowsOf(server, shut);
        using var amara = await Facilitator.AmaraAsync(server);
        using var console = await server.SignedInAsync();
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        foreach (var path in (string[])["", "/events", "/summary"]) (await amara.GetAsync(shut.Path + path)).IsRefused(409, code);
        (await amara.PostAsync($"{shut.Path}/commands", Json.Command("closeSession"))).IsRefused(409, code);
        (await amara.PostAsync($"{shut.Path}/screens", new { })).IsRefused(409, code);
        (await amara.DeleteAsync(shut.Path)).IsRefused(409, code);
        using var elsewhere = await Facilitator.SomebodyElseAsync(server);
        (await elsewhere.GetAsync(shut.Path)).IsRefused(404, "no-such-session");

        foreach (var path in (string[])[$"api/join/{shut.Code}", $"j/{shut.Code}/view", $"j/{shut.Code}/mine", $"screen/{screen}/view"])
        {
            (await Reply.OfAsync(browser.GetAsync(path))).IsRefused(409, code);
        }

        foreach (var page in (string[])[$"j/{shut.Code}", $"?code={shut.Code}", $"screen/{screen}"])
        {
            using var answer = await browser.GetAsync(page);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await using var line = await HubClient.ConnectAsync(server.Address);
        foreach (var (by, token) in (IEnumerable<(string, string)>)[(shut.Code, phone), ("", screen)])
        {
            var refused = await Assert.ThrowsAsync<HubException>(() => line.EnterAsync(by, token));
            Assert.Contains(code, refused.Message, StringComparison.Ordinal);
        }

        foreach (var page in (string[])["", "/prepare"])
        {
            Assert.Contains(words, await console.GetStringAsync($"console/sessions/{shut.Id}{page}"), StringComparison.Ordinal);
        }

        Assert.Contains(shut.Id, await console.GetStringAsync("console"), StringComparison.Ordinal);
        Assert.Equal(before, RowsOf(server, shut));

        (await amara.GetAsync(open.Path)).Ok();
        await using var entered = await HubClient.EnteredAsync(server.Address, open.Code, other);
    }

    [Theory]
    [InlineData("de", "neuere Version")]
    [InlineData("ar", "إصدار أحدث")]
    public async Task RUN_25_a_phone_reads_it_in_its_own_language(string language, string words)
    {
        var (shut, _, screen, _, _) = await BeforeAsync("room.flooded.v3", "{}");
        using var server = HubServer.Start(dataDirectory: folder);
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        foreach (var page in (string[])[$"j/{shut.Code}", $"?code={shut.Code}", $"screen/{screen}"])
        {
            using var answer = await browser.GetAsync(page);
            Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    private static HashSet<(string Table, string Row)> RowsOf(HubServer server, Room room) =>
        [.. Database.Rows(server).Where(r => r.Row.Contains(room.Id, StringComparison.Ordinal))];

    // The tokens of a screen and of a delegate in each session; then a newer version writes in the first one.
    private async Task<(Room Shut, Room Open, string Screen, string Phone, string Other)> BeforeAsync(string name, string data)
    {
        using var server = HubServer.Start(dataDirectory: folder);
        using var amara = await Facilitator.AmaraAsync(server);
        var (shut, open) = (await amara.RoomAsync(), await amara.RoomAsync());
        var screen = (await shut.ScreenAsync()).Text("token");
        using var phone = await shut.JoinAsync("Bo");
        using var other = await open.JoinAsync("Chen");
        Database.AddEvent(server, shut.Id, name, data);
        return (shut, open, screen, phone.Token, other.Token);
    }
}
