namespace WorkshopHub.Core.Sessions;

/// <summary>What the projector does, apart from what the room does.</summary>
/// <param name="Since">When the mode was set; null: it was never changed.</param>
public sealed record ScreenState(ScreenMode Mode, DateTimeOffset? Since)
{
    public static readonly ScreenState Live = new(ScreenMode.Live, null);

    /// <summary>The contribution that stands there alone and large, or null.</summary>
    public string? Spotlight { get; init; }

    /// <summary>The page of a full wall at which it stands, or null: pages turn by themselves.</summary>
    public int? Page { get; init; }

    /// <summary>As the next step finds it: what was shown belonged to the last one.</summary>
    internal ScreenState Moved => Spotlight is null && Page is null ? this : this with { Spotlight = null, Page = null };
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
