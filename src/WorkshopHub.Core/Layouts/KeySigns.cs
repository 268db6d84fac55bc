using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>The signs that the key at the foot of the screen explains where one of them stands.</summary>
[Flags]
public enum KeySigns
{
    None = 0,

    /// <summary>The marker of what the room has picked.</summary>
    Picked = 1,

    /// <summary>Bars that say over how many sectors nods spread.</summary>
    Spread = 2,

    /// <summary>The mark of what a facilitator or scribe wrote down.</summary>
    Noted = 4,

    /// <summary>Bars that say how sure the owner of an action is.</summary>
    Confidence = 8,
}

internal static class SpreadSign
{
    /// <summary>Bars stand there where any sector nods.</summary>
    internal static KeySigns Sign(this Spread? spread) => spread is { Sectors: > 0 } ? KeySigns.Spread : KeySigns.None;
}
