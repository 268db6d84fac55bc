using Microsoft.AspNetCore.HttpOverrides;
using WorkshopHub.Room;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Reach;

internal static class ReachExtensions
{
    /// <summary>Who asks, and at which address the product is known.</summary>
    /// <exception cref="CannotStartException">A setting says no proxy.</exception>
    public static void AddReach(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(KnownProxies.From(builder.Configuration));
        builder.Services.AddSingleton(new SitePath(Addresses.PathOf(builder.Configuration["WorkshopHub:PublicUrl"])));
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddSingleton<OwnOrigins>();
        builder.Services.AddTransient<IStartupFilter, ReachFilter>();
        // The framework's own way believes everybody, and would come after ours.
        builder.Services.PostConfigure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.None);
    }
}
