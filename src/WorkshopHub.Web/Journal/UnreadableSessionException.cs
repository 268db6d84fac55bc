using System.Text.Json;
using WorkshopHub.Core;

namespace WorkshopHub.Web.Journal;

/// <summary>
/// A session whose journal this version cannot read. It stays shut, nothing is written to it, and all others go on.
/// The message has ids, names of events and places in their JSON, and nothing that people wrote.
/// </summary>
public sealed class UnreadableSessionException : Exception
{
    private UnreadableSessionException(RefusalKind kind, string message, Exception? inner = null)
        : base(message, inner) => Refusal = kind;

    /// <summary>What every door says.</summary>
    public Refusal Refusal { get; }

    /// <summary>A newer version has written something that this one has no name for.</summary>
    public static UnreadableSessionException Newer(long version, string name) =>
        new(RefusalKind.NewerVersion, $"A newer version of WorkshopHub has written its event {version}, “{name}”.");

    /// <summary>What stands there is not what it should be.</summary>
    public static UnreadableSessionException Damaged(long version, string name, Exception why) =>
        new(RefusalKind.SessionUnreadable, $"Its event {version}, “{name}”, cannot be read{At(why)}.", why);

    private static string At(Exception why) => why.InnerException is JsonException { Path: { } path } ? $" at {path}" : "";
}
