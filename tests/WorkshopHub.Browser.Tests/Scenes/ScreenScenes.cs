namespace WorkshopHub.Browser.Tests;

/// <summary>
/// Every layout of the projector, with the words of the two rooms, and the fullest that each has to bear. Tests look at
/// them, and pictures of them are taken.
/// </summary>
public static class ScreenScenes
{
    private static readonly string[] Said =
    [
        "Light touch before gold plate", "We could not wait for the gold-plated solution, so we began with a basic one",
            "Economies of scale",
        "Nobody wants to be the first one to sign",
            "The auditors would never agree, whatever we tell them about it, because nobody ever asked them before it was built",
        "Stuck with the first solution", "Upgrades take years", "Tax-payers’ money saved", "Our divisions do not talk to each other",
        "Support ends when the project ends and then nobody knows who has to pay for the people who keep it alive",
            "Customers tested it first",
    ];

    private static readonly string[] Lanes = ["example", "benefit", "risk", "barrier"];

    public static IReadOnlyList<ScreenScene> All { get; } =
    [
        new("a00-briefing", "roundtable", "What gets in the way", 7, async r =>
            { await r.SendAsync(Briefing); await r.StartAsync("briefing"); await PointAsync(r, 2); }),
        new("a00-briefing-before", "roundtable", "at a time", 7, async r =>
            { await r.SendAsync(Briefing); await r.StartAsync("briefing"); }),
        new("a01-lobby", "roundtable", "joined", 23, _ => Task.CompletedTask),
        new("a01-lobby-few", "roundtable", "once three people", 2, _ => Task.CompletedTask),
        new("a02-floor", "roundtable", "Economies of scale", 12, r => FloorAsync(r, 16)),
        new("a02-floor-group", "roundtable", "Start small", 12, async r => { await FloorAsync(r, 24); await GroupAsync(r, 2); }),
        new("a03-floor-folded", "roundtable", "not grouped", 12, async r => { await FloorAsync(r, 120); await GroupAsync(r, 5); }),
        new("a03-floor-pages", "roundtable", "Page 1 of", 6, r => FloorAsync(r, 200)),
        new("a03-floor-six", "roundtable", "Page 1 of", 6, SixLanesAsync),
        new("a03-one-lane", "eighty-twenty", "Page 1 of", 6, async r =>
            { await r.StartAsync("eighty-twenty"); await r.SayAsync("requirement", Many(150)); }),
        new("a04-chain", "kick-start", "Create yearly plan", 9, r => ChainAsync(r, 3)),
        new("a04-chain-full", "kick-start", "on the phones", 9, r => ChainAsync(r, 14)),
        new("a05-vote", "roundtable", "have placed all", 23, r => VoteAsync(r, 17)),
        new("a05-vote-full", "roundtable", "Page 1 of", 8, async r => { await FloorAsync(r, 80); await r.StepAsync("vote"); }),
        new("a06-reveal", "roundtable", "dots from", 23, async r => { await VoteAsync(r, 23); await r.StepAsync("result"); }),
        new("a07-metaphor", "metaphor-shift", "Not if, but how", 9, ShiftAsync),
        new("a07-metaphor-open", "metaphor-shift", "Chicken Little", 9, async r =>
            { await r.StartAsync("shift"); await r
                .SayAsync("today", "Chicken Little: the sky is falling", "The ostrich", "Herding cats"); }),
        new("a08-layers", "causal-layered-analysis", "Herding cats", 9, LayersAsync),
        new("a09-expectations-covered", "mutual-expectations", "shown at the reveal", 8, r => ExpectAsync(r, reveal: false)),
        new("a09-expectations", "mutual-expectations", "Communicate", 8, r => ExpectAsync(r, reveal: true)),
        new("a10-ladder-covered", "maturity-ladder", "have answered", 23, LadderAsync),
        new("a10-ladder", "maturity-ladder", "Old tools", 23, async r =>
            { await LadderAsync(r); await r.StepAsync("obstacles"); await r
                .SayAsync("obstacle", "Old tools", "No time to learn", "Every team has its own way of working"); }),
        new("a11-8020", "eighty-twenty", "places taken", 8, r => SortAsync(r, 10)),
        new("a11-8020-full", "eighty-twenty", "Page 1 of", 4, r => SortAsync(r, 100)),
        new("a13-blank", "kick-start", "127.0.0.1", 3, async r =>
            { await ChainAsync(r, 1); await r.SendAsync(new { type = "setScreen", mode = "blank" }); }),
        new("a14-held", "kick-start", "Held at", 3, async r =>
            { await ChainAsync(r, 2); await r.SendAsync(new { type = "setScreen", mode = "held" }); }),
        new("a18-example", "deconstruct-an-example", "From the top", 8, ExampleAsync),
        new("a19-next-steps", "kick-start", "Create yearly plan", 9, r => StepsAsync(r, 5)),
        new("a19-next-steps-none", "kick-start", "Nothing is agreed yet", 9, r => r.StartAsync("next-steps")),
        new("a19-next-steps-full", "kick-start", "Page 1 of", 9, r => StepsAsync(r, 40)),
        new("a20-alone", "roundtable", "gold-plated", 12, r => AloneAsync(r, Said[1])),
        new("a20-alone-long", "roundtable", "over again", 12, r =>
            AloneAsync(r, string.Join(' ', Enumerable.Repeat("We say it over again, at length", 7)))),
        new("a21-temperature", "temperature-check", "The middle of the room", 9, TemperatureAsync),
        new("a22-closed", "kick-start", "Thank you", 9, async r =>
            { await StepsAsync(r, 3); await r.SendAsync(new { type = "closeSession" }); }),
    ];

