using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class JoiningTests
{
    private static readonly Scenario Open = KickStart.Open(KickStart.Sectors);

    private static Profile Emeka(string? name = null, string? sector = null) => new(new("emeka"), name, sector);

    [Fact]
    public void JOIN_1_whoever_has_the_code_joins_without_having_to_say_who()
    {
        var outcome = Open.When(Newcomer, new Join(), "emeka");
        Assert.Equal("emeka", outcome.Turn.ResultId);
        var joined = outcome.Then(new DelegateJoined(Emeka()));
        Assert.Equal(4, joined.State.Delegates[new("emeka")].Order);
        Assert.Equal(Role.Delegate, joined.State.RoleOf(Delegate("emeka")));
    }

    [Theory]
    [InlineData("  Emeka Obi ", "Emeka Obi")]
    [InlineData("Emeka\r\nObi", "Emeka Obi")]
    [InlineData("", null)]
    [InlineData(" \u200B\t ", null)]
    [InlineData(null, null)]
    public void JOIN_2_a_name_is_cleaned_and_an_empty_one_is_none(string? given, string? name) =>
        Open.When(Newcomer, new Join(given), "emeka").Then(new DelegateJoined(Emeka(name)));

    [Fact]
    public void JOIN_2_a_name_has_at_most_60_characters()
    {
        Open.When(Newcomer, new Join(new string('n', 60))).Then<DelegateJoined>();
        Open.When(Newcomer, new Join(new string('n', 61))).ThenRefused(RefusalKind.TextTooLong);
        Open.When(Ben, new ChangeProfile(Name: new string('n', 61))).ThenRefused(RefusalKind.TextTooLong);
    }

    [Theory]
    [InlineData("Public", "Public")]
    [InlineData(" Public ", "Public")]
    [InlineData("", null)]
    [InlineData(" \u200B", null)]
    [InlineData(null, null)]
    public void JOIN_3_a_sector_is_one_of_the_answers_or_not_said(string? given, string? sector) =>
        Open.When(Newcomer, new Join(null, given), "emeka").Then(new DelegateJoined(Emeka(null, sector)));

    [Fact]
    public void JOIN_3_any_other_sector_is_unknown()
    {
        Open.When(Newcomer, new Join(null, "Military")).ThenRefused(RefusalKind.SectorUnknown);
        Open.When(Newcomer, new Join(null, "public")).ThenRefused(RefusalKind.SectorUnknown);
        Open.When(Ben, new ChangeProfile(Sector: "Military")).ThenRefused(RefusalKind.SectorUnknown);
        KickStart.Open().When(Newcomer, new Join(null, "Public")).ThenRefused(RefusalKind.SectorUnknown);
    }

    [Fact]
    public void JOIN_4_delegates_change_their_name_and_sector_and_what_is_left_out_stays()
    {
        var changed = Open.When(Ben, new ChangeProfile(Sector: "Private")).Then(new ProfileChanged(new(new("ben"), "Ben", "Private")));
        changed.When(Ben, new ChangeProfile(Name: "Benedict")).Then(new ProfileChanged(new(new("ben"), "Benedict", "Private")));
    }

    [Fact]
    public void JOIN_4_null_clears_and_the_same_again_is_no_event()
    {
        var named = Open.Given(Ben, new ChangeProfile(Sector: "Private"));
        named.When(Ben, new ChangeProfile(Name: null, Sector: new(true, null))).Then(new ProfileChanged(new(new("ben"), null, null)));
        named.When(Ben, new ChangeProfile()).ThenNothing();
        named.When(Ben, new ChangeProfile("Ben", "Private")).ThenNothing();
    }

    [Fact]
    public void JOIN_5_a_removed_delegate_does_not_count_and_what_they_said_stays()
    {
        var before =
            KickStart.AtTheSolutions().Given(Chen, new Nod("plan", true)).Given(Chen, new SetDone(KickStart.Chain, "solutions", true));
        var removed = before.When(Amara, new RemoveDelegate("chen", false)).Then(new DelegateRemoved(new("chen"), false)).State;
        Assert.Equal(["ben", "dora"], removed.Present.Select(d => d.Id.Value).Order());
        Assert.Equal(1, Sight.Nods(before.State, before.State.Contributions["plan"]));
        Assert.Equal(0, Sight.Nods(removed, removed.Contributions["plan"]));
        Assert.Empty(removed.Done);
        Assert.True(removed.Contributions["culture"].Stands);
    }

    [Fact]
    public void JOIN_5_a_delegate_can_be_removed_with_everything_they_said()
    {
        var removed =
            KickStart.AtTheSolutions().When(Amara, new RemoveDelegate("ben", true)).Then(new DelegateRemoved(new("ben"), true)).State;
        Assert.True(removed.Contributions["weekends"].Hidden);
        Assert.True(removed.Contributions["plan"].Hidden);
        Assert.False(removed.Contributions["culture"].Hidden);
    }

    [Fact]
    public void JOIN_5_removing_twice_changes_nothing_and_nobody_cannot_be_removed()
    {
        Open.Given(Amara, new RemoveDelegate("ben", false)).When(Amara, new RemoveDelegate("ben", false)).ThenNothing();
        Open.When(Amara, new RemoveDelegate("nobody", false)).ThenRefused(RefusalKind.NoSuchDelegate);
    }

    [Fact]
    public void JOIN_6_who_is_readmitted_is_the_same_person_and_what_was_hidden_stays_hidden()
    {
        var back = KickStart.AtTheSolutions().Given(Ben, new Nod("culture", true)).Given(Amara, new RemoveDelegate("ben", true))
            .When(Amara, new ReadmitDelegate("ben")).Then(new DelegateReadmitted(new("ben")));
        Assert.Equal(1, Sight.Nods(back.State, back.State.Contributions["culture"]));
        Assert.True(back.State.Contributions["plan"].Hidden);
        // What it hangs under is hidden; shown again, it is answered as before.
        back.When(Ben, KickStart.Solution("Another", "culture")).ThenRefused(RefusalKind.Hidden);
        back.Given(Amara, new Hide("weekends", false)).When(Ben, KickStart.Solution("Another", "culture")).Then<ContributionAdded>();
        back.When(Amara, new ReadmitDelegate("ben")).ThenNothing();
        back.When(Amara, new ReadmitDelegate("nobody")).ThenRefused(RefusalKind.NoSuchDelegate);
    }

    [Fact]
    public void JOIN_5_what_a_removed_delegate_said_can_be_hidden_afterwards()
    {
        var removed = KickStart.AtTheSolutions().Given(Amara, new RemoveDelegate("ben", false));
        var hidden = removed.When(Amara, new RemoveDelegate("ben", true)).Then(new DelegateRemoved(new("ben"), true));
        Assert.True(hidden.State.Contributions["plan"].Hidden);
        hidden.When(Amara, new RemoveDelegate("ben", true)).ThenNothing();
    }
}
