namespace WorkshopHub.Room;

/// <summary>Where the product stands on its host. Every address in a page and in a script begins with it.</summary>
/// <param name="Value">Empty, or such as <c>/workshop</c>: a slash at the beginning and none at the end.</param>
public sealed record SitePath(string Value)
{
    public static SitePath Root { get; } = new("");

    public override string ToString() => Value;
}
