namespace WorkshopHub.Web.Facilitator.Shell;

/// <summary>What a page may put into the bar at the top, by <c>SectionContent</c>.</summary>
public static class ConsoleSections
{
    /// <summary>After the brand: what the page is about, such as the session's title.</summary>
    public static readonly object Where = new();

    /// <summary>At the end, before the account: state, code, undo.</summary>
    public static readonly object Moves = new();
}
