namespace WorkshopHub.Core.Sessions;

/// <summary>A light reaction: seen on the screen for a moment, without a name, and kept nowhere.</summary>
/// <param name="Symbol">One of <see cref="Reacting.Symbols"/>.</param>
public sealed record React(string Symbol) : Command;

/// <summary>Smiles and chuckles, by phone. They make no event: whoever carries commands out passes them on and forgets them.</summary>
public static class Reacting
{
    /// <summary>What can be sent, in the order in which phones offer it.</summary>
    public static IReadOnlyList<string> Symbols { get; } = ["smile", "like", "idea"];

    internal static Ruling Decide(React c) => Symbols.Contains(c.Symbol)
        ? Ruling.Nothing
        : RefusalKind.Malformed.With("symbol is smile, like or idea.");
}
