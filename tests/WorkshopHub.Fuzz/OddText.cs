using System.Text;

namespace WorkshopHub.Fuzz;

/// <summary>Texts that people do not mean and programs meet: every kind of sign, alone and in heaps.</summary>
internal static class OddText
{
    private static readonly string[] Known =
    [
        "", " ", "\0", "\t", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\ufdd0", "\U0001fffe",
            "\U0010ffff",
        "\u202e", "\u2066", "\u200d", "\u200b", "\u00ad", "\u034f", "\U000e0100", "\U000e0041", "\u0301", "\ufdfd", "\U0001242b",
            "e\u0301", "\u1e9b\u0323",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE Events;--", "{{7*7}}", "${jndi:x}", "=1+1",
            "@SUM(A1)", "../../etc/passwd",
        "%00", "%c0%af", "%f5", "&#0;", "]]>", "null", "true", "-0", "1e999", "NaN", "٢٩٦٤٧٧", "\ud83d\ude00",
            "\ud83c\udff4\U000e0067\U000e0062",
    ];

    internal static string Next(Random chance) => chance.Next(10) switch
    {
        < 4 => Known[chance.Next(Known.Length)],
        4 => Sign(chance) + Known[chance.Next(Known.Length)] + Sign(chance),
        5 => string.Concat(Enumerable.Range(0, chance.Next(1, 60)).Select(_ => Sign(chance))),
        6 => "a" + new string('\u0301', chance.Next(1, 2_000)),
        7 => new string((char)chance.Next(0x20, 0x2fff), chance.Next(1, 5_000)),
        8 => "What holds us back " + chance.Next(1_000),
        _ => Broken(chance),
    };

    /// <summary>Any code point that is no surrogate, known to Unicode or not.</summary>
    private static string Sign(Random chance)
    {
        var value = chance.Next(4) == 0 ? chance.Next(0x110000) : chance.Next(0x3000);
        return Rune.IsValid(value) ? new Rune(value).ToString() : "\ufffd";
    }

    /// <summary>With a surrogate that stands alone.</summary>
    private static string Broken(Random chance) => "x" + (char)chance.Next(0xd800, 0xe000) + (chance.Next(2) == 0 ? "y" : "");
}
