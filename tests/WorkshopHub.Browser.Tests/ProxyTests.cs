using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>What docs/running.md tells people to put into nginx and Caddy, tried with nginx and Caddy.</summary>
public sealed class ProxyTests(Chromium chromium)
{
    private static readonly Dictionary<string, string> Believes = new() { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true" };

    [Theory]
    [InlineData("nginx", "")]
    [InlineData("nginx path", "/workshop")]
    [InlineData("caddy", "")]
    [InlineData("caddy path", "/workshop")]
    public async Task RUN_10_phones_screens_and_consoles_are_live_through_each_recipe(string recipe, string path)
    {
        await using var way = await Way.OpenAsync(recipe.Split(' ')[0], Proxy.Recipe(recipe), path);
        using var api = await Api.OfAsync(way.Hub, "open-floor");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        await using var context =
            await chromium.Browser
            .NewContextAsync(new() { IgnoreHTTPSErrors = true, Locale = "en-GB", ViewportSize = new() { Width = 1440, Height = 900 } });
        var seen = new Seen(context);

        var phone = await JoinAsync(context, way, api);
        var wall = await context.OpenAsync();
        await wall.GotoAsync($"{way.Url}/screen/{await api.ScreenAsync()}");
        await wall.ConnectedAsync();
        await phone.ContributeAsync("example", "Said through the proxy");
        await wall.SeesAsync("Said through the proxy");
        await Assertions.Expect(wall.Locator("body")).ToContainTextAsync($"{Proxy.Host}:{way.Port}{path}");
        var cockpit = await context.CockpitAsync(way.Url, api);
        await cockpit.SeesAsync("Said through the proxy");
        Assert.Equal(200,
            await cockpit.EvaluateAsync<int>("async () => (await fetch(document.querySelector('[data-test=download-md]').href)).status"));
        await cockpit.Locator("a.wh-brand").ClickAsync();
        await cockpit.Locator("[data-test=reach-seen]").WaitForAsync();
        await Assertions.Expect(cockpit.Locator("[data-test=reach-seen]")).ToContainTextAsync($"https://{Proxy.Host}:{way.Port}");
        await Assertions.Expect(cockpit.Locator("[data-test=reach-wrong]")).ToBeHiddenAsync();

        foreach (var hub in (string[])["/hub/room", "/_blazor"]) Assert.Contains(seen.Sockets, s => new Uri(s).AbsolutePath == path + hub);
        Assert.Empty(seen.Failed);
        Assert.All(seen.Asked, a => Assert.StartsWith($"{way.Url}/", a, StringComparison.Ordinal));
        Assert.All(await context.CookiesAsync(), c => Assert.True(c.Secure, c.Name));
        await NobodyGuessesMoreAsync(way);
    }

    [Fact]
    public async Task RUN_1_phones_are_live_where_nginx_keeps_the_host_to_itself_and_the_start_page_says_so()
    {
        await using var way = await Way.OpenAsync("nginx", Without("proxy_set_header Host"), "");
        using var api = await Api.OfAsync(way.Hub, "open-floor");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        await using var context = await chromium.Browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, Locale = "en-GB" });
        var seen = new Seen(context);

        var phone = await JoinAsync(context, way, api);
        await phone.ContributeAsync("example", "Said all the same");
        await Assertions.Expect(phone.Locator("#mine")).ToContainTextAsync("Saved");
        var cockpit = await context.CockpitAsync(way.Url, api);
        await cockpit.Locator("a.wh-brand").ClickAsync();