    private static object Briefing => new
    {
        type = "changeActivity",
        activityId = "briefing",
        points = new[] { "What the partners have in common", "What gets in the way, and how much of that we have made ourselves",
            "What we want to leave with" },
    };

    public static ScreenScene Of(string name) => All.Single(s => s.Name == name);

    public static IEnumerable<string> Many(int count) => Enumerable.Range(1, count).Select(i => $"{i}: {Said[i % Said.Length]}");

    private static Task PointAsync(ScreenRoom r, int point) => r.SendAsync(new { type = "showPoint", activityId = "briefing", point });

    private static async Task FloorAsync(ScreenRoom r, int count)
    {
        await r.StartAsync("floor");
        await r.SendAsync(new { type = "startTimer", seconds = 540 });
        var i = 0;
        foreach (var text in count <= Said.Length * 2 + 2 ? Said.Concat(Many(count)).Take(count) : Many(count))
        {
            var id = await r.SaysAsync(Lanes[i % Lanes.Length], text, quotation: i % 9 == 4);
            if (i++ < 12) await r.NodAsync(id, 12 - i);
        }
    }

    private static async Task GroupAsync(ScreenRoom r, int themes)
    {
        await r.StepAsync("group");
        string[] titles =
            ["Start small, prove the value", "Risk aversion", "Nobody owns the long term", "Stuck with the first solution",
            "Customers tested it first"];
        foreach (var lane in Lanes)
        {
            var said = await r.SayAsync(lane, Many(themes * 3).Select(t => $"{lane} {t}"));
            for (var i = 0; i < themes; i++)
            {
                await r.ThemeAsync(titles[i % titles.Length], said.Skip(i * 3).Take(3));
                await r.NodAsync(said[i * 3], (i * 2) + 1);
            }
        }
    }

    private static async Task SixLanesAsync(ScreenRoom r)
    {
        string[] names = ["Example", "Benefit", "Risk", "Barrier", "Question", "Idea"];
        await r.SendAsync(new
        {
            type = "addActivity",
            activity = new
            {
                id = "six",
                title = new { en = "Six lanes" },
                prompt = new { en = "What do you see?" },
                layout = "columns",
                lanes = names
                    .Select(n =>
                    new
                    {
                        id = n.ToLowerInvariant(),
                        title = new { en = n },
                        plural = new { en = n + "s" },
                        prompt = new { en = "What?" }
                    }),
                steps = new[] { new { id = "collect", kind = "collect", title = new { en = "Collect" }, collects =
                    names.Select(n => n.ToLowerInvariant()), nods = true } },
            },
        });
        await r.StartAsync("six");
        var i = 0;
        foreach (var text in Many(120)) await r.SaysAsync(names[i++ % names.Length].ToLowerInvariant(), text);
    }

