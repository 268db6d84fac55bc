using Microsoft.Playwright;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Browser.Tests.Screenshots;

/// <summary>
/// Every step of every built-in method, as the room sees it. No test: it checks nothing and is run by hand, with
/// <c>dotnet run --project tests/WorkshopHub.Browser.Tests -p:Pictures=true -- -namespace "*.Screenshots"</c>, to be looked at
/// beside the mock-ups.
/// </summary>
public sealed class ScreenshotsOfMethods(Chromium chromium, SharedHub shared)
{
    public static TheoryData<string, string> Walks
    {
        get
        {
            var walks = new TheoryData<string, string>();
            foreach (var method in BuiltInMethods.All.Where(m => m.Example is { Count: > 0 })) walks.Add(method.Id, "en");
            walks.Add("kick-start", "de");
            walks.Add("open-floor", "de");
            walks.Add("open-floor", "ar");
            walks.Add("mutual-expectations", "ar");
            return walks;
        }
    }

    [Pictures]
    [MemberData(nameof(Walks))]
    public async Task Take(string methodId, string language)
    {
        var method = BuiltInMethods.Find(methodId)!;
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, methodId, method.Title.In(language), language: language);
        using var people = await Delegates.JoinAsync(hub, api, 15);
        await using var wallContext = await chromium.WallAsync();
        await using var ben = await chromium.PhoneAsync();
        var wall = await wallContext.ScreenAsync(hub, await api.ScreenAsync());
        var phone = await EnterAsync(ben, hub, api, language);
        var n = 0;

        await new Rehearsal(api, people, method, language).WalkAsync(async (activity, step) =>
        {
            var name = $"{methodId}{(language == "en" ? "" : $"-{language}")}-{++n:00}-{activity}-{step}";
            await wall.StandsAtAsync(api);
            await phone.StandsAtAsync(api);
            await wall.TakeInAsync($"screen-{name}", (1920, 1080), (1280, 720), (1024, 768));
            await phone.TakeAsync($"phone-{name}");
            if (language == "en") return;
            await phone.SetViewportSizeAsync(360, 740);
            await phone.TakeWholeAsync($"phone-{name}-360");
            await phone.SetViewportSizeAsync(390, 844);
        });
        await wall.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await wall.TakeAsync($"screen-{methodId}-{language}-dark");
    }

    private static async Task<IPage> EnterAsync(IBrowserContext context, HubProcess hub, Api api, string language)
    {
        var phone = await context.OpenAsync();
        await phone.GotoAsync($"{hub.Url}/j/{api.Code}?lang={language}");
        await phone.Locator("form[action$='/join'] button.go").ClickAsync();
        await phone.ConnectedAsync();
        return phone;
    }
}
