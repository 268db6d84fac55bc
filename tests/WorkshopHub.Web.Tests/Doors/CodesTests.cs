using System.Net;
using System.Net.Http.Json;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>Codes cannot be guessed, and a room behind one address never waits.</summary>
public sealed class CodesTests
{
    [Fact]
    public async Task A_code_that_leads_nowhere_is_not_found()
    {
        using var server = HubServer.Start();
        using var anybody = server.Browser();

        foreach (var code in (string[])["000000", "12345", "1234567", "abcdef", "%20"])
        {
            (await JoinAsync(anybody, code)).IsRefused(404, "no-such-code");
        }

        (await Reply.OfAsync(anybody.GetAsync("api/join/000000"))).IsRefused(404, "no-such-code");
    }

    [Fact]
    public async Task A_code_may_be_typed_with_a_blank_in_its_middle()
    {
        using var server = HubServer.Start();
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var anybody = server.Browser();

        (await JoinAsync(anybody, $"{room.Code[..3]}%20{room.Code[3..]}")).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Whoever_guesses_waits_and_is_told_how_long()
    {
        using var server = HubServer.Start();
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var guesser = server.BrowserAt("127.0.0.7");

        await GuessAsync(guesser);

        (await JoinAsync(guesser, "000000")).IsRefused(429, "too-many-attempts");
        // Nor does a right guess come through, which would tell that it was right.
        (await JoinAsync(guesser, room.Code)).IsRefused(429, "too-many-attempts");
        Assert.Equal(0, (await room.StateAsync()).GetProperty("delegates").GetArrayLength());
    }

    [Fact]
    public async Task Many_addresses_that_guess_together_keep_no_newcomer_out()
    {
        using var server = HubServer.Start();
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        for (var i = 10; i < 22; i++)
        {
            using var guesser = server.BrowserAt($"127.0.0.{i}");
            for (var n = 0; n < 19; n++) await JoinAsync(guesser, "000000");
            if (i == 21) (await JoinAsync(guesser, "000000")).IsRefused(429, "too-many-attempts");
        }

        using var newcomer = server.BrowserAt("127.0.0.99");
        (await JoinAsync(newcomer, room.Code)).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Three_hundred_people_behind_one_address_join_at_once()
    {
        using var server = HubServer.Start();
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var venue = server.BrowserAt("127.0.0.7");

        var joined = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => JoinAsync(venue, room.Code, $"Delegate {i}")));

        Assert.All(joined, j => j.Is(HttpStatusCode.Created));
        Assert.Equal(300, joined.Select(j => j.Text("token")).Distinct().Count());
        Assert.Equal(300, (await room.StateAsync()).GetProperty("delegates").GetArrayLength());
    }

    [Theory]
    [InlineData("facilitator")]
    [InlineData("screen")]
    [InlineData("delegate")]
    public async Task Three_hundred_join_also_where_somebody_guessed_once_the_room_was_seen_there(string who)
    {
        using var server = HubServer.Start();
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var venue = server.BrowserAt("127.0.0.7");
        using var bo = await room.JoinAsync();
        if (who == "delegate") (await JoinAsync(venue, room.Code)).Is(HttpStatusCode.Created);

        await GuessAsync(venue);
        (await JoinAsync(venue, "000000")).IsRefused(429, "too-many-attempts");
        if (who == "facilitator") await SeenAsync(venue, room.Path, amara.Http.DefaultRequestHeaders.Authorization!.Parameter!);
        if (who == "screen") (await Reply.OfAsync(venue.GetAsync(new Uri((await room.ScreenAsync()).Text("url")).AbsolutePath))).Ok();
        var joined = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => JoinAsync(venue, room.Code)));

        Assert.All(joined, j => j.Is(HttpStatusCode.Created));
    }

    [Fact]
    public async Task A_recovery_code_brings_the_same_delegate_back()
    {
        using var server = HubServer.Start();
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var joined = await room.JoinOnceAsync(new { name = "Bo" });
        using var bo = DelegateClient.Of(server.Address, room.Code, joined);
        var said = await bo.SayAsync("challenge", "No clear roles");

        var back = (await room
            .JoinOnceAsync(new { recoveryCode = $" {joined.Text("recoveryCode").ToLowerInvariant().Replace('-', ' ')} " })).Ok();
        using var onAnotherPhone = DelegateClient.Of(server.Address, room.Code, back);

        Assert.Equal(["token", "delegateId", "sessionId", "recoveryCode", "version"], back.Json.Names());
        Assert.Equal(bo.Id, onAnotherPhone.Id);
        await onAnotherPhone.MustAsync("editContribution", new { contributionId = said, text = "No clear roles yet" });
        (await room.JoinOnceAsync(new { recoveryCode = "AAAA-AAAA" })).IsRefused(404, "no-such-recovery-code");
        await room.MustAsync("closeSession");
        (await room.JoinOnceAsync(new { recoveryCode = joined.Text("recoveryCode") })).Ok();
    }

    [Fact]
    public async Task Recovery_codes_are_not_guessed_either()
    {
        using var server = HubServer.Start();
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        Reply reply;
        var tries = 0;

        do reply = await room.JoinOnceAsync(new { recoveryCode = "AAAA-AAAA" });
        while (reply.Status == HttpStatusCode.NotFound && ++tries < 100);

        reply.IsRefused(429, "too-many-attempts");
        // New people still come in.
        (await room.JoinOnceAsync(new { name = "Bo" })).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_delegate_who_sends_without_end_is_slowed_and_nobody_else()
    {
        using var server = HubServer.Start();
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        using var chen = await room.JoinAsync();

        var replies =
            await Task.WhenAll(Enumerable.Range(0, 120)
            .Select(i => bo.SendAsync("contribute", new { activityId = "chain", laneId = "challenge", text = $"{i}" })));

        foreach (var slowed in replies.Where(r => r.Status != HttpStatusCode.OK)) slowed.IsRefused(429, "too-fast");
        Assert.InRange(replies.Count(r => r.Status == HttpStatusCode.OK), 40, 119);
        await chen.SayAsync("challenge", "Still here");
    }

    private static async Task GuessAsync(HttpClient guesser)
    {
        for (var i = 0; i < 20; i++) (await JoinAsync(guesser, "000000")).IsRefused(404, "no-such-code");
    }

    private static async Task SeenAsync(HttpClient at, string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", token) } };
        (await Reply.OfAsync(at.SendAsync(request))).Ok();
    }

    private static Task<Reply> JoinAsync(HttpClient http, string code, string? name = null) =>
        Reply.OfAsync(http.PostAsJsonAsync($"api/join/{code}", new { commandId = Guid.NewGuid(), name }));
}
