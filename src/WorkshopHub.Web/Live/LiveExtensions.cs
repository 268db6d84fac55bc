namespace WorkshopHub.Web.Live;

internal static class LiveExtensions
{
    /// <summary>Sessions in memory, and the relays that carry their changes to phones and screens.</summary>
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<InProcessHost>();
        services.AddSingleton<ISessionHost>(s => s.GetRequiredService<InProcessHost>());
        services.AddHostedService(s => s.GetRequiredService<InProcessHost>());
        services.AddSingleton<IPresence, InMemoryPresence>();
        services.AddSingleton<Relays>();
        services.AddHostedService(s => s.GetRequiredService<Relays>());
        services.AddSingleton<ITellRestart>(s => s.GetRequiredService<Relays>());
        services.AddSingleton<SessionDeletion>();
        services.AddSingleton<Drawing>();
    }
}
