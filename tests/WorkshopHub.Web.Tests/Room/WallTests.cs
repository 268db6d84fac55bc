using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>
/// Every layout with everything that an activity can have, in each of its steps, with hostile words: drawn as the server
/// thinks it is, and as text.
/// </summary>
public sealed class WallTests
{
    private static readonly Sender.Account Lead = new(new("lead"));

    public static TheoryData<string> Layouts => [.. LayoutCatalogue.All.Select(l => l.Name)];

    public static TheoryData<string> WithLanes => [.. LayoutCatalogue.All.Where(l => !l.ShowsPoints).Select(l => l.Name)];

    [Theory, MemberData(nameof(Layouts))]
    public async Task Every_node_is_one_element_in_every_step(string layout)
    {
        foreach (var state in Steps(layout))
        {
            var view = ScreenView.Build(state);
            var page = Drawn.Read(await Drawn.PieceAsync(view, Surface.Screen));
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
            Assert.Equal(ids.Distinct(), ids);
            foreach (var node in Drawn.All(view)) DrawingTests.Holds(page, node);
            Assert.Empty(page.QuerySelectorAll("script, textarea, [style], .main b, .spoken b"));
            // By this the screen knows what has to stand on its stage.
            Assert.All(ids.OfType<string>().Where(state.Contributions.ContainsKey), id =>
                Assert.True(page.GetElementById(id)!.HasAttribute("data-said"), id));
        }
    }

    [Theory, MemberData(nameof(WithLanes))]
    public async Task The_wall_says_what_was_said_once_it_may(string layout)
    {
        var states = Steps(layout).ToList();
        var said = Writing.Clean(Walk.Hostile);
        Assert.DoesNotContain(said, await TextAsync(states[0]), StringComparison.Ordinal);
        Assert.Contains($"“{said}”", await TextAsync(states[^1]), StringComparison.Ordinal);
        Assert.Contains("as \u2068<b>the approver</b>\u2069", await TextAsync(states[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_vote_says_how_far_it_is_and_a_told_one_the_dots_in_figures()
    {
        var states = Steps("columns").ToList();
        var open = Drawn.Read(await Drawn.PieceAsync(ScreenView.Build(states[2]), Surface.Screen));
        Assert.Contains("1 of 8", open.QuerySelector(".progress")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(open.QuerySelectorAll(".tally"));
        var told = Drawn.Read(await Drawn.PieceAsync(ScreenView.Build(states[3]), Surface.Screen));
        Assert.Equal(["2", "1"], told.QuerySelectorAll(".tally > b").Select(e => e.TextContent));
        Assert.Contains("3 dots from 2 people", told.QuerySelector(".vote-foot")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(SessionState state) =>
        Drawn.Read(await Drawn.PieceAsync(ScreenView.Build(state), Surface.Screen)).Body!.TextContent;

    /// <summary>Covered, told and answered, voting, ranked, picking, and after it.</summary>
    private static IEnumerable<SessionState> Steps(string layout)
    {
        var state = new SessionState { Id = new("session") };
        var ids = 0;
        Do(Lead, new CreateSession("All", null, new(SectorQuestion: new("Where?", ["Public", "Private"])), [Everything(layout)]));
        Do(Lead, new OpenSession());
        for (var i = 0; i < 8; i++) Do(new Sender.Newcomer(), new Join(null, i % 2 == 0 ? "Public" : "Private"), $"d{i}");
        Do(Lead, new StartActivity("all"));
        for (var i = 0; i < 8; i++) Do(Who(i), new TakeTeam("all", i % 2 == 0 ? "left" : "right"));
        foreach (var (lane, who) in new[] { ("a", 0), ("b", 1), ("free", 2) })
        {
            Do(Who(who), new Contribute("all", lane, Walk.Hostile, Quotation: true, SpokenFor: "<b>the approver</b>"), $"{lane}-1");
            Do(Who(who), new Contribute("all", lane, "Plain"), $"{lane}-2");
        }

        for (var i = 0; i < 8; i++) Do(Who(i), new GiveAnswer("all", "now", 1 + (i % 3)));
        yield return state;
        Step("tell");
        for (var i = 0; i < 5; i++) Do(Who(i), new Nod("a-1", true));
        Do(Lead, new CreateTheme("all", Walk.Hostile, ["free-1", "free-2"]));
        yield return state;
        Step("vote");
        Do(Who(0), new PlaceDots("a-1", 2));
        Do(Who(1), new PlaceDots("b-1", 1));
        yield return state;
        Step("rank");
        yield return state;
        Step("pick");
        Do(Lead, new Pick("a-1", true));
        Do(Lead, new Pick("b-1", true));
        yield return state;
        Step("go-on");
        Do(Who(2), new Contribute("all", "under", Walk.Hostile, "a-1"));
        for (var i = 0; i < 4; i++) Do(Who(i), new GiveAnswer("all", "mark", 1 + (i % 2), "a-1"));
        yield return state;

        static Sender.Delegate Who(int i) => new(new($"d{i}"));

        void Step(string step) => Do(Lead, new MoveToStep("all", step));

        void Do(Sender by, Command command, string? id = null) => (state, _) = Unsaved.Do(state, by, command, id ?? $"id{++ids}");
    }

    private static Activity Everything(string layout) => new(
        "all",
        "All",
        "What is it?",
        layout,
        ["<b>point</b>"],
        [
            Lane("a") with { Team = "left", Group = "Today", PickedTitle = "Firm", RestTitle = "Flexible" },
            Lane("b") with { Team = "right", Group = "Future" },
            Lane("free"),
            Lane("under") with { ParentLaneId = "a" },
            Lane("mark") with { ParentLaneId = "a", Kind = LaneKind.Choice, Values = ["<i>Yes</i>", "No"] },
            Lane("now") with { Kind = LaneKind.Scale, Values = ["Low", "<i>Middle</i>", "High"] },
            Lane("wanted") with { Kind = LaneKind.Scale, Values = ["Low", "<i>Middle</i>", "High"] },
        ],
        [
            Step("write", collects: ["a", "b", "free"], answers: ["now", "wanted"], sees: Visibility.Team),
            Step("tell", reveals: true),
            Step("vote", dots: 2),
            Step("rank"),
            Step("pick", picks: ["a", "b"]),
            Step("go-on", collects: ["free", "under"], answers: ["mark"]),
        ])
    { Teams = [new("left", "<i>Left</i>"), new("right", "Right")] };

    private static Lane Lane(string id) => new(id, $"<i>{id}</i>", $"<i>{id}s</i>", null, "<i>What?</i>", null, LaneKind.Text, 250);

    private static Step Step(string id, ValueList<string>? collects = null, ValueList<string>? answers = null, int dots =
        0, ValueList<string>? picks = null, Visibility sees = Visibility.All, bool reveals = false) =>
        new(id, StepKind.Discuss, $"<i>{id}</i>", null, collects ?? [], answers ?? [], true, dots, dots, picks ?? [], picks is null
            ? null : new PickBudget(1), sees, reveals);
}
