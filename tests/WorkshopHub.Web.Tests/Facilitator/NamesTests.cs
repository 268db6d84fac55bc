using Bunit;
using MudBlazor;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Facilitator.Cockpit;
using WorkshopHub.Web.Facilitator.Prepare;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class NamesTests : ConsoleContext
{
    [Fact]
    public void The_policy_is_chosen_for_an_activity_and_taken_back()
    {
        var room = new Room();
        using var desk = room.Desk();
        var form = Form(desk);
        Assert.Equal(["", "named", "anonymous-to-room", "anonymous"], form.FindAll($"{Test("chain-names")} option")
            .Select(o => o.GetAttribute("value")));

        form.Find(Test("chain-names")).Change("anonymous");
        Assert.Equal(NamesPolicy.Anonymous, room.State.NamesOf("chain"));

        Form(desk).Find(Test("chain-names")).Change("");
        Assert.Equal(NamesPolicy.AnonymousToRoom, room.State.NamesOf("chain"));
    }

    [Fact]
    public void A_promise_that_could_not_be_kept_is_refused_in_words()
    {
        var room = Room.At("challenges");
        room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        using var desk = room.Desk();
        var form = Form(desk);

        form.Find(Test("chain-names")).Change("anonymous");

        Assert.Contains("already carries its author", form.Find(".wh-problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_sees_authors_of_what_is_anonymous_to_everybody()
    {
        var room = new Room();
        room.Must(Room.Amara, new ChangeSession(Settings: new(Names: "anonymous")));
        room.Must(Room.Amara, new OpenSession());
        room.Must(Room.Amara, new StartActivity("chain"));
        var said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        using var desk = room.Desk();
        Assert.Null(BoardTests.Entry(desk, said).Author);
    }

    [Fact]
    public void Erasing_is_offered_also_after_the_close_and_never_twice()
    {
        var room = Room.At("challenges");
        var said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        using var desk = room.Desk();
        Assert.True(BoardTests.Entry(desk, said).CanErase);

        room.Must(Room.Amara, new CloseSession());
        using var closed = room.Desk();
        Assert.True(BoardTests.Entry(closed, said).CanErase);
        room.Must(Room.Amara, new Erase(said));
        using var erased = room.Desk();
        Assert.False(BoardTests.Entry(erased, said).CanErase);
    }

    [Fact]
    public void Erasing_asks_first()
    {
        var room = Room.At("challenges");
        var said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        using var desk = room.Desk();
        var dialogs = Render<MudDialogProvider>();
        var row = Render<EntryRow>(p => p.Add(x => x.Desk, desk).Add(x => x.Entry, BoardTests.Entry(desk, said)));

        row.Find(Test($"erase-{said}")).Click();
        Assert.NotNull(room.Contribution(said).Text);
        dialogs.Find(Test("erase-yes")).Click();

        Assert.Null(room.Contribution(said).Text);
    }

    private IRenderedComponent<ActivityForm> Form(Desk desk) =>
        Render<ActivityForm>(p => p.Add(x => x.Desk, desk).Add(x => x.Activity, desk.State.Activity("chain")!).Add(x => x.Number, 2));
}
