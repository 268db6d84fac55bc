using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Room;
using WorkshopHub.Room.Phone;
using WorkshopHub.Room.Screen;
using Node = WorkshopHub.Core.Layouts.Node;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>Draws pages and pieces as the server does, and reads what came out as a browser would.</summary>
internal static class Drawn
{
    internal static readonly DelegateId Ann = new("ann");
    internal static readonly DateTimeOffset Morning = new(2026, 6, 18, 9, 0, 0, TimeSpan.Zero);

    private static readonly ServiceProvider Services = ServicesWith(typeof(Complete<>));

    /// <param name="localizer">An <see cref="IStringLocalizer{T}"/>, open.</param>
    internal static ServiceProvider ServicesWith(Type localizer) => new ServiceCollection()
        .AddLogging()
        .AddRoom()
        .AddSingleton<IAssets, PlainAssets>()
        .AddSingleton(typeof(IStringLocalizer<>), localizer)
        .BuildServiceProvider();

    internal static Task<string> PieceAsync(Node node, Surface surface) => HtmlAsync<Piece>(new()
    {
        ["Node"] = node,
        ["Surface"] = surface,
        ["Join"] = surface == Surface.Screen ? new ScreenJoin("192.168.1.20:5080", "<svg viewBox=\"0 0 9 9\"></svg>", "482916") : null,
    });

    internal static Task<string> PhoneAsync(SessionState state, string? keptText = null, string? keptLane = null) =>
        HtmlAsync<PhonePage>(new() { ["Model"] = PhoneOf(state, keptText, keptLane) });

    internal static PhoneModel PhoneOf(SessionState state, string? keptText = null, string? keptLane = null) => new(
        "482916",
        state.Title,
        state.Version,
        PhoneView.Build(state, TeamOf(state)),
        MineView.Build(state, Ann),
        "FERN-27-OAK",
        state.Stage == SessionStage.Closed,
        null,
        keptText,
        keptLane,
        null,
        () => Guid.NewGuid().ToString(),
        Morning)
    {
        Question = state.Settings.SectorQuestion,
    };

    /// <summary>Ann's team in the activity that is on, or null.</summary>
    internal static string? TeamOf(SessionState state) => state.Now is { } now ? state.TeamOf(now.ActivityId, Ann) : null;

    internal static Task<string> ScreenAsync(SessionState state) => HtmlAsync<ScreenPage>(new() { ["Model"] = ScreenOf(state) });

    internal static ScreenModel ScreenOf(SessionState state) => new(
        "token",
        state.Title,
        state.Version,
        ScreenView.Build(state),
        "192.168.1.20:5080",
        "<svg viewBox=\"0 0 9 9\"></svg>",
        "482916",
        false,
        3,
        4,
        Morning,
        "en");

    internal static Task<string> MineAsync(SessionState state) => HtmlAsync<MinePart>(new() { ["Mine"] = MineView.Build(state, Ann) });

    internal static async Task<string> HtmlAsync<T>(Dictionary<string, object?> parameters, IServiceProvider? services = null)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services ?? Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    internal static IHtmlDocument Read(string html) => new HtmlParser().ParseDocument(html);

    internal static IEnumerable<Node> All(Node node) => node.Children.SelectMany(All).Prepend(node);

    internal static List<IElement> Forms(string html) => [.. Read(html).QuerySelectorAll("form[data-command]")];

    private sealed class PlainAssets : IAssets
    {
        public string this[string path] => "/" + path;
    }

    /// <summary>Words that are missing are a fault, not their key on somebody's phone.</summary>
    private sealed class Complete<T>(IStringLocalizerFactory factory) : IStringLocalizer<T>
    {
        // Forms that a language may have besides one and other.
        private static readonly string[] Optional = ["zero", "two", "few", "many"];

        private readonly IStringLocalizer words = factory.Create(typeof(T));

        public LocalizedString this[string name] => Found(words[name]);

        public LocalizedString this[string name, params object[] arguments] => Found(words[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => words.GetAllStrings(includeParentCultures);

        private static LocalizedString Found(LocalizedString text) =>
            text.ResourceNotFound && !Optional.Contains(text.Name.Split('.')[^1])
                ? throw new KeyNotFoundException($"RoomText.resx has no '{text.Name}'.") : text;
    }
}
