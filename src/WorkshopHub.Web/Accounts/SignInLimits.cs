using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using WorkshopHub.Core;
using WorkshopHub.Web.Limits;

namespace WorkshopHub.Web.Accounts;

/// <summary>Somebody who is about to try a password.</summary>
/// <param name="Address">As <see cref="AddressKey"/> writes it.</param>
/// <param name="Email">Whether or not somebody has it.</param>
/// <param name="Known">The browser or sign-in by which this account's owner is known; null: a stranger.</param>
internal readonly record struct SignInAttempt(string Address, EmailKey Email, string? Known);

/// <summary>An email as limits keep it: equal where the emails are, and useless to whoever reads the memory.</summary>
internal readonly record struct EmailKey(UInt128 Mac);

/// <summary>
/// Slows down whoever guesses passwords, and never the owner's own browsers. Wrong passwords count: those of strangers for
/// the email at their address, for their address, for the email wherever they come from, and for all together; those of a
/// known browser for itself alone. Emails are counted as they were given, so that one that nobody has looks like any other.
/// </summary>
internal sealed class SignInLimits : IDisposable
{
    /// <summary>Wrong passwords that are free: for one email from one address, or from a known browser.</summary>
    internal const int FreeForOne = 5;

    internal const int FreeForAnAddress = 30;
    internal const int FreeForAnEmail = 40;
    internal const int FreeForAll = 300;

    /// <summary>Refusals that an address gets at once; who goes on without waiting gets the next ones later.</summary>
    internal const int PromptRefusals = 10;

    /// <summary>Refusals that are held back at the same time, of all addresses.</summary>
    internal const int MostHeldBack = 256;

    internal static readonly TimeSpan OneMoreForOne = TimeSpan.FromMinutes(2);
    internal static readonly TimeSpan OneMoreForKnown = TimeSpan.FromMinutes(1);
    internal static readonly TimeSpan OneMoreForAnAddress = TimeSpan.FromSeconds(1);
    internal static readonly TimeSpan OneMoreForAnEmail = TimeSpan.FromMinutes(1);
    internal static readonly TimeSpan OneMoreForAll = TimeSpan.FromSeconds(0.5);

    /// <summary>How long an address that has missed is no newcomer.</summary>
    internal static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    internal static readonly TimeSpan HeldBackFor = TimeSpan.FromSeconds(1);

    private const string Everybody = "";

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly TimeProvider clock;
    private readonly Limiter<string> missedLately;
    private readonly Limiter<string> inAll;
    private readonly Limiter<string> byKnown;
    private readonly Limiter<string> refusals;
    private readonly PartitionedRateLimiter<SignInAttempt> strangers;
    private readonly Limiter<string> told;
    private readonly ConcurrencyLimiter heldBack = new(new() { PermitLimit = MostHeldBack, QueueLimit = 0 });

    public SignInLimits(TimeProvider clock)
    {
        this.clock = clock;
        missedLately = new(clock, LimitPolicy.Bucket(1, Lately));
        inAll = new(clock, LimitPolicy.Bucket(FreeForAll, OneMoreForAll));
        byKnown = new(clock, LimitPolicy.Bucket(FreeForOne, OneMoreForKnown));
        refusals = new(clock, LimitPolicy.Bucket(PromptRefusals, HeldBackFor));
        told = new(clock, LimitPolicy.Bucket(1, TimeSpan.FromMinutes(1)));
        strangers = PartitionedRateLimiter.CreateChained(
            new Limiter<(string, EmailKey)>(clock, LimitPolicy.Bucket(FreeForOne, OneMoreForOne))
                .WithTranslatedKey<SignInAttempt>(x => (x.Address, x.Email), leaveOpen: false),
            new Limiter<string>(clock, LimitPolicy.Bucket(FreeForAnAddress, OneMoreForAnAddress))
                .WithTranslatedKey<SignInAttempt>(x => x.Address, leaveOpen: false),
            new Limiter<EmailKey>(clock, LimitPolicy.Bucket(FreeForAnEmail, OneMoreForAnEmail))
                .WithTranslatedKey<SignInAttempt>(x => x.Email, leaveOpen: false));
    }

    /// <param name="normalizedEmail">As accounts are looked up by it.</param>
    public EmailKey KeyOf(string normalizedEmail)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(normalizedEmail), mac);
        return new(BinaryPrimitives.ReadUInt128LittleEndian(mac));
    }

    /// <summary>Whether a password may be tried now. Null: yes; else the refusal with the seconds to wait.</summary>
    public Refusal? Refuse(in SignInAttempt attempt)
    {
        if (attempt.Known is { } known) return byKnown.Look(known);
        if (strangers.Look(attempt) is { } refusal) return refusal;
        // When many addresses guess together, those that have missed before wait; a newcomer still gets the first try.
        return missedLately.Counts(attempt.Address) ? inAll.Look(Everybody) : null;
    }

    /// <summary>The password was wrong, or nobody has this email.</summary>
    public void Missed(in SignInAttempt attempt)
    {
        if (attempt.Known is { } known)
        {
            byKnown.Count(known);
            return;
        }

        strangers.Count(attempt);
        missedLately.Count(attempt.Address);
        inAll.Count(Everybody);
    }

    /// <summary>Whether this refusal is the first one for a minute, and worth a line in the log; a flood is not to fill it.</summary>
    public bool IsFirstRefusal() => told.Takes(Everybody);

    /// <summary>
    /// A stranger is being refused: at once, or after a moment where the address goes on without waiting. Refusals cost little,
    /// but thousands a second are a load, too.
    /// </summary>
    public async Task HoldBackAsync(string address, CancellationToken cancel)
    {
        if (refusals.Takes(address)) return;
        using var place = heldBack.AttemptAcquire();
        if (place.IsAcquired) await Task.Delay(HeldBackFor, clock, cancel);
    }

    public void Dispose()
    {
        strangers.Dispose();
        missedLately.Dispose();
        inAll.Dispose();
        byKnown.Dispose();
        refusals.Dispose();
        told.Dispose();
        heldBack.Dispose();
    }
}
