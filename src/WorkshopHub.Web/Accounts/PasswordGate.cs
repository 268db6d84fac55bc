using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using WorkshopHub.Web.Limits;

// This is the place.
#pragma warning disable RS0030

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// The only place where passwords are hashed. A hash takes a core for about a twentieth of a second: so it is done by few at a
/// time, on threads of their own, and behind a short queue. Those who are known (a browser that was signed in before, a
/// one-time link) have a lane beside the strangers', and no address takes all of the strangers' lane.
/// </summary>
public sealed class PasswordGate : IDisposable
{
    /// <summary>Who waits in one lane, beside those who are at work.</summary>
    internal const int MostWaiting = 7;

    /// <summary>How many strangers of one address are in their lane at the same time.</summary>
    internal const int MostOfAnAddress = 4;

    // One in each lane leaves a room half of two cores even if both are full.
    private static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 4);

    private readonly PasswordHasher<Account> hasher;
    private readonly Lazy<string> hashOfNobody;
    private readonly ConcurrencyLimiter strangers = Lane();
    private readonly ConcurrencyLimiter known = Lane();
    private readonly PartitionedRateLimiter<string> addresses = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetConcurrencyLimiter(address, static _ => new() { PermitLimit = MostOfAnAddress, QueueLimit = 0 }));

    public PasswordGate(IOptions<PasswordHasherOptions> options)
    {
        hasher = new(options);
        hashOfNobody = new(() => hasher.HashPassword(new(), Secret.New()));
    }

    /// <summary>Waits for a turn in the lane of those who are known. Null: the queue is full.</summary>
    public async Task<Turn?> EnterAsync(CancellationToken cancel)
    {
        var lease = await known.AcquireAsync(1, cancel);
        return Entered(lease, null);
    }

    /// <summary>Waits for a turn in the lane of strangers. Null: the queue is full, or this address has its share of it.</summary>
    /// <param name="address">As <see cref="AddressKey"/> writes it.</param>
    public async Task<Turn?> EnterAsStrangerAsync(string address, CancellationToken cancel)
    {
        var share = addresses.AttemptAcquire(address);
        if (!share.IsAcquired) return null;
        try
        {
            return Entered(await strangers.AcquireAsync(1, cancel), share);
        }
        catch
        {
            share.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        strangers.Dispose();
        known.Dispose();
        addresses.Dispose();
    }

    private static ConcurrencyLimiter Lane() =>
        new(new() { PermitLimit = AtOnce, QueueLimit = MostWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    private Turn? Entered(RateLimitLease lease, RateLimitLease? share)
    {
        if (lease.IsAcquired) return new(this, lease, share);
        lease.Dispose();
        share?.Dispose();
        return null;
    }

    // Requests run on the threads of the pool, and must find one.
    private static Task<T> OnOwnThreadAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        })
        { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "Password" }.Start();
        return done.Task;
    }

    /// <summary>The right to hash, until it is given back.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly PasswordGate gate;
        private readonly RateLimitLease lease;
        private readonly RateLimitLease? share;

        internal Turn(PasswordGate gate, RateLimitLease lease, RateLimitLease? share) =>
            (this.gate, this.lease, this.share) = (gate, lease, share);

        /// <summary>What is kept of a password.</summary>
        public Task<string> HashAsync(string password) => OnOwnThreadAsync(() => gate.hasher.HashPassword(new(), password));

        /// <summary>Whether this is the password of which that was kept; takes as long where nothing was.</summary>
        public Task<PasswordVerificationResult> VerifyAsync(string? hash, string password) => OnOwnThreadAsync(() =>
        {
            // Made before either way, so that the first attempt of all does not tell.
            var nobodys = gate.hashOfNobody.Value;
            var result = gate.hasher.VerifyHashedPassword(new(), hash ?? nobodys, password);
            return hash is null ? PasswordVerificationResult.Failed : result;
        });

        public void Dispose()
        {
            lease.Dispose();
            share?.Dispose();
        }
    }
}
