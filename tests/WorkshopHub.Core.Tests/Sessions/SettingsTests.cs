using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class SettingsTests
{
    public static TheoryData<SettingsPatch> NotThereYet =>
    [
        new SettingsPatch(Language: "fr"),
        new SettingsPatch(Moderation: "after"),
        new SettingsPatch(Moderation: "before"),
        new SettingsPatch(RetentionDays: 30),
    ];

    [Theory]
    [MemberData(nameof(NotThereYet))]
    public void LIVE_7_a_setting_that_cannot_be_kept_yet_is_not_available(SettingsPatch settings)
    {
        KickStart.Draft().When(Amara, new ChangeSession("Another title", Settings: settings)).ThenRefused(RefusalKind.NotAvailable);
        Scenario.Empty.When(Amara, new CreateSession("A title", null, settings, KickStart.Agenda)).ThenRefused(RefusalKind.NotAvailable);
    }

    [Fact]
    public void LIVE_7_a_setting_that_nobody_knows_is_malformed()
    {
        KickStart.Draft().When(Amara, new ChangeSession(Settings: new(Names: "Named"))).ThenRefused(RefusalKind.Malformed);
        KickStart.Draft().When(Amara, new ChangeSession(Settings: new(Moderation: "perhaps"))).ThenRefused(RefusalKind.Malformed);
    }

    [Fact]
    public void LIVE_7_what_the_product_does_anyway_can_be_said() => KickStart.Draft()
        .When(Amara,
            new ChangeSession(Settings: new("en", Names: "anonymous-to-room", Moderation: "off", OwnDots: true, JoinApproval: false)))
        .ThenNothing();

    [Fact]
    public void DOT_5_whether_dots_may_lie_on_ones_own_is_the_facilitators_to_set()
    {
        Assert.True(SessionSettings.Default.OwnDots);
        var strict =
            KickStart.Draft().When(Amara, new ChangeSession(Settings: new(OwnDots: false)))
            .Then<SessionChanged>(e => Assert.False(e.Settings.OwnDots));
        strict.When(Amara, new ChangeSession(Settings: new(Names: "anonymous-to-room"))).ThenNothing();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public void LIVE_8_a_sector_question_has_2_to_12_different_answers(int answers, bool good)
    {
        var question =
            new SectorQuestion("Where do you work?", Enumerable.Range(1, answers).SelectMany(i => new[] { $"Place {i}", $" Place {i}" })
            .ToValueList());
        var outcome = KickStart.Draft().When(Amara, new ChangeSession(Settings: new(SectorQuestion: question)));
        if (good) outcome.Then<SessionChanged>(e => Assert.Equal(answers, e.Settings.SectorQuestion!.Options.Count));
        else outcome.ThenRefused(RefusalKind.OutOfRange);
    }

    [Fact]
    public void LIVE_8_the_question_and_its_answers_are_texts_like_others()
    {
        Assert.Equal(RefusalKind.TextEmpty, Asked("", "A", "B"));
        Assert.Equal(RefusalKind.TextEmpty, Asked("Where?", "A", " "));
        Assert.Equal(RefusalKind.TextTooLong, Asked(new string('q', 121), "A", "B"));
        Assert.Equal(RefusalKind.TextTooLong, Asked("Where?", "A", new string('a', 61)));

        static RefusalKind? Asked(string text, params string[] options) => KickStart.Draft()
            .When(Amara, new ChangeSession(Settings: new(SectorQuestion: new(text, options.ToValueList())))).Turn.Refusal?.Kind;
    }

    [Fact]
    public void LIVE_8_an_empty_question_is_asked_no_more() => KickStart.Draft(KickStart.Sectors)
        .When(Amara, new ChangeSession(Settings: new(SectorQuestion: new(" ", []))))
        .Then<SessionChanged>(e => Assert.Null(e.Settings.SectorQuestion));

    [Fact]
    public void LIVE_13_once_somebody_has_joined_names_that_were_promised_to_stay_off_are_never_shown()
    {
        KickStart.Draft().Given(Amara, new OpenSession()).When(Amara, new ChangeSession(Settings: KickStart.Named)).Then<SessionChanged>();
        KickStart.Open().When(Amara, new ChangeSession(Settings: KickStart.Named)).ThenRefused(RefusalKind.NamesPromised);
        var stricter =
            KickStart.Open(KickStart.Named).When(Amara, new ChangeSession(Settings: new(Names: "anonymous-to-room")))
            .Then<SessionChanged>();
        stricter.When(Amara, new ChangeSession("Another title", Settings: KickStart.Named)).ThenRefused(RefusalKind.NamesPromised);
        stricter.When(Amara, new ChangeSession("Another title")).Then<SessionChanged>();
    }
}
