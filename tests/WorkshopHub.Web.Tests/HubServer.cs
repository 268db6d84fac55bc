using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Tests;

/// <summary>
/// The whole program on a real port, with a data folder of its own that goes with it. As a class fixture it has the
/// facilitator Amara; <see cref="Start"/> gives other beginnings.
/// </summary>
public sealed partial class HubServer : IDisposable
{
    public const string Email = "amara@hub.example";
    public const string Password = "a quiet harbour";

    private readonly Factory factory;
    private readonly bool keepsData;

    public HubServer()
        : this([], null, null, null, true)
    {
    }

    private HubServer(
        Dictionary<string, string?> settings, TimeProvider? time, string? dataDirectory, IInterceptor? database, bool quickPasswords)
    {
        keepsData = dataDirectory is not null;
        DataDirectory = dataDirectory ?? Directory.CreateTempSubdirectory("workshophub-").FullName;
        var all = new Dictionary<string, string?>
        {
            ["WorkshopHub:DataDirectory"] = DataDirectory,
            ["WorkshopHub:Setup:Email"] = Email,
            ["WorkshopHub:Setup:Password"] = Password,
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        };
        foreach (var (key, value) in settings) all[key] = value;
        factory = new Factory(all, time, Terminal, database, quickPasswords);
        try
        {
            factory.UseKestrel(0);
            factory.StartServer();
            // Program.cs says in a sentence why it cannot start, and ends; the factory takes that for a start.
            if (Terminal.ToString().Length == 0)
            {
                throw new InvalidOperationException("The server did not start. The reason stands in the error output.");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where it listens, with a slash at its end.</summary>
    public Uri Address => factory.ClientOptions.BaseAddress;

    public string DataDirectory { get; }

    public IServiceProvider Services => factory.Services;

    /// <summary>What the person who started the server read.</summary>
    public StringWriter Terminal { get; } = new();

    /// <param name="settings">Beside or instead of the usual ones, such as <c>WorkshopHub:PublicUrl</c>.</param>
    /// <param name="time">A <see cref="FakeTimeProvider"/>: see <see cref="Clock"/>.</param>
    /// <param name="dataDirectory">To start again on the same data; then it stays.</param>
    /// <param name="database">Stands between the program and its database.</param>
    /// <param name="quickPasswords">False: passwords take as long as in the product.</param>
    public static HubServer Start(
        Dictionary<string, string?>? settings = null,
        TimeProvider? time = null,
        string? dataDirectory = null,
        IInterceptor? database = null,
        bool quickPasswords = true) =>
        new(settings ?? [], time, dataDirectory, database, quickPasswords);

    /// <summary>Nobody is there yet.</summary>
    public static HubServer StartEmpty() => Start(new() { ["WorkshopHub:Setup:Email"] = "", ["WorkshopHub:Setup:Password"] = "" });

    /// <summary>Stands still until told. Begins now, because cookies are also judged by the client's own clock.</summary>
    public static FakeTimeProvider Clock() => new(TimeProvider.System.GetUtcNow());

    /// <summary>A browser without JavaScript: own cookies; redirects are shown, not followed.</summary>
    public HttpClient Browser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>The same at another address: all of 127.0.0.0/8 is this machine.</summary>
    public HttpClient BrowserAt(string address)
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS(), "macOS gives a machine only 127.0.0.1.");
        return new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = Address };
    }

    /// <summary>A browser with Amara signed in.</summary>
    public async Task<HttpClient> SignedInAsync()
    {
        var browser = Browser();
        using var answer = await PostFormAsync(browser, "sign-in", "sign-in", new() { ["Email"] = Email, ["Password"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>A program with a bearer token of Amara's.</summary>
    public async Task<HttpClient> ApiAsync()
    {
        var client = Browser();
        using var answer = await client.PostAsJsonAsync("api/tokens", new { email = Email, password = Password, name = "Test" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>Opens the page, fills in its form and sends it, as a browser does.</summary>
    /// <param name="handler">The form's name.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(HttpClient browser, string page, string handler,
        Dictionary<string, string> fields)
    {
        var html = await browser.GetStringAsync(page);
        Assert.Contains($"value=\"{handler}\"", html, StringComparison.Ordinal);
        return await SendFormAsync(browser, page, handler, fields, html);
    }

    /// <summary>Sends the form of a page that was loaded before.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(HttpClient browser, string page, string handler,
        Dictionary<string, string> fields, string html)
    {
        var token = AntiforgeryField().Match(html).Groups[1].Value;
        using var form =
            new FormUrlEncodedContent(
                new Dictionary<string, string>(fields)
                { ["_handler"] = handler, ["__RequestVerificationToken"] = token });
        return await browser.PostAsync(page, form);
    }

    public void Dispose()
    {
        factory.Dispose();
        if (!keepsData) TemporaryFolder.Delete(DataDirectory);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryField();

    private sealed class Factory(
        Dictionary<string, string?> settings, TimeProvider? time, TextWriter terminal, IInterceptor? database, bool quickPasswords)
        : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            foreach (var (key, value) in settings) builder.UseSetting(key, value);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton(terminal);
                // A password is judged hundreds of times here; what makes that slow is tried once, in PasswordStrengthTests.
                if (quickPasswords) services.Configure<PasswordHasherOptions>(x => x.IterationCount = 1_000);
                if (time is not null) services.AddSingleton(time);
                if (database is not null) services.ConfigureDbContext<HubDb>(options => options.AddInterceptors(database));
            });
        }
    }
}
