namespace WorkshopHub.Core.Sessions;

/// <summary>
/// How many of the sectors nod; sectors with fewer than three people are one, and that one is left out while it is under
/// three.
/// </summary>
public sealed record Spread(int Sectors, int Of);

/// <summary>How many people a sector has.</summary>
/// <param name="Sector">Null: the ones with fewer than three people, together.</param>
public sealed record SectorCount(string? Sector, int People);
