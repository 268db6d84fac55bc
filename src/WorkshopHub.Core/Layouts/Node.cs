namespace WorkshopHub.Core.Layouts;

/// <summary>
/// A piece of a view. A view is a tree of these: each has a key that stays while it means the same thing, and a model
/// that says all that is drawn of it, children apart. What differs between two views is found by comparing these.
/// </summary>
/// <param name="Key">
/// Unique in its view; the id of the element that draws it. The element that holds the children is named
/// <see cref="Inner"/>.
/// </param>
public sealed record Node(string Key, ViewModel Model, ValueList<Node> Children)
{
    public Node(string key, ViewModel model)
        : this(key, model, [])
    {
    }

    /// <summary>The id of the element that holds this node's children.</summary>
    public string Inner => $"{Key}-in";
}

/// <summary>What is drawn of one node. A record, so that equal content compares as equal.</summary>
public abstract record ViewModel
{
    /// <summary>The signs on it that the screen's key explains, its children's apart.</summary>
    public virtual KeySigns Signs() => KeySigns.None;
}

/// <summary>Those who see the same: what is drawn and pushed once for all of them.</summary>
/// <param name="Team">The team's id in the current activity, or null.</param>
/// <param name="Language">BCP 47.</param>
public readonly record struct Audience(Surface Surface, string? Team, string Language)
{
    /// <summary>A short form for names of groups and caches.</summary>
    public string Key => $"{(Surface == Surface.Phone ? "phone" : "screen")}:{Team}:{Language}";
}

public enum Surface
{
    Phone,
    Screen,
}
