using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;

namespace WorkshopHub.Room.Shared;

/// <summary>The words that the scripts need, as JSON in an attribute: scripts have none of their own.</summary>
internal static class ScriptWords
{
    private static readonly string[] OnPhones =
    [
        "net.live", "net.offline", "net.restart", "net.restarting", "net.foreign", "net.connecting", "net.since", "net.waiting.one",
            "net.waiting.other", "net.trying", "net.back.one", "net.back.other",
        "own.waiting", "own.sending", "own.saved", "composer.left.one", "composer.left.other", "composer.over.one", "composer.over.other",
            "composer.long.one", "composer.long.other",
        "composer.kept", "composer.offline", "composer.empty", "moved.title", "moved.to", "moved.kept", "moved.send", "over.closed",
            "over.removed", "over.kept",
        "copy.done", "chain.place", "chain.another", "dots.left.one", "dots.left.other", "dots.spent", "dots.over", "dots.one",
            "dots.other",
        "list.came.one", "list.came.other", "lanes.label", "scales.label", "own.not-sent", "own.not-taken", "own.unreadable", "react.sent",
            "react.offline",
    ];

    private static readonly string[] OnScreens =
    [
        "net.live", "net.held", "net.stale", "net.restart", "screen.stale", "screen.restart", "screen.foreign", "screen.more.one",
            "screen.more.other", "spine.here", "spine.done", "spine.of", "spine.of.done",
        "screen.page", "screen.loose", "screen.folded",
    ];

    private const string Other = ".other";

    internal static string Phone(IStringLocalizer text) => Json(text, OnPhones);

    internal static string Screen(IStringLocalizer text) => Json(text, OnScreens);

    private static string Json(IStringLocalizer text, string[] keys) => JsonSerializer.Serialize(
        keys.Concat(keys.Where(k => k.EndsWith(Other, StringComparison.Ordinal)).SelectMany(k => FurtherForms(text, k[..^Other.Length])))
            .ToDictionary(k => k, k => text[k].Value));

    // English has one and other; the language of the page may have more.
    private static IEnumerable<string> FurtherForms(IStringLocalizer text, string key) => Plurals.In(CultureInfo.CurrentUICulture.Name)
        .Except(["one", "other"]).Select(form => $"{key}.{form}").Where(k => !text[k].ResourceNotFound);
}
