using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkshopHub.Room.Texts;

namespace WorkshopHub.Room;

public static class RoomServices
{
    /// <summary>What the components need, except <see cref="IAssets"/>, which the host knows.</summary>
    public static IServiceCollection AddRoom(this IServiceCollection services)
    {
        services.TryAddSingleton(SitePath.Root);
        return services.AddTexts();
    }
}
