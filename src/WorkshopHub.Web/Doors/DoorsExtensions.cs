using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using WorkshopHub.Room;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

internal static class DoorsExtensions
{
    // Larger than what is read, too: beyond it SignalR ends the connection without a word.
    private const int LargestHubMessage = 256 * 1024;
    private const int LargestBody = 4 * 1024 * 1024;
    private const int MostFormFields = 64;

    /// <summary>HTTP API, hub, pages of phones and screens.</summary>
    public static void AddDoors(this IServiceCollection services)
    {
        services.AddSingleton(s => new RoomTokens(s.GetRequiredService<DataDirectory>().RoomKey));
        services.AddSingleton<CodeGuard>();
        services.AddSingleton<RecoveryGuard>();
        services.AddSingleton<DelegateDoor>();
        services.AddSingleton<Joins>();
        services.AddSingleton<HubPace>();
        services.AddSingleton<SessionLists>();
        services.AddSingleton<RefusalWords>();
        services.AddSingleton<PhonePages>();
        services.AddSingleton<ScreenRegister>();
        services.AddSingleton<Instance>();
        services.AddSingleton<RoomConnections>();
        services.AddSingleton<HubLifetimeManager<RoomHub>>(s => s.GetRequiredService<RoomConnections>());
        services.AddSingleton<RoomDrawing>();
        services.AddSingleton<IViewDrawing>(s => s.GetRequiredService<RoomDrawing>());
        services.AddRoom();
        services.AddAuthentication(o => o.DefaultAuthenticateScheme = SignInWhereItMatters.Name)
            .AddScheme<AuthenticationSchemeOptions, SignInWhereItMatters>(SignInWhereItMatters.Name, null)
            .AddScheme<AuthenticationSchemeOptions, BearerScheme>(BearerScheme.Name, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(BearerScheme.Name, x => x.AddAuthenticationSchemes(BearerScheme.Name).RequireAuthenticatedUser());
        // Letters as they are: escaped one by one, an Arabic page is four times as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<IAssets, Assets>();
        services.Configure<FormOptions>(o =>
        {
            o.ValueLengthLimit = StrictJson.MostKilobytes * 1024;
            o.ValueCountLimit = MostFormFields;
        });
        // Larger than what is read, so that a refusal reaches the sender before the connection ends.
        services.Configure<KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = LargestBody);
        // A phone's document is the only thing that is not compressed beforehand. Never over TLS: the page holds a secret of
        // the delegate's, and the length of compressed text gives secrets away.
        services.AddResponseCompression(o => o.MimeTypes = ["text/html"]);
        // The framework would name the host of the request, which is whatever a proxy asked for.
        services.AddOpenApi("v1", o => o.AddDocumentTransformer((document, context, _) =>
        {
            var site = context.ApplicationServices.GetRequiredService<SitePath>().Value;
            document.Servers = site.Length > 0 ? [new() { Url = site }] : null;
            return Task.CompletedTask;
        }));
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase));
        });
        services.AddSingleton<Faults>();
        services.AddSingleton<HubFaults>();
        // Each of these writes a stack for what anybody can send; we say it in a line, or as a refusal.
        services.AddLogging(l =>
            l.AddFilter(HubFaults.Dispatcher, LogLevel.None).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None));
        services.AddSignalR(Hub).AddJsonProtocol(o =>
        {
            o.PayloadSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            o.PayloadSerializerOptions.Encoder = StrictJson.Options.Encoder;
        });
    }

    public static void MapDoors(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapMethodEndpoints();
        app.MapSessionEndpoints();
        app.MapJoinEndpoints();
        app.MapPhoneEndpoints();
        app.MapScreenEndpoints();
        app.MapHub<RoomHub>("/hub/room", o =>
        {
            o.AllowStatefulReconnects = false;
            // How long a good-bye waits for its answer: a stopping server has not the framework's five seconds for each.
            o.WebSockets.CloseTimeout = TimeSpan.FromSeconds(1);
        });
        Instance.Map(app);
    }

    private static void Hub(HubOptions options)
    {
        options.MaximumReceiveMessageSize = LargestHubMessage;
        // Short, so that a phone knows within seconds that its line is gone.
        options.KeepAliveInterval = TimeSpan.FromSeconds(5);
        options.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        options.EnableDetailedErrors = false;
        options.AddFilter<HubFaults>();
    }
}
