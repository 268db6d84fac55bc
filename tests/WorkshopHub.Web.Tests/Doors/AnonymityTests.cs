using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>Anonymous to everybody, looked at by somebody who has the files.</summary>
public sealed class AnonymityTests(HubServer server) : IClassFixture<HubServer>
{
    private const string Alias = "~";

    [Fact]
    public async Task Of_a_closed_session_the_files_do_not_tell_who_wrote_what()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync(settings: new { names = "anonymous" });
        using var bo = await room.JoinAsync("Bo Quagga");
        using var chen = await room.JoinAsync("Chen");
        var said = await bo.SayAsync("challenge", "No clear roles");
        await bo.MustAsync("editContribution", new { contributionId = said, text = "No roles at all" });
        await chen.MustAsync("nod", new { contributionId = said, on = true });
        var withdrawn = await chen.SayAsync("challenge", "I take this back");
        await chen.MustAsync("withdrawContribution", new { contributionId = withdrawn });
        DelegateClient[] people = [bo, chen];
        var aliases = Aliases(room);
        // The search finds it as long as the session is open; what it does not find later is gone.
        Assert.Equal(2, aliases.Count);
        Assert.Equal(aliases, Recomputed(room, people, aliases));

        await room.MustAsync("closeSession");

        Assert.Equal(aliases, Aliases(room));
        Assert.Empty(Recomputed(room, people, aliases));
        Assert.DoesNotContain(Database.Rows(server), r => r.Table == "Secrets" && r.Row.Contains(room.Id, StringComparison.Ordinal));
        var beside =
            Database.Rows(server)
            .Where(r => ((string[])[said, withdrawn, "No roles at all", "No clear roles", .. aliases])
            .Any(w => r.Row.Contains(w, StringComparison.Ordinal))).ToList();
        Assert.True(beside.Count >= 5 + 5 + 3);
        Assert.All(people, p => Assert.All(beside, r => Assert.DoesNotContain(p.Id, r.Row, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task While_it_is_open_people_have_their_own_and_no_facilitator_sees_whose_it_is()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync(settings: new { names = "anonymous" });
        using var bo = await room.JoinAsync("Bo Quagga");
        using var chen = await room.JoinAsync("Chen");
        var said = await bo.SayAsync("challenge", "No clear roles");
        await chen.MustAsync("nod", new { contributionId = said, on = true });

        var seen = await room.ContributionAsync(said);
        Assert.DoesNotContain("by", seen.Names());
        Assert.DoesNotContain("author", seen.Names());
        Assert.Equal(1, seen.GetProperty("nods").GetInt32());
        var events = (await room.EventsAsync()).EnumerateArray().ToList();
        Assert.Equal(JsonValueKind.Null, events[^1].GetProperty("by").ValueKind);
        Assert.Equal(JsonValueKind.Null, events[^2].GetProperty("by").ValueKind);
        Assert.DoesNotContain(Alias, (await room.EventsAsync()).GetRawText() + (await room.StateAsync()).GetRawText(),
            StringComparison.Ordinal);
        // The moment would tell who was seen typing.
        Assert.Single(events.TakeLast(3).Select(e => e.GetProperty("at").GetDateTimeOffset()).Distinct());
        var (own, others) = (await bo.ViewAsync(), await chen.ViewAsync());
        Assert.Equal("anonymous", own.GetProperty("names").GetString());
        Assert.Equal(said, Assert.Single(own.GetProperty("own").EnumerateArray()).GetProperty("contributionId").GetString());
        Assert.Empty(others.GetProperty("own").EnumerateArray());
        Assert.True(Assert.Single(others.GetProperty("contributions").EnumerateArray()).GetProperty("nodded").GetBoolean());
        (await chen.SendAsync("editContribution", new { contributionId = said, text = "Mine now" })).IsRefused(403, "not-yours");
    }

    [Fact]
    public async Task After_a_reopening_it_is_frozen_and_an_answer_that_was_lost_still_comes()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync(settings: new { names = "anonymous" });
        using var bo = await room.JoinAsync();
        using var chen = await room.JoinAsync();
        var command = Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = "No clear roles" });
        var said = (await bo.SendAsync(command.DeepClone())).Ok().Id;
        (await chen.SendAsync(command.DeepClone())).IsRefused(409, "command-id-taken");

        await room.MustAsync("closeSession");
        Assert.Equal(said, (await bo.SendAsync(command.DeepClone())).Ok().Id);
        await room.MustAsync("reopenSession");

        (await bo.SendAsync("editContribution", new { contributionId = said, text = "None" })).IsRefused(409, "anonymous-frozen");
        (await bo.SendAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "One more" }))
            .IsRefused(409, "anonymous-frozen");
        Assert.Empty((await bo.ViewAsync()).GetProperty("own").EnumerateArray());
    }

    [Fact]
    public async Task Whoever_joins_or_writes_reads_what_is_promised()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.DraftAsync(new { names = "named" });
        using var phone = server.Browser();
        await room.MustAsync("openSession");
        Assert.Contains("shown with your name", await phone.GetStringAsync($"j/{room.Code}"), StringComparison.Ordinal);

        await room.MustAsync("changeActivity", new { activityId = "chain", names = "anonymous" });
        Assert.Contains("Each exercise tells you", await phone.GetStringAsync($"j/{room.Code}"), StringComparison.Ordinal);

        await room.MustAsync("startActivity", new { activityId = "chain" });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["commandId"] = Guid.NewGuid().ToString() });
        using var joined = await phone.PostAsync($"j/{room.Code}/join", form);
        var page = await phone.GetStringAsync($"j/{room.Code}");
        Assert.Contains("and not the facilitator, sees who wrote what", page, StringComparison.Ordinal);
        Assert.DoesNotContain("shown with your name", page, StringComparison.Ordinal);
        Assert.Equal("anonymous", (await room.StateAsync()).GetProperty("agenda").At("activityId", "chain").GetProperty("names")
            .GetString());
    }

    private List<string> Aliases(Room room) =>
    [
        .. Database.Rows(server).Where(r => r.Table == "Events" && r.Row.Contains(room.Id, StringComparison.Ordinal))
            .SelectMany(r => r.Row.Split(' ')).Where(w => w.StartsWith($"d:{Alias}", StringComparison.Ordinal)).Select(w => w[2..])
                .Distinct().Order(StringComparer.Ordinal),
    ];

    // Any 32 bytes, from anywhere in the folder, may be the secret.
    private List<string> Recomputed(Room room, DelegateClient[] people, List<string> aliases)
    {
        var found = new HashSet<string>();
        foreach (var file in Database.Files(server))
        {
            for (var i = 0; i + 32 <= file.Length; i++)
            {
                var secret = file.AsSpan(i, 32);
                // Nothing but noise has so many different bytes.
                if (Different(secret) < 20) continue;
                foreach (var person in people)
                {
                    var alias = Alias
                        + Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{room.Id}:{person.Id}"))
                        .AsSpan(0, 16));
                    if (aliases.Contains(alias)) found.Add(alias);
                }
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static int Different(ReadOnlySpan<byte> bytes)
    {
        Span<bool> seen = stackalloc bool[256];
        var different = 0;
        foreach (var b in bytes)
        {
            if (!seen[b]) different++;
            seen[b] = true;
        }

        return different;
    }
}
