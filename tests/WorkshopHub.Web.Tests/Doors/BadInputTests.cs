using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>What cannot be read or must not be done: a clear refusal, and nothing has changed.</summary>
public sealed class BadInputTests(HubServer server) : IClassFixture<HubServer>
{
    private const string AnyId = "4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11";

    /// <summary>Whole bodies, with the refusal that they get from every door that takes commands.</summary>
    public static TheoryData<string, int, string> Bodies => new()
    {
        { "", 400, "malformed" },
        { "  ", 400, "malformed" },
        { "nonsense", 400, "malformed" },
        { """{"type":"contribute",""", 400, "malformed" },
        { """{"type":"openSession"} trailing""", 400, "malformed" },
        { "[]", 400, "malformed" },
        { "null", 400, "malformed" },
        { "17", 400, "malformed" },
        { "\"openSession\"", 400, "malformed" },
        { "{}", 400, "malformed" },
        { """{"type":"openSession"}""", 400, "malformed" },
        { """{"type":"openSession","commandId":null}""", 400, "malformed" },
        { """{"type":"openSession","commandId":"17"}""", 400, "malformed" },
        { """{"type":"openSession","commandId":"{4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11}"}""", 400, "malformed" },
        { """{"type":7,"commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11"}""", 400, "malformed" },
        { """{"type":"\ud800","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11"}""", 400, "malformed" },
        { """{"\ud800":1,"type":"openSession","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11"}""", 400, "malformed" },
        { """{"type":"conquer","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11"}""", 400, "unknown-command" },
        { """{"type":"Contribute","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11"}""", 400, "unknown-command" },
        { """{"type":"join","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11"}""", 400, "unknown-command" },
        { """{"type":"createSession","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11"}""", 400, "unknown-command" },
    };

    /// <summary>Properties of a contribution in place of the right ones.</summary>
    public static TheoryData<string, int, string> Contributions => new()
    {
        { """{"text":""}""", 422, "text-empty" },
        { """{"text":" \t\r\n "}""", 422, "text-empty" },
        { """{"text":"\u200b\u200d\u2060\ufeff"}""", 422, "text-empty" },
        { """{"text":null}""", 400, "malformed" },
        { """{"text":7}""", 400, "malformed" },
        { """{"text":["a"]}""", 400, "malformed" },
        { """{"text":"\ud800"}""", 400, "malformed" },
        { """{"text":"a \udc00 b"}""", 400, "malformed" },
        { """{"late":"true"}""", 400, "malformed" },
        { """{"laneId":"lane"}""", 404, "no-such-lane" },
        { """{"activityId":"activity"}""", 404, "no-such-activity" },
        { """{"parentId":"nothing"}""", 422, "parent-unwanted" },
        { """{"laneId":"root-cause"}""", 422, "parent-missing" },
        { """{"laneId":"root-cause","parentId":"nothing"}""", 404, "no-such-contribution" },
        { """{"laneId":"solution","parentId":"CHALLENGE"}""", 422, "parent-in-wrong-lane" },
        { """{"laneId":"root-cause","parentId":"WITHDRAWN"}""", 409, "withdrawn" },
        { """{"laneId":"root-cause","parentId":"HIDDEN"}""", 409, "hidden" },
        { """{"laneId":"root-cause","parentId":"CHALLENGE"}""", 409, "step-takes-nothing" },
        { """{"activityId":"next-steps","laneId":"next-step"}""", 409, "step-takes-nothing" },
        { """{"activityId":"next-steps","laneId":"next-step","late":true}""", 409, "step-takes-nothing" },
        { """{"nods":99}""", 400, "unknown-property" },
        { """{"Text":"twice"}""", 400, "unknown-property" },
        { """{"quotation":"yes"}""", 400, "malformed" },
        { """{"spokenFor":"1234567890123456789012345678901234567890123456789012345678901"}""", 422, "text-too-long" },
    };

