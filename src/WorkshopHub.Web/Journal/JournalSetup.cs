using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Journal;

public static class JournalSetup
{
    /// <summary>The journal: <see cref="JournalWriter"/>, <see cref="JournalReader"/>, <see cref="JournalDeletion"/>.</summary>
    public static IServiceCollection AddJournal(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton(_ => new EventCodec(EventNames.All));
        services.AddSingleton<JournalMetrics>();
        services.AddSingleton<JournalReader>();
        services.AddSingleton<IProjection, SessionList>();
        services.AddSingleton<IProjection, KeptSecrets>();
        services.AddSingleton(provider => new JournalDeletion(
            provider.GetRequiredService<IDbContextFactory<HubDb>>(),
            provider.GetRequiredService<IDatabase>(),
            provider.GetServices<IProjection>()));
        services.AddSingleton(provider => new JournalWriter(
            provider.GetRequiredService<IDbContextFactory<HubDb>>(),
            provider.GetRequiredService<IDatabase>(),
            provider.GetRequiredService<EventCodec>(),
            provider.GetServices<IProjection>(),
            provider.GetRequiredService<JournalMetrics>(),
            provider.GetRequiredService<StorageHealth>(),
            provider.GetRequiredService<ILogger<JournalWriter>>()));
        return services.AddHostedService(provider => provider.GetRequiredService<JournalWriter>());
    }
}
