using WorkshopHub.Core.Summaries;
using WorkshopHub.Web.Exports;

namespace WorkshopHub.Web.Tests.Exports;

public sealed class ExportersTests
{
    [Theory, InlineData("xlsx")]
    public void A_format_of_the_contract_that_is_not_built_is_refused_as_not_available(string format)
    {
        var refused = Assert.IsType<ExportAnswer.Refused>(Some.Exporters.Make(format, Some.KickStart));
        Assert.Equal("not-available", refused.Refusal.Code);
        Assert.Contains(format, refused.Refusal.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("pdf"), InlineData(""), InlineData("DOCX")]
    public void A_format_that_nobody_knows_is_refused_with_those_that_can_be_had(string format)
    {
        var refused = Assert.IsType<ExportAnswer.Refused>(Some.Exporters.Make(format, Some.KickStart));
        Assert.Equal("malformed", refused.Refusal.Code);
        Assert.Contains("md, html, docx, csv, json", refused.Refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Wie geht's weiter? Größe & Ärger", "wie-gehts-weiter-grosse-arger-2026-06-14.md")]
    [InlineData("../../etc/passwd\0.exe", "etc-passwd-exe-2026-06-14.md")]
    [InlineData("a\r\nSet-Cookie: x=\"1\"", "a-set-cookie-x-1-2026-06-14.md")]
    [InlineData("مرحبا", "summary-2026-06-14.md")]
    [InlineData("👍", "summary-2026-06-14.md")]
    public void A_file_name_is_safe_everywhere(string title, string expected)
    {
        Assert.Equal(expected, Titled(title).Export("md").FileName);
    }

    [Fact]
    public void A_long_title_makes_a_file_name_of_bearable_length()
    {
        Assert.Equal($"{new string('a', 60)}-2026-06-14.md", Titled(new string('a', 120)).Export("md").FileName);
    }

    [Fact]
    public void Without_a_date_the_file_name_says_what_it_is()
    {
        var summary = Some.KickStart with { Head = Some.KickStart.Head with { Title = "Con", Date = null } };
        Assert.Equal("con-summary.md", summary.Export("md").FileName);
    }

    [Theory]
    [InlineData("de", "14\\. Juni 2026")]
    [InlineData("ar-SA", "2026")]
    [InlineData("th-TH", "2026")]
    [InlineData("not a language!", "14 June 2026")]
    public void The_day_is_said_in_the_sessions_language_and_by_one_calendar(string language, string expected)
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        var summary = Some.KickStart with { Head = Some.KickStart.Head with { Language = language } };
        Assert.Contains(expected, ReadBack.Utf8(summary.Export("md")), StringComparison.Ordinal);
        Assert.Equal(before, System.Globalization.CultureInfo.CurrentUICulture);
    }

    private static Summary Titled(string title) => Some.KickStart with { Head = Some.KickStart.Head with { Title = title } };
}
