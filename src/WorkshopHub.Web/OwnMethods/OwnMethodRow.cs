namespace WorkshopHub.Web.OwnMethods;

/// <summary>A method that a facilitator of this installation made or imported.</summary>
public sealed class OwnMethodRow
{
    public required string MethodId { get; set; }

    /// <summary>Who may change and remove it; everybody else here may use it.</summary>
    public required string OwnerId { get; set; }

    public required int Version { get; set; }

    /// <summary>The whole definition, as <c>MethodReader</c> reads it.</summary>
    public required string Json { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
