using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using WorkshopHub.Web.Ambient;

namespace WorkshopHub.Web.Live;

/// <summary>Draws a component to HTML outside of any request, in one language.</summary>
internal sealed class Drawing(IServiceProvider services, ILoggerFactory logs)
{
    internal async Task<string> DrawAsync<TComponent>(string language, Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        // A renderer is cheap (tens of microseconds) and not thread safe: one for each drawing, with services of its own.
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(new Nowhere(scope.ServiceProvider), logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureScope.CultureOf(language);
            var drawn = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return drawn.ToHtmlString();
        });
    }

    /// <summary>The renderer asks where a form without an action stands; a fragment stands nowhere yet.</summary>
    private sealed class Nowhere(IServiceProvider services) : IServiceProvider
    {
        private readonly Place place = new();

        public object? GetService(Type serviceType) => serviceType == typeof(NavigationManager) ? place : services.GetService(serviceType);

        private sealed class Place : NavigationManager
        {
            public Place() => Initialize("http://localhost/", "http://localhost/");
        }
    }
}
