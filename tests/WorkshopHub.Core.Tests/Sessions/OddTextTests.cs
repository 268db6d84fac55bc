using CsCheck;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

/// <summary>Any text in any field of any command: carried out or refused, and what comes of it can be shown.</summary>
public sealed class OddTextTests
{
    private static readonly Scenario World = KickStart.AtTheSolutions(KickStart.Sectors with { Names = "named" })
        .Given(Amara, new RecordDecision("We plan", ["plan"]), "decision")
        .Given(Amara, new RecordAction("Plan", null, null, null, []), "action")
        .Given(Amara, new CreateTheme(KickStart.Chain, "Time", ["weekends"]), "theme");

    [Fact]
    public void SAY_18_no_text_in_any_field_of_any_command_throws() => Gen.Select(OddText.Any, Gen.Bool).Sample(
        (text, ids) =>
        {
            foreach (var kind in CommandCatalogue.All.Where(k => k.Shape is not null))
            {
                var command = Plausible.Written(kind.Shape!, text, ids);
                foreach (var sender in (Sender[])[Amara, Ben])
                {
                    var outcome = World.When(sender, command);
                    if (outcome.Turn.Refusal is null) Shown(outcome.Then([.. outcome.Events]));
                    else Assert.NotEmpty(outcome.Turn.Refusal.Message);
                }
            }

            foreach (var newcomer in (Command[])[new Join(text, text, text),
                new CreateSession(text, text, new(SectorQuestion: new(text, [text, "other"])), KickStart.Agenda)])
            {
                Assert.NotNull((newcomer is Join ? World : Scenario.Empty).When(newcomer is Join ? Newcomer : Amara, newcomer).Turn);
            }
        },
        iter: 25);

    private static void Shown(Scenario scenario)
    {
        Assert.NotNull(ScreenView.Build(scenario.State));
        Assert.NotNull(PhoneView.Build(scenario.State));
        Assert.NotNull(MineView.Build(scenario.State, Ben.Id));
        Assert.NotNull(SummaryBuilder.Build(scenario.State));
    }
}
