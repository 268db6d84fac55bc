using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class AnonymityTests
{
    private static readonly ChangeActivity ChainAnonymous = new(Chain, Names: "anonymous");

    private static SettingsPatch SectorsAnonymous => Sectors with { Names = "anonymous" };

    /// <summary>At the pick, with three people from each of two sectors, who all nod at <c>culture</c>.</summary>
    private static Scenario Nodded
    {
        get
        {
            var crowd = Enumerable.Range(0, 6).Select(i => Delegate($"d{i}")).ToList();
            var room = Draft(SectorsAnonymous).Given(Amara, new OpenSession()).Joins(Ben);
            foreach (var (i, d) in crowd.Index()) room = room.Joins(d, i < 3 ? "Public" : "Private");
            room = room.MovesTo("challenges").Given(Ben, Challenge("Poor scheduling"), "weekends").MovesTo("root-causes")
                .Given(Ben, RootCause("Cultural attitude", "weekends"), "culture").MovesTo("pick");
            return crowd.Aggregate(room, (r, d) => r.Given(d, new Nod("culture", true)));
        }
    }

    [Theory]
    [InlineData("named", null, NamesPolicy.Named)]
    [InlineData("named", "anonymous", NamesPolicy.Anonymous)]
    [InlineData("anonymous-to-room", "named", NamesPolicy.AnonymousToRoom)]
    [InlineData("anonymous-to-room", "anonymous", NamesPolicy.Anonymous)]
    [InlineData("anonymous", "named", NamesPolicy.Anonymous)]
    public void ANON_1_the_stricter_one_of_session_and_activity_holds(string session, string? activity, NamesPolicy holds)
    {
        var draft = Draft(new(Names: session));
        if (activity is not null) draft = draft.Given(Amara, new ChangeActivity(Chain, Names: activity));
        Assert.Equal(holds, draft.State.NamesOf(Chain));
        Assert.Equal(draft.State.Settings.Names, draft.State.NamesOf("next-steps"));
        Assert.Equal(holds != draft.State.Settings.Names, draft.State.NamesVary());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("anonymous")]
    [InlineData("anonymous-to-room")]
    public void ANON_1_a_method_says_what_its_activities_promise(string? names) =>
        Assert.Equal(names, (BuiltInMethods.Find("kick-start")!.Activities[1] with { Names = names }).In("en").Names?.Word());

    [Fact]
    public void ANON_1_an_activity_goes_back_to_what_the_session_has()
    {
        var own = Draft().Given(Amara, ChainAnonymous);
        var none = own.When(Amara, new ChangeActivity(Chain, Names: (string?)null)).Then<ActivityChanged>();
        Assert.Null(none.State.Activity(Chain)!.Names);
        own.When(Amara, ChainAnonymous).ThenNothing();
        own.When(Amara, new ChangeActivity(Chain, Names: "Anonymous")).ThenRefused(RefusalKind.Malformed);
    }

    [Fact]
    public void ANON_2_once_an_activity_has_begun_its_names_only_become_stricter()
    {
        var looser = new ChangeActivity(Chain, Names: "named");
        var draft = Draft(Named).Given(Amara, ChainAnonymous);
        draft.When(Amara, looser).Then<ActivityChanged>();
        var begun = draft.Given(Amara, new OpenSession()).MovesTo("challenges");
        begun.When(Amara, looser).ThenRefused(RefusalKind.NamesPromised);
        begun.When(Amara, new ChangeActivity(Chain, Names: (string?)null)).ThenRefused(RefusalKind.NamesPromised);
        At("challenges", Named).When(Amara, new ChangeActivity(Chain, Names: "anonymous-to-room")).Then<ActivityChanged>();
    }

    [Fact]
    public void ANON_3_what_was_said_under_names_never_becomes_anonymous_to_everybody()
    {
        At("challenges").When(Amara, ChainAnonymous).Then<ActivityChanged>();
        var said = At("challenges").Given(Ben, Challenge("Poor scheduling"), "weekends");
        said.When(Amara, ChainAnonymous).ThenRefused(RefusalKind.NamesBegun);
        said.When(Amara, new ChangeSession(Settings: Anonymous)).ThenRefused(RefusalKind.NamesBegun);
        said.Given(Ben, new WithdrawContribution("weekends")).When(Amara, ChainAnonymous).ThenRefused(RefusalKind.NamesBegun);
        said.When(Amara, new ChangeActivity("next-steps", Names: "anonymous")).Then<ActivityChanged>();
    }

    [Fact]
    public void ANON_3_a_nod_is_something_said_and_what_a_facilitator_notes_is_not()
    {
        var noted = At("challenges").Given(Amara, Challenge("Said aloud"), "aloud");
        noted.When(Amara, ChainAnonymous).Then<ActivityChanged>();
        var nodded = noted.Given(Ben, new Nod("aloud", true)).Given(Ben, new Nod("aloud", false));
        nodded.When(Amara, ChainAnonymous).ThenRefused(RefusalKind.NamesBegun);
    }

    [Fact]
    public void ANON_4_anonymous_to_the_room_is_told_to_lead_and_co_facilitators_alone()
    {
        Assert.Equal([Role.Lead, Role.CoFacilitator], Enum.GetValues<Role>().Where(r => Sees(AtTheSolutions(), r)));
        Assert.Equal(Enum.GetValues<Role>(), Enum.GetValues<Role>().Where(r => Sees(AtTheSolutions(Named), r)));
        Assert.DoesNotContain(Enum.GetValues<Role>(), r => Sees(AtTheSolutions(Anonymous), r));
        Assert.DoesNotContain("Ben", Picture.Of(PhoneView.Build(AtTheSolutions().State)), StringComparison.Ordinal);
    }

    [Fact]
    public void ANON_4_what_was_promised_goes_with_what_is_carried_over_and_stays_in_an_activity_that_was_removed()
    {
        var room = Draft(Named).Given(Amara, new ChangeActivity(Chain, Names: "anonymous-to-room"))
            .Given(Amara, new AddActivity(Activity: Closing)).Given(Amara, new OpenSession())
            .Given(Newcomer, new Join("Bartholomew"), "ben").MovesTo("challenges").Given(Ben, Challenge("Poor scheduling"), "weekends");
        var carried = room.Given(Amara, new CarryOver("closing", "word", ["weekends"]), "again").Given(Amara, new StartActivity("closing"));
        foreach (var s in new[] { carried, carried.Given(Amara, new RemoveActivity(Chain)) })
        {
            Assert.All(s.State.Contributions.Values, c => Assert.False(s.State.SeesAuthor(c, Role.Scribe)));
            Assert.All(s.State.Contributions.Values, c => Assert.True(s.State.SeesAuthor(c, Role.Lead)));
            foreach (var view in new object[] { PhoneView.Build(s.State), ScreenView.Build(s.State), SummaryBuilder.Build(s.State) })
            {
                Assert.Contains("Poor scheduling", Picture.Of(view), StringComparison.Ordinal);
                Assert.DoesNotContain("Bartholomew", Picture.Of(view), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void ANON_8_no_held_screen_keeps_a_secret_and_it_shows_the_spread_all_the_same()
    {
        var held = Nodded.Given(Amara, new SetScreen("held"));
        Assert.True(held.State.Held!.Aliases.IsEmpty);
        Assert.Equal(Spreads(ScreenView.Build(Nodded.State)), Spreads(ScreenView.Build(held.State)));
        Assert.Contains(new Spread(2, 2), Spreads(ScreenView.Build(held.State)));
        // The same when the session was read again from its journal, and the secrets beside it.
        Assert.Contains(new Spread(2, 2),
            Spreads(ScreenView.Build(Session.Replay(held.State.Id, held.Journal) with { Aliases = held.State.Aliases })));

        static List<Spread> Spreads(Node node) =>
            [.. node.Model is EntryTextModel { Spread: { } spread }
                ? [spread] : Array.Empty<Spread>(), .. node.Children.SelectMany(Spreads)];
    }

    private static bool Sees(Scenario room, Role role) => room.State.SeesAuthor(room.State.Contributions["weekends"], role);

    [Fact]
    public void ANON_5_what_delegates_do_there_is_kept_under_an_alias()
    {
        var room = AtTheSolutions(Anonymous)
            .Given(Ben, new Nod("culture", true))
            .Given(Ben, new EditContribution("plan", "Create a plan"))
            .Given(Ben, new WithdrawContribution("plan"));
        var aliased =
            room.Journal.Where(r => r.Event is ContributionAdded or ContributionEdited or ContributionWithdrawn or NodSet).ToList();
        Assert.Equal(7, aliased.Count);
        Assert.All(aliased, r => Assert.True(r.By is Sender.Delegate { Id.IsAlias: true }));
        // Ben's are one person's, and no other's.
        Assert.Equal(3, aliased.Select(r => r.By).Distinct().Count());
        Assert.False(room.State.Contributions["plan"].EditedByFacilitator);
        Assert.All(room.Journal.Where(r => r.Event is DelegateJoined), r => Assert.Equal(Newcomer, r.By));
    }

    [Fact]
    public void ANON_5_what_is_ones_own_and_no_contribution_keeps_its_author_in_memory()
    {
        var room = At("challenges", Anonymous);
        Assert.Equal(Ben, Anonymity.AuthorOf(room.State, Ben, new ChangeProfile("Benjamin")));
        Assert.Equal(Amara, Anonymity.AuthorOf(room.State, Amara, Challenge("Said aloud")));
        Assert.False(Anonymity.IsVeiled(At("challenges").State, Ben, new ChangeProfile("Benjamin")));
        Assert.True(Anonymity.IsVeiled(room.State, Ben, new ChangeProfile("Benjamin")));
        Assert.True(Anonymity.IsVeiled(room.State, Ben, Challenge("Text")));
    }

    [Fact]
    public void ANON_5_what_has_an_alias_keeps_it_also_when_its_activity_is_gone()
    {
        var room = AtTheSolutions(Anonymous).State;
        var gone = room with { Agenda = [], Settings = room.Settings with { Names = NamesPolicy.Named } };
        Assert.Equal(room.Contributions["plan"].Author, Anonymity.AuthorOf(gone, Ben, new WithdrawContribution("plan")));
        Assert.Equal(room.Contributions["plan"].Author, Anonymity.AuthorOf(gone, Ben, new EditContribution("plan", "Other")));
    }

    [Fact]
    public void ANON_5_somebody_has_another_alias_in_each_activity()
    {
        var room = At("challenges", Anonymous).Given(Amara, new StartActivity("next-steps"));
        var (here, there) = (room.State.Aliases.Of(Chain, Ben.Id), room.State.Aliases.Of("next-steps", Ben.Id));
        Assert.NotNull(here);
        Assert.NotEqual(here, there);
        Assert.Null(room.State.Aliases.Of("briefing", Ben.Id));
    }

    [Fact]
    public void ANON_5_a_secret_is_wanted_when_an_activity_begins_or_becomes_anonymous()
    {
        Assert.Empty(Anonymity.LackingSecrets(Open(Anonymous).State));
        var bare = At("challenges", Anonymous).State with { Aliases = Aliases.None };
        Assert.Equal([Chain, Roll.Key], Anonymity.LackingSecrets(bare));
        var later = At("challenges").Given(Amara, ChainAnonymous);
        Assert.True(later.State.Aliases.Has(Chain));
        // Nothing is written there that could not be taken back by its author.
        Assert.Equal(RefusalKind.AnonymousFrozen, Session.Decide(bare, Ben, Challenge("Text"), new(Scenario.Morning, "x")).Refusal?.Kind);
    }

    [Fact]
    public void ANON_6_people_find_their_own_again_and_nobody_elses()
    {
        var room = AtThePick(Anonymous).Given(Ben, new Nod("culture", true));
        Assert.Equal(["weekends"], MineView.Build(room.State, Ben.Id).Own.Select(o => o.Id));
        Assert.Equal(["culture"], MineView.Build(room.State, Ben.Id).Nodded);
        Assert.Empty(MineView.Build(room.State, Dora.Id).Nodded);
        room.When(Ben, new Nod("culture", true)).ThenNothing();
        var off = room.When(Ben, new Nod("culture", false)).Then(new NodSet("culture", false));
        Assert.Empty(off.State.Contributions["culture"].Nods);
        room.When(Chen, new EditContribution("weekends", "Other words")).ThenRefused(RefusalKind.NotYours);
        room.When(Ben, new EditContribution("weekends", "Other words")).Then<ContributionEdited>();
        Assert.Equal(Ben.Id, room.State.Behind(Chain, ((Sender.Delegate)room.State.Contributions["weekends"].Author).Id));
    }

    [Fact]
    public void ANON_6_a_receipt_answers_whoever_got_it_and_nobody_else()
    {
        var room = AtThePick(Anonymous);
        var alias = room.State.Contributions["weekends"].Author;
        Assert.True(Anonymity.MayHear(room.State, alias, Ben));
        Assert.False(Anonymity.MayHear(room.State, alias, Chen));
        Assert.False(Anonymity.MayHear(room.State, alias, Amara));
        Assert.False(Anonymity.MayHear(room.State, Chen, Ben));
        // Nobody can tell any more: who knows the command's id has sent it.
        var closed = room.Given(Amara, new CloseSession());
        Assert.True(Anonymity.MayHear(closed.State, alias, Ben));
        Assert.False(Anonymity.MayHear(closed.State, alias, Amara));
    }

    [Fact]
    public void ANON_7_removing_somebody_changes_nothing_of_what_is_anonymous()
    {
        var room = Nodded;
        var before = room.State.Contributions["culture"];
        var removed = room.Given(Amara, new RemoveDelegate("ben", true)).Given(Amara, new RemoveDelegate("d0", true));
        Assert.Equal(before, removed.State.Contributions["culture"]);
        Assert.Equal(6, Sight.Nods(removed.State, before));
        Assert.False(removed.State.Contributions["weekends"].Hidden);
    }

    [Fact]
    public void ANON_8_closing_keeps_the_counts_and_nothing_that_could_tell()
    {
        var room = Nodded;
        Assert.Equal(new Spread(2, 2), Sight.SpreadOf(room.State, room.State.Contributions["culture"]));
        var closing = room.When(Amara, new CloseSession());
        Assert.Equal([new NodsCounted([new("culture", 2, 2)]), Roll.Of(room.State)!, new SessionClosed()], closing.Events);
        var closed = room.Given(Amara, new CloseSession());
        Assert.True(closed.State.Aliases.IsEmpty);
        Assert.Equal(new Spread(2, 2), Sight.SpreadOf(closed.State, closed.State.Contributions["culture"]));
        Assert.Contains("6 of 7 nods", Picture.Of(SummaryBuilder.Build(closed.State)), StringComparison.Ordinal);
        Assert.Contains("2 of 2 sectors", Picture.Of(SummaryBuilder.Build(closed.State)), StringComparison.Ordinal);
        Assert.All(room.State.Delegates.Keys, id => Assert.Empty(MineView.Build(closed.State, id).Own));
        Assert.Equal(Picture.Of(closed.State), Picture.Of(Session.Replay(closed.State.Id, closed.Journal)));
    }

    [Fact]
    public void ANON_8_a_session_without_anything_anonymous_just_closes() =>
        AtTheSolutions(Sectors).Given(Ben, new Nod("culture", true)).When(Amara, new CloseSession()).Then(new SessionClosed());

    [Fact]
    public void ANON_9_after_a_reopening_what_was_anonymous_is_frozen()
    {
        var again = AtTheSolutions(Anonymous).Given(Amara, new CloseSession()).Given(Amara, new ReopenSession());
        foreach (var command in new Command[] { Solution("One more", "culture"), new EditContribution("plan", "Other"),
            new WithdrawContribution("plan"), new Nod("culture", true) })
        {
            again.When(Ben, command).ThenRefused(RefusalKind.AnonymousFrozen);
        }

        Assert.True(Phone(again).Model<HeadModel>("head").Frozen);
        Assert.DoesNotContain(Phone(again).All(), n => n.Model is ComposerModel { Open: true } or EntryTextModel { NodsOpen: true });
        again.When(Amara, new EditContribution("plan", "Other")).Then<ContributionEdited>();
        again.When(Ben, new SetDone(Chain, "solutions", true)).Then<DoneSet>();
        Assert.Equal([Roll.Key], Anonymity.LackingSecrets(again.State with { Aliases = Aliases.None }));
    }

    [Fact]
    public void ANON_9_what_begins_after_a_reopening_is_anonymous_on_its_own()
    {
        var again = AtTheSolutions(Anonymous).Given(Amara, new CloseSession()).Given(Amara, new ReopenSession())
            .Given(Amara, new StartActivity("next-steps"));
        Assert.Equal(["next-steps", Roll.Key], Anonymity.LackingSecrets(again.State with { Aliases = Aliases.None }));
        var open = At("challenges", Named).Given(Ben, Challenge("Named")).Given(Amara, new CloseSession())
            .Given(Amara, new ReopenSession());
        open.When(Ben, Challenge("Named still")).Then<ContributionAdded>();
    }

    [Fact]
    public void ANON_10_the_promise_is_the_policy_that_holds_where_people_write()
    {
        var mixed = Draft(Named).Given(Amara, ChainAnonymous).Given(Amara, new OpenSession()).Joins(Ben).MovesTo("challenges");
        Assert.Equal(NamesPolicy.Anonymous, Phone(mixed).Model<HeadModel>("head").Names);
        Assert.Equal(NamesPolicy.Named, Phone(mixed.Given(Amara, new StartActivity("next-steps"))).Model<HeadModel>("head").Names);
        var lobby = ScreenView.Build(Draft(Named).Given(Amara, ChainAnonymous).State).Model<LobbyModel>("lobby");
        Assert.Equal((NamesPolicy.Named, true), (lobby.Names, lobby.NamesVary));
    }

    [Fact]
    public void SEE_3_a_held_screen_loses_the_names_that_an_activity_shows_no_more()
    {
        var held = AtTheSolutions(Named).Given(Amara, new SetScreen("held"));
        Assert.Contains("\"Ben\"", Picture.Of(ScreenView.Build(held.State)), StringComparison.Ordinal);
        var stricter = held.Given(Amara, new ChangeActivity(Chain, Names: "anonymous-to-room"));
        Assert.DoesNotContain("\"Ben\"", Picture.Of(ScreenView.Build(stricter.State)), StringComparison.Ordinal);
    }

    private static Node Phone(Scenario scenario) => PhoneView.Build(scenario.State);

    [Fact]
    public void DOT_3_a_vote_where_nothing_is_voted_on_is_refused_for_what_it_is()
    {
        AtTheSolutions().When(Ben, new GiveAnswer(Chain, "solution", 1, "culture")).ThenRefused(RefusalKind.LaneTakesText);
        AtTheSolutions().When(Ben, new PlaceDots("culture", 1)).ThenRefused(RefusalKind.VoteClosed);
    }
}
