using System.Runtime.CompilerServices;
using System.Text.Json;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Tests.Journal;

/// <summary>
/// What stands in somebody's journal is read for ever. <c>Golden/events.jsonl</c> has a line of every event that a version
/// of the product has written; lines are added and never edited. See docs/decisions/0023-journal-lines.md.
/// </summary>
public sealed class GoldenLinesTests
{
    private const string WhatToDo =
        "A shape that is in somebody's journal stays readable: docs/decisions/0023-journal-lines.md says how it may change.";

    private const string AddLines = "WORKSHOPHUB_ADD_LINES";

    // Nobody is given this role: whoever joins has it.
    private static readonly HashSet<string> NeverWritten = ["Role.delegate"];

    private static readonly EventCodec Codec = new(EventNames.All);
    private static readonly string Kept = Path.Combine(AppContext.BaseDirectory, "Journal", "Golden", "events.jsonl");
    private static readonly IReadOnlyList<GoldenLine> Lines = [.. File.ReadLines(Kept).Select(GoldenLine.Parse)];

    [Fact]
    public void KEEP_1_every_event_is_written_as_one_of_the_lines_that_are_kept()
    {
        var kept = Lines.Select(l => l.ToString()).ToHashSet(StringComparer.Ordinal);
        var others = OneOfEach.Events.Select(e => GoldenLine.Of(Codec, e)).Where(l => !kept.Contains(l.ToString())).ToList();
        if (others.Count > 0 && Environment.GetEnvironmentVariable(AddLines) == "1")
        {
            File.AppendAllLines(Source(), others.Select(l => l.ToString()));
        }

        Assert.True(
            others.Count == 0,
            $"Written today, and in no line of {Source()}: {string.Join(", ", others.Select(l => l.Name))}. If only an optional property "
            + $"was added, give it a value in OneOfEach.cs and run these tests once with {AddLines}=1, which adds lines below; the old "
            + $"ones stay as they are. If something was renamed or means something else now, take it back. {WhatToDo}");
    }

    [Fact]
    public void KEEP_1_every_name_and_every_part_of_an_event_stands_in_a_line()
    {
        var names = EventNames.All.Keys.Concat(EventNames.Former).Except(Lines.Select(l => l.Name)).ToList();
        Assert.True(
            names.Count == 0,
            $"No line has {string.Join(", ", names)}. Add the event to OneOfEach.cs and run these tests once with {AddLines}=1.");

        var shown = Lines.Where(IsWritten).SelectMany(l => JsonParts.Shown(EventNames.All[l.Name], l.Data));
        var parts = EventNames.All.Values.SelectMany(JsonParts.Of).Distinct().Except(shown).Except(NeverWritten).ToList();
        Assert.True(
            parts.Count == 0,
            $"No line shows {string.Join(", ", parts)} with a value that it would not have by itself. Give it one in OneOfEach.cs and run "
            + $"these tests once with {AddLines}=1. If it was there under another name, take that back. {WhatToDo}");
    }

    [Fact]
    public void KEEP_2_an_event_that_was_written_is_read_back_equal() => Assert.All(
        OneOfEach.Events,
        e => Assert.Equal(e, GoldenLine.Parse(GoldenLine.Of(Codec, e).ToString()).Read(Codec)));

    [Fact]
    public void KEEP_2_of_no_line_that_was_ever_written_anything_is_lost()
    {
        var lost = Lines.Concat(Lines.Select(l => l.AsReadToday).OfType<GoldenLine>()).Where(IsWritten).Select(Lost).OfType<string>()
            .ToList();
        Assert.True(
            lost.Count == 0,
            $"Lines that are in somebody's journal are not read whole any more. {string.Join(" ", lost)} Call it what it was called, or "
            + $"give the event a new name and read the old one with an upcaster. Never edit a line. {WhatToDo}");
    }

    [Fact]
    public void KEEP_2_a_line_whose_name_is_no_longer_written_says_what_it_is_read_as()
    {
        var silent = Lines.Where(l => IsWritten(l) == l.ReadAs is not null).Select(l => l.Name).ToList();
        Assert.True(
            silent.Count == 0,
            $"{string.Join(", ", silent)}: a line has “readAs” when its name is no longer written, and only then. {WhatToDo}");
        Assert.All(Lines.Where(l => !IsWritten(l)), l => Assert.Equal(l.AsReadToday!.Read(Codec), l.Read(Codec)));
    }

    [Fact]
    public void KEEP_1_each_name_that_is_written_no_more_has_an_upcaster() =>
        Assert.Equal(EventNames.Former.Order(), Upcasters.All.Keys.Order());

    [Fact]
    public void KEEP_2_a_methods_words_are_found_at_their_places()
    {
        var created = (SessionCreated)Lines.First(l => l.Name == "session.created.v1").Read(Codec);
        var german = created.Activities[0].In("de");
        Assert.Equal(
            ["Die Möglichkeiten abwägen", "Was gäben wir auf?", "Eines sagen", "Zuhören", "Der Norden", "Ansehen"],
            [german.Title, german.Prompt, .. german.Points, german.Teams[0].Title, german.Steps[0].Title]);
        var option = german.Lanes[0];
        Assert.Equal(
            ["Möglichkeit", "Möglichkeiten", "Gewählte Möglichkeit", "Was könnten wir tun?", "Heute", "Für später", "Wenig", "Viel"],
            [option.Title, option.Plural, option.PickedTitle, option.Prompt, option.Group, option.RestTitle, .. german.Lanes[1].Values]);
    }

    private static bool IsWritten(GoldenLine line) => EventNames.All.ContainsKey(line.Name);

    private static string? Lost(GoldenLine line)
    {
        SessionEvent read;
        try
        {
            read = line.Read(Codec);
        }
        catch (InvalidDataException e)
        {
            return $"A line “{line.Name}” is not read: {e.Message} {e.InnerException?.Message}";
        }

        var again = JsonSerializer.Deserialize<JsonElement>(GoldenLine.Of(Codec, read).ToString());
        var lost = JsonParts.Lost(JsonSerializer.Deserialize<JsonElement>(line.ToString()), again).ToList();
        return lost.Count == 0 ? null : $"A line “{line.Name}” loses {string.Join(", ", lost)}.";
    }

    private static string Source([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden", "events.jsonl");
}
