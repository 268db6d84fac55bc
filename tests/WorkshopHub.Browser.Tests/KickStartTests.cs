using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>
/// The second seed's Kick Start, as three people see it: from the one-time link on a fresh installation to the Word
/// document with the write-up's two rows.
/// </summary>
public sealed class KickStartTests(Chromium chromium)
{
    private const string Weekends = "Poor scheduling and consensus management of IT Maintenance weekends";
    private const string Stakeholders = "Business Stakeholders arrives with a technical solution";
    private const string Culture = "Historical focus on technology impact due to cultural attitude of department";
    private const string DayToDay = "Not involved in day to day business operations";
    private static readonly string[] ForWeekends =
        ["Involve business peers in the decision making process", "Create yearly plan", "Make business Units accountable for decision"];
    private static readonly string[] ForStakeholders =
        ["“Hang out” at watercooler", "Invite business person for a “day in the life of…” discussion / show and tell",
        "Co-location 1 day per week"];

    [Fact]
    public async Task SUM_a_kick_start_runs_from_the_one_time_link_to_the_table_in_word()
    {
        await using var hub = await HubProcess.StartAsync(withFacilitator: false);
        await using var laptop = await chromium.LaptopAsync();
        var console = await laptop.OpenAsync();
        await SetUpAsync(hub, console);
        var code = await PrepareAsync(console);

        await using var projector = await chromium.WallAsync();
        var wall = await projector.OpenAsync();
        await wall.GotoAsync($"{hub.Url}/{await console.Test("screen-link").First.GetAttributeAsync("href")}");
        await wall.ConnectedAsync();
        await Assertions.Expect(wall.Locator("svg").First).ToBeVisibleAsync();
        await wall.SeesAsync($"{code[..3]} {code[3..]}");

        await using var benContext = await chromium.PhoneAsync();
        await using var doraContext = await chromium.PhoneAsync();
        var ben = await benContext.JoinAsync(hub, code, sector: "Public sector");
        var dora = await doraContext.JoinAsync(hub, code, name: "Dora");
        await Assertions.Expect(console.Test("joined")).ToContainTextAsync("2");

        await BriefAsync(console, wall, ben);
        await ChallengesAsync(console, wall, ben, dora);
        await RootCausesAsync(console, ben, dora);
        await PickAsync(console, wall, dora);
        await SolutionsAsync(console, wall, ben, dora);
        await OutcomesAsync(console);

        using var word = await DownloadAsync(console, "docx");
        ReadsAsTheSeed(word);
        using var markdown = new StreamReader(await DownloadAsync(console, "md"));
        Assert.Contains(Culture, await markdown.ReadToEndAsync(), StringComparison.Ordinal);

        await CloseAsync(console, ben);
    }

    private static async Task SetUpAsync(HubProcess hub, IPage console)
    {
        await console.GotoAsync(hub.Url + hub.SetUpLink);
        await console.GetByLabel("Email").FillAsync(HubProcess.Email);
        await console.GetByLabel("Password").FillAsync(HubProcess.Password);
        await console.Locator("form button[type=submit]").ClickAsync();
        await console.WaitForURLAsync("**/console");
        await console.ReadyAsync();
    }

    private static async Task<string> PrepareAsync(IPage console)
    {
        await console.Test("new-session").ClickAsync();
        await console.WaitForURLAsync("**/console/new");
        await console.ReadyAsync();
        await console.Test("new-title").FillAsync("Beyond Service Partner");
        await console.Test("create").ClickAsync();
        await console.WaitForURLAsync("**/prepare");
        await console.ReadyAsync();
        await console.ChangeAsync("topic", "What keeps us from becoming a Strategic IT Partner?");
        await console.ChangeAsync("chain-challenge-prompt", "What holds your team back?");
        await console.Test("sector-text").FillAsync("Where do you work?");
        await console.Test("sector-options").FillAsync("Public sector\nPrivate sector");
        await console.Test("sector-save").ClickAsync();
        await Assertions.Expect(console.Test("sector-remove")).ToBeVisibleAsync();
        await console.Test("open").ClickAsync();
        await Assertions.Expect(console.Test("next-move")).ToBeVisibleAsync();
        await console.ReadyAsync();
        return string.Concat((await console.Test("code").First.InnerTextAsync()).Where(char.IsAsciiDigit));
    }

    private static async Task BriefAsync(IPage console, IPage wall, IPage phone)
    {
        await console.NextAsync("Where we start");
        await console.NextAsync("1");
        await wall.SeesAsync("We name what holds us back");
        await phone.SeesAsync("We name what holds us back");
        await console.NextAsync("2");
        await console.NextAsync("3");
    }

