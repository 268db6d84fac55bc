using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using WorkshopHub.Room.Texts;
using WorkshopHub.Web.Doors;
using WorkshopHub.Web.Facilitator;

namespace WorkshopHub.Web.Tests.Facilitator;

/// <summary>Draws single components of the console.</summary>
public abstract class ConsoleContext : BunitContext
{
    protected ConsoleContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddTexts();
        Services.AddMudServices();
        Services.AddSingleton<RefusalWords>();
        Services.AddSingleton<TimeProvider>(Clock);
    }

    /// <summary>What forms rest by after they have worked.</summary>
    protected FakeTimeProvider Clock { get; } = new();

    protected IStringLocalizer<ConsoleWords> Words => Services.GetRequiredService<IStringLocalizer<ConsoleWords>>();

    protected static string Test(string name) => $"[data-test='{name}']";
}
