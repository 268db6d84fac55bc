using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

// What several layouts put on the wall. Counts stand in leaves of their own, so that one more contribution replaces a
// number and not the lane that it stands in.

/// <summary>A lane on the wall: its head and its wall are its children.</summary>
public sealed record LaneModel(int Sign) : ViewModel;

/// <param name="Prompt">What is asked; shown while nothing stands there.</param>
/// <param name="Count">How many stand in it.</param>
/// <param name="Kept">How many more are kept from the room until the reveal: nothing else is told of them.</param>
/// <param name="Left">How many stand on the phones only, because the room has boiled its list down.</param>
public sealed record LaneHeadModel(string Title, string Prompt, int Sign, int Count, int Kept, int Left = 0) : ViewModel;

/// <summary>The contributions and themes of a lane; they are its children.</summary>
public sealed record WallModel : ViewModel;

/// <summary>Like contributions, folded into one.</summary>
/// <param name="Members">How many are in it.</param>
/// <param name="Dots">Dots in the newest vote that is told, or null.</param>
/// <param name="Top">The member with the most nods, or null: it is empty yet.</param>
public sealed record WallThemeModel(
    string? Title,
    int Members,
    int Nods,
    Spread? Spread,
    int? Dots,
    bool Picked,
    string? Top,
    bool TopIsQuotation,
    string? TopSpokenFor) : ViewModel
{
    public override KeySigns Signs() => (Picked ? KeySigns.Picked : KeySigns.None) | Spread.Sign();
}

/// <summary>A contribution with what hangs under it: its text, answers counted, and lanes are its children.</summary>
public sealed record HoldModel(int Sign) : ViewModel;

/// <summary>What answers one contribution in one lane; the answers are its children.</summary>
public sealed record UnderModel(string Lane, int Sign) : ViewModel;

/// <summary>How many gave which answer to one contribution, on a line.</summary>
/// <param name="Counts">By value, in the lane's order; null: covered, and only how many have answered is told.</param>
public sealed record CountsModel(ValueList<ValueCount>? Counts, int Answered) : ViewModel;

public sealed record ValueCount(string Value, int Count);

/// <summary>A scale or a choice that stands alone.</summary>
/// <param name="Counts">By value, the highest first on a scale; null: covered.</param>
/// <param name="Of">How many are in the room.</param>
/// <param name="Median">The middle of the room, in the scale's own word.</param>
/// <param name="Sectors">The middle of each sector that is large enough to be told.</param>
public sealed record DistributionModel(
    string Title,
    int Sign,
    ValueList<ValueCount>? Counts,
    int Answered,
    int Of,
    string? Median,
    ValueList<SectorMiddle> Sectors) : ViewModel;

/// <param name="Sector">Null: the small ones, together.</param>
public sealed record SectorMiddle(string? Sector, string Value);

/// <summary>An open vote; how far it is and what can be voted for are its children.</summary>
public sealed record OpenVoteModel : ViewModel;

/// <summary>How many have put all their dots. Nothing is told of where.</summary>
public sealed record ProgressModel(int AllPlaced, int Of, int Dots) : ViewModel;

/// <summary>What can be voted for; the candidates are its children.</summary>
public sealed record BallotModel : ViewModel;

/// <param name="Members">How many contributions a theme has; 0: it is a contribution itself.</param>
public sealed record CandidateModel(string? Text, int Sign, int Members, bool Quotation, string? SpokenFor) : ViewModel;

/// <summary>A vote that is told: what got dots, in rank order, as its children.</summary>
/// <param name="Dots">All dots together.</param>
/// <param name="Voters">How many people put them.</param>
/// <param name="Without">How many got none.</param>
public sealed record RankingModel(int Dots, int Voters, int Without) : ViewModel;

/// <param name="Rank">1, 2, 2, 4, …</param>
/// <param name="Level">How many others have as many dots.</param>
/// <param name="Most">The dots of the first one.</param>
public sealed record RankModel(
    int Rank,
    string? Text,
    int Dots,
    int Level,
    int Most,
    bool Picked,
    int Members,
    bool Quotation,
    string? SpokenFor) : ViewModel
{
    public override KeySigns Signs() => Picked ? KeySigns.Picked : KeySigns.None;
}