    private static async Task ChallengesAsync(IPage console, IPage wall, IPage ben, IPage dora)
    {
        await console.NextAsync("Challenges to solutions");
        await console.Test("timer-start").ClickAsync();
        await Assertions.Expect(console.Test("timer-left")).ToBeVisibleAsync();
        await ben.SeesAsync("What holds your team back?");
        await ben.ContributeAsync("challenge", Weekends);
        await dora.ContributeAsync("challenge", "Busines Stakeholders arrives with a technical solution");
        await ben.ContributeAsync("challenge", "Something unkind");
        await wall.SeesAsync("Something unkind");

        // A typo is corrected and an unkind word hidden, where they stand.
        var typo = console.Locator("[data-test^='entry-']").Filter(new() { HasText = "Busines Stakeholders" });
        await typo.Locator("[data-test^='edit-']").ClickAsync();
        await console.Locator("[data-test^='edit-text-']").FillAsync(Stakeholders);
        await console.Locator("[data-test^='edit-save-']").ClickAsync();
        await wall.SeesAsync(Stakeholders);
        var unkind = console.Locator("[data-test^='entry-']").Filter(new() { HasText = "Something unkind" });
        await unkind.Locator("[data-test^='hide-']").ClickAsync();
        await console.Locator("[data-test^='hide-save-']").ClickAsync();
        await Assertions.Expect(wall.GetByText("Something unkind")).ToHaveCountAsync(0);
        await Assertions.Expect(dora.GetByText("Something unkind")).ToHaveCountAsync(0);

        await dora.Locator("#list-challenge").GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(ben.Locator("#list-challenge .nod").First).ToContainTextAsync("1");
    }

    private static async Task RootCausesAsync(IPage console, IPage ben, IPage dora)
    {
        await console.NextAsync("Root causes");
        await ben.AnswerAsync(Weekends, "root-cause", Culture);
        await ben.AnswerAsync(Weekends, "root-cause", "Nobody owns the calendar", isThere: true);
        await dora.AnswerAsync(Stakeholders, "root-cause", DayToDay);
    }

    private static async Task PickAsync(IPage console, IPage wall, IPage dora)
    {
        await console.NextAsync("Pick");
        await console.PickAsync("Nobody owns the calendar");
        await Assertions.Expect(wall.Locator(".picked")).ToContainTextAsync(["Nobody owns the calendar"]);
        // The room changes its mind.
        await console.PickAsync(Culture);
        await console.PickAsync(DayToDay);
        await Assertions.Expect(wall.Locator(".picked").Filter(new() { HasText = Culture })).ToBeVisibleAsync();
        await Assertions.Expect(wall.Locator(".picked").Filter(new() { HasText = DayToDay })).ToBeVisibleAsync();
        await Assertions.Expect(wall.GetByText("Nobody owns the calendar")).ToHaveCountAsync(0);
        await Assertions.Expect(dora.Locator(".mark:visible")).ToHaveTextAsync("Picked by the room");
    }

    private static async Task SolutionsAsync(IPage console, IPage wall, IPage ben, IPage dora)
    {
        await console.NextAsync("Solutions");
        for (var i = 0; i < 3; i++)
        {
            await ben.AnswerAsync(Culture, "solution", ForWeekends[i], isThere: i > 0, within: Weekends);
            await dora.AnswerAsync(DayToDay, "solution", ForStakeholders[i], isThere: i > 0, within: Stakeholders);
        }

        await wall.SeesAsync(ForWeekends[2]);
        await wall.SeesAsync(ForStakeholders[2]);
    }

    private static async Task OutcomesAsync(IPage console)
    {
        await console.Test("tab-decisions").ClickAsync();
        await console.Test("decision-text").FillAsync("Business peers take part in deciding on IT Maintenance weekends");
        await console.Test("decision-add").ClickAsync();
        await Assertions.Expect(console.Locator("[data-test^='decision-change-']")).ToHaveCountAsync(1);
        await console.Test("tab-actions").ClickAsync();
        await console.Test("action-what").FillAsync("Create yearly plan of maintenance weekends");
        await console.Test("action-owner").FillAsync("Service manager");
        await console.Test("action-add").ClickAsync();
        await Assertions.Expect(console.Locator("[data-test^='action-change-']")).ToHaveCountAsync(1);
    }

    private static async Task CloseAsync(IPage console, IPage ben)
    {
        await console.NextAsync("Next steps");
        await console.NextAsync("Agree");
        await console.Test("next-move").ClickAsync();
        await console.Test("close-yes").ClickAsync();
        await Assertions.Expect(console.Test("reopen")).ToBeVisibleAsync();
        await ben.SeesAsync("Thank you");
        await console.Test("reopen").ClickAsync();
        await Assertions.Expect(console.Test("next-move")).ToBeVisibleAsync();
    }

