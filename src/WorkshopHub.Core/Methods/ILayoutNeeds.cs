namespace WorkshopHub.Core.Methods;

/// <summary>
/// What the rules for methods ask of layouts. It is handed in: layouts are made of methods and sessions, so neither of
/// these knows them.
/// </summary>
public interface ILayoutNeeds
{
    /// <summary>The names that a method can use, for whoever used another one.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>What an activity lacks to have anything to show in its layout, in words; null: there is no such layout.</summary>
    IEnumerable<string>? Of(MethodActivity activity);
}

/// <summary>No layout at all: every activity names one that is not there.</summary>
internal sealed class NoLayouts : ILayoutNeeds
{
    internal static NoLayouts Known { get; } = new();

    public IReadOnlyList<string> Names => [];

    public IEnumerable<string>? Of(MethodActivity activity) => null;
}
