using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Data.Sqlite;
using WorkshopHub.Web.Facilitator.Cockpit;
using WorkshopHub.Web.Facilitator.Shared;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class MembersPanelTests : ConsoleContext
{
    // The database lives as long as somebody has it open.
    private readonly SqliteConnection memory = new($"Data Source=team-{Guid.NewGuid():n};Mode=Memory;Cache=Shared");
    private readonly Room room = Room.At("challenges");

    public MembersPanelTests()
    {
        memory.Open();
        Services.AddDbContextFactory<HubDb>(o => o.UseHubSqlite(memory.ConnectionString));
        Services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        Services.AddSingleton<Colleagues>();
        using var db = Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContext();
        db.Database.EnsureCreated();
        foreach (var name in new[] { "amara", "cleo", "sam" })
        {
            db.Users.Add(new() { Id = name, Email = $"{name}@hub.example", NormalizedEmail = $"{name}@HUB.EXAMPLE".ToUpperInvariant() });
        }

        db.SaveChanges();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) memory.Dispose();
    }

    [Fact]
    public void A_lead_adds_somebody_by_email_with_a_role()
    {
        using var desk = room.Desk();
        var panel = Draw(desk);
        panel.WaitForAssertion(() => Assert.Contains("amara@hub.example", panel.Markup, StringComparison.Ordinal));
        panel.Find(Test("team-role")).Change("scribe");
        Add(panel, " Sam@hub.example ");
        panel.WaitForAssertion(() => Assert.Equal(Role.Scribe, room.State.RoleOf(new Sender.Account(new("sam")))));
        panel.Render(p => p.Add(x => x.Desk, desk));
        panel.WaitForAssertion(() => Assert.Contains("sam@hub.example", panel.Markup, StringComparison.Ordinal));
        Assert.Equal("scribe", panel.Find(Test("role-sam")).GetAttribute("value"));
    }

    [Fact]
    public void An_email_that_nobody_has_leads_to_the_invitation()
    {
        using var desk = room.Desk();
        var panel = Draw(desk);
        Add(panel, "nobody@hub.example");
        panel.WaitForAssertion(() =>
            Assert.Contains("nobody@hub.example", panel.Find(Test("team-unknown")).TextContent, StringComparison.Ordinal));
        Assert.Equal("console/account#invitations", panel.Find(Test("team-unknown") + " a").GetAttribute("href"));
        Assert.Empty(room.Sent);
    }

    [Fact]
    public void A_lead_changes_a_role_and_takes_it_away_after_asking()
    {
        room.Must(Room.Amara, new ChangeRoles("cleo", "observer"));
        using var desk = room.Desk();
        var panel = Draw(desk);
        panel.Find(Test("role-cleo")).Change("co-facilitator");
        Assert.Equal(Role.CoFacilitator, room.State.RoleOf(new Sender.Account(new("cleo"))));

        panel.Render(p => p.Add(x => x.Desk, desk));
        var dialogs = Render<MudDialogProvider>();
        panel.Find(Test("team-remove-cleo")).Click();
        dialogs.Find(Test("team-remove-yes")).Click();
        panel.WaitForAssertion(() => Assert.Null(room.State.RoleOf(new Sender.Account(new("cleo")))));
    }

    [Fact]
    public void The_only_lead_has_nothing_to_lose_the_role_with()
    {
        using var desk = room.Desk();
        var panel = Draw(desk);
        Assert.Empty(panel.FindAll(Test("role-amara")));
        Assert.Equal("Lead", panel.Find(Test("role-of-amara")).TextContent);
        room.Must(Room.Amara, new ChangeRoles("cleo", "lead"));
        using var again = room.Desk();
        Assert.Single(Draw(again).FindAll(Test("role-amara")));
    }

    [Theory]
    [InlineData("co-facilitator")]
    [InlineData("scribe")]
    [InlineData("observer")]
    public void Everybody_else_reads_who_facilitates(string role)
    {
        room.Must(Room.Amara, new ChangeRoles("cleo", role));
        using var desk = room.Desk("cleo");
        var panel = Draw(desk);
        panel.WaitForAssertion(() => Assert.Contains("amara@hub.example", panel.Markup, StringComparison.Ordinal));
        Assert.Empty(panel.FindAll("select, button, form"));
    }

    private static void Add(IRenderedComponent<MembersPanel> panel, string email)
    {
        panel.Find(Test("team-email")).Input(email);
        panel.Find("form").Submit();
    }

    private IRenderedComponent<MembersPanel> Draw(Desk desk) => Render<MembersPanel>(p => p.Add(x => x.Desk, desk));
}