    private static async Task<Stream> DownloadAsync(IPage console, string format)
    {
        var download = await console.RunAndWaitForDownloadAsync(() => console.Test($"download-{format}").ClickAsync());
        Assert.EndsWith($".{format}", download.SuggestedFilename, StringComparison.Ordinal);
        var copy = new MemoryStream();
        await using var file = await download.CreateReadStreamAsync();
        await file.CopyToAsync(copy);
        copy.Position = 0;
        return copy;
    }

    private static void ReadsAsTheSeed(Stream word)
    {
        using var document = WordprocessingDocument.Open(word, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document));
        var body = document.MainDocumentPart!.Document!.Body!;
        var text = body.InnerText;
        Assert.True(text.IndexOf("Decisions", StringComparison.Ordinal) < text.IndexOf("Actions", StringComparison.Ordinal));
        Assert.True(text.IndexOf("Actions", StringComparison.Ordinal) < text
            .IndexOf("Most significant root cause", StringComparison.Ordinal));
        Assert.DoesNotContain("Something unkind", text, StringComparison.Ordinal);
        Assert.Contains("Nobody owns the calendar", text, StringComparison.Ordinal);

        var rows = body.Elements<Table>().Last().Elements<TableRow>().ToList();
        Assert.Equal(["Challenge", "Most significant root cause", "Solutions"], rows[0].Elements<TableCell>().Select(c => c.InnerText));
        Assert.NotNull(rows[0].TableRowProperties?.GetFirstChild<TableHeader>());
        Is(rows[1], Weekends, Culture, ForWeekends);
        Is(rows[2], Stakeholders, DayToDay, ForStakeholders);
    }

    private static void Is(TableRow row, string challenge, string rootCause, string[] solutions)
    {
        var cells = row.Elements<TableCell>().ToList();
        Assert.StartsWith(challenge, cells[0].InnerText, StringComparison.Ordinal);
        Assert.StartsWith(rootCause, cells[1].InnerText, StringComparison.Ordinal);
        Assert.All(solutions, s => Assert.Contains(s, cells[2].InnerText, StringComparison.Ordinal));
    }
}

/// <summary>What a facilitator does in the console.</summary>
internal static class ConsolePages
{
    public static ILocator Test(this IPage page, string id) => page.Locator($"[data-test='{id}']");

    /// <summary>The console answers from here on; a click before that would be lost.</summary>
    public static Task ReadyAsync(this IPage page) =>
        Assertions.Expect(page.Locator("main[data-ready='true']")).ToBeVisibleAsync(new() { Timeout = 20_000 });

    /// <summary>Writes into a field that saves itself when it is left.</summary>
    public static async Task ChangeAsync(this IPage page, string field, string text)
    {
        await page.Test(field).FillAsync(text);
        await page.Test(field).BlurAsync();
        await Assertions.Expect(page.Locator($".wh-box:has([data-test='{field}']) > p")).ToHaveTextAsync("Saved");
    }

    /// <summary>The one obvious next move, when it leads where it should.</summary>
    public static async Task NextAsync(this IPage page, string to)
    {
        var next = page.Test("next-move");
        await Assertions.Expect(next).ToContainTextAsync(to);
        // It rests a moment after each change, so that a double click is one move.
        await Assertions.Expect(next).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await next.ClickAsync();
        await Assertions.Expect(next).Not.ToContainTextAsync(to);
    }

    public static Task PickAsync(this IPage page, string text) =>
        page.Locator("[data-test^='entry-']").Filter(new() { HasText = text }).Last.Locator("[data-test^='pick-']").ClickAsync();

    /// <summary>A delegate goes into a contribution and answers it.</summary>
    public static async Task AnswerAsync(this IPage phone, string parent, string lane, string text, bool isThere = false, string? within =
        null)
    {
        if (!isThere) await phone.FindAsync(within ?? parent);
        var composer = phone.Locator($"[id^='write-{lane}-']:visible").Filter(new() { Has = phone.Locator("textarea") }).First;
        await composer.Locator("textarea").FillAsync(text);
        await composer.Locator("button.btn").ClickAsync();
        await Assertions.Expect(phone.Locator($"[id^='list-{lane}-']:visible").GetByText(text)).ToBeVisibleAsync();
    }

    /// <summary>From wherever the phone is to the inside of this contribution of the first lane.</summary>
    private static async Task FindAsync(this IPage phone, string text)
    {
        var other = phone.GetByText("choose another");
        if (await other.IsVisibleAsync()) await other.ClickAsync();
        await phone.Locator(".said").Filter(new() { HasText = text }).First.Locator("a.go-in").ClickAsync();
    }
}
