using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.OwnMethods;

namespace WorkshopHub.Web.Tests.Facilitator;

/// <summary>What somebody is changing is kept at every change, valid or not, and is nobody else's.</summary>
public sealed class MethodDraftsTests(HubServer server) : IClassFixture<HubServer>
{
    private static readonly AccountId Amara = new("amara");

    [Fact]
    public async Task A_draft_outlives_the_page_and_is_one_persons()
    {
        var drafts = server.Services.GetRequiredService<MethodDrafts>();
        var draft = MethodEdits.Blank("begun", "", "Point", "Collect");
        await drafts.KeepAsync(Amara, draft);
        await drafts.KeepAsync(Amara, draft with { Title = MethodEdits.Words("Begun") });
        Assert.Equal("Begun", (await drafts.FindAsync(Amara, "begun"))!.Title.In("en"));
        Assert.Null(await drafts.FindAsync(new("bo"), "begun"));
        Assert.Equal("begun", Assert.Single(await drafts.OfAsync(Amara)).Id);
        await drafts.ForgetAsync(Amara, "begun");
        Assert.Empty(await drafts.OfAsync(Amara));
    }
}
