using Bunit;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Methods;
using WorkshopHub.Web.Facilitator.Cockpit;
using WorkshopHub.Web.OwnMethods;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class AgendaEditorTests : MethodsContext
{
    [Fact]
    public async Task An_own_method_can_be_added_too()
    {
        var own = BuiltInMethods.Find("next-steps")! with { Id = "own-steps" };
        var (saved, _, _) =
            await Services.GetRequiredService<MethodStore>().SaveAsync(new("amara"), own, Xunit.TestContext.Current.CancellationToken);
        Assert.NotNull(saved);
        var room = Room.At("challenges");
        using var desk = room.Desk();
        var editor = Render<AgendaEditor>(p => p.Add(x => x.Desk, desk));

        editor.Find(Test("agenda-what")).Change("own-steps");
        editor.Find(Test("agenda-add")).Click();

        Assert.Equal("own-steps", room.State.Agenda[^1].Method?.Id);
    }

    [Fact]
    public void Activities_are_moved_removed_and_added()
    {
        var room = Room.At("challenges");
        using var desk = room.Desk();
        var editor = Render<AgendaEditor>(p => p.Add(x => x.Desk, desk));
        Assert.Empty(editor.FindAll(Test("remove-chain")));

        editor.Find(Test("up-chain")).Click();
        Assert.Equal(["chain", "briefing", "next-steps"], room.State.Agenda.Select(a => a.ActivityId));
        editor.Render();
        editor.Find(Test("down-chain")).Click();
        Assert.Equal(["briefing", "chain", "next-steps"], room.State.Agenda.Select(a => a.ActivityId));
        editor.Render();
        editor.Find(Test("remove-briefing")).Click();
        editor.Find(Test("agenda-what")).Change("kick-start/next-steps");
        editor.Find(Test("agenda-before")).Change("chain");
        editor.Find(Test("agenda-add")).Click();
        Assert.Equal(["next-steps-2", "chain", "next-steps"], room.State.Agenda.Select(a => a.ActivityId));
        editor.Find(Test("agenda-before")).Change("");
        editor.Find(Test("agenda-what")).Change("kick-start");
        editor.Find(Test("agenda-add")).Click();
        Assert.Equal(6, room.State.Agenda.Count);
    }
}