    /// <summary>Commands of a facilitator that are read and then refused.</summary>
    public static TheoryData<string, string, int, string> Commands => new()
    {
        { "changeSession", """{"settings":{"names":"named","colour":"red"}}""", 400, "unknown-property" },
        { "changeSession", """{"settings":{"sectorQuestion":{"text":"Who?","options":["a","b"],"extra":1}}}""", 400, "unknown-property" },
        { "changeSession", """{"settings":{"sectorQuestion":{"text":"Who?","options":["a",null]}}}""", 400, "malformed" },
        { "changeSession", """{"settings":{"sectorQuestion":{"text":"Who?","options":["a"]}}}""", 422, "out-of-range" },
        { "changeSession", """{"settings":{"names":"nobody"}}""", 400, "malformed" },
        { "changeSession", """{"settings":{"names":"anonymous"}}""", 409, "names-begun" },
        { "changeSession", """{"settings":{"moderation":"before"}}""", 422, "not-available" },
        { "changeSession", """{"settings":{"retentionDays":30}}""", 422, "not-available" },
        { "changeSession", """{"title":" "}""", 422, "text-empty" },
        { "startActivity", "{}", 400, "malformed" },
        { "startActivity", """{"activityId":"activity"}""", 404, "no-such-activity" },
        { "moveToStep", """{"activityId":"chain","step":"step"}""", 404, "no-such-step" },
        { "moveToStep", """{"activityId":"next-steps","step":"suggest"}""", 409, "not-started" },
        { "showPoint", """{"activityId":"chain","point":99}""", 404, "no-such-point" },
        { "showPoint", """{"activityId":"chain","point":99999999999}""", 400, "malformed" },
        { "showPoint", """{"activityId":"chain","point":1.5}""", 400, "malformed" },
        { "startTimer", """{"seconds":"60"}""", 400, "malformed" },
        { "startTimer", """{"seconds":0}""", 422, "out-of-range" },
        { "startTimer", """{"seconds":-2147483648}""", 422, "out-of-range" },
        { "addTime", """{"seconds":60}""", 409, "no-timer" },
        { "setScreen", """{"mode":"off"}""", 400, "malformed" },
        { "setScreen", """{"mode":"live","page":0}""", 422, "out-of-range" },
        { "setScreen", """{"mode":"live","page":"2"}""", 400, "malformed" },
        { "setScreen", """{"mode":"live","spotlight":"nothing"}""", 404, "no-such-contribution" },
        { "addActivity", """{"method":"no-such-method"}""", 404, "no-such-method" },
        { "addActivity", """{"method":"kick-start","found":{}}""", 400, "unknown-property" },
        { "addActivity", """{"method":"kick-start","before":"nowhere"}""", 404, "no-such-activity" },
        { "addActivity", """{"activity":{"id":"x"}}""", 400, "malformed" },
        { "moveActivity", """{"activityId":"chain","before":"nowhere"}""", 404, "no-such-activity" },
        { "removeActivity", """{"activityId":"chain"}""", 409, "activity-running" },
        { "park", """{"contributionId":"WITHDRAWN","parked":true}""", 409, "withdrawn" },
        { "joinContributions", """{"contributionIds":["CHALLENGE",null]}""", 400, "malformed" },
        { "joinContributions", """{"contributionIds":["CHALLENGE"]}""", 422, "out-of-range" },
        { "carryOver", """{"activityId":"next-steps","laneId":"next-step","contributionIds":["HIDDEN"]}""", 409, "hidden" },
        { "carryOver", """{"activityId":"chain","laneId":"solution","contributionIds":["CHALLENGE"]}""", 422, "lane-hangs" },
        { "undo", """{"version":0}""", 404, "no-such-move" },
        { "undo", """{"version":1}""", 409, "not-undoable" },
        { "undo", """{"version":"3"}""", 400, "malformed" },
        { "pick", """{"targetId":"CHALLENGE","picked":true}""", 422, "not-pickable" },
        { "hide", """{"contributionId":"nothing","hidden":true}""", 404, "no-such-contribution" },
        { "takeLate", """{"contributionId":"CHALLENGE"}""", 409, "not-late" },
        { "createTheme", """{"activityId":"chain","title":" "}""", 422, "text-empty" },
        { "createTheme", """{"activityId":"chain","title":"x","contributionIds":[null]}""", 400, "malformed" },
        { "createTheme", """{"activityId":"chain","title":"x","contributionIds":["nothing"]}""", 404, "no-such-contribution" },
        { "createTheme", """{"activityId":"chain","title":"x","contributionIds":["WITHDRAWN"]}""", 409, "withdrawn" },
        { "renameTheme", """{"themeId":"nothing","title":"x"}""", 404, "no-such-theme" },
        { "removeTheme", """{"themeId":"nothing"}""", 404, "no-such-theme" },
        { "moveToTheme", """{"contributionId":"CHALLENGE","themeId":"nothing"}""", 404, "no-such-theme" },
        { "resetVotes", """{"activityId":"chain","step":"pick"}""", 422, "no-vote" },
        { "resetVotes", """{"activityId":"chain","step":"nowhere"}""", 404, "no-such-step" },
        { "assignTeams", """{"activityId":"chain","balance":true}""", 404, "no-such-team" },
        { "assignTeams", """{"activityId":"chain","assignments":["it"]}""", 400, "malformed" },
        { "writeNote", """{"text":"x","themeId":"nothing"}""", 404, "no-such-theme" },
        { "removeDelegate", """{"delegateId":"nobody","withContributions":false}""", 404, "no-such-delegate" },
        { "changeDecision", """{"decisionId":"nothing","text":"x"}""", 404, "no-such-decision" },
        { "recordDecision", """{"text":"x","fromIds":["nothing"]}""", 404, "no-such-contribution" },
        { "changeAction", """{"actionId":"nothing"}""", 404, "no-such-action" },
        { "recordAction", """{"what":"x","confidence":6}""", 422, "out-of-range" },
        { "recordAction", """{"what":"x","due":"tomorrow"}""", 400, "malformed" },
        { "recordAction", """{"what":"x","due":"2026-02-30"}""", 400, "malformed" },
        { "openSession", """{"force":true}""", 400, "unknown-property" },
    };

