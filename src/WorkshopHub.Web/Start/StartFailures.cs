using WorkshopHub.Web.Data;
using WorkshopHub.Web.OwnSettings;


namespace WorkshopHub.Web.Start;

/// <summary>What is said when the program cannot start, or has to end: a sentence, never a stack.</summary>
internal static class StartFailures
{
    public static string Say(Exception e) => e switch
    {
        CannotStartException => $"WorkshopHub cannot start. {e.Message}",
        _ when StorageFailures.CauseOf(e) is { } cause => $"WorkshopHub cannot start. {StorageSentences.Say(cause, "the data folder")}",
        InvalidDataException or FormatException => $"WorkshopHub cannot start. A setting cannot be read: {Lines(e)}",
        _ => $"WorkshopHub has ended because of something that should not happen: {e.GetType().Name}, {Lines(e)} "
            + "Start it with Logging__LogLevel__Default=Debug for the details that whoever mends it needs.",
    };

    /// <summary>For whoever mends the program; null where nobody has asked for it.</summary>
    public static string? Details(Exception e) =>
        Enum.TryParse<LogLevel>(Environment.GetEnvironmentVariable("Logging__LogLevel__Default"), ignoreCase: true, out var level)
            && level <= LogLevel.Debug ? e.ToString() : null;

    private static string Lines(Exception e)
    {
        var inner = e.GetBaseException();
        var said = inner == e ? e.Message : $"{e.Message} {inner.Message}";
        return said.ReplaceLineEndings(" ");
    }
}
