using System.Collections.Concurrent;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Tests.Live;

/// <summary>What whoever asks who is connected relies on, wherever the phones are. Each way of keeping presence runs it.</summary>
public abstract class PresenceContract
{
    private static readonly SessionId Night = new("night");
    private static readonly DelegateId Amara = new("amara");
    private static readonly DelegateId Ben = new("ben");
    private static readonly DelegateId Chidi = new("chidi");

    /// <summary>One more process, with lines of its own to the same sessions.</summary>
    private protected abstract IPresence Process();

    [Fact]
    public void Nobody_is_connected_to_a_session_of_which_nobody_has_said_anything() => Assert.Equal(Phones.None, Process().Of(Night));

    [Fact]
    public void What_was_reported_last_counts()
    {
        var process = Process();
        process.Report(Night, new([Amara, Ben], Typing: 1, Waiting: 2) { Screens = [new(2, 1, 1)] });
        process.Report(Night, new([Ben], Typing: 0, Waiting: 3));

        Assert.Equal(new([Ben], Typing: 0, Waiting: 3), process.Of(Night));
        Assert.Equal(Phones.None, process.Of(new("day")));
    }

    [Fact]
    public async Task Each_process_hears_of_all_together()
    {
        var (one, other) = (Process(), Process());
        one.Report(Night, new([Amara], Typing: 1, Waiting: 2) { Screens = [new(2, 1, 1)] });
        other.Report(Night, new([Ben, Chidi], Typing: 1, Waiting: 0) { Screens = [new(4, 2, 3)] });

        Phones together = new([Amara, Ben, Chidi], Typing: 2, Waiting: 2) { Screens = [new(4, 2, 3), new(2, 1, 1)] };
        await UntilAsync(one, together);
        await UntilAsync(other, together);
    }

    [Fact]
    public async Task Who_has_phones_at_two_processes_is_connected_once_and_until_both_have_gone()
    {
        var (one, other) = (Process(), Process());
        one.Report(Night, new([Amara], 0, 0));
        other.Report(Night, new([Amara, Ben], 0, 0));
        await UntilAsync(one, new([Amara, Ben], 0, 0));

        one.Report(Night, Phones.None);
        await UntilAsync(one, new([Amara, Ben], 0, 0));

        other.Report(Night, Phones.None);
        await UntilAsync(one, Phones.None);
    }

    // Of others it may be a moment old.
    private static async Task UntilAsync(IPresence process, Phones expected)
    {
        while (process.Of(Night) != expected) await Task.Yield();
    }
}

public sealed class InMemoryPresenceTests : PresenceContract
{
    private readonly ConcurrentDictionary<(SessionId Session, object Process), Phones> memory = new();

    private protected override IPresence Process() => new InMemoryPresence(memory);
}
