using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts.Ladder;

/// <summary>Levels on one side, what was said about them on the other; they are its children.</summary>
public sealed record LadderModel(bool Beside) : ViewModel;

/// <summary>Where the room is and where it wants to be, from the highest level down.</summary>
/// <param name="Now">The first scale's name.</param>
/// <param name="Wanted">The second scale's name, or null: there is one only.</param>
/// <param name="NowTold">Whether the first one's numbers are told; else only how many have answered.</param>
public sealed record RungsModel(
    string Now,
    string? Wanted,
    ValueList<Rung> Rungs,
    bool NowTold,
    bool WantedTold,
    int NowAnswered,
    int WantedAnswered,
    int Of,
    string? NowMiddle,
    string? WantedMiddle) : ViewModel;

public sealed record Rung(string Level, int Now, int Wanted);

/// <summary>What stands beside the ladder; its lanes are its children.</summary>
public sealed record BesideModel : ViewModel;

/// <summary>A ladder of named levels: how many say that we are there, how many that we want to be; and what is said about it.</summary>
public sealed class LadderLayout : Layout
{
    public override string Name => "ladder";

    public override InLanguages Title { get; } = MethodEdits.Words("Ladder");

    public override InLanguages Hint { get; } =
        MethodEdits.Words("Two scales with the same levels, where we are and where we want to be, and lanes beside them.");

    public override IEnumerable<string> Needs(MethodActivity activity)
    {
        var scales = (activity.Lanes ?? []).Where(l => l is { Parent: null, Kind: LaneKind.Scale }).Take(2).ToList();
        return scales.Count == 2 && Equals(scales[0].Values, scales[1].Values)
            ? []
            : ["it needs two scale lanes with the same values: where we are, and where we want to be."];
    }

    public override Node Screen(SessionState state, Activity activity)
    {
        var scales = Scales(activity);
        var beside = Beside(activity).Select(l => Wall.Alone(state, activity, l)).ToValueList();
        return new(
            "ladder",
            new LadderModel(scales.Count > 0 && beside.Count > 0),
            [
                .. scales.Count == 0 ? ValueList.Of<Node>([]) : [new Node("rungs", Rungs(state, activity, scales))],
                .. beside.Count == 0 ? ValueList.Of<Node>([]) : [new Node("beside", new BesideModel(), beside)],
            ]);
    }

    public override IEnumerable<Block> Summary(SessionState state, Activity activity, SummaryWords words)
    {
        var blocks = new LaneBlocks(state, activity, words);
        return blocks.Headed(blocks.Lanes([.. Scales(activity), .. Beside(activity)]));
    }

    // Two scales stand on one ladder only where their levels are the same.
    private static List<Lane> Scales(Activity activity)
    {
        var scales = activity.AnswerLanes(null).Where(l => l.Kind == LaneKind.Scale).ToList();
        return [.. scales.Take(1), .. scales.Skip(1).Where(l => l.Values.Equals(scales[0].Values)).Take(1)];
    }

    private static IEnumerable<Lane> Beside(Activity activity) =>
        activity.Lanes.Where(l => l.ParentLaneId is null).Except(Scales(activity));

    private static RungsModel Rungs(SessionState state, Activity activity, List<Lane> scales)
    {
        var values = scales[0].Values;
        var now = Distribution.Of(state, activity, scales[0]);
        var wanted = scales.Count > 1 ? Distribution.Of(state, activity, scales[1]) : null;
        return new(
            scales[0].Title,
            scales.Count > 1 ? scales[1].Title : null,
            values.Select((v, i) => new Rung(v, now.Counts?[i] ?? 0, wanted?.Counts?[i] ?? 0)).Reverse().ToValueList(),
            now.Counts is not null,
            wanted?.Counts is not null,
            now.Answered,
            wanted?.Answered ?? 0,
            state.Present.Count(),
            now.Median is { } n ? values[n] : null,
            wanted?.Median is { } w ? values[w] : null);
    }
}
