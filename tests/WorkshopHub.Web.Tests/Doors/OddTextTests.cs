using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Doors;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>Odd text at every door: an answer of the door's own, and nothing that stops anybody.</summary>
public sealed class OddTextTests(HubServer server) : IClassFixture<HubServer>
{
    /// <summary>What no keyboard types, each of another kind.</summary>
    public static TheoryData<string> Texts =>
    [
        "\uFFFE",
        "a\uFFFFb\uFDD0c",
        "plane \U0005FFFE and \U0010FFFF",
        "\0\u0001\u001B[2J\u009F",
        "unassigned \u0378 \U000E0FFF",
        $"Z{new string('\u0344', 3000)}",
        string.Concat(Enumerable.Repeat("\u202E\u2067\u200F", 40)),
        "\uFDFD\U0001242B\U00012031",
    ];

    [Theory]
    [InlineData("\uFDD0")]
    [InlineData("a\uFFFF \U0005FFFE\0\u001B\u0378\u0344\u0344\u202E\uFDFD\U0001242B")]
    public async Task SAY_18_every_command_with_it_in_every_field_is_carried_out_or_refused(string text)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        foreach (var kind in CommandCatalogue.All.Where(k => k.Shape is not null && k.Type is not ("closeSession" or "erase")))
        {
            foreach (var ids in (bool[])[false, true])
            {
                var command =
                    JsonSerializer.SerializeToNode(Plausible.Written(kind.Shape!, text, ids), kind.Shape!, StrictJson.Options)!.AsObject();
                (command["type"], command["commandId"]) = (kind.Type, Guid.NewGuid().ToString());
                NoFault(kind.Type, await room.Lead.PostAsync($"{room.Path}/commands", command.DeepClone()));
                command["commandId"] = Guid.NewGuid().ToString();
                NoFault(kind.Type, await bo.SendAsync(command));
            }
        }

        // Whatever was taken can be shown, everywhere.
        NoFault("state", (await room.Lead.GetAsync(room.Path)).Ok());
        NoFault("view", (await bo.GetAsync()).Ok());
        foreach (var format in (string[])["html", "docx", "md", "csv", "json"])
        {
            NoFault(format, (await room.Lead.GetAsync($"{room.Path}/summary?format={format}")).Ok());
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task SAY_18_every_other_door_answers_too(string text)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        NoFault("join", await room.JoinOnceAsync(new { name = text, sector = text, language = text }));
        NoFault("recover", await room.JoinOnceAsync(new { recoveryCode = text }));
        NoFault("session", await amara.PostAsync("api/sessions", new { title = text, topic = text, method = "kick-start" }));
        NoFault("method of a session", await amara.PostAsync("api/sessions", new { title = "x", method = text }));
        NoFault("screen", await amara.PostAsync($"{room.Path}/screens", new { name = text, language = text }));
        NoFault("token", await amara.PostAsync("api/tokens", new { email = HubServer.Email, password = HubServer.Password, name = text }));
        NoFault("email", await amara.PostAsync("api/tokens", new { email = $"{text}@hub.example", password = text, name = "x" }));
        NoFault("command", await room.SendAsync(text));
        var path = Uri.EscapeDataString(text);
        foreach (var address in new[] { $"api/sessions/{path}", $"api/methods/{path}", $"api/join/{path}",
            $"{room.Path}/summary?format={path}", $"?code={path}", $"j/{path}", $"screen/{path}", $"sign-in?returnUrl=/{path}",
            $"setup?token={path}" })
        {
            NoFault(address, await amara.GetAsync(address));
        }

        using var browser = server.Browser();
        foreach (var (address, field) in new[] { ("", "code"), ($"j/{room.Code}/join", "name"), ($"j/{room.Code}/send", "text"),
            ($"j/{room.Code}/recover", "recoveryCode") })
        {
            using var form =
                new FormUrlEncodedContent(
                [new(field, text), new("sector", text), new("type", "contribute"), new("activityId", "chain"), new("laneId", "challenge")]);
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
            request.Headers.Add("Origin", browser.BaseAddress!.GetLeftPart(UriPartial.Authority));
            NoFault(address, await Reply.OfAsync(browser.SendAsync(request)));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task SAY_18_the_hub_answers_and_its_line_stays(string text)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        await using var line = await HubClient.EnteredAsync(amara.Http.BaseAddress!, room.Code, bo.Token);
        var answer = await line.SendAsync(Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text }));
        Assert.True(answer.TryGetProperty("version", out _) || answer.GetProperty("code").GetString() is "text-empty" or "text-too-long");
        Assert.True((await line
            .SendAsync(Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = "Honest words" })))
            .TryGetProperty("id", out _));
    }

    [Fact]
    public async Task SAY_18_documents_stay_valid_whatever_was_said()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync(settings: new { names = "named" });
        using var bo = await room.JoinAsync("\uFFFEBo\u0001\uFDD1");
        foreach (var row in Texts)
        {
            await bo.SendAsync("contribute", new { activityId = "chain", laneId = "challenge", text = $"said {row.Data}" });
        }

        var bytes = (await room.Lead.GetAsync($"{room.Path}/summary?format=docx")).Ok().Bytes;
        using var docx = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(docx));
        Assert.DoesNotContain('\uFFFE', Encoding.UTF8.GetString((await room.Lead.GetAsync($"{room.Path}/summary?format=html")).Ok().Bytes));
    }

    [Theory]
    [InlineData("ben\uFFFF@hub.example")]
    [InlineData("ben\uFDEF@hub.example")]
    [InlineData("ben\u0007@hub.example")]
    public async Task SAY_18_no_account_has_such_an_email_and_asking_for_one_throws_nothing(string email)
    {
        await using var scope = server.Services.CreateAsyncScope();
        Assert.False(PasswordRules.IsEmail(email));
        Assert.Null(await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(email));
    }

    private static void NoFault(string what, Reply reply) =>
        Assert.True(reply.Status < HttpStatusCode.InternalServerError,
            $"{what}: {(int)reply.Status} {Encoding.UTF8.GetString(reply.Bytes)}");
}
