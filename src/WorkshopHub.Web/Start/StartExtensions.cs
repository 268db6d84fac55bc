using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Live;

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

    /// <summary>The data folder with its keys, the address to listen on, the banner.</summary>
    public static DataDirectory AddStart(this WebApplicationBuilder builder)
    {
        var publicUrl = builder.Configuration["WorkshopHub:PublicUrl"];
        if (!string.IsNullOrWhiteSpace(publicUrl) && !Addresses.IsPublicUrl(publicUrl))
        {
            throw new CannotStartException($"WorkshopHub__PublicUrl is “{publicUrl}”. It must be a whole address without a path, such as https://hub.example.");
        }

        var data = DataDirectory.Open(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(data);
        builder.Services.TryAddSingleton(TimeProvider.System);
        // Kept, or every cookie would die with a restart. The name belongs to the keys: it must not follow the folder.
        builder.Services.AddDataProtection().SetApplicationName("WorkshopHub").PersistKeysToFileSystem(new(data.Keys));
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddSingleton(Console.Out);
        builder.Services.AddSingleton<Banner>();

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
        app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<Banner>().Print(setUpToken));
        try
        {
            await app.RunAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new CannotStartException($"{e.Message} Stop the other program, or choose another port, such as ASPNETCORE_URLS=http://0.0.0.0:5081.", e);
        }
    }
}
