namespace WorkshopHub.Web.Facilitator;

/// <summary>
/// The strings of the console: <c>ConsoleWords.resx</c> in each folder that asks for them, in <c>Shared</c> what more than one does.
/// </summary>
public sealed class ConsoleWords;
