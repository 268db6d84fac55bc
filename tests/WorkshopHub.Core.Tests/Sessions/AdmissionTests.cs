using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class AdmissionTests
{
    private static readonly Dictionary<Role, Sender> Somebody = new()
    {
        [Role.Lead] = Amara,
        [Role.CoFacilitator] = Cleo,
        [Role.Scribe] = Sam,
        [Role.Observer] = Olga,
        [Role.Delegate] = Ben,
    };

    public static TheoryData<string> Commands => [.. CommandCatalogue.All.Where(k => k.Shape is not null).Select(k => k.Type)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void LIVE_11_nobody_outside_its_roles_may_send_a_command(string type)
    {
        var kind = CommandCatalogue.Named(type)!;
        var world = Samples.Full.WithHelpers();
        foreach (var (role, sender) in Somebody)
        {
            var outcome = world.When(sender, Samples.Of(kind.Shape!));
            if (kind.Who.HasFlag(role)) Assert.NotEqual(RefusalKind.NotAllowed, outcome.Turn.Refusal?.Kind);
            else outcome.ThenRefused(RefusalKind.NotAllowed);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void LIVE_11_whoever_has_no_role_here_sends_nothing(string type)
    {
        var command = Samples.Of(CommandCatalogue.Named(type)!.Shape!);
        foreach (Sender sender in new Sender[] { Stranger, Nobody, Newcomer })
        {
            Samples.Full.When(sender, command).ThenRefused(RefusalKind.NotAllowed);
        }
    }

    [Fact]
    public void LIVE_11_what_a_delegate_may_send_and_a_facilitator_may_send_are_apart()
    {
        // Only contributions are everybody's: every other command belongs to one side.
        var shared = CommandCatalogue.All.Where(k => k.Who.HasFlag(Role.Delegate) && k.Who != Role.Delegate).Select(k => k.Type);
        Assert.Equal(["contribute", "editContribution", "withdrawContribution"], shared);
        Assert.DoesNotContain(CommandCatalogue.All, k => k.Who.HasFlag(Role.Observer));
        Assert.All(CommandCatalogue.All, k => Assert.True(k.Who.HasFlag(Role.Lead) || k.Who == Role.Delegate, k.Type));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void LIVE_12_every_command_of_the_catalogue_is_decided_without_a_fault(string type)
    {
        var command = Samples.Of(CommandCatalogue.Named(type)!.Shape!);
        var outcomes = Somebody.Values.Select(s => Samples.Full.WithHelpers().When(s, command).Turn).ToList();
        Assert.Contains(outcomes, o => o.Refusal is null);
    }

    [Fact]
    public void LIVE_12_the_samples_leave_no_command_out() => Assert.Equal(
        CommandCatalogue.All.Select(k => k.Shape).OfType<Type>().Select(t => t.Name).Order(),
        Samples.Each().Select(s => s.Command.GetType().Name).Order());

    [Fact]
    public void JOIN_5_somebody_who_was_removed_sends_nothing_more()
    {
        var world = Samples.Full.Given(Amara, new RemoveDelegate("ben", false));
        foreach (var command in Samples.Each().Select(s => s.Command)) world.When(Ben, command).ThenRefused(RefusalKind.Removed);
    }
}
