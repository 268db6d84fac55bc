using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Doors;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>What no page sends is refused in words, whatever it is.</summary>
public sealed class HostileRequestsTests(HubServer server) : IClassFixture<HubServer>
{
    public static TheoryData<string?, string, int> Bodies => new()
    {
        { null, "code=123456", 415 },
        { "text/plain", "code=123456", 415 },
        { "application/json", "{}", 415 },
        { "nonsense", "x", 415 },
        { "multipart/form-data", "--x", 400 },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"code\"\r\n\r\nno end", 400 },
        { "application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 200).Select(i => $"f{i}=1")), 413 },
        { "application/x-www-form-urlencoded", new string('k', 5000) + "=1", 413 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task RUN_23_what_is_no_form_is_refused_in_words_at_every_form(string? type, string body, int status)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var phone = server.Browser();
        foreach (var path in new[] { "/", $"/j/{room.Code}/join", $"/j/{room.Code}/recover" })
        {
            using var answer = await phone.SendAsync(Post(path, type, body));
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Contains("<p", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/sign-in", "/setup", "/invitation", "/console/account" })
        {
            using var answer = await phone.SendAsync(Post(path, type, body));
            Assert.InRange((int)answer.StatusCode, 300, 499);
        }
    }

    [Theory]
    [InlineData("join", "name=a%00b")]
    [InlineData("join", "na%00me=b")]
    [InlineData("recover", "recoveryCode=%00")]
    [InlineData("send", "type=contribute&text=a%00")]
    public async Task RUN_23_a_character_that_no_form_may_have_is_named(string form, string body)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var phone = server.Browser();
        if (form == "send")
        {
            (await phone.SendAsync(Post($"/j/{room.Code}/join", "application/x-www-form-urlencoded", "name=Chen"))).Dispose();
        }

        using var answer = await phone.SendAsync(Post($"/j/{room.Code}/{form}", "application/x-www-form-urlencoded", body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("a character that no text has", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status/400")]
    [InlineData("status/404")]
    [InlineData("status/500")]
    [InlineData("status/503")]
    [InlineData("status/999999")]
    [InlineData("not-found")]
    public async Task RUN_23_the_pages_about_what_went_wrong_are_no_pages_by_themselves(string path)
    {
        using var browser = server.Browser();

        using var answer = await browser.GetAsync(path);
        using var unknown = await browser.GetAsync("nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(Heading(await unknown.Content.ReadAsStringAsync()), Heading(await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("a..b", 400)]
    [InlineData("hub..example:80", 400)]
    [InlineData(".", 400)]
    [InlineData("xn--", 400)]
    [InlineData("1.2.3.4:99999", 400)]
    [InlineData("", 400)]
    [InlineData("hub.example", 200)]
    [InlineData("[::1]:5080", 200)]
    public async Task RUN_23_a_name_of_the_server_that_is_none_is_refused_in_words_everywhere(string host, int status)
    {
        Assert.Equal(status == 200, Hosts.IsName(new HostString(host)));
        foreach (var path in new[] { "/", "/sign-in", "/console.css", "/j/123456", "/nothing-here" })
        {
            var answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            if (status == 200) Assert.DoesNotContain(" 500 ", answer.Split('\n')[0], StringComparison.Ordinal);
            else Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        }

        if (status == 200) return;
        Assert.Contains("bad-host", await RawAsync($"GET /api/methods HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
            StringComparison.Ordinal);
        Assert.Contains("lang=\"de\"",
            await RawAsync($"GET / HTTP/1.1\r\nHost: {host}\r\nAccept-Language: de\r\nConnection: close\r\n\r\n"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n", 200)]
    [InlineData("GET /sign-in HTTP/1.0\r\n\r\n", 200)]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405)]
    [InlineData("TRACE /console.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405)]
    [InlineData("DELETE /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405)]
    public async Task RUN_23_other_ways_to_ask_have_their_answer(string request, int status) =>
        Assert.Equal(status, int.Parse((await RawAsync(request)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task RUN_24_while_another_program_holds_the_database_every_door_says_503_and_when_to_retry()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var leaving = await amara.RoomAsync();
        var health = server.Services.GetRequiredService<StorageHealth>();
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        health.Changed += () =>
        {
            if (health.Last is { Until: not null }) over.TrySetResult();
        };
        using (Lock())
        {
            var answers = await Task.WhenAll(
                amara.Http.SendAsync(Post($"/api/sessions/{room.Id}/screens", "application/json", "{}")),
                amara.Http.SendAsync(
                    Post("/api/tokens", "application/json",
                    $$"""{"email":"{{HubServer.Email}}","password":"{{HubServer.Password}}","name":"x"}""")),
                amara.Http.SendAsync(Post("/api/sessions", "application/json", """{"title":"x","method":"kick-start"}""")),
                amara.Http.DeleteAsync(new Uri($"/api/sessions/{leaving.Id}", UriKind.Relative)),
                server.Browser().SendAsync(Post($"/j/{room.Code}/join", "application/x-www-form-urlencoded", "name=Chen")));

            foreach (var answer in answers)
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.Equal("5", Assert.Single(answer.Headers.GetValues("Retry-After")));
                answer.Dispose();
            }

            Assert.Equal(StorageCause.Locked, health.Last?.Cause);
            Assert.Null(health.Last?.Until);
        }

        await over.Task;
        Assert.NotNull(health.Last?.Until);
    }

    private static string Heading(string page) => page.Split("<h1>")[1].Split("</h1>")[0];

    private static HttpRequestMessage Post(string path, string? type, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null && MediaTypeHeaderValue.TryParse(type, out var known)) content.Headers.ContentType = known;
        else if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        return new(HttpMethod.Post, path) { Content = content };
    }

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private Held Lock() => new(Path.Combine(server.DataDirectory, "workshophub.db"));

    private sealed class Held : IDisposable
    {
        private readonly SqliteConnection connection;

        public Held(string file)
        {
            connection = new($"Data Source={file};Pooling=false");
            connection.Open();
            Run("BEGIN IMMEDIATE");
        }

        public void Dispose()
        {
            Run("ROLLBACK");
            connection.Dispose();
        }

        private void Run(string sql)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The two above.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
