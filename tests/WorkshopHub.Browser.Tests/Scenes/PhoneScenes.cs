using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests.Scenes;

/// <summary>
/// Every state in which a delegate can meet the phone, each made the way it comes about in a room. Tests look at all of
/// them, and so does whoever compares pictures with the design.
/// </summary>
internal sealed class PhoneScenes(HubProcess hub)
{
    private const string Long = "Beschaffungsverordnungskonformitätsprüfungsverfahrensbeschleunigungsgesetz";
    private const string Typed = "Our upgrade took four years and under-deli";

    /// <summary>The name of a scene, and how it is set on a phone of its own.</summary>
    public IReadOnlyDictionary<string, Func<IBrowserContext, Task<IPage>>> All => new Dictionary<string, Func<IBrowserContext, Task<IPage>>>
    {
        ["front"] = FrontAsync,
        ["wrong-code"] = WrongCodeAsync,
        ["join"] = JoinAsync,
        ["not-open"] = NotOpenAsync,
        ["joining-locked"] = JoiningLockedAsync,
        ["at-the-door"] = AtTheDoorAsync,
        ["not-let-in"] = NotLetInAsync,
        ["waiting"] = WaitingAsync,
        ["briefing"] = BriefingAsync,
        ["contribute"] = ContributeAsync,
        ["not-sent"] = NotSentAsync,
        ["mine"] = MineAsync,
        ["chain"] = ChainAsync,
        ["read-and-nod"] = NodAsync,
        ["dots"] = DotsAsync,
        ["dots-spent"] = DotsSpentAsync,
        ["dot-of-another-vote"] = DotOfAnotherVoteAsync,
        ["scale"] = ScaleAsync,
        ["team"] = TeamAsync,
        ["offline"] = OfflineAsync,
        ["moved-on"] = MovedOnAsync,
        ["kept"] = KeptAsync,
        ["news"] = NewsAsync,
        ["after"] = AfterAsync,
        ["closed-with-a-draft"] = ClosedWithDraftAsync,
        ["closed-to-newcomers"] = ClosedToNewcomersAsync,
        ["removed"] = RemovedAsync,
    };

    public async Task<IPage> FrontAsync(IBrowserContext phone) => await GoAsync(phone, "/");

    public async Task<IPage> WrongCodeAsync(IBrowserContext phone)
    {
        var page = await GoAsync(phone, "/");
        await page.GetByLabel("Code").FillAsync("482961");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        return page;
    }

    public async Task<IPage> JoinAsync(IBrowserContext phone)
    {
        using var api = await Api.KickStartAsync(hub);
        return await GoAsync(phone, $"/j/{api.Code}");
    }

    public async Task<IPage> NotOpenAsync(IBrowserContext phone)
    {
        using var api = await Api.KickStartAsync(hub, open: false);
        return await GoAsync(phone, $"/j/{api.Code}");
    }

