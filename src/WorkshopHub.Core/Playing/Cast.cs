using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Playing;

/// <summary>Who is in a room that is played, and what they have made so far.</summary>
public sealed class Cast
{
    private readonly List<Sender.Delegate> delegates = [];
    private readonly Dictionary<string, string> made = new(StringComparer.Ordinal);

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<Sender.Delegate> Delegates => delegates;

    /// <summary>The id of what was made under a name; null: nothing was, or it was refused.</summary>
    public string? IdOf(string name) => made.GetValueOrDefault(name);

    internal Sender Of(Part part, Sender facilitator) => part switch
    {
        Part.Facilitator => facilitator,
        Part.Delegate d => delegates[d.Number - 1],
        _ => new Sender.Newcomer(),
    };

    internal void Note(ScriptMove move, string id)
    {
        if (move.By is Part.Newcomer) delegates.Add(new(new(id)));
        if (move.As is { } name) made[name] = id;
    }
}
