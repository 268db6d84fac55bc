using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Core;
using WorkshopHub.Core.Summaries;
using WorkshopHub.Web.Exports;

namespace WorkshopHub.Web.Tests.Exports;

/// <summary>The summaries that every exporter gets.</summary>
internal static class Some
{
    public static IServiceProvider Services { get; } = new ServiceCollection()
        .AddSingleton<ILoggerFactory, NullLoggerFactory>()
        .AddExports()
        .BuildServiceProvider();

    public static Exporters Exporters { get; } = Services.GetRequiredService<Exporters>();

    /// <summary>The Kick Start of the seed, as a session that is not closed yet.</summary>
    public static Summary KickStart { get; } = new(
        new(
            "Beyond Service Partner",
            "What holds us back, and what we do about it",
            new DateOnly(2026, 6, 14),
            16,
            "en",
            "Draft: the session is still open",
            "16 delegates"),
        [
            new Block.Heading(1, "Decisions"),
            new Block.Points(Numbered: true,
            [
                new(
                    "Business peers take part in deciding on IT Maintenance weekends",
                    "Answers: Historical focus on technology impact due to cultural attitude of department"),
                new(
                    "We work inside day to day business operations, instead of waiting for a technical solution to arrive",
                    "Answers: Not involved in day to day business operations",
                    Notes: ["Everybody in the room wanted to start with the scheduling office."]),
                new("We set time aside to continue the steps of this workshop"),
            ]),
            new Block.Heading(1, "Actions"),
            new Block.Table(
                ["What", "Who", "By when", "Confidence"],
                [
                    [Only("Create yearly plan of maintenance weekends"), Only("Service manager"), Only("31 July"), Only("4 of 5")],
                    [Only("Invite business person for a “day in the life of…” discussion / show and tell"),
                        Only("Business Partner, Commons"), Only("15 July"), Only("5 of 5")],
                    [Only("Co-location 1 day per week"), None, None, Only("3 of 5")],
                ]),
            new Block.Heading(1, "Evidence"),
            new Block.Heading(2, "Kick Start"),
            new Block.Table(
                ["Challenge", "Most Significant Root Cause", "Brainstorming Solutions For Root Cause"],
                [
                    [
                        Only("Poor scheduling and consensus management of IT Maintenance weekends"),
                        new([new("Historical focus on technology impact due to cultural attitude of department",
                            "picked from 6; 12 of 16 nods", Marked: true)]),
                        new([new("Involve business peers in the decision making process"), new("Create yearly plan"),
                            new("Make business Units accountable for decision")]),
                    ],
                    [
                        Only("Business Stakeholders arrives with a technical solution"),
                        new([new("Not involved in day to day business operations", "picked from 4; 11 of 16 nods", Marked: true,
                            Notes: ["Said by three of the five tables."])]),
                        new([new("“Hang out” at watercooler"),
                            new("Invite business person for a “day in the life of…” discussion / show and tell", "5 nods"),
                            new("Co-location 1 day per week")]),
                    ],
                ]),
            new Block.Note(
                "The workshop brought the team together and set direction on the immediate next steps.\n\nThe solutions came from within " +
                "the team, giving us confidence."),
            new Block.Heading(2, "Moving up the scale"),
            new Block.Heading(3, "What is in the way"),
            new Block.Points(Numbered: false,
            [
                new("Where does a Business Partner fit in to IT? – Lack of clarity within the provider organisation with better " +
                    "engagement with non-IT", "14 nods, 5 of 6 sectors"),
                new("Lack of power and influence to get things done"),
                new("Resistance to acknowledging problems with concerns raised not taken on board as " +
                    "‘we’ve not seen any incidents logged’", "9 nods", Marked: true),
            ]),
            new Block.Heading(3, "What has been tried"),
            new Block.Remark("Nothing was said here."),
        ],
        [
            new() { Kind = "decision", Id = "d1", Text = "Business peers take part in deciding on IT Maintenance weekends", FromIds =
                ["c2"] },
            new() { Kind = "action", Id = "a1", Text = "Create yearly plan of maintenance weekends", Owner = "Service manager", Due =
                new DateOnly(2026, 7, 31), Confidence = 4, FromIds = ["c3", "c4"] },
            new() { Kind = "contribution", Id = "c1", Text =
                "Poor scheduling and consensus management of IT Maintenance weekends", Activity = "Kick Start", Lane = "Challenge", Nods =
                14 },
            new() { Kind = "contribution", Id = "c2", Text =
                "Historical focus on technology impact due to cultural attitude of department", Activity = "Kick Start", Lane =
                "Most Significant Root Cause", ParentId = "c1", ParentText =
                "Poor scheduling and consensus management of IT Maintenance weekends", Nods = 12, Picked = true, Notes =
                ["Said by three tables.", "Check with Estates."] },
            new() { Kind = "contribution", Id = "c3", Text = "Involve business peers in the decision making process", Activity =
                "Kick Start", Lane = "Solution", ParentId = "c2", By = "Sarah", EditedByFacilitator = true },
            new() { Kind = "contribution", Id = "c4", Text = "Create yearly plan", Activity = "Kick Start", Lane = "Solution", ParentId =
                "c2", NotedByFacilitator = true },
            new() { Kind = "contribution", Id = "c5", Text = "What the facilitator took off the screen", Activity = "Kick Start", Lane =
                "Solution", ParentId = "c2", Hidden = true },
        ]);