    public async Task<IPage> JoiningLockedAsync(IBrowserContext phone)
    {
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "lockJoining", on = true });
        var page = await GoAsync(phone, $"/j/{api.Code}");
        await page.SeesAsync("Nobody new can join now");
        return page;
    }

    public async Task<IPage> AtTheDoorAsync(IBrowserContext phone)
    {
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "changeSession", settings = new { joinApproval = true } });
        return await KnocksAsync(phone, api);
    }

    public async Task<IPage> NotLetInAsync(IBrowserContext phone)
    {
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "changeSession", settings = new { joinApproval = true } });
        var page = await KnocksAsync(phone, api);
        await api.SendAsync(new { type = "removeDelegates", delegateIds = await api.AtTheDoorAsync(), withContributions = false });
        await page.SeesAsync("has not let this phone", timeout: 20_000);
        return page;
    }

    public async Task<IPage> WaitingAsync(IBrowserContext phone)
    {
        using var api = await Api.KickStartAsync(hub);
        return await phone.JoinAsync(hub, api.Code, "Public sector");
    }

    public async Task<IPage> BriefingAsync(IBrowserContext phone)
    {
        using var api = await Api.KickStartAsync(hub);
        await api.BriefAsync();
        return await phone.JoinAsync(hub, api.Code);
    }

    public async Task<IPage> ContributeAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        var page = await phone.JoinAsync(hub, api.Code);
        await page.ContributeAsync("barrier", $"{Long} is in the way");
        await Assertions.Expect(page.Locator("#list-barrier")).ToContainTextAsync("is in the way");
        await page.Locator("#write-barrier textarea").FillAsync("Disagreements about requirements");
        return page;
    }

    public async Task<IPage> NotSentAsync(IBrowserContext phone)
    {
        using var api = await Api.KickStartAsync(hub);
        var challenge = await api.ChallengeAsync();
        await api.SendAsync(new { type = "moveToStep", activityId = "chain", step = "root-causes" });
        var page = await phone.JoinAsync(hub, api.Code);
        await page.GoIntoAsync(challenge);
        await phone.SetOfflineAsync(true);
        await page.OfflineAsync();
        await page.ContributeAsync("root-cause", "Written under what was hidden meanwhile", challenge);
        await api.SendAsync(new { type = "hide", contributionId = challenge, hidden = true });
        await phone.SetOfflineAsync(false);
        await page.ConnectedAsync();
        await page.EvaluateAsync("location.hash = '#mine'");
        await page.SeesAsync("Not sent");
        return page;
    }

    public async Task<IPage> MineAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        var page = await phone.JoinAsync(hub, api.Code, "Private sector", "Ben");
        await page.ContributeAsync("risk", "“It could be a security risk”");
        await page.ContributeAsync("risk", "Nobody knows who pays");
        await Assertions.Expect(page.Locator("#mine .own > li")).ToHaveCountAsync(2);
        await api.SendAsync(
            new { type = "hide", contributionId = await api.IdOfAsync("Nobody knows who pays"), hidden = true, reason = "Said twice" });
        await Assertions.Expect(page.Locator("#mine")).ToContainTextAsync("Said twice");
        await page.TabAsync("mine");
        return page;
    }

    public async Task<IPage> ChainAsync(IBrowserContext phone)
    {
        using var api = await Api.KickStartAsync(hub);
        var challenge = await api.ChallengeAsync();
        var cause = await api.RootCauseAsync(challenge);
        var page = await phone.JoinAsync(hub, api.Code);
        await page.GoIntoAsync(challenge);
        await page.Locator($"#write-root-cause-{challenge} textarea").FillAsync("Concerns are not taken on board");
        await page.Locator($"[data-nod='{cause}']").ClickAsync();
        return page;
    }

    public async Task<IPage> NodAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        await api.SayAsync("example", "Start small, prove the value, test with customers, then refine");
        var risk = await api.SayAsync("risk", "“We can’t use your solution because it doesn’t meet all of our requirements”");
        var page = await phone.JoinAsync(hub, api.Code);
        await page.TabAsync("all");
        await page.Locator($"[data-nod='{risk}']").ClickAsync();
        await Assertions.Expect(page.Locator($"[data-nod='{risk}']")).ToHaveAttributeAsync("aria-pressed", "true");
        return page;
    }

    public async Task<IPage> DotsAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        var page = await VoteAsync(api, phone);
        await page.Locator("[data-by='1']").First.ClickAsync();
        await page.SeesAsync("2 dots left of 3");
        return page;
    }

    public async Task<IPage> DotsSpentAsync(IBrowserContext phone)
    {
        var page = await DotsAsync(phone);
        await page.Locator("[data-by='1']").First.ClickAsync();
        await page.Locator("[data-by='1']").Last.ClickAsync();
        await page.SeesAsync("All 3 dots are placed");
        return page;
    }

    public async Task<IPage> DotOfAnotherVoteAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        var page = await VoteAsync(api, phone);
        await phone.SetOfflineAsync(true);
        await page.OfflineAsync();
        await page.Locator("[data-by='1']").First.ClickAsync();
        await api.SendAsync(new { type = "moveToStep", activityId = "floor", step = "result" });
        await phone.SetOfflineAsync(false);
        await page.ConnectedAsync();
        await page.TabAsync("mine");
        await page.SeesAsync("Not sent");
        return page;
    }

    public async Task<IPage> ScaleAsync(IBrowserContext phone)
    {
        using var api = await Api.OfAsync(hub, "maturity-ladder");
        await api.SendAsync(new { type = "startActivity", activityId = "ladder" });
        var page = await phone.JoinAsync(hub, api.Code);
        await page.Locator("#ask-now label").Nth(2).ClickAsync();
        await Assertions.Expect(page.Locator("#ask-now [data-sent]")).ToHaveTextAsync("Saved");
        return page;
    }

    public async Task<IPage> TeamAsync(IBrowserContext phone)
    {
        using var api = await Api.OfAsync(hub, "mutual-expectations");
        await api.SendAsync(new { type = "startActivity", activityId = "expectations" });
        return await phone.JoinAsync(hub, api.Code);
    }

    public async Task<IPage> OfflineAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        var page = await phone.JoinAsync(hub, api.Code);
        await phone.SetOfflineAsync(true);
        await page.OfflineAsync();
        await page.ContributeAsync("barrier", "Disagreements about requirements: each agency wants all of its own");
        await page.ContributeAsync("barrier", "If the first solution is too good, you might get stuck with it");
        await page.SeesAsync("things are waiting");
        return page;
    }

    public async Task<IPage> MovedOnAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        var page = await phone.JoinAsync(hub, api.Code);
        await page.Locator("#write-example textarea").FillAsync(Typed);
        await api.SendAsync(new { type = "moveToStep", activityId = "floor", step = "group" });
        await page.SeesAsync("The room has moved on");
        return page;
    }

    public async Task<IPage> KeptAsync(IBrowserContext phone)
    {
        var page = await MovedOnAsync(phone);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it for me" }).ClickAsync();
        await page.TabAsync("mine");
        await page.SeesAsync("The room has moved on");
        return page;
    }

    public async Task<IPage> NewsAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        await api.SayAsync("risk", "Nobody knows who pays");
        var page = await phone.JoinAsync(hub, api.Code);
        await page.TabAsync("mine");
        await api.SendAsync(new { type = "moveToStep", activityId = "floor", step = "vote" });
        await Assertions.Expect(page.Locator("#news")).ToBeVisibleAsync();
        return page;
    }

    public async Task<IPage> AfterAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        var page = await phone.JoinAsync(hub, api.Code);
        await page.ContributeAsync("example", "Put shared infrastructure on the executive agenda");
        await Assertions.Expect(page.Locator("#mine")).ToContainTextAsync("Saved");
        await CloseAsync(api);
        await page.SeesAsync("Be firm on the 20%");
        return page;
    }

    public async Task<IPage> ClosedWithDraftAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        var page = await phone.JoinAsync(hub, api.Code);
        await page.Locator("#write-example textarea").FillAsync(Typed);
        await CloseAsync(api);
        await page.SeesAsync("The session is closed");
        return page;
    }

    public async Task<IPage> ClosedToNewcomersAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        await api.SendAsync(new { type = "closeSession" });
        return await GoAsync(phone, $"/j/{api.Code}");
    }

    public async Task<IPage> RemovedAsync(IBrowserContext phone)
    {
        using var api = await FloorAsync();
        var page = await phone.JoinAsync(hub, api.Code);
        await page.Locator("#write-example textarea").FillAsync(Typed);
        await api.RemoveAllAsync();
        await page.SeesAsync("taken this phone out");
        await page.SeesAsync("kept on this phone");
        return page;
    }

    private async Task<Api> FloorAsync()
    {
        var api = await Api.OfAsync(hub, "open-floor");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        return api;
    }

    private async Task<IPage> VoteAsync(Api api, IBrowserContext phone)
    {
        await api.SayAsync("risk", "Lack of power and influence to get things done");
        var barrier = await api.SayAsync("barrier", "Business Partners seen as interfering");
        var other = await api.SayAsync("barrier", $"{Long} keeps us apart");
        await api.SendAsync(
            new
            {
                type = "createTheme",
                activityId = "floor",
                title = "Not heard by the business",
                contributionIds = new[] { barrier, other }
            });
        await api.SendAsync(new { type = "moveToStep", activityId = "floor", step = "vote" });
        await api.SendAsync(new { type = "startTimer", seconds = 180 });
        return await phone.JoinAsync(hub, api.Code);
    }

    private static async Task CloseAsync(Api api)
    {
        var said = await api.SayAsync("risk", "Firm on everything means nothing gets bought");
        await api.SendAsync(
            new { type = "recordDecision", text = "Be firm on the 20% of functionality, flexible on the rest", fromIds = new[] { said } });
        await api.SendAsync(
            new
            {
                type = "recordAction",
                what = "Put shared infrastructure on the executive agenda",
                owner = "State delegate",
                due = "2026-12-18",
                confidence = 4
            });
        await api.SendAsync(new { type = "closeSession" });
    }

    private async Task<IPage> KnocksAsync(IBrowserContext phone, Api api)
    {
        var page = await GoAsync(phone, $"/j/{api.Code}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await page.SeesAsync("The facilitator lets people in");
        return page;
    }

    private async Task<IPage> GoAsync(IBrowserContext phone, string path)
    {
        var page = await phone.OpenAsync();
        await page.GotoAsync(hub.Url + path);
        return page;
    }
}

internal static class SceneMoves
{
    /// <summary>Goes to one of the views at the bottom: write, all or mine.</summary>
    public static Task TabAsync(this IPage page, string tab) => page.Locator($".bottom [data-tab='{tab}']").ClickAsync();

    /// <summary>Noted by the facilitator.</summary>
    public static async Task<string> SayAsync(this Api api, string lane, string text) =>
        (await api.SendAsync(new { type = "contribute", activityId = "floor", laneId = lane, text }))!;

    /// <summary>Takes everybody out of the session.</summary>
    public static async Task RemoveAllAsync(this Api api)
    {
        foreach (var person in (await api.StateAsync()).GetProperty("delegates").EnumerateArray())
        {
            await api.SendAsync(
                new { type = "removeDelegate", delegateId = person.GetProperty("delegateId").GetString(), withContributions = false });
        }
    }
}
