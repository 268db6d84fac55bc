using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Playing;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.Methods.Sample;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Methods;

/// <summary>Every built-in method and the sample, walked by a room that knows none of them by name.</summary>
public sealed class EveryMethodTests
{
    public static TheoryData<string> Ids => [.. BuiltInMethods.All.Select(m => m.Id), SampleMethod.Id];

    [Theory]
    [MemberData(nameof(Ids))]
    public void METHOD_8_a_method_runs_through_all_its_steps(string id)
    {
        var room = new AnyRoom(SampleMethod.Find(id));
        foreach (var activity in room.State.Agenda)
        {
            room.Start(activity);
            foreach (var step in activity.Steps) room.Walk(activity, step);
        }

        room.Close();
        room.EverythingWasSaid();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void SAY_19_phone_api_and_refusals_agree_on_what_is_open(string id)
    {
        var room = new AnyRoom(SampleMethod.Find(id));
        room.NothingIsOpen();
        foreach (var activity in room.State.Agenda)
        {
            room.Start(activity);
            foreach (var step in activity.Steps)
            {
                room.MoveTo(activity, step);
                room.OpenLanesAgree(activity);
                room.Walk(activity, step);
                room.OpenLanesAgree(activity);
            }
        }

        room.Close();
        room.NothingIsOpen();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void METHOD_9_the_example_is_taken_whole(string id)
    {
        var method = SampleMethod.Find(id);
        var room = ExampleRoom.At(method, "en");
        Assert.Empty(room.Refused);
        Assert.Equal(Flat(method.Example).Count(e => e.Count == 0), room.State.Contributions.Count);
        Assert.Equal(Flat(method.Example).Sum(e => e.Nods), room.State.Contributions.Values.Sum(c => c.Nods.Count));
        Assert.Equal(Flat(method.Example).Count(e => e.Picked), room.State.Contributions.Values.Count(c => c.Picked));
        Assert.Equal(Flat(method.Example).Sum(e => e.Dots), room.State.Votes.Values.Sum(v => v.Values.Sum(d => d.Values.Sum())));
        Assert.Equal(Flat(method.Example).Sum(e => e.Count), room.State.Answers.Values.Sum(a => a.Count));
        Assert.Equal(Flat(method.Example).Select(e => e.Theme).OfType<InLanguages>().Distinct().Count(), room.State.Themes.Count);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void METHOD_9_the_example_is_taken_whole_in_every_language(string id)
    {
        var method = SampleMethod.Find(id);
        foreach (var language in (string[])["de", "ar"])
        {
            var room = ExampleRoom.At(method, language);
            Assert.Empty(room.Refused);
            Assert.Equal(
                Flat(method.Example).Where(e => e.Count == 0).Select(e => e.Text.In(language)).Order(StringComparer.Ordinal),
                room.State.Contributions.Values.Select(c => c.Text!).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void METHOD_9_a_preview_stands_in_each_step(string id)
    {
        var method = SampleMethod.Find(id);
        foreach (var place in method.Activities.SelectMany(a => a.Steps.Select(s => new Place(a.Id, s.Id))))
        {
            var state = ExampleRoom.At(method, "en", place).State;
            Assert.Equal(place, state.Now);
            Assert.NotEmpty(PhoneView.Build(state).All());
            Assert.NotEmpty(ScreenView.Build(state).All());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void METHOD_14_a_method_tells_what_it_is_for(string id)
    {
        var method = SampleMethod.Find(id);
        Assert.InRange(method.Purpose.In("en").Length, 40, MethodLimits.TextMax);
        Assert.InRange(method.Minutes, 2, 240);
        Assert.InRange(method.Tips.Count, 3, 6);
        Assert.InRange(method.Source.Length, 40, MethodLimits.TextMax);
        Assert.All(method.Activities.SelectMany(a => a.Steps), s => Assert.NotNull(s.Minutes));
        Assert.Equal(method.Activities.Any(a => a.Lanes?.Count > 0), method.Example?.Count > 0);
    }

    [Fact]
    public void METHOD_13_an_activity_remembers_its_method()
    {
        Assert.All(KickStart.Draft().State.Agenda, a => Assert.Equal(new MethodVersion("kick-start", 1), a.Method));
    }

    private static IEnumerable<ExampleEntry> Flat(ValueList<ExampleEntry>? entries) =>
        (entries ?? []).SelectMany(e => Flat(e.Answers).Prepend(e));
}

/// <summary>A room of nine that does whatever a step takes, and looks at every view after it.</summary>
internal sealed class AnyRoom
{
    private static readonly Sender.Delegate[] Room = [.. Enumerable.Range(1, 9).Select(i => Delegate($"d{i}"))];
    private readonly HashSet<string> filled = [];
    private Scenario scenario;
    private int ids;

    internal AnyRoom(Method method)
    {
        scenario = Scenario.Empty.Given(Amara, new CreateSession("Any", null, KickStart.Sectors, method.Agenda("en")))
            .Given(Amara, new OpenSession());
        foreach (var who in Room) scenario = scenario.Joins(who, "Public");
    }

    internal SessionState State => scenario.State;

    internal void Start(Activity activity)
    {
        Do(Amara, new StartActivity(activity.ActivityId));
        foreach (var (team, i) in activity.Teams.Select((t, i) => (t, i))) Do(Room[i], new TakeTeam(activity.ActivityId, team.TeamId));
        if (activity.Teams.Count == 0) return;
        Do(Amara, new AssignTeams(activity.ActivityId, Balance: true));
        Assert.All(activity.Teams, t => Assert.True(State.SizeOf(activity.ActivityId, t.TeamId) > 1));
    }

    internal void MoveTo(Activity activity, Step step) => Do(Amara, new MoveToStep(activity.ActivityId, step.Id));

    internal void Walk(Activity activity, Step step)
    {
        MoveTo(activity, step);
        for (var point = 1; point <= activity.Points.Count; point++)
        {
            Do(Amara, new ShowPoint(activity.ActivityId, point));
            SeenByAll(activity.Points[point - 1]);
        }

        foreach (var lane in step.Collects) Say(activity, activity.Lane(lane)!);
        foreach (var lane in step.Picks) Pick(activity, activity.Lane(lane)!, step);
        foreach (var lane in step.Answers) Answer(activity, activity.Lane(lane)!);
        if (step.Nods) Nod(activity);
        if (step.Kind == StepKind.Group) Group(activity);
        if (step.Dots > 0) Vote(activity, step);
        Assert.Contains($"\"{step.Title}\"", Picture.Of(ScreenView.Build(State)), StringComparison.Ordinal);
        Look();
    }

    internal void Close()
    {
        Do(Amara, new CloseSession());
        Look();
        var summary = SummaryBuilder.Build(State);
        foreach (var c in State.Contributions.Values)
        {
            Assert.Contains($"\"{c.Text}\"", Picture.Of(summary.Blocks), StringComparison.Ordinal);
            Assert.Contains(summary.Records, r => r.Id == c.Id);
        }
    }

    /// <summary>Somebody of each team, and one who has none.</summary>
    internal void OpenLanesAgree(Activity activity)
    {
        // What was just being typed may still come in; it is not offered any more.
        var later = scenario.Later(Contributing.Grace.TotalSeconds + 1);
        var latecomer = Delegate("late");
        later = later.Joins(latecomer, "Public");
        foreach (var who in Room.Take(2).Append(latecomer))
        {
            var team = later.State.TeamOf(activity.ActivityId, who.Id);
            var taken = Places(activity, who).Where(p => later.When(who, Saying(activity, p)).Turn.Refusal is null).ToHashSet();
            Assert.Equal(Ordered(taken), Ordered(PhoneView.Build(later.State, team).All().Select(Offered).OfType<OpenPlace>()));
            var offered = OpenLanes.For(later.State, activity, team).Select(l => l.LaneId).ToList();
            Assert.Subset(offered.ToHashSet(), taken.Select(p => p.LaneId).ToHashSet());
            // A lane that hangs under another one is open as such; whether there is something to answer is another matter.
            Assert.Subset(taken.Select(p => p.LaneId).ToHashSet(), offered.Where(l => activity.Lane(l)!.ParentLaneId is null).ToHashSet());
        }

        IEnumerable<OpenPlace> Places(Activity of, Sender.Delegate who) => of.Lanes.SelectMany(l => l.ParentLaneId is null
            ? [new OpenPlace(l.LaneId, null)]
            : later.State.Contributions.Values
                .Where(c => c.ActivityId == of.ActivityId && c.LaneId == l.ParentLaneId && Sight.ReadsAs(later.State, c, who.Id))
                .Select(c => new OpenPlace(l.LaneId, c.Id)));
    }

    internal void NothingIsOpen()
    {
        Assert.All(State.Agenda, a => Assert.Empty(OpenLanes.For(State, a, a.Teams.Select(t => t.TeamId).FirstOrDefault())));
        Assert.Empty(PhoneView.Build(State).All().Select(Offered).OfType<OpenPlace>());
    }

    internal void EverythingWasSaid() =>
        Assert.All(State.Agenda.SelectMany(a => a.Lanes.Select(l => $"{a.ActivityId}/{l.LaneId}")), l => Assert.Contains(l, filled));

    private void Say(Activity activity, Lane lane)
    {
        var parents = Parents(activity, lane);
        foreach (var parent in parents)
        {
            // Five cards, so that a share of them is something.
            for (var i = 0; i < 5; i++)
            {
                var who = People(activity, lane, parent)[i % 2];
                var text = $"Text {++ids} in {lane.LaneId}";
                Do(who, new Contribute(activity.ActivityId, lane.LaneId, text, parent));
                var cover = Covering.Of(State, activity, lane.LaneId);
                if (cover == Visibility.All) SeenByAll(text, screen: false);
                else Assert.DoesNotContain($"\"{text}\"",
                    Picture.Of(PhoneView.Build(State)) + Picture.Of(ScreenView.Build(State)) + Picture.Of(SummaryBuilder.Build(State)),
                    StringComparison.Ordinal);
                if (cover == Visibility.Team)
                {
                    Assert.Contains($"\"{text}\"", Picture.Of(PhoneView.Build(State, State.TeamOf(activity.ActivityId, who.Id))),
                        StringComparison.Ordinal);
                }

                Assert.Contains(MineView.Build(State, who.Id).Own, o => o.Text == text);
            }
        }

        filled.Add($"{activity.ActivityId}/{lane.LaneId}");
    }

    private void Answer(Activity activity, Lane lane)
    {
        foreach (var parent in Parents(activity, lane))
        {
            var people = People(activity, lane, parent);
            foreach (var (who, i) in people.Select((p, i) => (p, i)))
            {
                Do(who, new GiveAnswer(activity.ActivityId, lane.LaneId, (i % lane.Values.Count) + 1, parent));
            }

            var told = Distribution.Of(State, activity, lane, parent);
            Assert.Equal(people.Count, told.Answered);
            Assert.Equal(Covering.Of(State, activity, lane.LaneId) == Visibility.All, told.Counts is not null);
        }

        filled.Add($"{activity.ActivityId}/{lane.LaneId}");
    }

    private void Pick(Activity activity, Lane lane, Step step)
    {
        foreach (var cards in State.Contributions.Values.Where(c => c.ActivityId == activity.ActivityId && c.LaneId == lane.LaneId)
            .OrderBy(c => c.Order).GroupBy(c => c.ParentId))
        {
            var most = step.PickBudget?.Of(cards.Count()) ?? cards.Count();
            foreach (var card in cards.Take(most).Where(c => !c.Picked)) Do(Amara, new Pick(card.Id, true));
            Assert.Equal(Math.Min(most, cards.Count()), cards.Count(c => State.Contributions[c.Id].Picked));
            if (cards.Skip(most).FirstOrDefault() is { } over)
            {
                scenario.When(Amara, new Pick(over.Id, true)).ThenRefused(most == 1 ? RefusalKind.AlreadyPicked : RefusalKind.PicksSpent);
            }
        }
    }

    private void Nod(Activity activity)
    {
        foreach (var card in State.Contributions.Values.Where(c => c.ActivityId == activity.ActivityId).OrderBy(c => c.Order).Take(3))
        {
            foreach (var who in Room.Where(w => Sight.ReadsAs(State, card, w.Id))) Do(who, new Nod(card.Id, true));
            Assert.True(Sight.Nods(State, State.Contributions[card.Id]) > 0);
        }
    }

    private void Group(Activity activity)
    {
        var cards = State.Contributions.Values.Where(c => c.ActivityId == activity.ActivityId).OrderBy(c => c.Order).Take(2)
            .Select(c => c.Id).ToValueList();
        Do(Amara, new CreateTheme(activity.ActivityId, "Like things", cards));
        Assert.Equal(2, State.MembersOf(Assert.Single(State.ThemesOf(activity.ActivityId)).Id).Count());
    }

    private void Vote(Activity activity, Step step)
    {
        var targets = (step.DotsOn == DotTargets.Themes ? State.ThemesOf(activity.ActivityId).Select(t => t.Id)
            : State.Contributions.Values.Where(c => c.ActivityId == activity.ActivityId && c.ThemeId is null).OrderBy(c => c.Order)
                .Select(c => c.Id)).ToList();
        foreach (var who in Room)
        {
            var left = step.Dots;
            foreach (var target in targets.TakeWhile(_ => left > 0))
            {
                var dots = Math.Min(left, step.MaxPerTarget);
                Do(who, new PlaceDots(target, dots));
                left -= dots;
            }

            Assert.Equal(0, left);
            scenario.When(who, new PlaceDots(targets[^1], step.MaxPerTarget)).ThenRefused(RefusalKind.DotsSpent);
        }

        Assert.Equal((Room.Length, Room.Length), Voting.Progress(State, new(activity.ActivityId, step.Id), step.Dots));
        Assert.False(Covering.TalliesTold(State, activity.ActivityId, step.Id));
    }

    private static IEnumerable<string> Ordered(IEnumerable<OpenPlace> places) =>
        places.Select(p => $"{p.LaneId} under {p.ParentId}").Order(StringComparer.Ordinal);

    private static Command Saying(Activity activity, OpenPlace place) => activity.Lane(place.LaneId)!.Kind == LaneKind.Text
        ? new Contribute(activity.ActivityId, place.LaneId, "Whatever it is", place.ParentId)
        : new GiveAnswer(activity.ActivityId, place.LaneId, 1, place.ParentId);

    private static OpenPlace? Offered(Node node) => node.Model switch
    {
        ComposerModel { Open: true } composer => new(composer.LaneId, composer.ParentId),
        AskModel { Open: true } ask => new(ask.LaneId, ask.ParentId),
        _ => null,
    };

    // What may be answered there now; null: the lane stands alone.
    private List<string?> Parents(Activity activity, Lane lane)
    {
        if (lane.ParentLaneId is null) return [null];
        var parents =
            State.Contributions.Values
            .Where(c => c.ActivityId == activity.ActivityId && c.LaneId == lane.ParentLaneId && Contributing.CanAnswer(activity, lane, c))
            .OrderBy(c => c.Order).Select(c => (string?)c.Id).ToList();
        Assert.NotEmpty(parents);
        return parents;
    }

    private List<Sender.Delegate> People(Activity activity, Lane lane, string? parent)
    {
        var people = Room.Where(w => lane.Team is null || State.TeamOf(activity.ActivityId, w.Id) == lane.Team).ToList();
        Assert.All(people, w => Assert.True(parent is null || Sight.ReadsAs(State, State.Contributions[parent], w.Id)));
        return people;
    }

    private void Do(Sender by, Command command) => scenario = scenario.Given(by, command);

    private void SeenByAll(string text, bool screen = true)
    {
        Assert.Contains($"\"{text}\"", Picture.Of(PhoneView.Build(State)), StringComparison.Ordinal);
        if (screen) Assert.Contains($"\"{text}\"", Picture.Of(ScreenView.Build(State)), StringComparison.Ordinal);
    }

    private void Look()
    {
        foreach (var team in State.CurrentActivity!.Teams.Select(t => (string?)t.TeamId).Append(null))
        {
            Assert.NotEmpty(PhoneView.Build(State, team).All());
        }

        Assert.NotEmpty(ScreenView.Build(State).All());
        Assert.NotNull(SummaryBuilder.Build(State));
    }

    private sealed record OpenPlace(string LaneId, string? ParentId);
}
