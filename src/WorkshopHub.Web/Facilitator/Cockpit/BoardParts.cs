using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>A text lane that hangs under no other one, with those below it as columns.</summary>
public sealed record BoardTable(Seq<BoardColumn> Columns, Seq<BoardRow> Rows);

/// <param name="Sign">1 for the first lane of the activity, …</param>
public sealed record BoardColumn(Lane Lane, int Sign)
{
    /// <summary>The team that fills it, or null.</summary>
    public string? Team { get; init; }

    /// <summary>What stands above its title: the method's heading ("Today") and the team; null: nothing.</summary>
    public string? Above => (Lane.Group, Team) switch
    {
        (null, null) => null,
        ({ } group, { } team) => $"{group} · {team}",
        var (group, team) => group ?? team,
    };

    /// <summary>Where the room picks in the whole lane now, and not without end.</summary>
    public Places? Places { get; init; }
}

/// <summary>So many places for picks, and so many of them taken.</summary>
public sealed record Places(int Taken, int All);

/// <summary>A scale or a choice, as the room may see it now.</summary>
/// <param name="Team">The team that answers it, or null.</param>
public sealed record BoardAnswers(string LaneId, string Title, int Sign, string? Team, Seq<string> Values, Distribution Told);

/// <summary>One to choose among.</summary>
public sealed record BoardChoice(string Id, string? Text);

/// <param name="Id">Of the contribution that the row is about.</param>
public sealed record BoardRow(string Id, Seq<BoardCell> Cells);

public sealed record BoardCell(Lane Lane, Seq<BoardGroup> Groups);

/// <summary>Entries that answer the same one.</summary>
/// <param name="Under">What they answer, where it is not plain from the row.</param>
public sealed record BoardGroup(string? Under, Seq<BoardEntry> Entries)
{
    public Places? Places { get; init; }
}

/// <summary>A contribution with all that the console shows of it; equal ones are not drawn again.</summary>
/// <param name="Text">Null: erased.</param>
/// <param name="Variants">The words of those that were joined into it.</param>
/// <param name="CarriedFrom">The activity that it was carried over from.</param>
/// <param name="Pick">The move that picks it, changes the pick to it or takes the pick back; null: not now.</param>
public sealed record BoardEntry(
    string Id,
    string LaneId,
    int Number,
    int Sign,
    string? Text,
    string? Author,
    int Nods,
    bool Picked,
    bool Hidden,
    string? HiddenBecause,
    bool Withdrawn,
    bool Late,
    bool Edited,
    bool Noted,
    string? Note,
    Pick? Pick,
    bool CanEdit,
    bool CanWithdraw,
    bool CanHide,
    bool CanErase,
    bool CanTakeIn,
    bool CanNote,
    bool CanBecomeAction,
    bool CanPark,
    Seq<string> Variants,
    string? CarriedFrom)
{
    /// <summary>All places are taken: those of which one has to give way; empty otherwise.</summary>
    public Seq<BoardChoice> Instead { get; init; } = [];

    /// <summary>What others have noted on it; <see cref="Note"/> is one's own.</summary>
    public Seq<Note> OthersNotes { get; init; } = [];

    public Spread? Spread { get; init; }

    /// <summary>In the newest vote; null: none is told.</summary>
    public int? Dots { get; init; }

    /// <summary>Who else sees it now; anything but all is covered.</summary>
    public Visibility Cover { get; init; } = Visibility.All;

    /// <summary>The author's team, where the lane does not say it.</summary>
    public string? Team { get; init; }

    public bool Quotation { get; init; }

    public string? SpokenFor { get; init; }

    /// <summary>The title of the theme that it is in, or null.</summary>
    public string? Theme { get; init; }

    /// <summary>The scales and choices under it, once somebody could answer.</summary>
    public Seq<BoardAnswers> Answers { get; init; } = [];

    public bool CanTick { get; init; }

    /// <summary>Can stand on the screen alone.</summary>
    public bool CanShow { get; init; }

    /// <summary>Stands on the screen alone.</summary>
    public bool IsShown { get; init; }
}