        await Assertions.Expect(cockpit.Locator("[data-test=reach-host]")).ToContainTextAsync($"{Proxy.Host}:{way.Port}");
        Assert.Contains(seen.Sockets, s => new Uri(s).AbsolutePath == "/hub/room");
    }

    [Fact]
    public async Task RUN_1_a_phone_at_an_address_that_nobody_set_says_why_it_is_not_live()
    {
        await using var way = await Way.OpenAsync("nginx", Without("proxy_set_header Host"), "", told: false);
        using var api = await Api.OfAsync(way.Hub, "open-floor");
        await using var context = await chromium.Browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, Locale = "en-GB" });
        var phone = await context.OpenAsync();
        await phone.GotoAsync($"{way.Url}/j/{api.Code}");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();

        await Assertions.Expect(phone.Locator("#net")).ToContainTextAsync($"opened at {way.Url}", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task RUN_6_the_start_page_finds_a_proxy_that_passes_nothing_on()
    {
        // As nginx does it by itself, and a program that was told nothing.
        await using var way = await Way.OpenAsync("nginx", Without("proxy_set_header"), "", told: false);
        using var api = await Api.OfAsync(way.Hub, "open-floor");
        await using var context = await chromium.Browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, Locale = "en-GB" });

        var cockpit = await context.CockpitAsync(way.Url, api);
        await cockpit.Locator("a.wh-brand").ClickAsync();

        foreach (var wrong in (string[])["reach-silent", "reach-no-url", "reach-no-sockets"])
        {
            await Assertions.Expect(cockpit.Locator($"[data-test={wrong}]")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        }
    }

    private static string Without(string line) =>
        string.Join('\n', Proxy.Recipe("nginx").Split('\n').Where(l => !l.Contains(line, StringComparison.Ordinal)));

    private static async Task<IPage> JoinAsync(IBrowserContext context, Way way, Api api)
    {
        var phone = await context.OpenAsync();
        await phone.GotoAsync($"{way.Url}/");
        await phone.Locator("#code").FillAsync(api.Code);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await phone.Locator("#name").WaitForAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await phone.ConnectedAsync();
        return phone;
    }

    // Whatever a client says of itself comes before what the proxy says of it.
    private static async Task NobodyGuessesMoreAsync(Way way)
    {
        using var handler = new SocketsHttpHandler
        {
            // The proxy signs for itself here; it has to be the one that was asked for.
            SslOptions =
                { RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                certificate is not null && !errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) },
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, way.Port), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var guesser = new HttpClient(handler);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 30; i++)
        {
            using var guess =
                new HttpRequestMessage(HttpMethod.Post, $"{way.Url}/api/join/000000")
                {
                    Content = JsonContent.Create(new { commandId = Guid.NewGuid() })
                };
            guess.Headers.TryAddWithoutValidation("X-Forwarded-For", i % 2 == 0 ? $"203.0.113.{i}" : $"198.51.100.1, 203.0.113.{i}");
            guess.Headers.TryAddWithoutValidation("X-Real-IP", $"203.0.113.{i}");
            guess.Headers.TryAddWithoutValidation("Forwarded", $"for=203.0.113.{i}");
            using var answer = await guesser.SendAsync(guess);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(20, answers.Count(a => a == HttpStatusCode.NotFound));
        Assert.Equal(10, answers.Count(a => a == HttpStatusCode.TooManyRequests));
    }

    /// <summary>A proxy in front of a hub.</summary>
    private sealed class Way(HubProcess hub, Proxy proxy, string url, int port) : IAsyncDisposable
    {
        public HubProcess Hub => hub;

        /// <summary>Where browsers come, without a slash at its end.</summary>
        public string Url => url;

        public int Port => port;

        public static async Task<Way> OpenAsync(string program, string recipe, string path, bool told = true)
        {
            var ports = HubProcess.FreePorts(2);
            var url = $"https://{Proxy.Host}:{ports[0]}{path}";
            var proxy = await Proxy.StartAsync(program, recipe, ports[0], ports[1]);
            try
            {
                var settings = told ? new Dictionary<string, string>(Believes) { ["WorkshopHub__PublicUrl"] = url } : null;
                return new(await HubProcess.StartAsync(port: ports[1], settings: settings), proxy, url, ports[0]);
            }
            catch
            {
                await proxy.DisposeAsync();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await hub.DisposeAsync();
            await proxy.DisposeAsync();
        }
    }

    /// <summary>What the browser asked for, and by which sockets.</summary>
    private sealed class Seen
    {
        private readonly ConcurrentQueue<string> asked = new();
        private readonly ConcurrentQueue<string> failed = new();
        private readonly ConcurrentQueue<string> sockets = new();

        public Seen(IBrowserContext context)
        {
            context.Response += (_, response) =>
            {
                asked.Enqueue(response.Url);
                if (response.Status >= 400) failed.Enqueue($"{response.Status} {response.Url}");
            };
            context.Page += (_, page) => page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => sockets.Enqueue(socket.Url);
        }

        public IReadOnlyCollection<string> Asked => [.. asked.Where(a => a.StartsWith("http", StringComparison.Ordinal))];

        public IReadOnlyCollection<string> Failed => failed;

        public IReadOnlyCollection<string> Sockets => sockets;
    }
}
