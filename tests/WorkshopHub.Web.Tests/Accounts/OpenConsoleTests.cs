using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Facilitator.Cockpit;
using WorkshopHub.Web.Tests.Doors;

namespace WorkshopHub.Web.Tests.Accounts;

/// <summary>What becomes of a console that is open when its sign-in ends. The way to sign-in and back is seen in a browser.</summary>
public sealed class OpenConsoleTests : IDisposable
{
    private readonly FakeTimeProvider clock = HubServer.Clock();
    private readonly HubServer hub;

    public OpenConsoleTests() => hub = HubServer.Start(time: clock);

    private SignIns SignIns => hub.Services.GetRequiredService<SignIns>();

    public void Dispose() => hub.Dispose();

    [Theory]
    [InlineData("signed out")]
    [InlineData("ended from the account page")]
    [InlineData("all others ended")]
    [InlineData("a new password")]
    [InlineData("a new stamp by somebody else's hand")]
    [InlineData("the account is gone")]
    [InlineData("idle")]
    [InlineData("its longest")]
    public async Task SIGN_7_an_open_console_hears_of_the_end_within_seconds_and_nothing_more_is_taken_from_it(string how)
    {
        await using var console = await ConsoleAsync();
        var taken = 0;
        var gate = console.Gate(() => taken++);
        await gate();
        Assert.Equal(1, taken);

        await EndAsync(how, console);
        await console.Ended.WaitAsync(TimeSpan.FromSeconds(30));
        await gate();

        Assert.Equal(1, taken);
        Assert.False((await console.Provider.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated);
    }

    [Fact]
    public async Task SIGN_7_before_the_push_arrives_each_thing_is_looked_at_on_the_server()
    {
        await using var console = await ConsoleAsync(watches: false);
        var taken = 0;
        var gate = console.Gate(() => taken++);

        await SignIns.EndAsync(console.SignInId);
        await gate();

        Assert.Equal(0, taken);
    }

    [Fact]
    public async Task SIGN_7_a_desk_sends_nothing_once_its_sign_in_is_over_and_another_browsers_desk_goes_on()
    {
        using var program = await Doors.Facilitator.AmaraAsync(hub);
        var room = await program.RoomAsync();
        var amara = await Cookies.AmaraAsync(hub);
        var (here, there) = (Secret.Hash(await SignIns.BeginAsync(amara, null)), Secret.Hash(await SignIns.BeginAsync(amara, null)));
        var desks = hub.Services.GetRequiredService<Desks>();
        using var left = await desks.OpenAsync(room.Id, new(amara.Id), here);
        using var stays = await desks.OpenAsync(room.Id, new(amara.Id), there);
        Assert.True(await left!.DoAsync(new StartTimer(60)));

        await SignIns.EndAsync(here);
        var before = await room.VersionAsync();
        var answer = await left.SendAsync(new StopTimer());

        Assert.Equal(RefusalKind.NotSignedIn, answer.Refusal!.Kind);
        Assert.Equal(before, await room.VersionAsync());
        Assert.True(await stays!.DoAsync(new StopTimer()));
    }

    [Fact]
    public async Task SIGN_7_an_open_console_that_is_used_is_not_idle_and_one_that_is_only_open_is()
    {
        await using var used = await ConsoleAsync();
        await using var left = await ConsoleAsync();
        var gate = used.Gate(() => { });
        clock.Advance(SignIns.Idle - TimeSpan.FromMinutes(1));
        await gate();

        clock.Advance(TimeSpan.FromMinutes(1));
        await left.Ended.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.True(await SignIns.IsOnAsync(used.SignInId));
        Assert.False(await SignIns.IsOnAsync(left.SignInId));
    }

    [Fact]
    public async Task SIGN_9_an_open_console_goes_on_while_rows_cannot_be_read()
    {
        await using var console = await ConsoleAsync();
        var taken = 0;
        var gate = console.Gate(() => taken++);
        using (Database.Hide(hub, "SignIns"))
        {
            clock.Advance(SignIns.Fresh);
            await gate();
            await SignIns.LookAtWatchedAsync();
        }

        Assert.Equal(1, taken);
        Assert.False(console.Ended.IsCompleted);
    }

    private async Task EndAsync(string how, Console console)
    {
        switch (how)
        {
            case "signed out":
                await SignIns.EndAsync(console.SignInId);
                break;
            case "ended from the account page":
                Assert.True(await SignIns.EndAsync(new(console.Account.Id), console.SignInId));
                break;
            case "all others ended":
                await SignIns.EndAllAsync(new(console.Account.Id), except: "another");
                break;
            case "a new password":
                Assert.Empty(
                    (await hub.Services.GetRequiredService<PasswordChange>()
                    .ChangeAsync(new(console.Account.Id), "a louder harbour", keep: null)).Problems);
                break;
            case "a new stamp by somebody else's hand":
                await ManageAsync(console.Account, (all, one) => all.UpdateSecurityStampAsync(one));
                clock.Advance(SignIns.Fresh);
                break;
            case "the account is gone":
                await ManageAsync(console.Account, (all, one) => all.DeleteAsync(one));
                clock.Advance(SignIns.Fresh);
                break;
            case "idle":
                clock.Advance(SignIns.Idle);
                break;
            case "its longest":
                clock.Advance(SignIns.Longest);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(how));
        }
    }

    private async Task ManageAsync(Account account, Func<UserManager<Account>, Account, Task<IdentityResult>> change)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        var all = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await change(all, (await all.FindByIdAsync(account.Id))!)).Succeeded);
    }

    /// <summary>The services of a circuit, as the framework makes them when a browser connects.</summary>
    /// <param name="watches">False: as in the moment before it is told.</param>
    private async Task<Console> ConsoleAsync(bool watches = true)
    {
        var account = await Cookies.AccountAsync(hub, $"{Guid.NewGuid():n}@hub.example");
        var secret = await SignIns.BeginAsync(account, null);
        Assert.True(await SignIns.IsOnAsync(Secret.Hash(secret)));
        var identity =
            new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id), new(SignIns.Claim, secret)],
            IdentityConstants.ApplicationScheme);
        return new(hub.Services.CreateAsyncScope(), account, new(identity), watches);
    }

    private sealed class Console : IAsyncDisposable
    {
        private readonly AsyncServiceScope scope;
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Console(AsyncServiceScope scope, Account account, ClaimsPrincipal user, bool watches)
        {
            (this.scope, Account, SignInId) = (scope, account, user.SignInId!);
            Provider = scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
            ((IHostEnvironmentAuthenticationStateProvider)Provider).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
            Provider.AuthenticationStateChanged += state => ended.TrySetResult();
            if (!watches) ((CircuitSignIn)Provider).StopWatching();
        }

        public Account Account { get; }

        public string SignInId { get; }

        public AuthenticationStateProvider Provider { get; }

        public Task Ended => ended.Task;

        /// <summary>Something comes in from the browser.</summary>
        public Func<Task> Gate(Action taken)
        {
            var handler = Assert.Single(scope.ServiceProvider.GetServices<CircuitHandler>().OfType<CircuitGate>());
            var through = handler.CreateInboundActivityHandler(_ =>
            {
                taken();
                return Task.CompletedTask;
            });
            return () => through(null!);
        }

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
