using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class RoleChangesTests
{
    private static readonly Dictionary<string, (Sender Sender, Role Role)> Everybody = new()
    {
        ["lead"] = (Amara, Role.Lead),
        ["co-facilitator"] = (Cleo, Role.CoFacilitator),
        ["scribe"] = (Sam, Role.Scribe),
        ["observer"] = (Olga, Role.Observer),
        ["delegate"] = (Ben, Role.Delegate),
        ["removed delegate"] = (Dora, Role.None),
        ["stranger with an account"] = (Stranger, Role.None),
        ["newcomer"] = (Newcomer, Role.None),
        ["nobody"] = (Nobody, Role.None),
    };

    private static readonly Scenario[] AtAnyTime =
    [
        Draft().WithHelpers(),
        Samples.Full.WithHelpers(),
        Samples.Full.WithHelpers().Given(Amara, new CloseSession()),
    ];

    public static TheoryData<string, string> Tries =>
        [.. from kind in CommandCatalogue.All where kind.Shape is not null from who in Everybody.Keys select (kind.Type, who)];

    [Theory]
    [MemberData(nameof(Tries))]
    public void LIVE_11_every_command_is_taken_from_the_roles_of_the_contract_and_from_nobody_else(string type, string who)
    {
        var kind = CommandCatalogue.Named(type)!;
        var (sender, role) = Everybody[who];
        foreach (var world in AtAnyTime)
        {
            var refused = world.When(sender, Plausible.Command(kind.Shape!)).Turn.Refusal?.Kind;
            if (world.State.RoleOf(sender) == role && kind.Who.HasFlag(role)) Assert.NotEqual(RefusalKind.NotAllowed, refused);
            else Assert.Equal(sender == Dora && world.State.Delegates.ContainsKey(Dora.Id)
                ? RefusalKind.Removed : RefusalKind.NotAllowed, refused);
        }
    }

    [Theory]
    [InlineData("lead", Role.Lead)]
    [InlineData("co-facilitator", Role.CoFacilitator)]
    [InlineData("scribe", Role.Scribe)]
    [InlineData("observer", Role.Observer)]
    public void ROLE_1_a_lead_gives_an_account_a_role_also_in_a_draft(string word, Role role)
    {
        foreach (var world in new[] { Draft(), Open() })
        {
            var given = world.When(Amara, new ChangeRoles("stranger", word)).Then(new RoleChanged(Stranger.Id, role));
            Assert.Equal(role, given.State.RoleOf(Stranger));
            Assert.Equal(word, RoleChanges.Word(role));
        }
    }

    [Fact]
    public void ROLE_1_a_role_is_changed_and_taken_away()
    {
        var helped = Open().WithHelpers();
        Assert.Equal(Role.Scribe, helped.When(Amara, new ChangeRoles("cleo", "scribe"))
            .Then(new RoleChanged(Cleo.Id, Role.Scribe)).State.RoleOf(Cleo));
        Assert.Null(helped.When(Amara, new ChangeRoles("cleo", "none")).Then(new RoleChanged(Cleo.Id, Role.None)).State.RoleOf(Cleo));
    }

    [Fact]
    public void ROLE_1_only_a_lead_changes_roles()
    {
        foreach (var sender in new Sender[] { Cleo, Sam, Olga, Ben })
        {
            Open().WithHelpers().When(sender, new ChangeRoles("stranger", "scribe")).ThenRefused(RefusalKind.NotAllowed);
        }

        Open().WithHelpers().Given(Amara, new ChangeRoles("cleo", "lead")).When(Cleo, new ChangeRoles("stranger", "scribe"))
            .Then<RoleChanged>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Lead")]
    [InlineData("delegate")]
    [InlineData("coFacilitator")]
    public void ROLE_1_any_other_word_is_malformed(string word) =>
        Open().When(Amara, new ChangeRoles("stranger", word)).ThenRefused(RefusalKind.Malformed);

    [Fact]
    public void ROLE_2_the_last_lead_stays()
    {
        foreach (var word in new[] { "none", "observer", "co-facilitator" })
        {
            Open().WithHelpers().When(Amara, new ChangeRoles("amara", word)).ThenRefused(RefusalKind.LastLead);
        }

        var two = Open().Given(Amara, new ChangeRoles("cleo", "lead"));
        var handedOver = two.When(Amara, new ChangeRoles("amara", "none")).Then<RoleChanged>();
        Assert.Null(handedOver.State.RoleOf(Amara));
        handedOver.When(Cleo, new ChangeRoles("cleo", "scribe")).ThenRefused(RefusalKind.LastLead);
    }

    [Fact]
    public void ROLE_3_the_same_role_again_changes_nothing()
    {
        Open().WithHelpers().When(Amara, new ChangeRoles("sam", "scribe")).ThenNothing();
        Open().When(Amara, new ChangeRoles("amara", "lead")).ThenNothing();
        Open().When(Amara, new ChangeRoles("stranger", "none")).ThenNothing();
    }

    [Fact]
    public void ROLE_4_without_a_role_there_is_no_access_and_what_was_said_stays()
    {
        var without =
            AtTheSolutions().WithHelpers().Given(Sam, Solution("Said aloud", "culture"), "aloud")
            .Given(Amara, new ChangeRoles("sam", "none"));
        without.When(Sam, Solution("Once more", "culture")).ThenRefused(RefusalKind.NotAllowed);
        Assert.True(without.State.Contributions["aloud"] is { Stands: true, NotedByFacilitator: true });
    }

    [Fact]
    public void ROLE_5_an_observer_sends_nothing()
    {
        foreach (var (_, command) in Samples.Each()) Samples.Full.WithHelpers().When(Olga, command).ThenRefused(RefusalKind.NotAllowed);
    }
}
