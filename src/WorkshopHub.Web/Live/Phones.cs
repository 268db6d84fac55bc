using System.Collections.Immutable;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>What phones and screens report of themselves; true now, not journaled.</summary>
/// <param name="Connected">Whose phones are connected.</param>
/// <param name="Typing">How many people are typing.</param>
/// <param name="Waiting">Words that wait on phones.</param>
public sealed record Phones(ImmutableHashSet<DelegateId> Connected, int Typing, int Waiting)
{
    public static readonly Phones None = new([], 0, 0);

    /// <summary>What screens report, the fullest first; previews are none.</summary>
    public ValueList<ScreenSeen> Screens { get; init; } = [];

    /// <summary>Together with those of another process. Who has phones at both is connected once.</summary>
    public Phones With(Phones other) => new(Connected.Union(other.Connected), Typing + other.Typing, Waiting + other.Waiting)
    {
        Screens = InOrder(Screens.Concat(other.Screens)),
    };

    public bool Equals(Phones? other) =>
        other is not null && Typing == other.Typing && Waiting == other.Waiting && Screens.Equals(other.Screens)
        && Connected.SetEquals(other.Connected);

    public override int GetHashCode() => HashCode.Combine(Connected.Count, Typing, Waiting);

    internal static ValueList<ScreenSeen> InOrder(IEnumerable<ScreenSeen> screens) =>
        screens.OrderByDescending(s => s.Pages).ThenBy(s => s.Page).ToValueList();
}
