namespace WorkshopHub.Web.OwnMethods;

/// <summary>A method that somebody is changing and has not saved: kept at every change, seen by nobody else.</summary>
public sealed class MethodDraftRow
{
    public required string OwnerId { get; set; }

    public required string MethodId { get; set; }

    /// <summary>Like a method's, only that it need not be valid yet.</summary>
    public required string Json { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
