using System.Text.Json;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;
using static WorkshopHub.Web.Tests.Journal.World;

namespace WorkshopHub.Web.Tests.Journal;

public sealed class EventCodecTests
{
    private readonly EventCodec codec = new(Names);
    private readonly DetachedTexts detached = new();

    [Fact]
    public void An_event_is_written_with_ids_and_without_words() =>
        Assert.Equal(
            """{"id":"c1","text":"c1","by":"amara"}""",
            codec.Write(Says("c1", "The lift is broken"), detached));

    [Fact]
    public void Enums_are_words_and_not_numbers() =>
        Assert.Equal("""{"title":"Grüße","mood":"fairlyTired"}""", codec.Write(new Opened("Grüße", Mood.FairlyTired), detached));

    [Fact]
    public void A_profile_is_written_as_the_delegate_alone() =>
        Assert.Equal(
            """{"who":"amara","language":"sw"}""",
            codec.Write(new Joined(new(Amara, "Amara", "Nursing"), "sw"), detached));

    [Fact]
    public void Words_in_lists_and_a_sender_come_back_equal()
    {
        var e = new Listed([new("p1", "Why?"), new("p2", "How?")], null, new Sender.Delegate(Amara));

        Assert.Equal(e, Again(e));
    }

    [Fact]
    public void Texts_and_people_come_back_from_where_they_lie_apart()
    {
        Assert.Equal(Says("c1", "Tea"), Again(Says("c1", "Tea")));
        Assert.Equal(new Joined(new(Bo, "Bo", null)), Again(new Joined(new(Bo, "Bo", null))));
    }

    [Fact]
    public void What_was_never_kept_reads_as_null()
    {
        var said = codec.Write(Says("c1", "Tea"), detached);
        var joined = codec.Write(new Joined(new(Bo, "Bo", "Care")), detached);

        Assert.Equal(Says("c1", null), codec.Read("said.v1", said, new()));
        Assert.Equal(new Joined(new(Bo, null, null)), codec.Read("joined.v1", joined, new()));
    }

    [Fact]
    public void Of_a_delegate_who_appears_twice_the_newest_is_kept()
    {
        var first = codec.Write(new Joined(new(Bo, "Bo", "Care")), detached);
        codec.Write(new Joined(new(Bo, "Robert", null)), detached);

        Assert.Equal(new Joined(new(Bo, "Robert", null)), codec.Read("joined.v1", first, detached));
        Assert.Single(detached.People);
    }

    [Fact]
    public void An_old_line_may_have_properties_that_no_longer_exist() =>
        Assert.Equal(
            new Opened("Old", Mood.Curious),
            codec.Read("opened.v1", """{"colour":"red","title":"Old","mood":"curious"}""", detached));

    [Fact]
    public void An_old_line_may_lack_what_has_a_default_and_nothing_else()
    {
        Assert.Equal(new Joined(new(Bo, null, null)), codec.Read("joined.v1", """{"who":"bo"}""", detached));
        Assert.Throws<InvalidDataException>(() => codec.Read("opened.v1", """{"mood":"curious"}""", detached));
    }

    [Fact]
    public void An_unknown_name_is_refused_by_name()
    {
        var refusal = Assert.Throws<InvalidDataException>(() => codec.Read("danced.v7", "{}", detached));

        Assert.Contains("danced.v7", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_a_former_name_goes_through_all_that_came_after_it()
    {
        var chain = new EventCodec(Names, new Dictionary<string, Upcaster>
        {
            ["begun.v1"] = new("begun.v2", data => data["title"] = $"{data["name"]} twice"),
            ["begun.v2"] = new("opened.v1", data => data["mood"] = "curious"),
        });

        Assert.Equal(new Opened("Tea twice", Mood.Curious), chain.Read("begun.v1", """{"name":"Tea"}""", detached));
        Assert.True(chain.Knows("begun.v2"));
    }

    [Theory]
    [InlineData("answers.counted.v1", "{}")]
    [InlineData("answers.counted.v1", "[]")]
    [InlineData("answers.counted.v1", """{"answers":[{"sectors":[null]}]}""")]
    [InlineData("session.opened.v1", "{")]
    public void A_line_that_is_broken_is_told_as_that(string name, string data) =>
        Assert.Throws<InvalidDataException>(() => new EventCodec(EventNames.All).Read(name, data, detached));

    [Fact]
    public void An_event_without_a_name_is_not_written() =>
        Assert.Throws<InvalidOperationException>(() => codec.NameOf(new Nameless()));

    [Fact]
    public void A_null_where_none_is_promised_is_not_written() =>
        Assert.Throws<JsonException>(() => codec.Write(new Opened(null!, Mood.Curious), detached));

    [Fact]
    public void A_number_that_is_no_mood_is_not_written() =>
        Assert.Throws<JsonException>(() => codec.Write(new Opened("Title", (Mood)7), detached));

    [Fact]
    public void Every_event_of_the_product_has_one_name_and_a_form()
    {
        var product = new EventCodec(EventNames.All);

        // Reading makes the serialiser look at the whole type: a missing property is fine here, an impossible type is not.
        foreach (var name in EventNames.All.Keys)
        {
            var thrown = Record.Exception(() => product.Read(name, "{}", detached));
            Assert.True(thrown is null or InvalidDataException, $"{name}: {thrown}");
        }
    }

    private SessionEvent Again(SessionEvent e) => codec.Read(codec.NameOf(e), codec.Write(e, detached), detached);
}
