using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Tests.World;

/// <summary>
/// A method with every kind of text, in English, German and partly Arabic. "Driver" has one form for one and several in German.
/// </summary>
internal static class Polyglot
{
    internal static Method Method { get; } = new(
        "polyglot",
        1,
        Said("Polyglot", "Vielsprachig"),
        Said("For tests", "Für Tests"),
        [],
        "Here",
        [
            new(
                "drivers",
                Said("What drives us", "Was uns treibt", "ما يدفعنا"),
                "sides",
                [
                    new("say", StepKind.Collect, Said("Say", "Sagen", "قل"), 5, ["driver"], Nods: true),
                    new("mark", StepKind.Answer, Said("Mark", "Einschätzen"), 5, Answers: ["strength"], Picks: ["driver"]),
                ],
                Said("Why do we go on?", "Warum machen wir weiter?", "لماذا نواصل؟"),
                [Said("First", "Erstens", "أولا"), Said("Second", "Zweitens", "ثانيا")],
                [new("it", Said("IT", "IT")), new("business", Said("The business", "Die Fachbereiche", "الأعمال"))],
                [
                    new("driver", Said("Driver", "Treiber", "دافع"), Said("What is it?", "Was ist es?", "ما هو؟"),
                        Said("Drivers", "Treiber", "دوافع"), Said("Main driver", "Haupttreiber"), Group: Said("Today", "Heute"),
                        RestTitle: Said("The others", "Die anderen")),
                    new("strength", Said("Strength", "Stärke"), Said("How strong?", "Wie stark?"), Kind: LaneKind.Scale, Parent: "driver",
                        Values: [Said("Weak", "Schwach", "ضعيف"), Said("Strong", "Stark", "قوي")]),
                ]),
        ]);

    internal static InLanguages Said(string en, string de, string? ar = null)
    {
        var texts = new Dictionary<string, string> { ["en"] = en, ["de"] = de };
        if (ar is not null) texts["ar"] = ar;
        return new(texts);
    }
}
