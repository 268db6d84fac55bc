using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Facilitator.Cockpit;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Tests.Facilitator;

/// <summary>A Kick Start with a few people in it, without a server: decided by the real rules, saved nowhere.</summary>
internal sealed class Room : ILiveSession
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private readonly List<Action<Commit>> followers = [];
    private int ids;

    public Room(ValueList<Activity>? agenda = null)
    {
        Clock = new(Noon);
        State = new SessionState { Id = Id };
        Must(Amara, new CreateSession("June IT BP Forum", null, null, agenda ?? BuiltInMethods.Find("kick-start")!.Agenda("en")));
    }

    public static Sender Amara { get; } = new Sender.Account(new("amara"));

    public FakeTimeProvider Clock { get; }

    public SessionId Id { get; } = new("forum");

    public string Code => "482916";

    public SessionLimits Limits { get; set; } = SessionLimits.Default;

    public SessionState State { get; private set; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>What was sent, refused or not.</summary>
    public List<Command> Sent { get; } = [];

    /// <summary>Said to the next command instead of carrying it out.</summary>
    public Refusal? NextRefusal { get; set; }

    /// <summary>What answers wait for.</summary>
    public Task Disk { get; set; } = Task.CompletedTask;

    public Phones Phones { get; set; } = Phones.None;

    /// <summary>An open session in this step of the chain.</summary>
    public static Room At(string step)
    {
        var room = new Room();
        room.Must(Amara, new OpenSession());
        room.Must(Amara, new StartActivity("chain"));
        room.Must(Amara, new MoveToStep("chain", step));
        return room;
    }

    /// <summary>An open session with this one activity, in one of its steps.</summary>
    public static Room In(Activity activity, string step)
    {
        var room = new Room([activity]);
        room.Must(Amara, new OpenSession());
        room.Must(Amara, new StartActivity(activity.ActivityId));
        room.Must(Amara, new MoveToStep(activity.ActivityId, step));
        return room;
    }

    public Desk Desk(string account = "amara") => new(this, new(account), () => Phones, Clock);

    public Task<CommandResult> SendAsync(Sender sender, Guid commandId, Command command)
    {
        Sent.Add(command);
        if (NextRefusal is { } refusal)
        {
            NextRefusal = null;
            return Task.FromResult(CommandResult.Refused(refusal));
        }

        var turn = Turn
            .Take(State, sender, command,
            new(Clock.GetUtcNow(), $"id{++ids}") { Limits = Limits, Layouts = LayoutCatalogue.Needs, Chance = new byte[32] });
        if (turn.Refusal is not null) return Task.FromResult(CommandResult.Refused(turn.Refusal));
        State = turn.Next;
        foreach (var follower in followers.ToList()) follower(Commit.Of(turn));
        return AnswerAsync(new CommandResult(State.Version, turn.ResultId, null));
    }

    private async Task<CommandResult> AnswerAsync(CommandResult answer)
    {
        await Disk;
        return answer;
    }

    public Following Follow(Action<Commit> committed)
    {
        followers.Add(committed);
        return new(State, () => followers.Remove(committed));
    }

    public IDisposable SubscribeReactions(Action<DelegateId, string> reacted) => new Unsubscribing(() => { });

    /// <summary>Carries out what has to work, and gives the id of what was created.</summary>
    public string Must(Sender sender, Command command)
    {
        var answer = SendAsync(sender, Guid.NewGuid(), command).Result;
        Assert.Null(answer.Refusal);
        Sent.Clear();
        return answer.Id ?? "";
    }

    public Sender Joins(string name) => new Sender.Delegate(new(Must(new Sender.Newcomer(), new Join(name))));

    public string Says(Sender who, string lane, string text, string? parent = null) =>
        Must(who, new Contribute("chain", lane, text, parent));

    public Contribution Contribution(string id) => State.Contributions[id];

    private sealed class Unsubscribing(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
