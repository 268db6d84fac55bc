using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace WorkshopHub.Core.Tests;

/// <summary>
/// Which room of the core knows which: each knows those to its left and none to its right, so that none can be
/// understood only together with all the others.
/// </summary>
public sealed class ArchitectureTests
{
    private const string Root = "WorkshopHub.Core";

    // Ground: texts, languages, refusals. What stands beside each other knows neither of the two.
    private static readonly string[][] Order = [["Ground"], ["Methods"], ["Sessions"], ["Summaries", "Playing"], ["Layouts"], ["Views"]];

    private static readonly Architecture Core = new ArchLoader().LoadAssemblies(typeof(Refusal).Assembly).Build();

    [Fact]
    public void Every_room_knows_only_those_to_its_left()
    {
        var wrong = Arrows().Where(a => Place(a.From) <= Place(a.To)).Select(a => $"{a.From} → {a.To}: {a.Who} uses {a.What}").Distinct()
            .Order();
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_room_has_its_place_in_the_order() => Assert.Equal(
        Order.SelectMany(p => p).Order(),
        Core.Types.Where(IsOurs).Select(RoomOf).Distinct().Order());

    // A test that finds no arrow at all would be green as well.
    [Fact]
    public void The_arrows_are_seen() => Assert.Contains(Arrows(), a => (a.From, a.To) == ("Views", "Sessions"));

    private static IEnumerable<(string From, string To, string Who, string What)> Arrows() =>
        from type in Core.Types.Where(IsOurs)
        from used in type.GetTypeDependencies(Core).Where(IsOurs)
        where RoomOf(type) != RoomOf(used)
        select (RoomOf(type), RoomOf(used), type.FullName, used.FullName);

    private static bool IsOurs(IType type) => type.FullName.StartsWith($"{Root}.", StringComparison.Ordinal);

    // Folders inside a room are the room's own matter.
    private static string RoomOf(IType type) => type.Namespace.FullName.Split('.') is { Length: > 2 } parts ? parts[2] : "Ground";

    private static int Place(string room) => Array.FindIndex(Order, p => p.Contains(room));
}