    private static async Task ChainAsync(ScreenRoom r, int rows)
    {
        string[] challenges =
            ["Poor scheduling of IT maintenance weekends", "IT is perceived as order taker", "Too many priorities at once"];
        string[] causes =
            ["Cultural attitude: the business does not plan", "We are not at the table when plans are made", "Nobody says no"];
        await r.StartAsync("chain");
        var ids = await r
            .SayAsync("challenge", Enumerable.Range(0, rows)
            .Select(i => i < 3 ? challenges[i] : $"{challenges[i % 3]}, for the {i + 1}th time"));
        await r.NodAsync(ids[0], 7);
        await r.StepAsync("root-causes");
        var answers = new List<string>();
        foreach (var (id, i) in ids.Select((id, i) => (id, i))) answers.Add(await r.SaysAsync("root-cause", causes[i % 3], id));
        await r.SaysAsync("root-cause", "Old tools", ids[0]);
        await r.StepAsync("pick");
        foreach (var id in answers) await r.PickAsync(id);
        await r.StepAsync("solutions");
        foreach (var id in answers)
        {
            await r.SaysAsync("solution", "Create yearly plan", id);
            await r.SaysAsync("solution", "Co-locate with the business for two days a week, and say what we learn there", id);
        }
    }

    private static async Task VoteAsync(ScreenRoom r, int voters)
    {
        await FloorAsync(r, 8);
        var said = await r.SayAsync("risk", "One queue, two agencies", "Nobody owns the long term");
        var theme = await r.ThemeAsync("Risk aversion", said);
        await r.StepAsync("vote");
        var other = await r.SaysAsync("barrier", "No incentive to collaborate");
        foreach (var (guest, i) in r.Guests.Take(voters).Select((g, i) => (g, i)))
        {
            await guest.SendAsync(new { type = "placeDots", targetId = theme, dots = i % 2 == 0 ? 2 : 1 });
            await guest.SendAsync(new { type = "placeDots", targetId = other, dots = i % 2 == 0 ? 1 : 2 });
        }
    }

    private static async Task ShiftAsync(ScreenRoom r)
    {
        await r.StartAsync("shift");
        var today = await r.SayAsync("today", "Chicken Little: the sky is falling", "The ostrich", "Herding cats");
        await r.PickAsync(today[0]);
        await r.StepAsync("needed");
        var needed = await r.SayAsync("needed", "Not if, but how?", "The bridge builder");
        await r.PickAsync(needed[0]);
        await r.StepAsync("how");
        await r.SayAsync("how", "Show one that worked", "Ask “What would it take?” first",
            "Invite the auditors to the first meeting, not to the last one");
    }

    private static async Task LayersAsync(ScreenRoom r)
    {
        await r.StartAsync("layers");
        foreach (var lane in new[] { "litany", "systems", "worldview" }) await r.SayAsync(lane, Said.Take(2));
        await r.StepAsync("metaphor");
        var now = await r.SayAsync("metaphor", "Herding cats", "The ostrich");
        await r.PickAsync(now[0]);
        await r.StepAsync("turn");
        await r.PickAsync((await r.SayAsync("new-metaphor", "The orchestra"))[0]);
        foreach (var lane in new[] { "new-worldview", "new-systems", "new-litany" })
        {
            await r.StepAsync(lane);
            await r.SayAsync(lane, Said.Skip(4).Take(2));
        }
    }

    private static async Task ExpectAsync(ScreenRoom r, bool reveal)
    {
        await r.StartAsync("expectations");
        foreach (var (guest, i) in r.Guests.Select((g, i) => (g, i)))
        {
            await guest.SendAsync(new { type = "takeTeam", activityId = "expectations", team = i % 2 == 0 ? "business" : "it" });
        }

        var ofIt = await r
            .SayAsync("of-it", "Be honest – in terms of cost, time and effort required", "Be responsive",
            "Don’t just say no – provide alternative solutions or explain constraints (“Yes we can, if”)",
            "Take an interest and understand our objectives", "Communicate", "Smile");
        var ofBusiness =
            await r.SayAsync("of-business", "Don’t be condescending regarding your specialism", "Bring us your problem, not your solution",
            "Involve us from the start", "Treat us as part of the business");
        if (!reveal) return;
        await r.StepAsync("boil-down");
        foreach (var id in ofIt.Take(5).Concat(ofBusiness)) await r.PickAsync(id);
        await r.StepAsync("reveal");
        await r.NodAsync(ofIt[0], 5);
        await r.StepAsync("answer");
        foreach (var (guest, i) in r.Guests.Where((_, i) => i % 2 == 1).Select((g, i) => (g, i)))
        {
            await guest.SendAsync(
                new
                {
                    type = "answer",
                    activityId = "expectations",
                    laneId = "it-answers",
                    parentId = ofIt[0],
                    value = i == 0
                ? "Let’s talk" : "Yes"
                });
        }
    }

