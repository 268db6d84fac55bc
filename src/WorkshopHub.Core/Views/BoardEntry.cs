using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Views;

/// <summary>A contribution with all that the console shows of it and can do about it now; equal ones are not drawn again.</summary>
public sealed record BoardEntry
{
    public required string Id { get; init; }

    public required string LaneId { get; init; }

    /// <summary>Its place among those beside it: 1, 2, 3, …</summary>
    public required int Number { get; init; }

    /// <summary>1 for the first lane of the activity, …</summary>
    public required int Sign { get; init; }

    /// <summary>Null: erased.</summary>
    public required string? Text { get; init; }

    /// <summary>The author's name, for those who may know it.</summary>
    public required string? Author { get; init; }

    public required int Nods { get; init; }

    public required Spread? Spread { get; init; }

    /// <summary>In the newest vote; null: none is told.</summary>
    public required int? Dots { get; init; }

    public required bool Picked { get; init; }

    public required bool Hidden { get; init; }

    public required string? HiddenBecause { get; init; }

    public required bool Withdrawn { get; init; }

    public required bool Late { get; init; }

    public required bool Edited { get; init; }

    public required bool Noted { get; init; }

    public required bool Quotation { get; init; }

    public required string? SpokenFor { get; init; }

    /// <summary>Who else sees it now; anything but all is covered.</summary>
    public required Visibility Cover { get; init; }

    /// <summary>The author's team, where the lane does not say it.</summary>
    public required string? Team { get; init; }

    /// <summary>The title of the theme that it is in, or null.</summary>
    public required string? Theme { get; init; }

    /// <summary>The words of those that were joined into it.</summary>
    public required ValueList<string> Variants { get; init; }

    /// <summary>The activity that it was carried over from.</summary>
    public required string? CarriedFrom { get; init; }

    /// <summary>The scales and choices under it, once somebody could answer.</summary>
    public required ValueList<BoardAnswers> Answers { get; init; }

    /// <summary>One's own note on it.</summary>
    public required string? Note { get; init; }

    /// <summary>What others have noted on it.</summary>
    public required ValueList<Note> OthersNotes { get; init; }

    /// <summary>Stands on the screen alone.</summary>
    public required bool IsShown { get; init; }

    /// <summary>The move that picks it, changes the pick to it or takes the pick back; null: not now.</summary>
    public required Pick? Pick { get; init; }

    /// <summary>All places are taken: those of which one has to give way; empty otherwise.</summary>
    public required ValueList<BoardChoice> Instead { get; init; }

    public required bool CanEdit { get; init; }

    public required bool CanWithdraw { get; init; }

    public required bool CanHide { get; init; }

    public required bool CanErase { get; init; }

    public required bool CanTakeIn { get; init; }

    public required bool CanNote { get; init; }

    public required bool CanBecomeAction { get; init; }

    public required bool CanPark { get; init; }

    public required bool CanTick { get; init; }

    /// <summary>Can stand on the screen alone.</summary>
    public required bool CanShow { get; init; }
}
