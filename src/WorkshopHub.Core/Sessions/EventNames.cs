namespace WorkshopHub.Core.Sessions;

/// <summary>
/// The names under which the journal keeps events, with their version. Names are data: they stay when a class is
/// renamed. A changed shape gets a new name and the old one stays readable for ever.
/// </summary>
public static class EventNames
{
    private static readonly Dictionary<string, Type> ByName = new(StringComparer.Ordinal)
    {
    };

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(x => x.Value, x => x.Key);

    /// <summary>All names with their types.</summary>
    public static IReadOnlyDictionary<string, Type> All => ByName;

    /// <summary>The journal's name of an event.</summary>
    public static string Of(SessionEvent e) => ByType[e.GetType()];
}
