using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>The agenda after the start, what is set aside, joined and carried over, and taking it back, by the API alone.</summary>
public sealed class AgendaTests(HubServer server) : IClassFixture<HubServer>
{
    private static readonly object Closing = new
    {
        id = "closing",
        title = new { en = "Closing" },
        layout = "list",
        lanes = new[] { new { id = "word", title = new { en = "Last word" }, prompt = new { en = "What do you take home?" } } },
        steps = new[] { new { id = "say", kind = "collect", title = new { en = "Say" }, collects = new[] { "word" } } },
    };

    [Fact]
    public async Task AGENDA_1_an_activity_is_described_in_the_command_and_used_at_once()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        Assert.Equal("closing", (await room.MustAsync("addActivity", new { activity = Closing, before = "next-steps" })).Id);
        Assert.Equal("briefing-2", (await room.MustAsync("addActivity", new { method = "kick-start" })).Id);
        Assert.Equal(
            ["briefing", "chain", "closing", "next-steps", "briefing-2", "chain-2", "next-steps-2"],
            (await room.StateAsync()).GetProperty("agenda").EnumerateArray().Select(a => a.GetProperty("activityId").GetString()));
        await room.MustAsync("startActivity", new { activityId = "closing" });
        await bo.MustAsync("contribute", new { activityId = "closing", laneId = "word", text = "Thank you" });
    }

    [Fact]
    public async Task AGENDA_1_what_does_not_fit_is_refused_with_its_place()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        (await room.SendAsync("addActivity", new { method = "no-such-method" })).IsRefused(404, "no-such-method");
        (await room.SendAsync("addActivity",
            new
            {
                activity = new
                {
                    id = "x",
                    title = new { en = "X" },
                    layout = "spiral",
                    steps = new[] { new { id = "s", kind = "brief", title = new { en = "S" } } }
                }
            })).IsRefused(422, "invalid-method");
        (await room.SendAsync("addActivity", new { activity = new { id = "x" } })).IsRefused(400, "malformed");
        (await room.SendAsync("addActivity", new { })).IsRefused(400, "malformed");
        (await room.SendAsync("removeActivity", new { activityId = "chain" })).IsRefused(409, "activity-running");
    }

    [Fact]
    public async Task UNDO_6_taking_back_writes_no_text_a_second_time_and_survives_a_reading_of_the_journal()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        var said = await bo.SayAsync("challenge", "Maintenance weekends");
        var edited = await room.MustAsync("editContribution", new { contributionId = said, text = "Weekends" });
        await room.MustAsync("undo", new { version = edited.Version });
        await room.MustAsync("carryOver", new { activityId = "next-steps", laneId = "next-step", contributionIds = new[] { said } });

        var now = await room.ContributionAsync(said);
        Assert.Equal(("Maintenance weekends", false),
            (now.GetProperty("text").GetString(), now.GetProperty("editedByFacilitator").GetBoolean()));
        (await room.SendAsync("undo", new { version = edited.Version })).IsRefused(409, "already-undone");
        var read = await server.Services.GetRequiredService<JournalReader>().LoadAsync(new SessionId(room.Id));
        var state = Session.Replay(new(room.Id), read!.Events);
        Assert.Equal(["Maintenance weekends", "Maintenance weekends"], state.Contributions.Values.Select(c => c.Text));
        Assert.Equal(["Maintenance weekends", "Weekends"], read.Events.Select(e => e.Event).OfType<ContributionAdded>()
            .Select(e => e.Text.Text)
            .Concat(read.Events.Select(e => e.Event).OfType<ContributionEdited>().Select(e => e.Text.Text)).Distinct());
    }

    [Fact]
    public async Task CARRY_1_states_say_what_became_of_a_contribution()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        var (one, two, three) =
            (await bo.SayAsync("challenge", "One"), await bo.SayAsync("challenge", "Two"), await bo.SayAsync("challenge", "Three"));
        await room.MustAsync("joinContributions", new { contributionIds = new[] { two, one } });
        await room.MustAsync("park", new { contributionId = three, parked = true });
        var carried =
            (await room.MustAsync("carryOver",
            new { activityId = "next-steps", laneId = "next-step", contributionIds = new[] { one } })).Id;

        Assert.Equal(("shown", "joined", "parked"), (await State(one), await State(two), await State(three)));
        Assert.Equal([two], (await room.ContributionAsync(one)).GetProperty("joined").EnumerateArray().Select(x => x.GetString()!));
        Assert.Equal(one, (await room.ContributionAsync(two)).GetProperty("joinedInto").GetString());
        Assert.Equal(one, (await room.ContributionAsync(carried)).GetProperty("carriedFrom").GetString());
        var view = await bo.ViewAsync();
        Assert.Equal(["shown", "joined", "parked"], view.GetProperty("own").EnumerateArray()
            .Select(o => o.GetProperty("state").GetString()));
        Assert.Equal([one], view.GetProperty("contributions").EnumerateArray().Select(o => o.GetProperty("contributionId").GetString()));

        async Task<string?> State(string id) => (await room.ContributionAsync(id)).GetProperty("state").GetString();
    }
}
