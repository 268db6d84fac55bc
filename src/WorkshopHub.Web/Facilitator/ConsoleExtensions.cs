using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using MudBlazor.Services;
using WorkshopHub.Web.Doors;
using WorkshopHub.Web.Facilitator.Cockpit;
using WorkshopHub.Web.Facilitator.Shell;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Reach;

namespace WorkshopHub.Web.Facilitator;

internal static class ConsoleExtensions
{
    public static void AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents().RegisterPersistentService<PageArrival>(RenderMode.InteractiveServer);
        services.AddScoped<PageArrival>();
        services.AddMudServices(x => x.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomStart);
        services.AddSingleton<Desks>();
        services.AddSingleton<Circuits>();
        services.AddSingleton<ITellRestart>(s => s.GetRequiredService<Circuits>());
        services.AddScoped<CircuitHandler, Circuits.Line>();
    }

    /// <summary>The console with set-up and sign-in. What stands below /console needs a sign-in, whoever wrote the page.</summary>
    public static void MapConsole(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapRazorComponents<App>()
            // The policy below says it for us.
            .AddInteractiveServerRenderMode(x => x.ContentSecurityFrameAncestorsPolicy = null);
        pages.WithMetadata(ContentPolicy.Console);
        pages.Add(x =>
        {
            if (x is RouteEndpointBuilder { RoutePattern.RawText: { } path } && IsConsole(path)) x.Metadata.Add(new AuthorizeAttribute());
        });
    }

    private static bool IsConsole(string path) =>
        path.TrimStart('/') is var p
            && (p.Equals("console", StringComparison.OrdinalIgnoreCase) || p.StartsWith("console/", StringComparison.OrdinalIgnoreCase));
}
