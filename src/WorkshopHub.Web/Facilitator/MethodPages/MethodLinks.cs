using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Facilitator.MethodPages;

/// <summary>What the pages about methods share.</summary>
internal static class MethodLinks
{
    public static string Language => SessionSettings.Default.Language;

    public static string Edit(string id) => $"console/methods/{id}/edit";

    public static string File(string id) => $"api/methods/{id}/file";

    public static string Named(Method method, string untitled) => method.Title.In(Language) is { Length: > 0 } title ? title : untitled;

    public static bool Matches(Method method, string sought) =>
        new[] { method.Title, method.Purpose }.Concat(method.Activities.Select(a => a.Title))
            .Concat(method.Activities.SelectMany(a => a.Lanes ?? []).Select(l => l.Title))
            .Any(t => t.In(Language).Contains(sought, StringComparison.CurrentCultureIgnoreCase));
}
