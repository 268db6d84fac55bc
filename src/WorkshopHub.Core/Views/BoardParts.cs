using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Views;

/// <summary>A text lane that hangs under no other one, with those below it as columns.</summary>
public sealed record BoardTable(ValueList<BoardColumn> Columns, ValueList<BoardRow> Rows);

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
public sealed record BoardAnswers(string LaneId, string Title, int Sign, string? Team, ValueList<string> Values, Distribution Told);

/// <summary>One to choose among.</summary>
public sealed record BoardChoice(string Id, string? Text);

/// <param name="Id">Of the contribution that the row is about.</param>
public sealed record BoardRow(string Id, ValueList<BoardCell> Cells);

public sealed record BoardCell(Lane Lane, ValueList<BoardGroup> Groups);

/// <summary>Entries that answer the same one.</summary>
/// <param name="Under">What they answer, where it is not plain from the row.</param>
public sealed record BoardGroup(string? Under, ValueList<BoardEntry> Entries)
{
    public Places? Places { get; init; }
}
