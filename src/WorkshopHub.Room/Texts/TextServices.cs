using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace WorkshopHub.Room.Texts;

public static class TextServices
{
    /// <summary>The tool's words, by <see cref="IStringLocalizer{T}"/>; asked for twice, they are there once.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        services.TryAddSingleton<IStringLocalizerFactory, FolderLocalizerFactory>();
        return services.AddLocalization();
    }
}
