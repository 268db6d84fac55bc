using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>
/// A facilitator's place at one session: the state as last told, a way to send commands, and what is being typed. It
/// decides nothing. A full room changes many times a second, so changes gather: whoever draws hears of them at most
/// every 100 ms.
/// </summary>
public sealed class Desk : IDisposable
{
    internal static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly ILiveSession session;
    private readonly Sender sender;
    private readonly Func<Phones> phones;
    private readonly TimeProvider clock;
    private readonly Func<ValueTask<bool>>? signedIn;
    private readonly Following following;
    private readonly CancellationTokenSource ended = new();
    private readonly Dictionary<Command, Task<CommandResult>> saying = [];
    private int telling;
    private long told;

    /// <param name="signedIn">Whether whoever sits here still is; null: nobody has to be, as in a rehearsal of the console's parts.</param>
    internal Desk(ILiveSession session, AccountId account, Func<Phones> phones, TimeProvider clock, Func<ValueTask<bool>>? signedIn = null)
    {
        (this.session, this.phones, this.clock, this.signedIn) = (session, phones, clock, signedIn);
        sender = new Sender.Account(account);
        following = session.Follow(_ => Tell());
        View = new(session.State, account);
        Phones = phones();
        _ = BeatAsync();
    }

    /// <summary>Something changed that is worth drawing.</summary>
    public event Action? Changed;

    /// <summary>Once a second, for clocks.</summary>
    public event Action? Ticked;

    /// <summary>Whose desk it is.</summary>
    public AccountId Me => View.Me;

    public SessionId Id => session.Id;

    public string Code => session.Code;

    /// <summary>How much the session takes.</summary>
    public SessionLimits Limits => session.Limits;

    /// <summary>The session as last told.</summary>
    public SessionState State => View.State;

    /// <summary>The same as whoever sits here sees it, with what can be done now.</summary>
    public DeskView View { get; private set; }

    public Phones Phones { get; private set; }

    /// <summary>The session's own time: the timer ends by it.</summary>
    public DateTimeOffset Now => session.Now;

    /// <summary>The last move that was refused, until the next one.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>What is being typed and not sent, by field; stays while the facilitator looks elsewhere.</summary>
    public Drafts Drafts { get; } = new();

    /// <summary>
    /// Sends a command. The state holds it when this returns. After a stall two taps arrive in one burst: what would say
    /// something a second time while the first is on its way to the disk is that first one.
    /// </summary>
    public async Task<CommandResult> SendAsync(Command command)
    {
        var says = command is Contribute or RecordDecision or RecordAction;
        if (says && saying.TryGetValue(command, out var same)) return await same;
        var sending = SendSignedInAsync(command);
        if (says) saying[command] = sending;
        try
        {
            return await sending;
        }
        finally
        {
            saying.Remove(command);
            Look();
        }
    }

    /// <summary>Sends a move that has no form of its own: a refusal is said at the top.</summary>
    public async Task<bool> DoAsync(Command command)
    {
        Refused = (await SendAsync(command)).Refusal;
        Changed?.Invoke();
        return Refused is null;
    }

    /// <summary>
    /// Makes the move that the button showed. Where the room has moved on since, by a second click or by somebody else,
    /// it is done already, and nothing happens.
    /// </summary>
    public Task MoveAsync(NextMove move)
    {
        if (move == NextMove.Of(session.State)) return DoAsync(move.Command);
        Look();
        Changed?.Invoke();
        return Task.CompletedTask;
    }

    public void Forgive()
    {
        Refused = null;
        Changed?.Invoke();
    }

    public void Redraw() => Changed?.Invoke();

    public void Dispose()
    {
        if (ended.IsCancellationRequested) return;
        following.Dispose();
        ended.Cancel();
        ended.Dispose();
    }

    private void Look() => View = new(session.State, Me);

    private async Task<CommandResult> SendSignedInAsync(Command command) =>
        signedIn is null || await signedIn()
            ? await session.SendAsync(sender, Guid.NewGuid(), command)
            : CommandResult.Refused(RefusalKind.NotSignedIn);

    // On the journal's writer: signal and return.
    private void Tell()
    {
        if (Interlocked.Exchange(ref telling, 1) == 0) _ = Task.Run(TellAsync);
    }

    private async Task TellAsync()
    {
        var rest = Gathering - clock.GetElapsedTime(Volatile.Read(ref told));
        if (rest > TimeSpan.Zero) await Task.Delay(rest, clock);
        Volatile.Write(ref told, clock.GetTimestamp());
        Interlocked.Exchange(ref telling, 0);
        Look();
        Changed?.Invoke();
    }

    private async Task BeatAsync()
    {
        var token = ended.Token;
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(token))
            {
                Ticked?.Invoke();
                var now = phones();
                if (now.Equals(Phones)) continue;
                Phones = now;
                Changed?.Invoke();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
