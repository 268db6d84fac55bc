namespace WorkshopHub.Web.Facilitator;

/// <summary>Names the resource file beside it: the strings of the console.</summary>
public sealed class ConsoleWords;
