namespace WorkshopHub.Core.Sessions;

/// <summary>What the projector does, apart from what the room does.</summary>
/// <param name="Since">When the mode was set; null: it was never changed.</param>
public sealed record ScreenState(ScreenMode Mode, DateTimeOffset? Since)
{
    public static readonly ScreenState Live = new(ScreenMode.Live, null);
}

public enum ScreenMode
{
    /// <summary>Shows each change as it comes.</summary>
    Live,

    /// <summary>Stands still while phones go on.</summary>
    Held,

    /// <summary>Shows nothing but how to join.</summary>
    Blank,
}
