using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Doors;

namespace WorkshopHub.Web.Tests.Accounts;

public sealed class ApiTokenTests(HubServer hub) : IClassFixture<HubServer>
{
    [Fact]
    public async Task A_token_names_its_account_and_only_its_hash_is_kept()
    {
        using var client = hub.Browser();

        using var answer =
            await client.PostAsJsonAsync("api/tokens", new { email = HubServer.Email, password = HubServer.Password, name = "Test" });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var token = body.GetProperty("token").GetString()!;

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.StartsWith("wh_", token, StringComparison.Ordinal);
        Assert.Single(body.EnumerateObject());
        Assert.NotNull(await Tokens.VerifyAsync(token));
        Assert.DoesNotContain(token, await WholeDatabaseAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_or_revoked_token_opens_nothing()
    {
        var me = (await Tokens.VerifyAsync(await TokenAsync()))!.Value;
        var (token, _) = await Tokens.CreateAsync(me, "Short-lived");
        var row = (await Tokens.ListAsync(me)).First(x => x.Name == "Short-lived");

        var strangers = await Tokens.RevokeAsync(new("somebody-else"), row.Id);
        var before = await Tokens.VerifyAsync(token);
        var mine = await Tokens.RevokeAsync(me, row.Id);

        Assert.False(strangers);
        Assert.Equal(me, before);
        Assert.True(mine);
        Assert.Null(await Tokens.VerifyAsync(token));
        Assert.Null(await Tokens.VerifyAsync("wh_guessed"));
        Assert.Null(await Tokens.VerifyAsync(null));
    }

    [Fact]
    public async Task The_bearer_scheme_lets_a_token_in_and_answers_anything_else_with_a_problem()
    {
        var token = await TokenAsync();

        var known = await ArriveAsync($"Bearer {token}");
        var lowerCase = await ArriveAsync($"bearer {token}");
        var strangers =
            new[] { await ArriveAsync(""), await ArriveAsync("Bearer wh_guessed"), await ArriveAsync($"Basic {token}"),
            await ArriveAsync(token) };

        Assert.Equal(await Tokens.VerifyAsync(token), known.Account);
        Assert.Equal(known.Account, lowerCase.Account);
        Assert.All(strangers, x => Assert.Null(x.Account));
        Assert.All(strangers, x => Assert.Equal(401, x.Challenged.StatusCode));
        Assert.All(strangers, x => Assert.Equal("Bearer", x.Challenged.Headers.WWWAuthenticate));
        Assert.All(strangers, x => Assert.StartsWith("application/problem+json", x.Challenged.ContentType, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_last_use_is_noted_at_most_once_a_minute()
    {
        var clock = HubServer.Clock();
        using var server = HubServer.Start(time: clock);
        var tokens = server.Services.GetRequiredService<ApiTokens>();
        var me = new AccountId("an-account");
        var (token, _) = await tokens.CreateAsync(me, "Clockwork");
        var first = clock.GetUtcNow();

        await tokens.VerifyAsync(token);
        clock.Advance(TimeSpan.FromSeconds(59));
        await tokens.VerifyAsync(token);
        var within = (await tokens.ListAsync(me))[0].LastUsedAt;
        clock.Advance(TimeSpan.FromSeconds(1));
        await tokens.VerifyAsync(token);
        var after = (await tokens.ListAsync(me))[0].LastUsedAt;

        Assert.Equal(first, within!.Value, TimeSpan.FromMilliseconds(1));
        Assert.Equal(first.AddMinutes(1), after!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Theory]
    [InlineData("""{"email":"amara@hub.example","password":"wrong password","name":"x"}""", 401, "wrong-password")]
    [InlineData("""{"email":"nobody@hub.example","password":"a quiet harbour","name":"x"}""", 401, "wrong-password")]
    [InlineData("""{"email":"amara@hub.example","password":"a quiet harbour","name":"x","admin":true}""", 400, "unknown-property")]
    [InlineData("""{"email":"amara@hub.example","password":"a quiet harbour"}""", 400, "malformed")]
    [InlineData("""{"email":"amara@hub.example","password":null,"name":"x"}""", 400, "malformed")]
    [InlineData("""{"email":"amara@hub.example","password":7,"name":"x"}""", 400, "malformed")]
    [InlineData("""{"email":"amara@hub.example","password":"a quiet harbour","name":"\ud800"}""", 400, "malformed")]
    [InlineData("""{"email":"amara@hub.example","email":"b@c","password":"a quiet harbour","name":"x"}""", 400, "malformed")]
    [InlineData("""[]""", 400, "malformed")]
    [InlineData("""null""", 400, "malformed")]
    [InlineData("""{""", 400, "malformed")]
    [InlineData("", 400, "malformed")]
    [InlineData("""{"email":"amara@hub.example","password":"a quiet harbour","name":"   "}""", 422, "text-empty")]
    public async Task What_is_refused_is_refused_with_its_code(string json, int status, string code)
    {
        using var server = new HubServer();
        using var client = server.Browser();

        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("api/tokens", content);

        await IsProblemAsync(answer, status, code);
    }

    [Fact]
    public async Task Text_that_is_no_utf_8_too_much_of_it_or_no_json_at_all_is_refused()
    {
        using var client = hub.Browser();
        using var invalid = Json([.. "{\"email\":\""u8, 0xff, .. "\",\"password\":\"p\",\"name\":\"n\"}"u8]);
        using var large = Json(Encoding.UTF8.GetBytes($"{{\"email\":\"{new string('x', 70_000)}\",\"password\":\"p\",\"name\":\"n\"}}"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = HubServer.Email });

        using var first = await client.PostAsync("api/tokens", invalid);
        using var second = await client.PostAsync("api/tokens", large);
        using var third = await client.PostAsync("api/tokens", form);

        await IsProblemAsync(first, 400, "malformed");
        await IsProblemAsync(second, 413, "too-large");
        await IsProblemAsync(third, 415, "not-json");
    }

    [Fact]
    public async Task Guessing_is_slowed_with_a_time_to_wait()
    {
        using var server = new HubServer();
        using var client = server.Browser();
        for (var i = 0; i < SignInLimits.FreeForOne; i++)
        {
            using var guess =
                await client.PostAsJsonAsync("api/tokens", new { email = HubServer.Email, password = $"guess {i}", name = "x" });
            Assert.Equal(HttpStatusCode.Unauthorized, guess.StatusCode);
        }

        using var slowed =
            await client.PostAsJsonAsync("api/tokens", new { email = HubServer.Email, password = HubServer.Password, name = "x" });

        await IsProblemAsync(slowed, 429, "too-many-attempts");
        Assert.InRange(slowed.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), SignInLimits.OneMoreForOne);
    }

    private async Task<(AccountId? Account, HttpResponse Challenged)> ArriveAsync(string authorization)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.Authorization = authorization;
        var result = await http.AuthenticateAsync(BearerScheme.Name);
        await http.ChallengeAsync(BearerScheme.Name);
        return (result.Principal?.AccountId, http.Response);
    }

    private ApiTokens Tokens => hub.Services.GetRequiredService<ApiTokens>();

    private async Task<string> TokenAsync()
    {
        using var api = await hub.ApiAsync();
        return api.DefaultRequestHeaders.Authorization!.Parameter!;
    }

    private async Task<string> WholeDatabaseAsync()
    {
        var all = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(hub.DataDirectory, "*.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            all.Append(await reader.ReadToEndAsync());
        }

        Assert.Contains(HubServer.Email, all.ToString(), StringComparison.Ordinal);
        return all.ToString();
    }

    private static ByteArrayContent Json(byte[] bytes) => new(bytes) { Headers = { ContentType = new("application/json") } };

    private static async Task IsProblemAsync(HttpResponseMessage answer, int status, string code)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }
}
