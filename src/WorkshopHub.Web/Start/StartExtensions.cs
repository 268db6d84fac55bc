using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Start;

internal static class StartExtensions
{
    private const string DefaultAddress = "http://0.0.0.0:5080";

    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>
    /// From source the content root is the project (dotnet run sees to it) and static files come from the build's
    /// manifest. Published it is the program's own folder, wherever it was started from.
    /// </summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var fromSource = File.Exists(Path.Combine(AppContext.BaseDirectory, "WorkshopHub.Web.staticwebassets.runtime.json"));
        var published = !fromSource && Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        return new() { Args = args, ContentRootPath = published ? AppContext.BaseDirectory : null };
    }

    /// <summary>The settings, the data folder with its keys, the address to listen on, the banner.</summary>
    public static DataDirectory AddStart(this WebApplicationBuilder builder)
    {
        SettingsCheck.LogLevels(builder.Configuration);
        SettingsCheck.Addresses(builder.Configuration);
        var settings = HubSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.SessionLimits);
        builder.Services.AddSingleton(settings.DoorLimits);

        var data = DataDirectory.Open(settings, builder.Environment);
        builder.Services.AddSingleton(data);
        builder.Services.TryAddSingleton(TimeProvider.System);
        // Kept, or every cookie would die with a restart. The name belongs to the keys: it must not follow the folder.
        builder.Services.AddDataProtection().SetApplicationName("WorkshopHub").PersistKeysToFileSystem(new(data.Keys));
        builder.Services.AddSingleton(Console.Out);
        builder.Services.AddSingleton<Banner>();
        Stopping.Add(builder.Services);

        builder.Services.AddSingleton<QuietStart>();
        builder.Services.AddSingleton<IConfigureOptions<LoggerFilterOptions>>(s => s.GetRequiredService<QuietStart>());
        builder.Services.AddSingleton<IOptionsChangeTokenSource<LoggerFilterOptions>>(s => s.GetRequiredService<QuietStart>());

        if (!builder.Environment.IsDevelopment()) builder.WebHost.UseStaticWebAssets();
        var configured = AddressSettings.Any(x => !string.IsNullOrEmpty(builder.Configuration[x]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!configured) builder.WebHost.UseUrls(DefaultAddress);
        return data;
    }

    /// <summary>Sees to the first facilitator, starts, prints the banner and stays until the end.</summary>
    public static async Task RunHubAsync(this WebApplication app)
    {
        var setUpToken = await app.Services.GetRequiredService<SetUp>().PrepareAsync();
        // Asked for now: after a failure there is nothing left to ask.
        var isUp = app.Lifetime.ApplicationStarted;
        isUp.Register(app.Services.GetRequiredService<QuietStart>().End);
        isUp.Register(() => app.Services.GetRequiredService<Banner>().Print(setUpToken));
        app.Services.GetRequiredService<Stopping>().Watch(app.Lifetime);
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop while it was still starting: that is no failure.
        }
        catch (Exception e) when (!isUp.IsCancellationRequested && ListeningSentences.Say(e) is not null)
        {
            throw new CannotStartException(ListeningSentences.Say(e)!, e);
        }
    }
}