    /// <summary>A roundtable with everything that a kick start has not: sides, quotes, bars, a shift, themes.</summary>
    public static Summary Roundtable { get; } = new(
        new("Existing infrastructure", null, new DateOnly(2026, 6, 14), 23, "en", null, "23 delegates"),
        [
            new Block.Heading(1, "Decisions"),
            new Block.Remark("No decisions were recorded."),
            new Block.Heading(2, "Open floor"),
            new Block.Heading(3, "Barriers"),
            new Block.Heading(4, "Risk aversion"),
            new Block.Remark("7 contributions; 14 of 23 nods; 5 of 6 sectors"),
            new Block.Note("It is about whose neck is out."),
            new Block.Quotes(
            [
                new(new("We can’t use your solution because it could be a security risk", "14 of 23 nods", Marked: true),
                    "as the risk-averse approver"),
                new(new("We’ve not seen any incidents logged", Notes: ["Said twice."]), null),
            ]),
            new Block.Heading(3, "Vote: Where it hurts most"),
            new Block.Bars([new("Lack of power and influence", 19, Marked: true), new("Lack of clarity", 16)], null),
            new Block.Remark("35 dots from 12 people."),
            new Block.Heading(2, "Moving up the scale"),
            new Block.Bars([new("Trusted adviser", 1), new("Service provider", 11)], 12),
            new Block.Points(Numbered: false, [new("After the bars")]),
            new Block.Heading(2, "Mutual expectations"),
            new Block.Lists(
                [new("Business", [new("Be responsive", "yes: 7, let’s talk: 1"), new("Communicate")]),
                new("IT", [new("Involve us from the start")]), new("Nobody yet", [])]),
            new Block.Heading(2, "From their shoes to ours"),
            new Block.Shift(new("Today", [new("Chicken Little… The sky is falling!")]),
                new("Needed", [new("Not if, but how?", "19 of 23 nods", Marked: true)])),
        ],
        [
            new() { Kind = "contribution", Id = "q1", Text = "We can’t use your solution because it could be a security risk", Activity =
                "Open floor", Lane = "Barrier", Nods = 14, Theme = "Risk aversion", Quotation = true, SpokenFor =
                "the risk-averse approver" },
            new() { Kind = "theme", Id = "t1", Text = "Risk aversion", Activity = "Open floor", Nods = 14, Notes =
                ["It is about whose neck is out."], Count = 7 },
            new() { Kind = "answer", Id = "ladder/now/2", Text = "Service provider", Activity = "Moving up the scale", Lane =
                "Now", Count = 11, Of = 12 },
            new() { Kind = "vote", Id = "floor/vote/v1", Text = "Lack of power and influence", Activity = "Open floor", Lane =
                "Vote", ParentId = "v1", Picked = true, Count = 19, Of = 35 },
        ]);

