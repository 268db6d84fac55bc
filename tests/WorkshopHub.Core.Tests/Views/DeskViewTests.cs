using System.Reflection;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Views;

public sealed class DeskViewTests
{
    private static readonly MethodInfo CanOf = typeof(DeskView).GetMethod(nameof(DeskView.Can))!;

    private static readonly Sender.Account[] Accounts = [Amara, Cleo, Sam, Olga, Stranger];

    private static readonly Scenario[] AtAnyTime =
    [
        Draft().WithHelpers(),
        Samples.Full.WithHelpers(),
        Samples.Full.WithHelpers().Given(Amara, new CloseSession()),
    ];

    public static TheoryData<string> Commands => [.. CommandCatalogue.All.Where(k => k.Shape is not null).Select(k => k.Type)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void ROLE_7_what_can_be_done_is_what_role_and_stage_do_not_refuse(string type)
    {
        var shape = CommandCatalogue.Named(type)!.Shape!;
        foreach (var (world, account) in AtAnyTime.SelectMany(w => Accounts.Select(a => (w, a))))
        {
            var refused = world.When(account, Plausible.Command(shape)).Turn.Refusal?.Kind;
            var can = (bool)CanOf.MakeGenericMethod(shape).Invoke(new DeskView(world.State, account.Id), null)!;
            Assert.Equal(refused != RefusalKind.NotAllowed && refused != RefusalKind.SessionNotOpen
                && refused != RefusalKind.SessionClosed, can);
        }
    }

    [Fact]
    public void ROLE_6_a_right_is_of_its_roles_and_of_nobody_who_has_none()
    {
        var state = Samples.Full.WithHelpers().State;
        foreach (var account in Accounts)
        {
            var desk = new DeskView(state, account.Id);
            Assert.All(Right.All, r => Assert.Equal(desk.Role != Role.None && r.Who.HasFlag(desk.Role), desk.May(r)));
        }

        Assert.Equal(["delete", "colleagues"], Right.All.Where(r => r.Who == Role.Lead).Select(r => r.Name).OrderDescending());
        Assert.All(Right.All, r => Assert.True(r.IsOf(Role.Lead) && !r.IsOf(Role.Delegate) && !r.IsOf(Role.None), r.Name));
        Assert.Equal(Right.All.Count, Right.All.Select(r => r.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("named", true)]
    [InlineData("anonymous-to-room", false)]
    public void ANON_4_names_are_told_to_those_who_may_know_them(string names, bool toAll)
    {
        var world = Open(new(Names: names)).WithHelpers();
        var ben = world.State.Delegates[Ben.Id];
        Assert.NotNull(ben.Name);
        Assert.All([Amara, Cleo], a => Assert.Equal(ben.Name, new DeskView(world.State, a.Id).NameOf(ben)));
        Assert.All([Sam, Olga], a => Assert.Equal(toAll ? ben.Name : null, new DeskView(world.State, a.Id).NameOf(ben)));
        Assert.Equal(toAll ? ben.Name : null, new DeskView(world.State, Stranger.Id).NameOf(ben));
    }
}
