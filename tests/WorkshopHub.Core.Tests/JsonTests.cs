using System.Text.Json;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Tests;

public sealed class JsonTests
{
    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, MethodReader.Json)!;

    [Fact]
    public void DOOR_2_left_out_stays_and_null_clears()
    {
        Assert.Equal(default, Read<ChangeAction>("""{ "actionId": "a" }""").Owner);
        Assert.Equal(new Change<string>(true, null), Read<ChangeAction>("""{ "actionId": "a", "owner": null }""").Owner);
        Assert.Equal(new Change<string>(true, "Ben"), Read<ChangeAction>("""{ "actionId": "a", "owner": "Ben" }""").Owner);
        Assert.Equal(new Change<DateOnly?>(true, new(2026, 6, 26)), Read<ChangeAction>("""{ "actionId": "a", "due": "2026-06-26" }""").Due);
        Assert.Equal(new Change<int?>(true, null), Read<ChangeAction>("""{ "actionId": "a", "confidence": null }""").Confidence);
    }

    [Fact]
    public void DOOR_2_a_value_of_the_wrong_type_is_named_with_its_place()
    {
        Assert.Equal("$.confidence",
            Assert.Throws<JsonException>(() => Read<ChangeAction>("""{ "actionId": "a", "confidence": "high" }""")).Path);
        Assert.Equal("$.fromIds",
            Assert.Throws<JsonException>(() => Read<RecordDecision>("""{ "text": "We plan", "fromIds": [1] }""")).Path);
        Assert.Throws<JsonException>(() => Read<RecordDecision>("""{ "text": "We plan", "fromIds": [null] }"""));
        Assert.Throws<JsonException>(() => Read<RecordDecision>("""{ "text": "We plan", "from": [] }"""));
    }

    [Fact]
    public void DOOR_2_lists_and_ids_are_written_and_read_back()
    {
        var removed = new DelegateRemoved(new("ben"), true);
        Assert.Equal("""{"delegateId":"ben","withContributions":true}""", JsonSerializer.Serialize(removed, MethodReader.Json));
        Assert.Equal(removed, Read<DelegateRemoved>(JsonSerializer.Serialize(removed, MethodReader.Json)));
        var decision = new DecisionRecorded("d", new("w", "We plan"), ["a", "b"]);
        Assert.Equal(decision, Read<DecisionRecorded>(JsonSerializer.Serialize(decision, MethodReader.Json)));
    }

    [Fact]
    public void KEEP_2_a_zero_in_a_list_is_a_number_and_no_gap()
    {
        Assert.Equal(ValueList.Of<int>([0, 3, 0]), Read<ValueList<int>>("[0,3,0]"));
        Assert.Throws<JsonException>(() => Read<ValueList<int>>("[0,null]"));
    }

    [Fact]
    public void SEE_6_lists_with_equal_items_are_equal()
    {
        ValueList<string> one = ["a", "b"];
        Assert.Equal(one, ["a", "b"]);
        Assert.Equal(one.GetHashCode(), ValueList.Of<string>(["a", "b"]).GetHashCode());
        Assert.NotEqual(one, ["b", "a"]);
        Assert.False(one.Equals(null));
        Assert.Empty(new ValueList<string>(default));
    }
}