    /// <summary>Never opened, nothing in it.</summary>
    public static Summary Nothing { get; } = new(new("", null, null, 0, "en", null, "No delegates"), [], []);

    /// <summary>What a document must bear, in every place that takes text.</summary>
    public static ValueList<string> Hostile { get; } =
    [
        "",
        "   ",
        "<script>alert(1)</script>",
        "</table><img src=x onerror=alert(1)>",
        "[x](javascript:alert(1)) ![y](http://tracker.example/z.png) <http://example.org> " +
            "https://example.org www.example.org a@example.org",
        "=HYPERLINK(\"http://example.org\",\"click\")",
        "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "－1", "＠1", " =1+1", "\uFEFF=1+1",
        "a | b \\| c \\\\| d \\",
        "| --- | --- |",
        "first\nsecond\r\nthird\rfourth\u2028fifth",
        "# not a heading", "- not a point", "1. not a number", "1986) neither", "> no quote", "---", "===", "```\nno code\n```",
            "`no code`", "    no code",
        "**not bold** __nor this__ ~~nor struck~~ $nor$ {{nor}} [^1] &copy; &#124;",
        "a \"quoted\" word, and 'another'; a semicolon",
        new string('w', 1000),
        "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ☕",
        "مرحبا بالعالم (hello), ١٢٣",
        "שלום עולם 42!",
        "open \u202Eoverride and \u2067isolate",
        "bell \u0007, null \0, escape \u001B, delete \u007F, \uFFFE, \uFFFF, high \uD83D, low \uDE00 end",
        "]]> <!-- --> <![CDATA[ <?xml ?>",
    ];

    /// <summary>Every hostile text as title, heading, point, cell, note and record.</summary>
    public static Summary AllHostile { get; } = new(
        new("<script>\n=1+1 | \u0007مرحبا\uD83D", string.Join('\n', Hostile), new DateOnly(2026, 6, 14), 3, "en", "# <b>Draft</b>",
            "3 delegates"),
        [
            new Block.Table([], []),
            new Block.Points(true, []),
            .. Hostile.SelectMany(text => new Block[]
            {
                new Block.Heading(1, text),
                new Block.Points(true, [new(text, text, true, [text])]),
                new Block.Points(true, [new(text, text, true, [text])]),
                new Block.Points(false, [new(text, text, false, [text, text])]),
                new Block.Note(text),
                new Block.Remark(text),
                new Block.Lists([new(text, [new(text, text, true, [text])]), new(text, [])]),
                new Block.Quotes([new(new(text, text, true, [text]), text), new(new(text), null)]),
                new Block.Bars([new(text, 3, true), new(text, 0)], 3),
                new Block.Shift(new(text, [new(text)]), new(text, [])),
            }),
            new Block.Lists([]),
            new Block.Quotes([]),
            new Block.Table(
                ["Text | pipe", "<b>Marked</b>", "Two\nlines"],
                Hostile.Select(text => ValueList.Of<Cell>([Only(text), new([new(text, text, true, [text]), new(text)]), None]))
                    .ToValueList()),
            new Block.Table(["Right after a table"], []),
            new Block.Heading(7, "Too deep"),
        ],
        Hostile.Select((text, i) => new SummaryRecord
        {
            Kind = "contribution",
            Id = $"-{i}",
            Text = text,
            Activity = text,
            Lane = text,
            ParentId = text,
            ParentText = text,
            Nods = i,
            By = text,
            Owner = text,
            FromIds = [text],
            Notes = [text, text],
        }).ToValueList());

    public static Cell None => new([]);

    public static Cell Only(string text) => new([new(text)]);

    public static SummaryFile Export(this Summary summary, string format) =>
        Assert.IsType<ExportAnswer.Made>(Exporters.Make(format, summary)).File;
}
