using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class RollTests
{
    private static Scenario Sides(string names) =>
        Exercises.Open((ValueList<Activity>)[Rooms.TwoSides with { Names = NamesPolicies.Find(names) }], Named)
        .Joins(Ben).Joins(Chen).Joins(Dora).Given(Amara, new StartActivity("own"));

    [Theory]
    [InlineData("anonymous", true)]
    [InlineData("anonymous-to-room", false)]
    public void ANON_14_who_is_done_and_on_which_side_is_kept_under_the_alias_of_what_they_say(string names, bool veiled)
    {
        var room = Sides(names).Given(Ben, new TakeTeam("own", "it")).Given(Ben, new SetDone("own", "write", true));
        var alias = room.State.Aliases.Of("own", Ben.Id) is { } a ? new Sender.Delegate(a) : null;
        // Answers are given there, and votes are nobody's business under any names.
        Assert.Equal([veiled ? alias : Ben, alias], room.Journal.Where(r => r.Event is TeamTaken or DoneSet).Select(r => r.By));
        Assert.Equal("it", room.State.TeamOf("own", Ben.Id));
        Assert.Equal((1, 0), (room.State.SizeOf("own", "it"), room.State.SizeOf("own", "business")));
        Assert.Equal((true, 1), (room.State.IsDone(Ben.Id), room.State.CountDone()));
        room.When(Ben, new TakeTeam("own", "it")).ThenNothing();
        room.When(Ben, new SetDone("own", "write", true)).ThenNothing();
        var off = room.Given(Ben, new SetDone("own", "write", false)).Given(Ben, new TakeTeam("own", "business"));
        Assert.Equal((0, "business", 0), (off.State.CountDone(), off.State.TeamOf("own", Ben.Id), off.State.SizeOf("own", "it")));
        Assert.Equal(Picture.Of(off.State), Picture.Of(Session.Replay(off.State.Id, off.Journal) with { Aliases = off.State.Aliases }));
    }

    [Fact]
    public void ANON_14_where_there_is_a_vote_done_is_kept_under_the_alias_whatever_the_names()
    {
        var room = Rooms.In(Rooms.Floor).At("vote").Given(Ben, new SetDone("own", "vote", true));
        Assert.True(((Sender.Delegate)room.Journal[^1].By).Id.IsAlias);
        Assert.Equal((true, false), (room.State.IsDone(Ben.Id), room.State.IsDone(Chen.Id)));
    }

    [Fact]
    public void ANON_14_sides_that_the_facilitator_makes_have_aliases_too_also_before_it_begins()
    {
        var open = Exercises.Open((ValueList<Activity>)[Closing.In("en"), Rooms.TwoSides with { Names = NamesPolicy.Anonymous }]).Joins(Ben)
            .Joins(Chen);
        var assigned =
            open.Given(Amara, new AssignTeams("own", Assignments: new Dictionary<string, string?> { ["ben"] = "it" }))
            .Given(Amara, new AssignTeams("own", Balance: true));
        Assert.All(assigned.Journal.Select(r => r.Event).OfType<TeamsAssigned>().SelectMany(e => e.Places), p =>
            Assert.True(p.DelegateId.IsAlias));
        Assert.Equal(("it", "business"), (assigned.State.TeamOf("own", Ben.Id), assigned.State.TeamOf("own", Chen.Id)));
        var undone = assigned.Given(Amara, new Undo(assigned.State.Version));
        Assert.Equal(("it", null), (undone.State.TeamOf("own", Ben.Id), undone.State.TeamOf("own", Chen.Id)));
        // What was made before it began goes with the secret, and the sides are empty again.
        var closed = assigned.Given(Amara, new CloseSession());
        Assert.Equal(0, closed.State.SizeOf("own", "it") + closed.State.SizeOf("own", "business"));
    }

    [Fact]
    public void ANON_14_what_was_said_openly_before_names_became_anonymous_is_changed_openly()
    {
        var room = Sides("named").Given(Ben, new TakeTeam("own", "it")).Given(Ben, new SetDone("own", "write", true))
            .Given(Amara, new ChangeActivity("own", Names: "anonymous"));
        var changed = room.Given(Ben, new TakeTeam("own", "business")).Given(Ben, new SetDone("own", "write", false));
        Assert.Equal(("business", false, 0),
            (changed.State.TeamOf("own", Ben.Id), changed.State.IsDone(Ben.Id), changed.State.CountDone()));
        Assert.Equal(0, changed.State.SizeOf("own", "it"));
    }

    [Fact]
    public void ANON_14_removing_somebody_tells_neither_whether_they_were_done_nor_their_side()
    {
        var room = Sides("anonymous").Given(Ben, new TakeTeam("own", "it")).Given(Ben, new SetDone("own", "write", true));
        var removed = room.Given(Amara, new RemoveDelegate("ben", false));
        Assert.Equal((1, 1), (removed.State.SizeOf("own", "it"), removed.State.CountDone()));
    }

    [Theory]
    [InlineData("named", Role.Lead | Role.CoFacilitator | Role.Scribe | Role.Observer)]
    [InlineData("anonymous-to-room", Role.Lead | Role.CoFacilitator)]
    [InlineData("anonymous", Role.None)]
    public void ANON_14_who_does_what_there_is_told_to_those_who_may_know_who_wrote_what(string names, Role told)
    {
        var room = Sides(names).State;
        foreach (var role in new[] { Role.Lead, Role.CoFacilitator, Role.Scribe, Role.Observer })
        {
            Assert.Equal(told.HasFlag(role), room.SeesPeople("own", role));
        }
    }

    [Fact]
    public void ANON_15_lines_about_people_are_kept_under_an_alias_and_read_back()
    {
        var room = At("challenges", Anonymous);
        var state = room.State;
        SessionEvent[] lines =
        [
            new DelegateJoined(new(new("ben"), "Ben", "Public")),
            new ProfileChanged(new(new("ben"), "Ben", "Public")),
            new DelegateRemoved(new("ben"), true),
            new DelegateReadmitted(new("ben")),
            new DelegateWaits(new(new("ben"), "Ben", "Public")),
            new DelegatesAdmitted([new("ben")]),
            new DelegatesRemoved([new("ben")], true),
            new DelegatesReturned([new("ben")], [new("ben")], []),
        ];
        var people = new Dictionary<DelegateId, Profile>
        {
            [new("ben")] = new(new("ben"), "Ben", "Public"),
            [new("chen")] = new(new("chen"), "Chen", null),
        };
        foreach (var line in lines)
        {
            var happened = new Recorded(9, Scenario.Morning, line is ProfileChanged ? Ben : Amara, line);
            var kept = Roll.Veiled(state, happened);
            Assert.DoesNotContain("ben", Picture.Of(kept), StringComparison.OrdinalIgnoreCase);
            var expected = line switch
            {
                DelegateRemoved => happened with { Event = new DelegateRemoved(new("ben"), false) },
                DelegatesRemoved => happened with { Event = new DelegatesRemoved([new("ben")], false) },
                _ => happened,
            };
            Assert.Equal(expected, Roll.Unveiled(state.Aliases, people, kept));
            // Once the secret is gone nobody can.
            Assert.Equal(kept, Roll.Unveiled(Aliases.None, people, kept));
        }

        Assert.Equal((Newcomer, state.Aliases.Of(Roll.Key, new("new"))!.Value.Value), Roll.Veiled(state, new Join(), Newcomer, "new"));
        Assert.NotEqual(Ben, Roll.Veiled(state, new ChangeProfile("B"), Ben, null).Author);
        Assert.Equal(Ben, Roll.Veiled(At("challenges").State, new ChangeProfile("B"), Ben, null).Author);
    }

    /// <summary>A new event that carries a delegate has to be thought about: it is veiled, or stands here with its reason.</summary>
    [Fact]
    public void ANON_15_every_event_about_a_delegate_is_veiled_or_has_a_reason()
    {
        var carrying = typeof(SessionEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(SessionEvent)) && Carries(t)).ToHashSet();
        HashSet<Type> veiled =
            [typeof(DelegateJoined), typeof(ProfileChanged), typeof(DelegateRemoved), typeof(DelegateReadmitted), typeof(DelegateWaits),
            typeof(DelegatesAdmitted), typeof(DelegatesRemoved), typeof(DelegatesReturned)];
        HashSet<Type> otherwise =
        [
            typeof(DelegatesListed), // the close's own, in no order
            typeof(DelegateErased), // somebody of whom nothing is left, not even a name
            typeof(TeamsAssigned), typeof(PlaceReturned), // have aliases from the start
        ];
        Assert.Equal(veiled.Union(otherwise).Select(t => t.Name).Order(), carrying.Select(t => t.Name).Order());
        var state = At("challenges", Anonymous).State;
        Assert.All(veiled, t => Assert.NotEqual(OneOfEach.Of(t), Roll.Veiled(state, new(9, Scenario.Morning, Ben, OneOfEach.Of(t))).Event));

        static bool Carries(Type type) => type.GetProperties().Select(p => p.PropertyType).Any(p =>
            p == typeof(DelegateId) || p == typeof(Profile)
            || (p.IsGenericType
                && p.GetGenericArguments()
                .Any(a => a == typeof(DelegateId) || (a.Namespace == typeof(SessionEvent).Namespace && a.IsClass && Carries(a)))));
    }

    [Fact]
    public void ANON_15_of_many_who_are_removed_only_those_are_told_who_said_something_in_their_name()
    {
        var room = At("challenges", Named).Given(Ben, Challenge("In my name"), "open").Given(Amara, new AddActivity(Activity: Closing))
            .Given(Amara, new ChangeActivity("closing", Names: "anonymous"));
        var removed = new DelegatesRemoved([new("ben"), new("chen")], true);
        var kept = (DelegatesRemoved)Roll.Veiled(room.State, new(9, Scenario.Morning, Amara, removed)).Event;
        Assert.Equal([Ben.Id], kept.DelegateIds.Where(id => !id.IsAlias));
        Assert.Equal(2, kept.DelegateIds.Count);
        Assert.True(kept.WithContributions);
        var people = new Dictionary<DelegateId, Profile> { [Ben.Id] = new(Ben.Id, "Ben", null), [Chen.Id] = new(Chen.Id, "Chen", null) };
        var back = (DelegatesRemoved)Roll.Unveiled(room.State.Aliases, people, new(9, Scenario.Morning, Amara, kept)).Event;
        Assert.Equal(removed.DelegateIds.ToHashSet(), back.DelegateIds.ToHashSet());
    }

    [Fact]
    public void ANON_15_whoever_waited_to_be_let_in_is_forgotten_with_the_close()
    {
        var room = At("challenges", Anonymous).Given(Amara, new ChangeSession(Settings: new(JoinApproval: true)))
            .Given(Newcomer, new Join("Emeka"), "emeka");
        var closed = room.Given(Amara, new CloseSession()).State;
        Assert.Empty(closed.Waiting);
        Assert.Equal(3, closed.Delegates.Count);
    }

    [Fact]
    public void ANON_15_the_close_tells_who_took_part_and_not_when_they_came()
    {
        var room = At("challenges", Anonymous).Given(Amara, new RemoveDelegate("chen", false));
        var kept = new List<Recorded>();
        var before = Scenario.Empty.State;
        foreach (var line in room.Given(Amara, new CloseSession()).Journal)
        {
            kept.Add(Roll.Veiled(before.Stage == SessionStage.Open ? before with { Aliases = room.State.Aliases } : before, line));
            before = Session.Apply(before, line);
        }

        var closed = room.Given(Amara, new CloseSession()).State;
        Assert.Equal(Picture.Of(closed), Picture.Of(Session.Replay(closed.Id, kept)));
        Assert.Equal(closed.Delegates.Keys.OrderBy(d => d.Value, StringComparer.Ordinal), closed.Delegates.Values.OrderBy(d => d.Order)
            .Select(d => d.Id));
        Assert.True(closed.Delegates[new("chen")].Removed);
        Assert.Equal("Ben", closed.Delegates[Ben.Id].Name);
        // Of people nothing can be taken back any more: nobody can tell whom it was about.
        var again = room.Given(Amara, new CloseSession()).Given(Amara, new ReopenSession());
        Assert.DoesNotContain(again.State.Moves(), m => m.Event == "delegate.removed.v1");
        Assert.Null(Roll.Of(At("challenges").State));
    }

    [Fact]
    public void ANON_17_who_writes_on_a_side_of_one_or_two_is_told_so()
    {
        var two = Sides("anonymous").Given(Ben, new TakeTeam("own", "it")).Given(Chen, new TakeTeam("own", "it"))
            .Given(Dora, new TakeTeam("own", "business"));
        var activity = two.State.Activity("own")!;
        Assert.Equal(["business", "it"], two.State.TooSmall(activity).Select(t => t.TeamId));
        Assert.Equal((2, 1, 0), (OnSide(two, "it"), OnSide(two, "business"), OnSide(two, null)));
        var emeka = Delegate("emeka");
        var three = two.Joins(emeka).Given(emeka, new TakeTeam("own", "it"));
        Assert.Equal((0, 1), (OnSide(three, "it"), OnSide(three, "business")));
        var named = Sides("named").Given(Ben, new TakeTeam("own", "it"));
        Assert.Empty(named.State.TooSmall(activity));

        static int OnSide(Scenario room, string? team) => PhoneView.Build(room.State, team).Model<HeadModel>("head").OnSide;
    }

    [Fact]
    public void ANON_17_sectors_of_one_or_two_are_told_to_facilitators()
    {
        var room = Draft(Sectors with { Names = "anonymous" }).Given(Amara, new OpenSession());
        foreach (var i in Enumerable.Range(0, 3)) room = room.Joins(Delegate($"p{i}"), "Public");
        Assert.Equal(["Private"], room.Joins(Delegate("d1"), "Private").State.SmallSectors());
        Assert.Empty(room.State.SmallSectors());
        Assert.Empty(Draft(Sectors with { Names = "named" }).Given(Amara, new OpenSession()).Joins(Ben, "Public").State.SmallSectors());
    }
}
