using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Core;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Tests.Accounts;

public sealed class SignInLimitsTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly SignInLimits limits;

    public SignInLimitsTests() => limits = new(clock);

    public void Dispose() => limits.Dispose();

    [Fact]
    public void SIGN_21_One_email_from_one_address_waits_after_a_few_wrong_passwords_and_no_other_one()
    {
        Assert.Equal(SignInLimits.FreeForOne, Guess(Stranger("192.0.2.1", "AMARA"), 99));

        Assert.Equal(120, Seconds(Stranger("192.0.2.1", "AMARA")));
        Assert.Null(limits.Refuse(Stranger("192.0.2.2", "AMARA")));
        Assert.Null(limits.Refuse(Stranger("192.0.2.1", "BRENDAN")));
        clock.Advance(SignInLimits.OneMoreForOne);
        Assert.Equal(1, Guess(Stranger("192.0.2.1", "AMARA"), 99));
    }

    [Fact]
    public void SIGN_21_One_address_waits_after_wrong_passwords_for_many_emails()
    {
        var guessed = Enumerable.Range(0, 99).Sum(i => Guess(Stranger("192.0.2.1", $"PERSON{i}"), 1));

        Assert.Equal(SignInLimits.FreeForAnAddress, guessed);
        Assert.Equal(1, Seconds(Stranger("192.0.2.1", "SOMEBODY ELSE")));
        Assert.Null(limits.Refuse(Stranger("192.0.2.2", "SOMEBODY ELSE")));
    }

    [Fact]
    public void SIGN_21_One_email_waits_after_wrong_passwords_from_many_addresses()
    {
        var guessed = Enumerable.Range(0, 99).Sum(i => Guess(Stranger($"192.0.2.{i}", "AMARA"), 4));

        Assert.Equal(SignInLimits.FreeForAnEmail, guessed);
        Assert.Equal(60, Seconds(Stranger("198.51.100.1", "AMARA")));
        Assert.Null(limits.Refuse(Stranger("198.51.100.1", "BRENDAN")));
    }

    [Fact]
    public void SIGN_22_Whoever_is_known_is_held_up_by_no_stranger_and_has_a_limit_of_their_own()
    {
        for (var i = 0; i < 99; i++) Guess(Stranger($"192.0.2.{i % 5}", i % 2 == 0 ? "AMARA" : $"PERSON{i}"), 9);
        var known = Stranger("192.0.2.1", "AMARA") with { Known = "laptop" };
        Assert.NotNull(limits.Refuse(known with { Known = null }));

        Assert.Equal(SignInLimits.FreeForOne, Guess(known, 99));

        Assert.Equal(60, Seconds(known));
        Assert.Null(limits.Refuse(known with { Known = "phone" }));
        clock.Advance(SignInLimits.OneMoreForKnown);
        Assert.Null(limits.Refuse(known));
    }

    [Fact]
    public void SIGN_25_When_many_addresses_guess_together_those_that_missed_wait_and_a_newcomer_does_not()
    {
        var guessed =
            Enumerable.Range(0, 60).Sum(i => Enumerable.Range(0, 9).Sum(n => Guess(Stranger($"192.0.2.{i}", $"PERSON{i}-{n}"), 1)));

        // Of sixty addresses the last ones had a first try only.
        Assert.InRange(guessed, SignInLimits.FreeForAll, SignInLimits.FreeForAll + 60);
        Assert.Equal(1, Seconds(Stranger("192.0.2.1", "SOMEBODY ELSE")));
        Assert.Null(limits.Refuse(Stranger("198.51.100.1", "SOMEBODY ELSE")));
        clock.Advance(SignInLimits.OneMoreForAnAddress);
        Assert.Null(limits.Refuse(Stranger("192.0.2.1", "SOMEBODY ELSE")));
    }

    [Fact]
    public async Task SIGN_20_Who_goes_on_without_waiting_gets_the_refusal_later()
    {
        for (var i = 0; i < SignInLimits.PromptRefusals; i++) Assert
            .True(limits.HoldBackAsync("192.0.2.1", default).IsCompletedSuccessfully);

        var later = limits.HoldBackAsync("192.0.2.1", default);

        Assert.False(later.IsCompleted);
        Assert.True(limits.HoldBackAsync("192.0.2.2", default).IsCompletedSuccessfully);
        clock.Advance(SignInLimits.HeldBackFor);
        await later;
    }

    [Fact]
    public void Only_so_many_refusals_are_held_back()
    {
        var all = Enumerable.Range(0, SignInLimits.PromptRefusals + SignInLimits.MostHeldBack + 50)
            .Select(_ => limits.HoldBackAsync("192.0.2.1", default)).ToList();

        Assert.Equal(SignInLimits.MostHeldBack, all.Count(x => !x.IsCompleted));
    }

    [Fact]
    public void A_flood_is_told_to_the_log_once_a_minute()
    {
        Assert.Single(Enumerable.Range(0, 1_000), _ => limits.IsFirstRefusal());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(limits.IsFirstRefusal());
    }

    private SignInAttempt Stranger(string address, string email) => new(address, limits.KeyOf(email), null);

    private int? Seconds(SignInAttempt attempt)
    {
        var refusal = limits.Refuse(attempt);
        Assert.Equal(RefusalKind.TooManyAttempts, refusal?.Kind);
        return refusal?.Details[0] as int?;
    }

    /// <summary>How many of so many guesses were judged.</summary>
    private int Guess(SignInAttempt attempt, int times)
    {
        var judged = 0;
        for (; judged < times && limits.Refuse(attempt) is null; judged++) limits.Missed(attempt);
        return judged;
    }
}
