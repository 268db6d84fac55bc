using System.Net;
using System.Text.Json;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;

namespace WorkshopHub.Web.Tests.Doors;

public sealed class RolesTests(HubServer server) : IClassFixture<HubServer>
{
    // A delegate who sends much more than this is told to wait.
    private const int AtOnce = 30;

    private static IReadOnlyList<CommandKind> Built { get; } = [.. CommandCatalogue.All.Where(k => k.Shape is not null)];

    [Theory]
    [InlineData("lead", Role.Lead)]
    [InlineData("co-facilitator", Role.CoFacilitator)]
    [InlineData("scribe", Role.Scribe)]
    [InlineData("observer", Role.Observer)]
    public async Task LIVE_11_over_the_api_every_command_is_taken_from_the_roles_of_the_contract(string word, Role role)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var helper = await room.WithRoleAsync(server, word);
        foreach (var kind in Built)
        {
            var reply = await helper.PostAsync($"{room.Path}/commands", Json.Command(kind.Type, Plausible.Properties(kind.Shape!)));
            if (kind.Who.HasFlag(role)) Assert.False(IsNotAllowed(reply), kind.Type);
            else reply.IsRefused(403, "not-allowed");
            // What the last one did is no matter: the room stays open for the next.
            await room.SendAsync("reopenSession");
        }
    }

    [Theory]
    [InlineData("lead", Role.Lead)]
    [InlineData("co-facilitator", Role.CoFacilitator)]
    [InlineData("scribe", Role.Scribe)]
    [InlineData("observer", Role.Observer)]
    public async Task ROLE_6_over_the_api_every_right_is_of_the_roles_of_the_list(string word, Role role)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var helper = await room.WithRoleAsync(server, word);
        using var colleague = await Facilitator.SomebodyElseAsync(server);
        foreach (var right in Right.All)
        {
            var replies = await UsedAsync(right, helper, room.Path, colleague.AccountId);
            Assert.All(replies, r => Assert.Equal(right.IsOf(role), !IsNotAllowed(r)));
            // Right or not, nobody meets a fault.
            Assert.All(replies, r => Assert.True((int)r.Status < 500, right.Name));
        }
    }

    [Fact]
    public async Task LIVE_11_over_the_api_a_delegate_sends_what_delegates_may_and_a_removed_one_nothing()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        foreach (var some in Built.Chunk(AtOnce))
        {
            using var bo = await room.JoinAsync();
            using var gone = await room.JoinAsync();
            await room.MustAsync("removeDelegate", new { delegateId = gone.Id, withContributions = false });
            foreach (var kind in some)
            {
                var command = Json.Command(kind.Type, Plausible.Properties(kind.Shape!));
                var reply = await bo.SendAsync(command);
                if (kind.Who.HasFlag(Role.Delegate)) Assert.False(IsNotAllowed(reply), kind.Type);
                else reply.IsRefused(403, "not-allowed");
                (await gone.SendAsync(command)).IsRefused(403, "removed");
            }
        }
    }

    [Fact]
    public async Task DOOR_3_over_the_api_nobody_else_sends_anything()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var stranger = await Facilitator.SomebodyElseAsync(server);
        using var bo = await room.JoinAsync();
        var screen = (await room.ScreenAsync()).Text("token");
        foreach (var kind in Built)
        {
            var command = Json.Command(kind.Type, Plausible.Properties(kind.Shape!));
            (await stranger.PostAsync($"{room.Path}/commands", command)).IsRefused(404, "no-such-session");
            foreach (var token in new[] { null, bo.Token, screen })
            {
                (await WithAsync(token, $"{room.Path}/commands", command)).IsRefused(401, "not-signed-in");
            }

            foreach (var token in new[] { null, screen })
            {
                (await WithAsync(token, $"{bo.Path}/commands", command)).IsRefused(401, "not-signed-in");
            }
        }
    }

    [Fact]
    public async Task DOOR_4_a_session_stands_in_the_list_of_whoever_has_a_role_and_in_nobody_elses()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.DraftAsync();
        using var cleo = await room.WithRoleAsync(server, "scribe");
        Assert.Equal("scribe", (await ListedAsync(cleo)).At("id", room.Id).GetProperty("role").GetString());
        await room.MustAsync("changeRoles", new { accountId = cleo.AccountId, role = "co-facilitator" });
        Assert.Equal("co-facilitator", (await ListedAsync(cleo)).At("id", room.Id).GetProperty("role").GetString());

        var seen = (await cleo.GetAsync(room.Path)).Ok().Json;
        Assert.Equal(("co-facilitator", cleo.AccountId), (seen.GetProperty("role").GetString(), seen.GetProperty("accountId").GetString()));
        Assert.Equal([$"{HubServer.Email} lead", $"{cleo.Email} co-facilitator"], seen.GetProperty("members").EnumerateArray()
            .Select(m => $"{m.GetProperty("email")} {m.GetProperty("role")}"));
        Assert.Equal(cleo.AccountId, seen.GetProperty("members").At("role", "co-facilitator").GetProperty("accountId").GetString());

        await room.MustAsync("changeRoles", new { accountId = cleo.AccountId, role = "none" });
        Assert.Empty((await ListedAsync(cleo)).EnumerateArray());
        foreach (var path in new[] { "", "/events", "/summary" }) (await cleo.GetAsync(room.Path + path)).IsRefused(404, "no-such-session");
        (await cleo.PostAsync($"{room.Path}/screens", new { })).IsRefused(404, "no-such-session");
        (await cleo.DeleteAsync(room.Path)).IsRefused(404, "no-such-session");
    }

    [Fact]
    public async Task DOOR_4_a_role_is_given_to_an_account_that_is_there()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.DraftAsync();
        using var sam = await room.WithRoleAsync(server, "co-facilitator");
        (await room.SendAsync("changeRoles", new { accountId = "nobody", role = "scribe" })).IsRefused(404, "no-such-account");
        (await room.SendAsync("changeRoles", new { accountId = "", role = "scribe" })).IsRefused(404, "no-such-account");
        (await sam.PostAsync($"{room.Path}/commands", Json.Command("changeRoles", new { accountId = "nobody", role = "scribe" })))
            .IsRefused(403, "not-allowed");
        (await room.SendAsync("changeRoles", new { accountId = sam.AccountId, role = "boss" })).IsRefused(400, "malformed");
    }

    [Fact]
    public async Task ROLE_2_two_leads_can_take_over_from_each_other_and_one_stays()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.DraftAsync();
        using var cleo = await room.WithRoleAsync(server, "lead");
        var me = (await room.StateAsync()).GetProperty("accountId").GetString();
        await room.MustAsync("changeRoles", new { accountId = me, role = "none" });
        (await amara.GetAsync(room.Path)).IsRefused(404, "no-such-session");
        (await cleo.PostAsync($"{room.Path}/commands", Json.Command("changeRoles", new { accountId = cleo.AccountId, role = "observer" })))
            .IsRefused(409, "last-lead");
    }

    [Fact]
    public async Task DOOR_3_each_role_reads_and_changes_what_is_its_own()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        await bo.SayAsync("challenge", "No clear roles");
        foreach (var (word, leads) in new[] { ("co-facilitator", true), ("scribe", false), ("observer", false) })
        {
            using var helper = await room.WithRoleAsync(server, word);
            var said = (await helper.GetAsync(room.Path)).Ok().Json.GetProperty("contributions")[0];
            Assert.Equal(leads ? "Bo" : null, said.TryGetProperty("author", out var author) ? author.GetString() : null);
            Assert.Equal(leads, said.TryGetProperty("by", out var by) && by.ValueKind == JsonValueKind.String);
            var people = (await helper.GetAsync(room.Path)).Ok().Json.GetProperty("delegates");
            Assert.Equal(leads ? "Bo" : null, people[0].TryGetProperty("name", out var name) ? name.GetString() : null);
            (await helper.GetAsync($"{room.Path}/summary")).Ok();
            var events = await helper.GetAsync($"{room.Path}/events");
            var screens = await helper.PostAsync($"{room.Path}/screens", new { });
            if (leads) events.Ok();
            else events.IsRefused(403, "not-allowed");
            if (leads) screens.Is(HttpStatusCode.Created);
            else screens.IsRefused(403, "not-allowed");
            (await helper.DeleteAsync($"{room.Path}/screens/any")).IsRefused(leads ? 404 : 403, leads ? "no-such-screen" : "not-allowed");
            (await helper.DeleteAsync(room.Path)).IsRefused(403, "not-allowed");
        }
    }

    [Fact]
    public async Task DOOR_3_an_observer_sees_what_a_scribe_sees()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        var hidden = await bo.SayAsync("challenge", "Off the point");
        await room.MustAsync("hide", new { contributionId = hidden, hidden = true, reason = "Later" });
        await room.MustAsync("writeNote", new { activityId = "chain", text = "In my words" });
        using var sam = await room.WithRoleAsync(server, "scribe");
        using var olga = await room.WithRoleAsync(server, "observer");
        Assert.Equal(await SeenAsync(sam), await SeenAsync(olga));

        async Task<string> SeenAsync(Facilitator who)
        {
            var state = (await who.GetAsync(room.Path)).Ok().Json;
            return string
                .Join('\n', state.EnumerateObject().Where(p => p.Name is not ("role" or "accountId"))
                .Select(p => $"{p.Name}: {p.Value.GetRawText()}"));
        }
    }

    // Every door that a right opens. Deleting comes last in the list, so that there is something left for the others.
    private static async Task<Reply[]> UsedAsync(Right right, Facilitator who, string path, string colleague) => right.Name switch
    {
        "read" => [await who.GetAsync(path)],
        "summary" => [await who.GetAsync($"{path}/summary"), await who.GetAsync($"{path}/summary?format=docx")],
        "events" => [await who.GetAsync($"{path}/events")],
        "screens" => [await who.PostAsync($"{path}/screens", new { }), await who.DeleteAsync($"{path}/screens/any")],
        "colleagues" =>
            [await who.PostAsync($"{path}/commands", Json.Command("changeRoles", new { accountId = colleague, role = "scribe" }))],
        "delete" => [await who.DeleteAsync(path)],
        _ => throw new InvalidOperationException($"No door is known for {right.Name}."),
    };

    private static bool IsNotAllowed(Reply reply) => reply.Status == HttpStatusCode.Forbidden && reply.Text("code") == "not-allowed";

    private static async Task<JsonElement> ListedAsync(Facilitator who) => (await who.GetAsync("api/sessions")).Ok().Json;

    private async Task<Reply> WithAsync(string? token, string path, object body)
    {
        using var browser = server.Browser();
        if (token is not null) browser.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return await new Facilitator(browser).PostAsync(path, body);
    }
}
