using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>Answers a scale or a choice; a later answer takes the place of the earlier one.</summary>
/// <param name="ParentId">The contribution that is answered, where the lane hangs under a text lane.</param>
/// <param name="Value">One of the lane's values by its name, or its position from 1; null takes the answer back.</param>
public sealed record GiveAnswer(string ActivityId, string LaneId, AnswerValue? Value, string? ParentId = null) : Command;

/// <summary>A value by its name or by its position from 1.</summary>
[JsonConverter(typeof(AnswerValueJson))]
public sealed record AnswerValue(string? Name, int? Position)
{
    public static implicit operator AnswerValue(string name) => new(name, null);

    public static implicit operator AnswerValue(int position) => new(null, position);
}

/// <param name="Level">Position of the value, 0, 1, 2, …; null: taken back.</param>
public sealed record AnswerGiven(string ActivityId, string LaneId, string? ParentId, int? Level) : SessionEvent;

/// <summary>Answers on scales and choices. The room sees how many gave which, never who.</summary>
public static class Answering
{
    internal static Ruling Decide(SessionState state, Sender sender, GiveAnswer c)
    {
        if (state.Activity(c.ActivityId) is not { } activity) return RefusalKind.NoSuchActivity;
        if (activity.Lane(c.LaneId) is not { } lane) return RefusalKind.NoSuchLane;
        if (lane.Kind == LaneKind.Text) return RefusalKind.LaneTakesText;
        var me = ((Sender.Delegate)sender).Id;
        if (c.ParentId is not null && !Contributing.CanSee(state, c.ParentId, me)) return RefusalKind.NoSuchContribution;
        if (Contributing.Parent(state, activity, lane, c.ParentId) is { } badParent) return badParent;
        if (state.Now?.ActivityId != activity.ActivityId || state.CurrentStep?.Answers.Contains(lane.LaneId) != true)
        {
            return RefusalKind.AnswersClosed;
        }

        if (Teams.Refuse(state, activity, lane, me) is { } notMine) return notMine;
        if (Level(lane, activity.In(state.LanguageOf(me)).Lane(c.LaneId)!, c.Value, out var level) is { } badValue) return badValue;
        return state.AnswerOf(activity.ActivityId, lane.LaneId, c.ParentId, state.VoterOf(activity.ActivityId, me)) == level
            ? Ruling.Nothing
            : new AnswerGiven(activity.ActivityId, lane.LaneId, c.ParentId, level);
    }

    internal static SessionState Apply(SessionState state, Sender by, AnswerGiven e)
    {
        if (by is not Sender.Delegate d) return state;
        var key = new LaneKey(e.ActivityId, e.LaneId, e.ParentId);
        var answers = state.Answers.GetValueOrDefault(key) ?? ImmutableDictionary<DelegateId, int>.Empty;
        answers = e.Level is { } level ? answers.SetItem(d.Id, level) : answers.Remove(d.Id);
        return state with { Answers = answers.IsEmpty ? state.Answers.Remove(key) : state.Answers.SetItem(key, answers) };
    }

    /// <summary>What a delegate answered, as a position from 0, or null.</summary>
    /// <param name="who">As answers are kept: see <see cref="Anonymity.VoterOf"/>.</param>
    public static int? AnswerOf(this SessionState state, string activityId, string laneId, string? parentId, DelegateId who) =>
        state.Answers.TryGetValue(new(activityId, laneId, parentId), out var answers) && answers.TryGetValue(who, out var level)
            ? level
            : null;

    /// <summary>How many have answered. This is told at any time.</summary>
    public static int Answered(SessionState state, string activityId, string laneId, string? parentId = null) =>
        Counted(state, activityId, laneId, parentId).Count();

    /// <summary>How many gave each value, in the lane's order.</summary>
    public static ValueList<int> Counts(SessionState state, Activity activity, Lane lane, string? parentId = null)
    {
        var counts = new int[lane.Values.Count];
        foreach (var (_, level) in Counted(state, activity.ActivityId, lane.LaneId, parentId))
        {
            if (level < counts.Length) counts[level]++;
        }

        return counts.ToValueList();
    }

    /// <summary>
    /// The middle of the room on a scale, as a position from 0; null without an answer. Of an even number the lower of
    /// the two in the middle, because a level between two levels has no name.
    /// </summary>
    public static int? Median(ValueList<int> counts)
    {
        var half = (counts.Sum() + 1) / 2;
        if (half == 0) return null;
        for (var (i, sum) = (0, 0); i < counts.Count; i++)
        {
            sum += counts[i];
            if (sum >= half) return i;
        }

        return null;
    }

    internal static IEnumerable<(DelegateId Who, int Level)> Counted(SessionState state, string activityId, string laneId,
        string? parentId) =>
        state.Answers.TryGetValue(new(activityId, laneId, parentId), out var answers)
            ? answers.Where(a => Sight.IsCounted(state, a.Key)).Select(a => (a.Key, a.Value))
            : [];

    // By its name in the session's language, or in the one in which it was read.
    private static Refusal? Level(Lane lane, Lane asRead, AnswerValue? value, out int? level)
    {
        level = null;
        if (value is null) return null;
        var at = value.Position is { } position ? position - 1 : Named(lane) is >= 0 and var named ? named : Named(asRead);
        if (at < 0 || at >= lane.Values.Count) return RefusalKind.NoSuchValue.With(string.Join(", ", lane.Values));
        level = at;
        return null;

        int Named(Lane l) => l.Values.ToList().FindIndex(v => Writing.Clean(v) == Writing.Clean(value.Name ?? ""));
    }
}

internal sealed class AnswerValueJson : JsonConverter<AnswerValue>
{
    public override AnswerValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new(reader.GetString(), null),
            JsonTokenType.Number when reader.TryGetInt32(out var position) => new(null, position),
            _ => throw new JsonException("A value is one of the lane's names, or its position."),
        };

    public override void Write(Utf8JsonWriter writer, AnswerValue value, JsonSerializerOptions options)
    {
        if (value.Position is { } position) writer.WriteNumberValue(position);
        else writer.WriteStringValue(value.Name);
    }
}
