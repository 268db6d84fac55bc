using System.Net;
using System.Text.Json;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>A command with an id is carried out once, whatever happens on the way to its answer.</summary>
public sealed class OnceTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task ONCE_1_the_same_id_from_the_same_sender_gets_the_same_answer_again()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var command = Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = "No clear roles" });
        var said = (await bo.SendAsync(command)).Ok();
        await bo.SayAsync("challenge", "Something later");
        var version = await room.VersionAsync();

        var again = (await bo.SendAsync(command)).Ok();
        command["commandId"] = command["commandId"]!.GetValue<string>().ToUpperInvariant();
        var inCapitals = (await bo.SendAsync(command)).Ok();

        Assert.Equal(said.Bytes, again.Bytes);
        Assert.Equal(said.Bytes, inCapitals.Bytes);
        Assert.Equal(version, await room.VersionAsync());
    }

    [Fact]
    public async Task A_phone_that_is_in_does_not_become_somebody_else_by_a_form_left_open()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var phone = server.Browser();

        foreach (var name in (string[])["Bo", "Bo again"])
        {
            using var form =
                new FormUrlEncodedContent(new Dictionary<string, string> { ["commandId"] = Guid.NewGuid().ToString(), ["name"] = name });
            using var answer = await phone.PostAsync($"j/{room.Code}/join", form);
            Assert.Equal((HttpStatusCode.Redirect, $"/j/{room.Code}"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }

        var joined = Assert.Single((await room.StateAsync()).GetProperty("delegates").EnumerateArray().ToList());
        Assert.Equal("Bo", joined.GetProperty("name").GetString());
    }

    [Fact]
    public async Task ONCE_1_sent_twenty_times_at_once_it_is_carried_out_once()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var before = await room.VersionAsync();
        var command = Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = "No clear roles" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bo.SendAsync(command.DeepClone())));

        Assert.Single(answers.Select(a => (a.Ok().Version, a.Id)).Distinct());
        Assert.Equal(before + 1, await room.VersionAsync());
    }

    [Fact]
    public async Task ONCE_2_from_somebody_else_it_is_refused()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        using var chen = await room.JoinAsync();
        var id = Guid.NewGuid();
        var words = new { activityId = "chain", laneId = "challenge", text = "No clear roles" };
        var said = await bo.MustAsync("contribute", words, id);

        (await chen.SendAsync("contribute", words, id)).IsRefused(409, "command-id-taken");
        (await room.SendAsync("contribute", words, id)).IsRefused(409, "command-id-taken");
        (await room.JoinOnceAsync(new { commandId = id })).IsRefused(409, "command-id-taken");

        Assert.Equal(said.Version, await room.VersionAsync());
    }

    [Fact]
    public async Task ONCE_1_a_command_that_changed_nothing_is_remembered_too()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var said = await bo.SayAsync("challenge", "No clear roles");
        await bo.MustAsync("nod", new { contributionId = said, on = true });
        var id = Guid.NewGuid();
        var again = await bo.MustAsync("nod", new { contributionId = said, on = true }, id);
        await bo.MustAsync("nod", new { contributionId = said, on = false });

        var late = await bo.MustAsync("nod", new { contributionId = said, on = true }, id);

        Assert.Equal(again.Version, late.Version);
        Assert.Equal(0, (await room.ContributionAsync(said)).GetProperty("nods").GetInt32());
    }

    [Fact]
    public async Task ONCE_3_a_refusal_is_not_remembered()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var id = Guid.NewGuid();
        var words = new { activityId = "next-steps", laneId = "next-step", text = "Start on Monday" };
        (await bo.SendAsync("contribute", words, id)).IsRefused(409, "step-takes-nothing");
        await room.MustAsync("startActivity", new { activityId = "next-steps" });

        await bo.MustAsync("contribute", words, id);
    }

    [Fact]
    public async Task ONCE_4_joining_twice_with_one_id_gives_one_delegate()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var body = new { commandId = Guid.NewGuid(), name = "Bo" };

        var joined = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => room.JoinOnceAsync(body)));

        Assert.All(joined, j => Assert.Equal(joined[0].Is(HttpStatusCode.Created).Bytes, j.Is(HttpStatusCode.Created).Bytes));
        Assert.Equal(1, (await room.StateAsync()).GetProperty("delegates").GetArrayLength());
    }

    [Fact]
    public async Task ONCE_1_a_restart_forgets_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("workshophub-").FullName;
        try
        {
            var join = new { commandId = Guid.NewGuid(), name = "Bo" };
            var contribute = Guid.NewGuid();
            var nothing = Guid.NewGuid();
            string id, code, token;
            Reply joined, said, opened;
            JsonElement state;
            JsonElement seen;
            using (var first = HubServer.Start(dataDirectory: folder))
            {
                using var amara = await Facilitator.AmaraAsync(first);
                token = amara.Http.DefaultRequestHeaders.Authorization!.Parameter!;
                var room = await amara.RoomAsync(settings: new { names = "named" });
                (id, code) = (room.Id, room.Code);
                joined = await room.JoinOnceAsync(join);
                using var bo = DelegateClient.Of(first.Address, code, joined);
                said = await bo
                    .MustAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "No clear roles" }, contribute);
                opened = await room.MustAsync("openSession", commandId: nothing);
                await bo.MustAsync("nod", new { contributionId = said.Id, on = true });
                await room.MustAsync("setScreen", new { mode = "held" });
                await room.MustAsync("startTimer", new { seconds = 3600 });
                (state, seen) = (await room.StateAsync(), await bo.ViewAsync());
            }

            using var second = HubServer.Start(dataDirectory: folder);
            using var http = second.Browser();
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            var again = new Room(new Facilitator(http), id, code);
            using var boAgain = DelegateClient.Of(second.Address, code, joined);

            Assert.Equal(state.GetRawText(), (await again.StateAsync()).GetRawText());
            Assert.Equal(seen.GetRawText(), (await boAgain.ViewAsync()).GetRawText());
            Assert.Equal(joined.Bytes, (await again.JoinOnceAsync(join)).Is(HttpStatusCode.Created).Bytes);
            Assert.Equal(said.Bytes,
                (await boAgain
                .MustAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "No clear roles" }, contribute)).Bytes);
            Assert.Equal(opened.Bytes, (await again.MustAsync("openSession", commandId: nothing)).Bytes);
            (await again.SendAsync("openSession", commandId: contribute)).IsRefused(409, "command-id-taken");
            Assert.Equal(state.GetProperty("version").GetInt64(), await again.VersionAsync());
        }
        finally
        {
            TemporaryFolder.Delete(folder);
        }
    }
}
