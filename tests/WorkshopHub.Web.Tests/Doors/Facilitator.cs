using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>A facilitator's program: the HTTP API with a bearer token, and nothing else.</summary>
internal sealed class Facilitator(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    /// <summary>Known of those whom <see cref="SomebodyElseAsync"/> made.</summary>
    public string AccountId { get; private init; } = "";

    public string Email { get; private init; } = "";

    /// <summary>Amara, who set the server up.</summary>
    public static async Task<Facilitator> AmaraAsync(HubServer server) => new(await server.ApiAsync());

    /// <summary>Somebody else with an account on the same server.</summary>
    public static async Task<Facilitator> SomebodyElseAsync(HubServer server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var email = $"{Guid.NewGuid():n}@hub.example";
        var account = new Account { UserName = email, Email = email };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>()
            .CreateAsync(account, HubServer.Password)).Succeeded);
        var (token, _) = await server.Services.GetRequiredService<ApiTokens>().CreateAsync(new AccountId(account.Id), "Test");
        var http = server.Browser();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new(http) { AccountId = account.Id, Email = email };
    }

    public Task<Reply> GetAsync(string path) => Reply.OfAsync(http.GetAsync(path));

    public Task<Reply> PostAsync(string path, object body) => Reply.OfAsync(http.PostAsJsonAsync(path, body));

    public Task<Reply> DeleteAsync(string path) => Reply.OfAsync(http.DeleteAsync(path));

    /// <summary>Bytes as they are, for what no JSON library would write.</summary>
    public Task<Reply> PostRawAsync(string path, byte[] body, string contentType = "application/json") =>
        Raw.PostAsync(http, path, body, contentType);

    /// <summary>A draft of the built-in Kick Start.</summary>
    public async Task<Room> DraftAsync(object? settings = null)
    {
        var made = (await PostAsync("api/sessions", new { title = "Beyond Service Partner", method = "kick-start", settings }))
            .Is(HttpStatusCode.Created);
        return new(this, made.Id, made.Text("code"));
    }

    /// <summary>An open Kick Start in the step of its chain that is named.</summary>
    public async Task<Room> RoomAsync(string step = "challenges", object? settings = null)
    {
        var room = await DraftAsync(settings);
        await room.MustAsync("openSession");
        await room.MustAsync("startActivity", new { activityId = "chain" });
        if (step != "challenges") await room.MoveAsync(step);
        return room;
    }

    public void Dispose() => http.Dispose();
}

/// <summary>A session as its facilitator's program sees it.</summary>
internal sealed class Room(Facilitator lead, string id, string code)
{
    public string Id => id;

    public string Code => code;

    public Facilitator Lead => lead;

    public string Path => $"api/sessions/{id}";

    public Task<Reply> SendAsync(string type, object? with = null, Guid? commandId = null) =>
        lead.PostAsync($"{Path}/commands", Json.Command(type, with, commandId));

    /// <summary>A command that is carried out.</summary>
    public async Task<Reply> MustAsync(string type, object? with = null, Guid? commandId = null) =>
        (await SendAsync(type, with, commandId)).Ok();

    public Task<Reply> MoveAsync(string step) => MustAsync("moveToStep", new { activityId = "chain", step });

    public async Task<JsonElement> StateAsync() => (await lead.GetAsync(Path)).Ok().Json;

    /// <summary>Somebody else with an account, who gets this role.</summary>
    public async Task<Facilitator> WithRoleAsync(HubServer server, string role)
    {
        var somebody = await Facilitator.SomebodyElseAsync(server);
        await MustAsync("changeRoles", new { accountId = somebody.AccountId, role });
        return somebody;
    }

    public async Task<long> VersionAsync() => (await StateAsync()).GetProperty("version").GetInt64();

    public async Task<JsonElement> ContributionAsync(string contributionId) =>
        (await StateAsync()).GetProperty("contributions").At("contributionId", contributionId);

    public async Task<JsonElement> EventsAsync(long after = 0) => (await lead.GetAsync($"{Path}/events?after={after}")).Ok().Json;

    public async Task<DelegateClient> JoinAsync(string? name = null, string? sector = null, Guid? commandId = null) =>
        DelegateClient
            .Of(lead.Http.BaseAddress!, code, (await JoinOnceAsync(new { commandId = commandId ?? Guid.NewGuid(), name, sector }))
            .Is(HttpStatusCode.Created));

    /// <summary>Joins without anything that would tell who asks.</summary>
    public async Task<Reply> JoinOnceAsync(object body)
    {
        using var anybody = new HttpClient { BaseAddress = lead.Http.BaseAddress };
        return await Reply.OfAsync(anybody.PostAsJsonAsync($"api/join/{code}", body));
    }

    /// <summary>A projector's link.</summary>
    public async Task<Reply> ScreenAsync() => (await lead.PostAsync($"{Path}/screens", new { })).Is(HttpStatusCode.Created);
}

/// <summary>A delegate's program: a bearer token that opens one session.</summary>
internal sealed class DelegateClient(HttpClient http, string code, string id, string token, string recoveryCode) : IDisposable
{
    public string Id => id;

    public string Token => token;

    public string RecoveryCode => recoveryCode;

    public HttpClient Http => http;

    public string Path => $"api/join/{code}";

    public static DelegateClient Of(Uri server, string code, Reply joined)
    {
        var http = new HttpClient { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", joined.Text("token"));
        return new(http, code, joined.Text("delegateId"), joined.Text("token"), joined.Text("recoveryCode"));
    }

    public Task<Reply> SendAsync(string type, object? with = null, Guid? commandId = null) =>
        SendAsync(Json.Command(type, with, commandId));

    public Task<Reply> SendAsync(object body) => Reply.OfAsync(http.PostAsJsonAsync($"{Path}/commands", body));

    public Task<Reply> SendRawAsync(byte[] body, string contentType = "application/json") =>
        Raw.PostAsync(http, $"{Path}/commands", body, contentType);

    public async Task<Reply> MustAsync(string type, object? with = null, Guid? commandId = null) =>
        (await SendAsync(type, with, commandId)).Ok();

    /// <summary>Says something in a lane of the chain; its id.</summary>
    public async Task<string> SayAsync(string laneId, string text, string? parentId = null) =>
        (await MustAsync("contribute", new { activityId = "chain", laneId, text, parentId })).Id;

    public Task<Reply> GetAsync() => Reply.OfAsync(http.GetAsync(Path));

    public async Task<JsonElement> ViewAsync() => (await GetAsync()).Ok().Json;

    public void Dispose() => http.Dispose();
}

internal static class Raw
{
    public static async Task<Reply> PostAsync(HttpClient http, string path, byte[] body, string contentType)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await Reply.OfAsync(http.PostAsync(path, content));
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
