using System.Globalization;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.OwnSettings;

/// <summary>How much of the doors one session, one delegate or one screen's link may use at a time.</summary>
/// <param name="Screens">Links of screens of one session.</param>
/// <param name="ConnectionsOfOne">Live connections of one delegate, or of one screen's link.</param>
/// <param name="JoinsAtOnce">People who join one session in one moment.</param>
/// <param name="JoinsPerSecond">How many join after that.</param>
public sealed record DoorLimits(int Screens = 50, int ConnectionsOfOne = 20, int JoinsAtOnce = 1_200, int JoinsPerSecond = 30);

/// <summary>The section <c>WorkshopHub__Limits__…</c>. What is left out stands at its default.</summary>
internal static class LimitSettings
{
    private const int Most = 1_000_000;

    /// <exception cref="CannotStartException">One of them is no number in its range, or is none that there is.</exception>
    public static (SessionLimits Session, DoorLimits Door) Read(IConfigurationSection section)
    {
        var (session, door) = (SessionLimits.Default, new DoorLimits());
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        session = new(
            Number(nameof(session.People), session.People),
            Number(nameof(session.Contributions), session.Contributions),
            Number(nameof(session.ContributionsOfOne), session.ContributionsOfOne),
            Number(nameof(session.ChangesOfOne), session.ChangesOfOne));
        door = new(
            Number(nameof(door.Screens), door.Screens),
            Number(nameof(door.ConnectionsOfOne), door.ConnectionsOfOne),
            Number(nameof(door.JoinsAtOnce), door.JoinsAtOnce),
            Number(nameof(door.JoinsPerSecond), door.JoinsPerSecond));
        // A limit with a slip of the pen in its name would limit nothing, and nobody would know.
        if (section.GetChildren().FirstOrDefault(c => !known.Contains(c.Key)) is { } unknown)
        {
            throw new CannotStartException($"{Name(unknown.Key)} is no setting. There are: {string.Join(", ", known.Select(Name))}.");
        }

        return (session, door);

        int Number(string key, int otherwise)
        {
            known.Add(key);
            var given = section[key];
            if (string.IsNullOrWhiteSpace(given)) return otherwise;
            return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most
                ? number
                : throw CannotStartException.Setting(
                    $"Limits:{key}", given, $"It must be a whole number from 1 to {Most}; without it, it is {otherwise}.");
        }
    }

    private static string Name(string key) => CannotStartException.Name($"Limits:{key}");
}