    private static async Task LadderAsync(ScreenRoom r)
    {
        await r.StartAsync("ladder");
        await r.AnswerAsync("now", null, ("Order taker", 4), ("Service provider", 11), ("Service partner", 7), ("Trusted adviser", 1));
        await r.AnswerAsync("wanted", null, ("Service partner", 5), ("Trusted adviser", 12), ("Strategic partner", 6));
    }

    private static async Task SortAsync(ScreenRoom r, int cards)
    {
        await r.StartAsync("eighty-twenty");
        string[] own =
            ["Data stays in our jurisdiction", "Calls reach the right person first time", "One customer record across agencies",
            "Our own call menu and voice", "Screens in our colours"];
        var ids = await r.SayAsync("requirement", own.Concat(Many(cards)).Take(cards));
        await r.StepAsync("sort");
        foreach (var (id, i) in ids.Take(6).Select((id, i) => (id, i)))
        {
            await r.AnswerAsync("mark", id, ("Firm", Math.Max(0, r.Guests.Count - i)), ("Flexible", Math.Min(i, r.Guests.Count)));
        }

        await r.StepAsync("check");
        foreach (var id in ids.Take(cards / 5)) await r.PickAsync(id);
    }

    private static async Task ExampleAsync(ScreenRoom r)
    {
        await r.StartAsync("deconstruct");
        var ids = await r
            .SayAsync("worked", "One shared goal that everybody could say by heart", "The minister asked every month",
            "People who knew both sides", "A budget of its own", "Small teams that could decide");
        await r.StepAsync("mark");
        await r.AnswerAsync("direction", ids[0], ("Both", 5), ("From the top", 2));
        await r.AnswerAsync("direction", ids[1], ("From the top", 7));
        await r.AnswerAsync("direction", ids[2], ("From the bottom", 6));
        await r.AnswerAsync("direction", ids[3], ("From the top", 3), ("From the bottom", 3));
        await r.StepAsync("compare");
        await r.StepAsync("reuse");
        await r.SayAsync("reuse", "Ask for the shared goal first");
    }

    private static async Task StepsAsync(ScreenRoom r, int actions)
    {
        await r.StartAsync("next-steps");
        string[] what =
            ["Create yearly plan", "Ask who sits with the business, and report at the next meeting of the managers",
            "Write down who decides what", "Book the follow-up", "Tell the auditors"];
        for (var i = 0; i < actions; i++)
        {
            await r.SendAsync(
                new
                {
                    type = "recordAction",
                    what = i < what.Length
                ? what[i]
                : $"{what[i % what.Length]}, part {i}",
                    owner = i % 3 == 1
                ? null
                : "Service manager",
                    due = i % 2 == 0
                ? "2026-12-18"
                : null,
                    confidence = i % 4 == 3
                ? (int?)null
                : 4
                });
        }

        await r.SayAsync("next-step", "Ask the helpdesk what they hear");
    }

    private static async Task AloneAsync(ScreenRoom r, string text)
    {
        await FloorAsync(r, 6);
        var id = await r.SaysAsync("barrier", text);
        await r.NodAsync(id, 9);
        await r.ThemeAsync("Start small, prove the value", [id]);
        await r.SendAsync(new { type = "setScreen", mode = "live", spotlight = id });
    }

    private static async Task TemperatureAsync(ScreenRoom r)
    {
        await r.StartAsync("temperature");
        await r.AnswerAsync("level", null, ("Hardly", 2), ("Partly", 3), ("Mostly", 4));
        await r.StepAsync("reveal");
        await r.StepAsync("why");
        await r.SayAsync("reason", "We have done it before", "Nobody has asked us yet");
    }
}
