namespace WorkshopHub.Web.Facilitator.MethodPages;

/// <summary>Names the resource file beside it: the strings of the pages about methods.</summary>
public sealed class MethodWords;
