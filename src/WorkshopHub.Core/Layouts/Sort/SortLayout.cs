using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts.Sort;

/// <summary>The bins, then what stands beside them; they are its children.</summary>
/// <param name="Firm">Picked against the rest: one above the other. Else bins stand side by side.</param>
/// <param name="Counted">The value that cards count ("21 of 24"); empty: each the one of its bin; null: nothing is counted.</param>
public sealed record SortModel(bool Firm, int Across, string? Counted = null) : ViewModel;

/// <summary>A bin; its head and its wall are its children.</summary>
public sealed record BinModel(int Sign, BinKind Kind) : ViewModel;

public enum BinKind
{
    /// <summary>What the room has picked, with a place for each that it may.</summary>
    Picked,

    /// <summary>What was not picked.</summary>
    Rest,

    /// <summary>What most gave one value.</summary>
    Value,

    /// <summary>Even or not marked yet.</summary>
    Open,
}

/// <param name="Title">Null: what is still open.</param>
/// <param name="Places">How many can be picked, or null.</param>
/// <param name="Share">So many percent, where the budget is a share.</param>
/// <param name="Of">Of how many cards.</param>
public sealed record BinHeadModel(string? Title, int Sign, BinKind Kind, int Count, int? Places, int? Share, int Of) : ViewModel;

/// <summary>A card in a bin.</summary>
/// <param name="Count">How many gave it the value that its bin stands for; null: nothing is told.</param>
/// <param name="Even">Between which values it stands even; empty: it is not marked yet, or it stands in a bin of its own.</param>
public sealed record CardModel(EntryTextModel Said, BinKind Kind, int? Count, int Answered, ValueList<string> Even) : ViewModel
{
    // Where everything in a bin is picked, nothing is marked.
    public override KeySigns Signs() => Said.Signs() & ~KeySigns.Picked;
}

/// <summary>For the key: under what people put a card that says "21 of 24".</summary>
/// <param name="Value">Empty: where it stands.</param>
public sealed record CountedModel(string Value) : ViewModel;

/// <summary>
/// Sorts what was said: by what the room picks within a budget ("firm" and "flexible"), or by the value that most gave it.
/// </summary>
public sealed class SortLayout : Layout
{
    public override string Name => "sort";

    public override InLanguages Title { get; } = MethodEdits.Words("Sort");

    public override InLanguages Hint { get; } =
        MethodEdits.Words("The first lane is sorted by a choice lane under it, or by what the room picks.");

    public override bool ShowsItsPicks => true;

    public override IEnumerable<string> Needs(MethodActivity activity)
    {
        var first = activity.Lanes?.FirstOrDefault(l => l is { Parent: null, Kind: LaneKind.Text });
        if (first is null) return ["it needs a text lane that stands alone."];
        var marked = activity.Lanes!.Any(l => l.Parent == first.Id && l.Kind != LaneKind.Text);
        var picked = activity.Steps.Any(s => s.PickBudget is not null && s.Picks?.Contains(first.Id) == true);
        return marked || picked ? [] : [$"lane “{first.Id}” needs a choice lane under it, or a step that picks with a budget."];
    }

    public override Node Screen(SessionState state, Activity activity)
    {
        var bins = Bins.Of(state, activity);
        var sorted = bins.Select(b => Bin(state, activity, b)).ToList();
        var lanes = (bins.Count > 0 ? Beside(activity) : activity.Lanes.Where(l => l.ParentLaneId is null))
            .Select(l => Wall.Alone(state, activity, l)).ToList();
        var firm = bins.Any(b => b.Kind == BinKind.Picked);
        var counted = !bins.Any(b => b.Cards.Any(c => c.Count is not null)) ? null : firm ? Bins.CountedTitle(activity) : "";
        return new(
            "sort",
            new SortModel(firm, firm ? Math.Max(lanes.Count, 1) : Columns.ColumnsLayout.Across(sorted.Count + lanes.Count), counted),
            [.. sorted, .. lanes]);
    }

    public override IEnumerable<Node> Legend(Node stage) =>
        stage.Model is SortModel { Counted: { } counted } ? [new("key-counted", new CountedModel(counted))] : [];

    public override IEnumerable<Block> Summary(SessionState state, Activity activity, SummaryWords words)
    {
        var blocks = new LaneBlocks(state, activity, words);
        var bins = Bins.Of(state, activity);
        if (bins.Count == 0) return blocks.All();
        var lane = Bins.Sorted(activity)!;
        return blocks.Headed(
        [
            .. bins.Where(b => b.Cards.Count > 0).SelectMany(b => Block(state, b, words)),
            .. blocks.Deeper(lane, Sight.In(state, activity, lane.LaneId).ToList()),
            .. blocks.Lanes(Beside(activity)),
        ]);
    }

    private static IEnumerable<Lane> Beside(Activity activity) =>
        activity.Lanes.Where(l => l.ParentLaneId is null && l != Bins.Sorted(activity));

    private static IEnumerable<Block> Block(SessionState state, Bin bin, SummaryWords words)
    {
        yield return new Block.Heading(3, bin.Title ?? words.StillOpen);
        yield return new Block.Points(Numbered: false, bin.Cards.Select(c =>
        {
            var open = bin.Kind != BinKind.Open ? null
                : c.Even.Count == 0 ? words.NotMarked
                : words.Fill(words.Even, string.Join(", ", c.Even));
            return SummaryEntries.Marked(state, c.Contribution, words, open);
        }).ToValueList());
    }

    private static Node Bin(SessionState state, Activity activity, Bin bin)
    {
        var lane = Bins.Sorted(activity)!;
        var cards = bin.Cards.Select((c, i) => new Node(
            c.Contribution.Id,
            new CardModel(
                Wall.Said(state, activity, lane, c.Contribution, i + 1) with { Picked = false },
                bin.Kind,
                c.Count,
                c.Answered,
                c.Even))).ToValueList();
        return new($"bin-{bin.Id}", new BinModel(bin.Sign, bin.Kind),
        [
            new($"head-{bin.Id}", new BinHeadModel(bin.Title, bin.Sign, bin.Kind, bin.Cards.Count, bin.Places, bin.Share, bin.Of)),
            new($"wall-{bin.Id}", new WallModel(), cards),
        ]);
    }
}
