using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Doors;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>Recovery codes are not guessed, and nobody's guesses keep out whoever has a right one.</summary>
public sealed class RecoveryTests
{
    private const string Wrong = "AAAA-AAAA";
    private static readonly SessionId Session = new("session");
    private static readonly DelegateId Bo = new("bo");

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void JOIN_30_An_address_is_told_to_wait_after_some_wrong_codes_and_only_it()
    {
        using var guard = new RecoveryGuard(clock);

        for (var i = 0; i < RecoveryGuard.FreeForAnAddress; i++) Assert
            .Equal(RefusalKind.NoSuchRecoveryCode, Guess(guard, "192.0.2.1")?.Kind);

        Assert.Equal(2, Guess(guard, "192.0.2.1")?.Details[0]);
        Assert.Equal(RefusalKind.NoSuchRecoveryCode, Guess(guard, "192.0.2.2")?.Kind);
        clock.Advance(RecoveryGuard.OneMoreForAnAddress);
        Assert.Equal(RefusalKind.NoSuchRecoveryCode, Guess(guard, "192.0.2.1")?.Kind);
    }

    [Fact]
    public void JOIN_31_A_right_code_comes_in_where_others_have_been_told_to_wait()
    {
        using var guard = new RecoveryGuard(clock);

        for (var i = 0; i < RecoveryGuard.JudgedOfAnAddress - 1; i++) Guess(guard, "192.0.2.1");

        Assert.Equal((Bo, null), guard.Judge(Session, IPAddress.Parse("192.0.2.1"), () => Bo));
    }

    [Fact]
    public void JOIN_31_No_more_codes_are_judged_than_is_safe_and_not_even_a_right_one_tells()
    {
        using var guard = new RecoveryGuard(clock);
        var judged = 0;

        for (var second = 0; second < 60; second++)
        {
            for (var i = 0; i < 200; i++) guard.Judge(Session, IPAddress.Parse("192.0.2.1"), () => Judged(ref judged));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(judged, RecoveryGuard.JudgedOfAnAddress, RecoveryGuard.JudgedOfAnAddress + 600);
        for (var i = 0; i < 20; i++) Guess(guard, "192.0.2.1");
        Assert.Equal(RefusalKind.TooManyAttempts, guard.Judge(Session, IPAddress.Parse("192.0.2.1"), () => Bo).Refusal?.Kind);
    }

    [Fact]
    public void JOIN_31_Many_addresses_together_are_judged_up_to_a_safe_rate_and_keep_no_newcomer_out()
    {
        using var guard = new RecoveryGuard(clock);
        var judged = 0;

        for (var second = 0; second < 30; second++)
        {
            for (var a = 0; a < 50; a++)
            {
                for (var i = 0; i < 20; i++) guard.Judge(Session, IPAddress.Parse($"192.0.2.{a}"), () => Judged(ref judged));
            }

            clock.Advance(TimeSpan.FromSeconds(1));
        }

        // Twenty a second, and a first try for each of fifty addresses.
        Assert.InRange(judged, RecoveryGuard.JudgedInAll, RecoveryGuard.JudgedInAll + (30 * 20) + 50);
        Assert.Equal((Bo, null), guard.Judge(Session, IPAddress.Parse("198.51.100.1"), () => Bo));
    }

    [Fact]
    public async Task JOIN_31_Sixty_wrong_codes_at_the_venues_address_keep_nobody_of_the_venue_out()
    {
        using var server = HubServer.Start();
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var joined = await room.JoinOnceAsync(new { name = "Bo" });
        var code = joined.Text("recoveryCode");
        using var guesser = server.BrowserAt("127.0.0.7");

        for (var i = 0; i < RecoveryGuard.FreeForAnAddress * 2; i++) await RecoverAsync(guesser, room, Wrong);
        for (var i = 0; i < RecoveryGuard.FreeForAnAddress; i++) (await FormAsync(guesser, room, Wrong)).Dispose();
        (await RecoverAsync(guesser, room, Wrong)).IsRefused(429, "too-many-attempts");
        using var waits = await FormAsync(guesser, room, Wrong);
        using var phone = server.BrowserAt("127.0.0.7");
        using var back = await FormAsync(phone, room, code);
        var byProgram = await RecoverAsync(guesser, room, code);
        using var elsewhere = server.BrowserAt("127.0.0.8");

        Assert.Equal(HttpStatusCode.TooManyRequests, waits.StatusCode);
        Assert.NotNull(waits.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal(joined.Text("delegateId"), byProgram.Ok().Text("delegateId"));
        (await RecoverAsync(elsewhere, room, code)).Ok();
        // Nor did it take the room's own code from those at that address.
        (await Reply.OfAsync(guesser.PostAsJsonAsync($"api/join/{room.Code}", new { name = "Chen" }))).Is(HttpStatusCode.Created);
    }

    private static Task<Reply> RecoverAsync(HttpClient http, Room room, string code) =>
        Reply.OfAsync(http.PostAsJsonAsync($"api/join/{room.Code}", new { recoveryCode = code }));

    private static async Task<HttpResponseMessage> FormAsync(HttpClient http, Room room, string code)
    {
        using var form = new FormUrlEncodedContent([new("recoveryCode", code)]);
        return await http.PostAsync($"j/{room.Code}/recover", form);
    }

    private static Refusal? Guess(RecoveryGuard guard, string address) =>
        guard.Judge(Session, IPAddress.Parse(address), () => null).Refusal;

    private static DelegateId? Judged(ref int count)
    {
        count++;
        return null;
    }
}
