using System.Text.Json;
using WorkshopHub.Core;

namespace WorkshopHub.Browser.Tests;

/// <summary>Nobody is told "7 left" and then refused.</summary>
public sealed class CountingTests(Chromium chromium, SharedHub shared)
{
    private static readonly string[] Texts =
    [
        "", "plain", "  both ends\t", "line\r\nends\rof\nall kinds\r\n", "e\u0301 is one after NFC", "\u212B",
            "a\u0000b\u0007c\u0085d\u009Fe", "\tkept\tinside\t",
        "👍🏽 family 👨‍👩‍👧‍👦", "שלום \u202Ehidden\u202C", "\u200B", "\u200B\u2060\uFEFF inside \uFEFF",
            "\u00A0\u1680\u2003\u2028\u2029\u202F\u205F\u3000x", "\u3164", "\u2800\u034F\u115F\u1160\u17B4\u17B5\uFFA0",
        "\uFE0F\uFE00", "\u00AD\u200D\u061C", "\u180E", "\u200Ba\u200Bb\u200B", "한글 \u1112\u1161\u11AB", "ﬁ ﬃ", "\u0958", "a\u0323\u0307",
            "\uD834\uDD5E\uD834\uDD65",
    ];

    [Fact]
    public async Task KEEP_the_phone_counts_a_text_as_the_server_does()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);

        var counted = await phone.EvaluateAsync<JsonElement>(
            "async texts => { const { measure } = await import(document.querySelector('script[type=module]').src); return " +
                "texts.map(measure); }",
            Texts);

        var expected = Texts.Select(Writing.Clean).Select(t => (Writing.Length(t), Writing.IsEmpty(t)));
        Assert.Equal(expected, counted.EnumerateArray()
            .Select(m => (m.GetProperty("length").GetInt32(), m.GetProperty("empty").GetBoolean())));
    }
}
