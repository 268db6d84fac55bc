using System.Text.Json;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class LanguageTests
{
    private const string Id = "drivers";

    private static Scenario In(string language) => Scenario.Empty
        .Given(Amara, new CreateSession("Any", null, new(language), Polyglot.Method.Agenda(language)))
        .Given(Amara, new OpenSession());

    private static Scenario Running(string language) => In(language).Joins(Ben).Joins(Chen).Given(Amara, new StartActivity(Id));

    private static Scenario Asking(string language) => Running(language)
        .Given(Chen, new Contribute(Id, "driver", "Money"), "money")
        .Given(Amara, new MoveToStep(Id, "mark"))
        .Given(Amara, new Pick("money", true));

    private static IEnumerable<string> Texts(Activity a) =>
    [
        a.Title, a.Prompt, .. a.Points, .. a.Teams.Select(t => t.Title), .. a.Steps.Select(s => s.Title),
        .. a.Lanes.SelectMany(l =>
            new[] { l.Title, l.Plural, l.PickedTitle ?? "", l.Prompt, l.Group ?? "", l.RestTitle ?? "" }.Concat(l.Values)),
    ];

    [Fact]
    public void LANG_1_a_session_has_one_of_the_products_languages()
    {
        In("en").When(Amara, new ChangeSession(Settings: new("de-AT"))).Then<SessionChanged>(e => Assert.Equal("de", e.Settings.Language));
        In("en").When(Amara, new ChangeSession(Settings: new("fr"))).ThenRefused(RefusalKind.NotAvailable);
        In("de").When(Amara, new ChangeSession(Settings: new(Names: "anonymous-to-room"))).ThenNothing();
        Assert.Equal("ar", In("ar").State.Settings.Language);
    }

    [Fact]
    public void LANG_2_a_delegate_reads_in_a_language_of_their_own_else_in_the_sessions()
    {
        var room = In("de").Given(Newcomer, new Join("Ada", null, "ar-EG"), "ada").Given(Newcomer, new Join("Bob", null, "fr"), "bob");
        Assert.Equal(["ar", "de", "de"], new[] { "ada", "bob", "nobody" }.Select(id => room.State.LanguageOf(new(id))));
        Assert.Equal("de", room.State.LanguageOf(null));
        var changed =
            room.When(Delegate("ada"), new ChangeProfile(Language: "en")).Then(new ProfileChanged(new(new("ada"), "Ada", null, "en")));
        changed.When(Delegate("ada"), new ChangeProfile(Language: "en-GB")).ThenNothing();
        changed.When(Delegate("ada"), new ChangeProfile("Ida")).Then(new ProfileChanged(new(new("ada"), "Ida", null, "en")));
        var cleared =
            changed.When(Delegate("ada"), new ChangeProfile(Language: new(true, null)))
            .Then(new ProfileChanged(new(new("ada"), "Ada", null)));
        Assert.Equal("de", cleared.State.LanguageOf(new("ada")));
        Assert.Null(room.Given(Amara, new Erase(DelegateId: "ada")).State.Delegates[new("ada")].Language);
    }

    [Theory]
    [InlineData("en", "de")]
    [InlineData("en", "ar")]
    [InlineData("de", "en")]
    [InlineData("de", "ar")]
    [InlineData("ar", "en")]
    [InlineData("ar", "de")]
    public void LANG_3_what_the_method_says_is_read_in_any_language_whatever_the_sessions(string sessions, string readers)
    {
        var there = Texts(Polyglot.Method.Agenda(readers).Single());
        var here = Texts(In(sessions).State.In(readers).Agenda.Single());
        // What the method does not have in the reader's language stays in the session's.
        var missing = Texts(Polyglot.Method.Agenda(sessions).Single());
        Assert.All(here.Zip(there, missing), t =>
            Assert.True(t.First == t.Second || (readers == "ar" && t.First == t.Third), $"“{t.First}” should be “{t.Second}”"));
    }

    [Fact]
    public void LANG_3_what_somebody_has_worded_stands_in_all_languages()
    {
        var room = Running("en")
            .Given(Amara,
                new ChangeActivity(Id, Title: "Our own title", Points: ["Second", "Our own point"], Lanes: [new("driver", "Engine")],
                Steps: [new("say", "Tell")]))
            .Given(Ben, new Contribute(Id, "driver", "Strong"), "said");
        var german = room.State.In("de");
        var activity = german.Agenda.Single();
        Assert.Equal(("Our own title", "Warum machen wir weiter?"), (activity.Title, activity.Prompt));
        Assert.Equal(["Zweitens", "Our own point"], activity.Points);
        Assert.Equal(("Engine", "Engine", "Was ist es?"), (activity.Lanes[0].Title, activity.Lanes[0].Plural, activity.Lanes[0].Prompt));
        Assert.Equal(["Tell", "Einschätzen"], activity.Steps.Select(s => s.Title));
        Assert.Equal("Strong", german.Contributions["said"].Text);
    }

    [Fact]
    public void LANG_3_an_activity_that_is_added_or_was_taken_away_is_read_in_any_language_too()
    {
        var room = Running("en").Given(Ben, new Contribute(Id, "driver", "Pride"), "pride")
            .Given(Amara, new AddActivity("polyglot").With(Polyglot.Method))
            .Given(Amara, new StartActivity($"{Id}-2"))
            .Given(Amara, new RemoveActivity(Id));
        Assert.Equal("Was uns treibt", room.State.In("de").Agenda.Single().Title);
        Assert.Equal("Was uns treibt", room.State.In("de").AnyActivity(Id)!.Title);
    }

    [Fact]
    public void LANG_3_a_held_screen_is_read_in_any_language_too()
    {
        var held = Running("en").Given(Amara, new SetScreen("held")).Given(Amara, new MoveToStep(Id, "mark"));
        var shown = ScreenView.Build(held.State.In("de")).Children.Select(n => n.Model).OfType<SpineModel>().Single();
        Assert.Equal(["Sagen", "Einschätzen"], shown.Steps.Select(s => s.Title));
        Assert.True(shown.Steps[0].Now);
    }

    [Fact]
    public void LANG_4_with_the_sessions_language_the_agenda_changes_and_loses_nothing()
    {
        var english = Running("en").Given(Amara, new ChangeActivity(Id, Prompt: "Our own question"));
        var arabic = english.Given(Amara, new ChangeSession(Settings: new("ar")));
        Assert.Equal(("ما يدفعنا", "Our own question"), (arabic.State.Agenda[0].Title, arabic.State.Agenda[0].Prompt));
        var german = arabic.Given(Amara, new ChangeSession(Settings: new("de")));
        Assert.Equal(["Treiber", "Treiber"], [german.State.Agenda[0].Lanes[0].Title, german.State.Agenda[0].Lanes[0].Plural]);
        Assert.Equal(english.State.Agenda, german.Given(Amara, new ChangeSession(Settings: new("en"))).State.Agenda);
        var undone = german.Given(Amara, new Undo(english.State.Version));
        Assert.Equal(("Was uns treibt", "Warum machen wir weiter?"), (undone.State.Agenda[0].Title, undone.State.Agenda[0].Prompt));
    }

    [Fact]
    public void LANG_7_a_view_in_another_language_is_built_anew_only_where_something_changed()
    {
        var before = Running("en").Given(Ben, new Contribute(Id, "driver", "Pride"), "pride");
        Assert.Same(before.State, before.State.In("en"));
        Assert.Same(before.State.In("de"), before.State.In("de"));
        _ = (Entry(before, "en"), Entry(before, "ar"));
        var (english, german) = (Entry(before, "en"), Entry(before, "de"));
        var after = before.Given(Chen, new Contribute(Id, "driver", "Fear"), "fear");
        Assert.Same(english, Entry(after, "en"));
        Assert.Same(german, Entry(after, "de"));
        Assert.NotSame(english, german);

        static Node Entry(Scenario room, string language) =>
            All(PhoneView.Build(room.State.In(language))).Single(n => n.Model is EntryModel { Id: "pride" });

        static IEnumerable<Node> All(Node node) => node.Children.SelectMany(All).Prepend(node);
    }

    [Theory]
    [InlineData("Strong")]
    [InlineData("قوي")]
    public void LANG_8_a_value_is_answered_by_its_name_in_the_sessions_language_or_in_ones_own(string value)
    {
        var room = Asking("en").Given(Chen, new ChangeProfile(Language: "ar"));
        room.When(Chen, new GiveAnswer(Id, "strength", value, "money")).Then<AnswerGiven>(e => Assert.Equal(1, e.Level));
        room.When(Chen, new GiveAnswer(Id, "strength", "Stark", "money")).ThenRefused(RefusalKind.NoSuchValue);
    }

    [Fact]
    public void LANG_3_the_wordings_are_the_same_after_they_were_written_and_read()
    {
        var wordings = Polyglot.Method.Agenda("en").Single().Wordings;
        Assert.Equal(wordings, JsonSerializer.Deserialize<Wordings>(JsonSerializer.Serialize(wordings)));
        Assert.NotEqual(wordings, Wordings.None);
    }
}
