using System.Security.Cryptography;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>
/// Chance: ids that nothing else has and that say nothing: 16 signs, about 78 bits, begun with a letter so that they serve as ids
/// in a page.
/// </summary>
internal static class NewIds
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz";
    private const string Signs = "abcdefghijkmnpqrstuvwxyz23456789";

    internal static string Next() => RandomNumberGenerator.GetString(Letters, 1) + RandomNumberGenerator.GetString(Signs, 15);

    /// <summary>What a command needs beside the state: the moment, an id, and chance for secrets.</summary>
    internal static Occasion Occasion(DateTimeOffset at, SessionLimits limits) =>
        new(at, Next()) { Limits = limits, Layouts = LayoutCatalogue.Needs, Chance = RandomNumberGenerator.GetBytes(32) };

    /// <summary>Six digits, never beginning with 0: people drop it when they type.</summary>
    internal static string NextCode() => RandomNumberGenerator.GetString("123456789", 1) + RandomNumberGenerator.GetString("0123456789", 5);
}