    public static TheoryData<string> FacilitatorsOnly =>
        [.. CommandCatalogue.All.Where(c => c.Shape is not null && !c.Who.HasFlag(Role.Delegate)).Select(c => c.Type)];

    public static TheoryData<string> DelegatesOnly =>
        [.. CommandCatalogue.All.Where(c => c.Shape is not null && c.Who == Role.Delegate).Select(c => c.Type)];

    public static TheoryData<string> Unbuilt => [.. CommandCatalogue.All.Where(c => c.Shape is null).Select(c => c.Type)];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_command_is_refused_at_both_doors(string body, int status, string code)
    {
        using var world = await World.MakeAsync(server);

        await world.ChangesNothingAsync(async () => (await world.Bo.SendRawAsync(Raw.Utf8(body))).IsRefused(status, code));
        await world.ChangesNothingAsync(async () =>
            (await world.Amara.PostRawAsync($"{world.Room.Path}/commands", Raw.Utf8(body))).IsRefused(status, code));
    }

    [Theory]
    [MemberData(nameof(Contributions))]
    public async Task A_contribution_that_does_not_fit_is_refused(string instead, int status, string code)
    {
        using var world = await World.MakeAsync(server);
        var right = $$"""{"type":"contribute","commandId":"{{AnyId}}","activityId":"chain","laneId":"challenge","text":"Fine"}""";

        await world.ChangesNothingAsync(async () =>
            (await world.Bo.SendRawAsync(Raw.Utf8(world.Merged(right, instead)))).IsRefused(status, code));

        // Refusals are not remembered: the same id is free for what is right.
        (await world.Bo.SendRawAsync(Raw.Utf8(right))).Ok();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_facilitators_command_that_does_not_fit_is_refused(string type, string with, int status, string code)
    {
        using var world = await World.MakeAsync(server);
        var body = world.Merged($$"""{"type":"{{type}}","commandId":"{{AnyId}}"}""", with);

        await world.ChangesNothingAsync(async () =>
            (await world.Amara.PostRawAsync($"{world.Room.Path}/commands", Raw.Utf8(body))).IsRefused(status, code));
    }

    [Fact]
    public async Task A_text_of_ten_thousand_characters_is_told_by_how_many_it_is_too_long()
    {
        using var world = await World.MakeAsync(server);

        await world.ChangesNothingAsync(async () =>
        {
            var reply = await world.Bo
                .SendAsync("contribute", new { activityId = "chain", laneId = "challenge", text = new string('x', 10_000) });
            reply.IsRefused(422, "text-too-long");
            Assert.StartsWith("9750 ", reply.Text("detail"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Two_hundred_and_fifty_emoji_fit_and_one_more_does_not()
    {
        using var world = await World.MakeAsync(server);
        var most = string.Concat(Enumerable.Repeat("🌱", 250));

        await world.ChangesNothingAsync(async () =>
            (await world.Bo.SendAsync("contribute", new { activityId = "chain", laneId = "challenge", text = most + "🌱" }))
                .IsRefused(422, "text-too-long"));

        var said = await world.Bo.SayAsync("challenge", most);
        Assert.Equal(most, (await world.Room.ContributionAsync(said)).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_property_that_comes_twice_is_refused()
    {
        using var world = await World.MakeAsync(server);
        var body = $$"""{"type":"contribute","commandId":"{{AnyId}}","activityId":"chain","laneId":"challenge","text":"one","text":"two"}""";

        await world.ChangesNothingAsync(async () => (await world.Bo.SendRawAsync(Raw.Utf8(body))).IsRefused(400, "malformed"));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_refused()
    {
        using var world = await World.MakeAsync(server);
        var body = Raw.Utf8($$"""{"type":"contribute","commandId":"{{AnyId}}","activityId":"chain","laneId":"challenge","text":"Caf##"}""");
        // The first byte of two, and no second one.
        body[Array.IndexOf(body, (byte)'#')] = 0xC3;

        await world.ChangesNothingAsync(async () => (await world.Bo.SendRawAsync(body)).IsRefused(400, "malformed"));
    }

    [Theory]
    [InlineData(70)]
    [InlineData(1024)]
    [InlineData(3 * 1024)]
    public async Task A_body_that_is_too_large_hears_so(int kilobytes)
    {
        using var world = await World.MakeAsync(server);
        var body = Raw
            .Utf8($$"""{"type":"contribute","commandId":"{{AnyId}}","activityId":"chain","laneId":"challenge","text":"{{new string('x', kilobytes * 1024)}}"}""");

        await world.ChangesNothingAsync(async () => (await world.Bo.SendRawAsync(body)).IsRefused(413, "too-large"));
        await world.ChangesNothingAsync(async () =>
            (await Chunked(world.Bo.Http, $"{world.Bo.Path}/commands", body)).IsRefused(413, "too-large"));
        (await world.Amara.PostRawAsync("api/sessions", body)).IsRefused(413, "too-large");
        (await world.Amara.PostRawAsync("api/tokens", body)).IsRefused(413, "too-large");
        (await world.Amara.PostRawAsync(world.Bo.Path, body)).IsRefused(413, "too-large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Another_content_type_is_refused(string contentType)
    {
        using var world = await World.MakeAsync(server);
        var body = Raw.Utf8($$"""{"type":"openSession","commandId":"{{AnyId}}"}""");

        await world.ChangesNothingAsync(async () => (await world.Bo.SendRawAsync(body, contentType)).IsRefused(415, "not-json"));
        (await world.Amara.PostRawAsync("api/sessions", body, contentType)).IsRefused(415, "not-json");
        (await world.Amara.PostRawAsync("api/tokens", body, contentType)).IsRefused(415, "not-json");
        (await world.Amara.PostRawAsync(world.Bo.Path, body, contentType)).IsRefused(415, "not-json");
    }

    [Theory]
    [InlineData("""{"method":"kick-start"}""", 400, "malformed")]
    [InlineData("""{"title":"x"}""", 400, "malformed")]
    [InlineData("""{"title":null,"method":"kick-start"}""", 400, "malformed")]
    [InlineData("""{"title":" ","method":"kick-start"}""", 422, "text-empty")]
    [InlineData("""{"title":"\ud800","method":"kick-start"}""", 400, "malformed")]
    [InlineData("""{"title":"x","method":"magic"}""", 404, "no-such-method")]
    [InlineData("""{"title":"x","method":"kick-start","colour":"red"}""", 400, "unknown-property")]
    [InlineData("""{"title":"x","method":"kick-start","programmeId":"p"}""", 422, "not-available")]
    [InlineData("""{"title":"x","method":"kick-start","settings":{"language":"tlh"}}""", 422, "not-available")]
    [InlineData("""{"title":"x","method":"kick-start","settings":{"language":"\ud800"}}""", 400, "malformed")]
    [InlineData("""{"title":"x","title":"y","method":"kick-start"}""", 400, "malformed")]
    [InlineData("[]", 400, "malformed")]
    [InlineData("", 400, "malformed")]
    public async Task A_session_that_cannot_be_made_is_not_listed(string body, int status, string code)
    {
        using var amara = await Facilitator.SomebodyElseAsync(server);

        (await amara.PostRawAsync("api/sessions", Raw.Utf8(body))).IsRefused(status, code);

        Assert.Equal(0, (await amara.GetAsync("api/sessions")).Ok().Json.GetArrayLength());
    }

    [Theory]
    [InlineData("""{"email":"amara@hub.example","password":"a quiet harbour"}""", 400, "malformed")]
    [InlineData("""{"email":"amara@hub.example","password":"a quiet harbour","name":"x","extra":1}""", 400, "unknown-property")]
    [InlineData("""{"email":"amara@hub.example","password":"wrong harbour","name":"x"}""", 401, "wrong-password")]
    [InlineData("""{"email":"amara@hub.example","password":"\ud800","name":"x"}""", 400, "malformed")]
    [InlineData("""{"email":"amara@hub.example","password":"a quiet harbour","name":" "}""", 422, "text-empty")]
    [InlineData("""{"email":1,"password":"a quiet harbour","name":"x"}""", 400, "malformed")]
    [InlineData("nonsense", 400, "malformed")]
    public async Task A_token_that_cannot_be_made_is_refused(string body, int status, string code)
    {
        using var http = server.Browser();

        (await Raw.PostAsync(http, "api/tokens", Raw.Utf8(body), "application/json")).IsRefused(status, code);
    }

    [Theory]
    [InlineData("""{"sector":"Martian"}""", 422, "sector-unknown")]
    [InlineData("""{"name":7}""", 400, "malformed")]
    [InlineData("""{"name":"\ud800"}""", 400, "malformed")]
    [InlineData("""{"commandId":"17"}""", 400, "malformed")]
    [InlineData("""{"nickname":"Bo"}""", 400, "unknown-property")]
    [InlineData("""{"recoveryCode":"AAAA-AAAA"}""", 404, "no-such-recovery-code")]
    [InlineData("""{"recoveryCode":"🌱"}""", 404, "no-such-recovery-code")]
    [InlineData("", 400, "malformed")]
    [InlineData("[]", 400, "malformed")]
    public async Task Nobody_joins_by_a_request_that_does_not_fit(string body, int status, string code)
    {
        using var world = await World.MakeAsync(server);

        await world.ChangesNothingAsync(async () =>
            (await world.Amara.PostRawAsync(world.Bo.Path, Raw.Utf8(body))).IsRefused(status, code));
    }

    [Fact]
    public async Task A_name_longer_than_sixty_characters_is_refused()
    {
        using var world = await World.MakeAsync(server);

        await world.ChangesNothingAsync(async () =>
            (await world.Room.JoinOnceAsync(new { name = new string('n', 61) })).IsRefused(422, "text-too-long"));
    }

    [Theory]
    [MemberData(nameof(FacilitatorsOnly))]
    public async Task A_delegate_sends_no_command_of_facilitators(string type)
    {
        using var world = await World.MakeAsync(server);
        await world.ChangesNothingAsync(async () => (await world.Bo.SendAsync(world.Filled(type))).IsRefused(403, "not-allowed"));
    }

    [Theory]
    [MemberData(nameof(DelegatesOnly))]
    public async Task A_facilitator_sends_no_command_of_delegates(string type)
    {
        using var world = await World.MakeAsync(server);
        await world.ChangesNothingAsync(async () =>
            (await world.Amara.PostAsync($"{world.Room.Path}/commands", world.Filled(type))).IsRefused(403, "not-allowed"));
    }

    [Theory]
    [MemberData(nameof(Unbuilt))]
    public async Task What_is_not_built_yet_is_refused_in_words(string type)
    {
        using var world = await World.MakeAsync(server);

        await world.ChangesNothingAsync(async () => (await world.Room.SendAsync(type)).IsRefused(422, "not-available"));
        await world.ChangesNothingAsync(async () => (await world.Bo.SendAsync(type)).IsRefused(422, "not-available"));
    }

    [Theory]
    [InlineData("GET", "api/programmes")]
    [InlineData("POST", "api/programmes")]
    [InlineData("GET", "api/programmes/p")]
    [InlineData("GET", "api/programmes/p/summary?format=md")]
    [InlineData("POST", "api/sessions/SESSION/shares")]
    [InlineData("DELETE", "api/sessions/SESSION/shares/s")]
    [InlineData("GET", "api/sessions/SESSION/summary?format=xlsx")]
    public async Task An_address_that_is_not_built_yet_is_refused_in_words(string method, string path)
    {
        using var world = await World.MakeAsync(server);
        await world.ChangesNothingAsync(async () =>
            (await AskAsync(world.Amara.Http, method, path, world)).IsRefused(422, "not-available"));
    }

    [Theory]
    [InlineData("GET", "api/sessions/nothing", 404, "no-such-session")]
    [InlineData("DELETE", "api/sessions/nothing", 404, "no-such-session")]
    [InlineData("GET", "api/sessions/SESSION/summary?format=pdf", 400, "malformed")]
    [InlineData("GET", "api/sessions/SESSION/events?after=yesterday", 400, "malformed")]
    [InlineData("GET", "api/sessions/SESSION/events?after=99999999999999999999", 400, "malformed")]
    [InlineData("DELETE", "api/sessions/SESSION/screens/nothing", 404, "no-such-screen")]
    [InlineData("GET", "api/methods/magic", 404, "no-such-method")]
    [InlineData("GET", "api/nothing", 404, "not-found")]
    [InlineData("PUT", "api/sessions", 404, "not-found")]
    [InlineData("PATCH", "api/sessions/SESSION", 404, "not-found")]
    public async Task An_address_that_leads_nowhere_answers_as_a_problem(string method, string path, int status, string code)
    {
        using var world = await World.MakeAsync(server);
        await world.ChangesNothingAsync(async () => (await AskAsync(world.Amara.Http, method, path, world)).IsRefused(status, code));
    }

    [Theory]
    [InlineData("GET", "api/sessions")]
    [InlineData("POST", "api/sessions")]
    [InlineData("GET", "api/sessions/SESSION")]
    [InlineData("POST", "api/sessions/SESSION/commands")]
    [InlineData("GET", "api/sessions/SESSION/events")]
    [InlineData("GET", "api/sessions/SESSION/summary?format=md")]
    [InlineData("POST", "api/sessions/SESSION/screens")]
    [InlineData("DELETE", "api/sessions/SESSION")]
    [InlineData("GET", "api/methods")]
    [InlineData("GET", "api/programmes")]
    [InlineData("GET", "api/join/CODE")]
    [InlineData("POST", "api/join/CODE/commands")]
    public async Task Without_a_token_or_with_a_wrong_one_nothing_opens(string method, string path)
    {
        using var world = await World.MakeAsync(server);
        using var nobody = server.Browser();
        await world.ChangesNothingAsync(async () =>
        {
            (await AskAsync(nobody, method, path, world)).IsRefused(401, "not-signed-in");
            foreach (var wrong in (string[])["garbage", "wh_garbage", "a.b.c", $"{world.Room.Id}.{world.Bo.Id}.AAAAAAAAAAAAAAAAAAAAAAAA"])
            {
                nobody.DefaultRequestHeaders.Authorization = new("Bearer", wrong);
                (await AskAsync(nobody, method, path, world)).IsRefused(401, "not-signed-in");
            }

            // Each kind of token opens only its own door.
            nobody.DefaultRequestHeaders.Authorization = path.StartsWith("api/join", StringComparison.Ordinal)
                ? world.Amara.Http.DefaultRequestHeaders.Authorization
                : world.Bo.Http.DefaultRequestHeaders.Authorization;
            (await AskAsync(nobody, method, path, world)).IsRefused(401, "not-signed-in");
        });
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "/commands")]
    [InlineData("GET", "/events")]
    [InlineData("GET", "/summary?format=md")]
    [InlineData("POST", "/screens")]
    [InlineData("DELETE", "/screens/s")]
    [InlineData("DELETE", "")]
    public async Task A_session_of_another_facilitator_does_not_exist(string method, string path)
    {
        using var world = await World.MakeAsync(server);
        using var stranger = await Facilitator.SomebodyElseAsync(server);

        await world.ChangesNothingAsync(async () =>
            (await AskAsync(stranger.Http, method, world.Room.Path + path, world)).IsRefused(404, "no-such-session"));

        Assert.Equal(0, (await stranger.GetAsync("api/sessions")).Ok().Json.GetArrayLength());
    }

    [Fact]
    public async Task A_token_of_another_session_opens_nothing_here()
    {
        using var here = await World.MakeAsync(server);
        using var there = await World.MakeAsync(server);
        here.Bo.Http.DefaultRequestHeaders.Authorization = new("Bearer", there.Bo.Token);

        await here.ChangesNothingAsync(async () =>
        {
            (await here.Bo.GetAsync()).IsRefused(401, "not-signed-in");
            (await here.Bo.SendAsync(here.Filled("contribute"))).IsRefused(401, "not-signed-in");
        });
    }

    [Fact]
    public async Task A_delegate_who_was_removed_is_told_so_and_nothing_else()
    {
        using var world = await World.MakeAsync(server);
        await world.Room.MustAsync("removeDelegate", new { delegateId = world.Bo.Id, withContributions = false });

        await world.ChangesNothingAsync(async () =>
        {
            (await world.Bo.GetAsync()).IsRefused(403, "removed");
            (await world.Bo.SendAsync(world.Filled("contribute"))).IsRefused(403, "removed");
            (await world.Room.JoinOnceAsync(new { recoveryCode = world.Bo.RecoveryCode })).IsRefused(403, "removed");
        });

        await world.Room.MustAsync("readmitDelegate", new { delegateId = world.Bo.Id });
        await world.Bo.SayAsync("challenge", "Back again");
    }

    [Fact]
    public async Task A_closed_session_takes_nothing_and_shows_those_who_were_in_their_own()
    {
        using var world = await World.MakeAsync(server);
        await world.Room.MustAsync("closeSession");

        await world.ChangesNothingAsync(async () =>
        {
            foreach (var type in (string[])["contribute", "nod", "editContribution", "withdrawContribution", "setDone", "changeProfile"])
            {
                (await world.Bo.SendAsync(world.Filled(type))).IsRefused(409, "session-closed");
            }

            foreach (var type in (string[])["startActivity", "moveToStep", "pick", "startTimer", "setScreen", "changeSession",
                "closeSession", "hide"])
            {
                (await world.Amara.PostAsync($"{world.Room.Path}/commands", world.Filled(type))).IsRefused(409, "session-closed");
            }

            (await world.Room.JoinOnceAsync(new { name = "Late" })).IsRefused(409, "session-closed");
        });

        Assert.Equal("closed", (await world.Bo.ViewAsync()).GetProperty("stage").GetString());
    }

    [Fact]
    public async Task A_draft_lets_nobody_in_yet()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.DraftAsync();

        (await room.JoinOnceAsync(new { name = "Early" })).IsRefused(409, "session-not-open");
        (await room.SendAsync("startActivity", new { activityId = "chain" })).IsRefused(409, "session-not-open");
        (await room.SendAsync("reopenSession")).IsRefused(409, "never-opened");

        Assert.Equal(1, await room.VersionAsync());
    }

    [Fact]
    public async Task Of_two_picks_at_once_exactly_one_wins()
    {
        using var world = await World.MakeAsync(server);
        await world.Room.MoveAsync("root-causes");
        var causes = new List<string>();
        for (var i = 0; i < 8; i++) causes.Add(await world.Bo.SayAsync("root-cause", $"Cause {i}", world.Challenge));
        await world.Room.MoveAsync("pick");
        var before = await world.Room.VersionAsync();

        var replies = await Task.WhenAll(causes.Select(c => world.Room.SendAsync("pick", new { targetId = c, picked = true })));

        Assert.Single(replies, r => r.Status == HttpStatusCode.OK);
        foreach (var lost in replies.Where(r => r.Status != HttpStatusCode.OK)) lost.IsRefused(409, "already-picked");
        Assert.Equal(before + 1, await world.Room.VersionAsync());
        Assert.Single((await world.Room.StateAsync()).GetProperty("contributions").EnumerateArray(), c =>
            c.GetProperty("picked").GetBoolean());
    }

    [Fact]
    public async Task The_name_of_a_screen_is_kept_however_its_request_is_sent()
    {
        using var world = await World.MakeAsync(server);
        var path = $"{world.Room.Path}/screens";

        (await Chunked(world.Amara.Http, path, Raw.Utf8("""{"name":"Left wall"}"""))).Is(HttpStatusCode.Created);
        (await Chunked(world.Amara.Http, path, Raw.Utf8("""{"title":"Left wall"}"""))).IsRefused(400, "unknown-property");
        (await Chunked(world.Amara.Http, path, Raw.Utf8($$"""{"name":"{{new string('n', 61)}}"}"""))).IsRefused(422, "text-too-long");
        (await Reply.OfAsync(world.Amara.Http.PostAsync(path, null))).Is(HttpStatusCode.Created);
    }

    private static async Task<Reply> Chunked(HttpClient http, string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request =
            new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { TransferEncodingChunked = true } };
        return await Reply.OfAsync(http.SendAsync(request));
    }

    private static async Task<Reply> AskAsync(HttpClient http, string method, string path, World world)
    {
        var address =
            path.Replace("SESSION", world.Room.Id, StringComparison.Ordinal).Replace("CODE", world.Room.Code, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new(method), address);
        if (method == "POST")
        {
            request.Content = new ByteArrayContent(Raw.Utf8("{}")) { Headers = { ContentType = new("application/json") } };
        }

        return await Reply.OfAsync(http.SendAsync(request));
    }

    /// <summary>An open session with one delegate, and a contribution of each standing.</summary>
    private sealed class World(Facilitator amara, Room room, DelegateClient bo) : IDisposable
    {
        public Facilitator Amara => amara;

        public Room Room => room;

        public DelegateClient Bo => bo;

        public string Challenge { get; private set; } = "";

        private string Withdrawn { get; set; } = "";

        private string Hidden { get; set; } = "";

        public static async Task<World> MakeAsync(HubServer server)
        {
            var amara = await Signed.InAsync(server);
            var room = await amara.RoomAsync();
            var bo = await room.JoinAsync("Bo");
            var world = new World(amara, room, bo)
            {
                Challenge = await bo.SayAsync("challenge", "No clear roles"),
                Withdrawn = await bo.SayAsync("challenge", "Taken back"),
                Hidden = await bo.SayAsync("challenge", "Not for the wall"),
            };
            await bo.MustAsync("withdrawContribution", new { contributionId = world.Withdrawn });
            await room.MustAsync("hide", new { contributionId = world.Hidden, hidden = true });
            return world;
        }

        public async Task ChangesNothingAsync(Func<Task> attempt)
        {
            var before = await room.VersionAsync();
            await attempt();
            Assert.Equal(before, await room.VersionAsync());
            Assert.Equal(before, (await room.EventsAsync()).GetArrayLength());
        }

        /// <summary>The first object with the second one's properties in place of its own.</summary>
        public string Merged(string json, string instead)
        {
            var named = instead.Replace("CHALLENGE", Challenge, StringComparison.Ordinal)
                .Replace("WITHDRAWN", Withdrawn, StringComparison.Ordinal).Replace("HIDDEN", Hidden, StringComparison.Ordinal);
            // As text, because no JSON library carries a lone surrogate along.
            var names = JsonNode
                .Parse(instead.Replace("\\ud800", "", StringComparison.Ordinal).Replace("\\udc00", "", StringComparison.Ordinal))!
                .AsObject().Select(p => p.Key).ToHashSet();
            var rest = JsonNode.Parse(json)!.AsObject();
            foreach (var name in names) rest.Remove(name);
            return names.Count == 0 ? json : $"{rest.ToJsonString()[..^1]},{named.TrimStart('{')}";
        }

        /// <summary>A command that would be carried out if its sender were the right one.</summary>
        public JsonObject Filled(string type) => Json.Command(type, type switch
        {
            "contribute" => new { activityId = "chain", laneId = "challenge", text = "x" },
            "editContribution" => new { contributionId = Challenge, text = "x" },
            "withdrawContribution" => new { contributionId = Challenge },
            "nod" => new { contributionId = Challenge, on = true },
            "setDone" => new { activityId = "chain", step = "challenges", on = true },
            "changeProfile" => new { name = "Chen" },
            "changeSession" => new { title = "x" },
            "addActivity" => new { method = "kick-start" },
            "moveActivity" => new { activityId = "chain" },
            "removeActivity" => new { activityId = "briefing" },
            "park" => new { contributionId = Challenge, parked = true },
            "joinContributions" => new { contributionIds = new[] { Challenge, Hidden } },
            "carryOver" => new { activityId = "next-steps", laneId = "next-step", contributionIds = new[] { Challenge } },
            "undo" => new { version = 3 },
            "changeActivity" => new { activityId = "chain", title = "x" },
            "startActivity" => new { activityId = "next-steps" },
            "moveToStep" => new { activityId = "chain", step = "pick" },
            "showPoint" => new { activityId = "chain", point = 0 },
            "startTimer" or "addTime" => new { seconds = 60 },
            "setScreen" => new { mode = "blank" },
            "hide" => new { contributionId = Challenge, hidden = true },
            "takeLate" => new { contributionId = Challenge },
            "createTheme" => new { activityId = "chain", title = "x", contributionIds = new[] { Challenge } },
            "renameTheme" => new { themeId = "t", title = "x" },
            "removeTheme" => new { themeId = "t" },
            "moveToTheme" => new { contributionId = Challenge, themeId = "t" },
            "placeDots" => new { targetId = Challenge, dots = 1 },
            "answer" => new { activityId = "chain", laneId = "challenge", value = 1 },
            "resetVotes" => new { activityId = "chain", step = "pick" },
            "takeTeam" => new { activityId = "chain", team = "it" },
            "assignTeams" => new { activityId = "chain", balance = true },
            "pick" => new { targetId = Challenge, picked = true },
            "writeNote" => new { text = "x", contributionId = Challenge },
            "recordDecision" => new { text = "x" },
            "changeDecision" => new { decisionId = "d", text = "x" },
            "removeDecision" => new { decisionId = "d" },
            "recordAction" => new { what = "x" },
            "changeAction" or "removeAction" => new { actionId = "a" },
            "removeDelegate" => new { delegateId = bo.Id, withContributions = true },
            "erase" => new { contributionId = Challenge },
            "readmitDelegate" => new { delegateId = bo.Id },
            "openSession" or "closeSession" or "reopenSession" or "stopTimer" => new { },
            _ => Plausible.Properties(CommandCatalogue.Named(type)!.Shape!),
        });

        public void Dispose() => bo.Dispose();
    }

    /// <summary>One sign-in for the whole class: a password takes a while to check, on purpose.</summary>
    private static class Signed
    {
        private static readonly SemaphoreSlim Gate = new(1);
        private static Facilitator? amara;

        public static async Task<Facilitator> InAsync(HubServer server)
        {
            await Gate.WaitAsync();
            try
            {
                return amara ??= await Facilitator.AmaraAsync(server);
            }
            finally
            {
                Gate.Release();
            }
        }
    }
}
