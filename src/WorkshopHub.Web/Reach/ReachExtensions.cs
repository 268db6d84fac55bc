using Microsoft.AspNetCore.HttpOverrides;
using WorkshopHub.Room;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Reach;

internal static class ReachExtensions
{
    /// <summary>Who asks, and at which address the product is known.</summary>
    public static void AddReach(this IServiceCollection services)
    {
        services.AddSingleton(s => KnownProxies.From(s.GetRequiredService<HubSettings>(), s.GetRequiredService<IConfiguration>()));
        services.AddSingleton(s => new SitePath(s.GetRequiredService<HubSettings>().PublicUrl?.Path ?? ""));
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<OwnOrigins>();
        services.AddTransient<IStartupFilter, ReachFilter>();
        // The framework's own way believes everybody, and would come after ours.
        services.PostConfigure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.None);
    }
}
