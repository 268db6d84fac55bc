using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Tests.Accounts;

public sealed class PasswordGateTests : IDisposable
{
    private readonly PasswordGate gate = new(Options.Create(new PasswordHasherOptions()));

    public void Dispose() => gate.Dispose();

    [Fact]
    public async Task SIGN_20_The_strangers_queue_is_short_and_whoever_is_known_passes_beside_it()
    {
        var strangers = Enumerable.Range(0, 200).Select(i => gate.EnterAsStrangerAsync($"192.0.2.{i}", default)).ToList();

        var turnedAway = strangers.Count(x => x.IsCompletedSuccessfully && x.Result is null);
        var atWork = strangers.Where(x => x.IsCompletedSuccessfully && x.Result is not null).ToList();
        var waiting = strangers.Where(x => !x.IsCompleted).ToList();
        using var known = await gate.EnterAsync(default);

        Assert.Equal(Math.Max(1, Environment.ProcessorCount / 4), atWork.Count);
        Assert.Equal(PasswordGate.MostWaiting, waiting.Count);
        Assert.Equal(200 - atWork.Count - waiting.Count, turnedAway);
        Assert.NotNull(known);

        foreach (var one in atWork) (await one)!.Dispose();
        foreach (var one in waiting) (await one)!.Dispose();
        using var afterwards = await gate.EnterAsStrangerAsync("192.0.2.1", default);
        Assert.NotNull(afterwards);
    }

    [Fact]
    public async Task SIGN_20_No_address_takes_all_of_the_strangers_queue()
    {
        var greedy = Enumerable.Range(0, 50).Select(_ => gate.EnterAsStrangerAsync("192.0.2.7", default)).ToList();
        var other = gate.EnterAsStrangerAsync("192.0.2.8", default);

        Assert.Equal(50 - PasswordGate.MostOfAnAddress, greedy.Count(x => x.IsCompletedSuccessfully && x.Result is null));
        foreach (var one in greedy) (await one)?.Dispose();
        using var turn = await other;
        Assert.NotNull(turn);
    }

    [Fact]
    public async Task Whoever_goes_away_while_waiting_leaves_the_queue()
    {
        using var leaves = new CancellationTokenSource();
        var atWork = new List<PasswordGate.Turn?>();
        for (var i = 0; i < Math.Max(1, Environment.ProcessorCount / 4); i++) atWork
            .Add(await gate.EnterAsStrangerAsync($"192.0.2.{i}", default));
        var gone = Enumerable.Range(0, PasswordGate.MostWaiting).Select(i => gate.EnterAsStrangerAsync($"198.51.100.{i}", leaves.Token))
            .ToList();

        await leaves.CancelAsync();
        foreach (var one in gone) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        var next = gate.EnterAsStrangerAsync("198.51.100.1", default);
        foreach (var one in atWork) one!.Dispose();
        using var turn = await next;

        Assert.NotNull(turn);
    }

    [Fact]
    public async Task A_password_is_known_by_what_was_kept_of_it_and_nobodys_is_wrong()
    {
        using var turn = (await gate.EnterAsync(default))!;

        var kept = await turn.HashAsync("a quiet harbour");

        Assert.Equal(PasswordVerificationResult.Success, await turn.VerifyAsync(kept, "a quiet harbour"));
        Assert.Equal(PasswordVerificationResult.Failed, await turn.VerifyAsync(kept, "a loud harbour"));
        Assert.Equal(PasswordVerificationResult.Failed, await turn.VerifyAsync(null, "a quiet harbour"));
    }
}
