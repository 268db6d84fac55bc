using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class ErasingTests
{
    [Fact]
    public void ANON_11_a_contribution_is_erased_with_every_wording_it_ever_had()
    {
        var edited =
            AtTheSolutions().Given(Ben, new EditContribution("plan", "Second words"), "w2")
            .Given(Amara, new EditContribution("plan", "Third words"), "w3");
        var erased =
            edited.When(Amara, new Erase("plan"))
            .Then(new ContributionErased("plan", [new("plan", null), new("w2", null), new("w3", null)]));
        Assert.Null(erased.State.Contributions["plan"].Text);
        Assert.DoesNotContain("Third words", Views(erased), StringComparison.Ordinal);
    }

    [Fact]
    public void ANON_11_what_a_facilitator_made_of_it_where_it_was_carried_to_is_erased_too()
    {
        var carried =
            AtTheSolutions().Given(Amara, new AddActivity(Activity: Closing))
            .Given(Amara, new CarryOver("closing", "word", ["plan"]), "carried")
            .Given(Amara, new EditContribution("carried", "Create a yearly plan, she said"), "w2");
        var erased = carried.When(Amara, new Erase("plan")).Then(new ContributionErased("plan", [new("plan", null), new("w2", null)]));
        Assert.Null(erased.State.Contributions["carried"].Text);
    }

    [Fact]
    public void ANON_11_only_the_lead_erases_and_in_a_closed_session_too()
    {
        var room = AtTheSolutions().WithHelpers();
        foreach (var sender in new Sender[] { Cleo, Sam, Olga, Ben })
        {
            room.When(sender, new Erase("plan")).ThenRefused(RefusalKind.NotAllowed);
        }

        var closed = AtTheSolutions().Given(Amara, new CloseSession()).When(Amara, new Erase("plan")).Then<ContributionErased>();
        Assert.Equal(SessionStage.Closed, closed.State.Stage);
        Assert.DoesNotContain("Create yearly plan", Views(closed), StringComparison.Ordinal);
        Draft().When(Amara, new Erase("plan")).ThenRefused(RefusalKind.SessionNotOpen);
    }

    [Fact]
    public void ANON_11_a_held_screen_loses_it_at_once()
    {
        var held = AtTheSolutions(Named).Given(Amara, new SetScreen("held"));
        Assert.Contains("Create yearly plan", Views(held), StringComparison.Ordinal);
        Assert.DoesNotContain("Create yearly plan", Views(held.Given(Amara, new Erase("plan"))), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Ben\"", Views(held.Given(Amara, new Erase(DelegateId: "ben"))), StringComparison.Ordinal);
    }

    [Fact]
    public void ANON_11_a_person_is_erased_with_or_without_what_is_written_in_their_name()
    {
        var without = AtTheSolutions(Named).When(Amara, new Erase(DelegateId: "ben")).Then(new DelegateErased(new(Ben.Id, null, null)));
        Assert.NotNull(without.State.Contributions["plan"].Text);
        var with = AtTheSolutions(Named).When(Amara, new Erase(DelegateId: "ben", WithContributions: true)).Then(
            new DelegateErased(new(Ben.Id, null, null)),
            new ContributionErased("weekends", [new("weekends", null)]),
            new ContributionErased("plan", [new("plan", null)]));
        Assert.Null(with.State.Contributions["weekends"].Text);
        Assert.Equal("Cultural attitude", with.State.Contributions["culture"].Text);
    }

    [Fact]
    public void ANON_12_whoever_is_erased_is_out()
    {
        var erased = AtTheSolutions().Given(Amara, new Erase(DelegateId: "ben"));
        erased.When(Ben, new Nod("culture", true)).ThenRefused(RefusalKind.Removed);
        Assert.Equal(2, erased.State.Present.Count());
        erased.When(Amara, new Erase(DelegateId: "ben")).ThenNothing();
        erased.When(Amara, new Erase(DelegateId: "nobody")).ThenRefused(RefusalKind.NoSuchDelegate);
    }

    [Fact]
    public void ANON_12_what_is_anonymous_stays_when_somebody_is_erased()
    {
        var erased = AtTheSolutions(Anonymous).When(Amara, new Erase(DelegateId: "ben", WithContributions: true)).Then<DelegateErased>();
        Assert.Equal("Create yearly plan", erased.State.Contributions["plan"].Text);
        erased.When(Amara, new Erase("plan")).Then<ContributionErased>();
    }

    [Fact]
    public void ANON_12_what_facilitators_wrote_in_their_own_words_stays()
    {
        var noted = AtTheSolutions().Given(Amara, new WriteNote("On planning", ContributionId: "plan"))
            .Given(Amara, new RecordDecision("We plan", ["plan"]), "decision").Given(Amara, new Erase("plan"));
        Assert.Equal("On planning", noted.State.Notes.Values.Single().Text);
        Assert.Equal("We plan", noted.State.Decisions.Single().Text);
        Assert.DoesNotContain("Create yearly plan", Views(noted), StringComparison.Ordinal);
    }

    [Fact]
    public void ANON_13_what_was_erased_is_like_something_withdrawn()
    {
        var erased = AtTheSolutions().Given(Amara, new Erase("culture"));
        Assert.False(erased.State.Contributions["culture"].Picked);
        Assert.Contains("Create yearly plan", Views(erased), StringComparison.Ordinal);
        erased.When(Chen, new EditContribution("culture", "Again")).ThenRefused(RefusalKind.Withdrawn);
        erased.When(Amara, new EditContribution("culture", "Again")).ThenRefused(RefusalKind.Withdrawn);
        erased.When(Amara, new Erase("culture")).ThenNothing();
        erased.When(Amara, new Erase("nothing")).ThenRefused(RefusalKind.NoSuchContribution);
    }

    [Fact]
    public void ANON_11_one_thing_at_a_time_is_erased()
    {
        foreach (var erase in new[] { new Erase(), new Erase("plan", "ben"), new Erase("plan", WithContributions: true) })
        {
            AtTheSolutions().When(Amara, erase).ThenRefused(RefusalKind.Malformed);
        }
    }

    private static string Views(Scenario s) =>
        Picture.Of(PhoneView.Build(s.State)) + Picture.Of(ScreenView.Build(s.State)) + Picture.Of(SummaryBuilder.Build(s.State))
        + string.Concat(s.State.Delegates.Keys.Select(id => Picture.Of(MineView.Build(s.State, id).Own)));
}
