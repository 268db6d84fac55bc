using WorkshopHub.Room.Texts;

namespace WorkshopHub.Web.Exports;

public static class ExportsFeature
{
    /// <summary>Adds <see cref="Exporters"/>. A new format is one more line here.</summary>
    public static IServiceCollection AddExports(this IServiceCollection services)
    {
        services.AddTexts();
        services.AddSingleton<IExporter, MarkdownExporter>();
        services.AddSingleton<IExporter, HtmlExporter>();
        services.AddSingleton<IExporter, DocxExporter>();
        services.AddSingleton<IExporter, CsvExporter>();
        services.AddSingleton<IExporter, JsonExporter>();
        services.AddSingleton<Exporters>();
        return services;
    }
}
