using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Playing;

/// <summary>Whose move it is. Closed.</summary>
public abstract record Part
{
    private Part()
    {
    }

    /// <summary>Whoever leads the session.</summary>
    public sealed record Facilitator : Part;

    /// <summary>Somebody who comes in: the next delegate.</summary>
    public sealed record Newcomer : Part;

    /// <param name="Number">1 for the first who came.</param>
    public sealed record Delegate(int Number) : Part;
}

/// <summary>One public command of a script.</summary>
/// <param name="By">Who sends it.</param>
/// <param name="Command">Made when its turn comes, because it may name what earlier moves have made.</param>
public sealed record ScriptMove(Part By, Func<Cast, Command> Command)
{
    /// <summary>A name for what it makes; null: nobody speaks of it later.</summary>
    public string? As { get; init; }

    /// <summary>A move of the facilitator's that needs nothing that was made before.</summary>
    public static ScriptMove Lead(Command command) => new(new Part.Facilitator(), _ => command);

    /// <summary>Somebody joins.</summary>
    public static ScriptMove Joins(string? name = null, string? sector = null) => new(new Part.Newcomer(), _ => new Join(name, sector));
}
