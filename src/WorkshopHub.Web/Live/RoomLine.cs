using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>
/// The line to one phone or screen. While a message is still on its way to a slow one, further ones are dropped; when it
/// has caught its breath it is told to fetch what they were about. So its backlog is one message, and it holds up nobody.
/// </summary>
internal sealed class RoomLine(HubConnectionContext connection, Surface surface, DelegateId? delegateId, string? screenId, bool preview =
    false, string? language = null)
{
    private readonly Lock gate = new();
    private readonly HashSet<Func<SerializedHubMessage>> missed = [];
    private bool busy;

    internal Surface Surface => surface;

    /// <summary>A screen's own; null: the session's. Delegates change theirs, so that it is asked for each time.</summary>
    internal string? Language => language;

    /// <summary>Those with whom it sees the same; the relay's to set, as a delegate's team can change.</summary>
    internal Audience Audience { get; set; }

    internal DelegateId? DelegateId => delegateId;

    /// <summary>The link by which it came in: when that is revoked, the line is cut.</summary>
    internal string? ScreenId => screenId;

    /// <summary>Of all lines of one session, those with the same owner are one delegate's, or come by one link; null: nobody's.</summary>
    internal string? Owner => delegateId is { } id ? $"d:{id}" : screenId is null ? null : $"s:{screenId}";

    /// <summary>Shows the screen in small, for the console; counts as no screen.</summary>
    internal bool IsPreview => preview;

    /// <summary>What the phone reports of itself: words waiting on it.</summary>
    internal int Waiting { get; set; }

    internal bool Typing { get; set; }

    /// <summary>What a screen reports of itself; null: nothing yet.</summary>
    internal ScreenSeen? Seen { get; set; }

    /// <param name="fetch">Sent later instead, if this one has to be dropped; the same for all that it makes up for.</param>
    internal void Send(SerializedHubMessage message, Func<SerializedHubMessage> fetch)
    {
        lock (gate)
        {
            if (busy) missed.Add(fetch);
            else Write(message);
        }
    }

    /// <summary>Something that a later one makes up for, such as a pulse: dropped without a trace when the line is busy.</summary>
    internal void Offer(SerializedHubMessage message)
    {
        lock (gate)
        {
            if (!busy) Write(message);
        }
    }

    internal void Close() => connection.Abort();

    private void Write(SerializedHubMessage message)
    {
        var sending = connection.WriteAsync(message);
        if (sending.IsCompletedSuccessfully) return;
        busy = true;
        _ = FinishAsync(sending.AsTask());
    }

    private async Task FinishAsync(Task sending)
    {
        // A broken connection ends by itself; its page comes back and fetches.
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        List<Func<SerializedHubMessage>> owed;
        lock (gate)
        {
            busy = false;
            owed = [.. missed];
            missed.Clear();
        }

        foreach (var fetch in owed) Send(fetch(), fetch);
    }
}

/// <summary>How a full wall stands on a screen.</summary>
/// <param name="Density">1, roomy, to 4, folded.</param>
/// <param name="Page">The page that it shows, from 1.</param>
public sealed record ScreenSeen(int Density, int Page, int Pages);

/// <summary>Messages of the hub, written once however many phones share them.</summary>
internal static class RoomMessages
{
    internal static SerializedHubMessage Changed(long from, long version, IReadOnlyList<PushedPiece> pieces) =>
        new(new InvocationMessage("changed", [new ChangedMessage(from, version, pieces)]));

    internal static SerializedHubMessage Mine(long version) => new(new InvocationMessage("changed", [new MineMessage(version, true)]));

    internal static SerializedHubMessage Pulse(PulseMessage pulse) => new(new InvocationMessage("pulse", [pulse]));
}

/// <summary>What differs for an audience between two versions.</summary>
/// <param name="From">Only a client that stands here applies it; any other one fetches its view.</param>
internal sealed record ChangedMessage(long From, long Version, IReadOnlyList<PushedPiece> Pieces);

/// <param name="Op">append (as last child of the target), replace, or remove.</param>
internal sealed record PushedPiece(string Target, string Op, string? Html);

/// <summary>Something of this delegate's own changed elsewhere.</summary>
internal sealed record MineMessage(long Version, bool Mine);

/// <summary>What is true now and not journaled; at most once a second.</summary>
/// <param name="Present">Delegates connected now.</param>
/// <param name="Joined">Delegates who joined and were not removed.</param>
/// <param name="Done">Delegates who say that they are done with the step.</param>
/// <param name="Reactions">How many reacted since the last pulse, by symbol; null: nobody.</param>
internal sealed record PulseMessage(DateTimeOffset Now, int Present, int Joined, int Done, PulseTimer? Timer,
    IReadOnlyDictionary<string, int>? Reactions = null)
{
    /// <summary>True: the server is about to start anew. Null otherwise.</summary>
    public bool? Restarting { get; init; }
}

/// <summary>A running timer is the moment at which it ends.</summary>
public sealed record PulseTimer(DateTimeOffset EndsAt);
