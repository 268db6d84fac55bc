using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>Makes a session. Not a command of the public contract: it is what <c>POST /api/sessions</c> and the console do.</summary>
/// <param name="Activities">From a method, in the session's language.</param>
public sealed record CreateSession(string Title, string? Topic, SettingsPatch? Settings, ValueList<Activity> Activities) : Command;

public sealed record OpenSession : Command;

public sealed record CloseSession : Command;

public sealed record ReopenSession : Command;

public sealed record ChangeSession(string? Title = null, Change<string> Topic = default, SettingsPatch? Settings = null, SessionWas? Was =
    null) : Command;

/// <summary>What the sender of a change saw of a session; what is left out is not asked for. See <see cref="Basis"/>.</summary>
/// <param name="SectorQuestion">Null: there was none.</param>
public sealed record SessionWas(string? Title = null, Change<string> Topic = default, Change<SectorQuestion> SectorQuestion = default);

public sealed record SessionCreated(string Title, string? Topic, SessionSettings Settings, AccountId Lead, ValueList<Activity> Activities)
    : SessionEvent;

public sealed record SessionChanged(string Title, string? Topic, SessionSettings Settings) : SessionEvent;

public sealed record SessionOpened : SessionEvent;

public sealed record SessionClosed : SessionEvent;

public sealed record SessionReopened : SessionEvent;

/// <summary>A session begins as a draft, opens, closes, and can be opened again; its title, topic and settings.</summary>
internal static class Lifecycle
{
    internal static Ruling Decide(SessionState state, Sender sender, CreateSession c)
    {
        if (sender is not Sender.Account lead) return RefusalKind.NotAllowed;
        if (Writing.Take(c.Title, Writing.TitleMax, out var refusal) is not { } title) return refusal!;
        if (Topic(c.Topic, out var topic) is { } noTopic) return noTopic;
        var settings = SessionSettings.Default;
        if (c.Settings?.Over(settings, out refusal) is { } given) settings = given;
        if (refusal is not null) return refusal;
        return Ruling.Of([new SessionCreated(title, topic, settings, lead.Id, c.Activities), .. Approval(state, c.Settings)]);
    }

    internal static Ruling Decide(SessionState state, OpenSession c) => state.Stage switch
    {
        SessionStage.Draft => new SessionOpened(),
        SessionStage.Open => Ruling.Nothing,
        _ => RefusalKind.SessionClosed,
    };

    internal static Ruling Decide(SessionState state, CloseSession c) =>
        Ruling.Of([.. new SessionEvent?[] { Anonymity.Count(state), Anonymity.CountAnswers(state), Roll.Of(state) }.OfType<SessionEvent>(),
            new SessionClosed()]);

    internal static Ruling Decide(SessionState state, ReopenSession c) => state.Stage switch
    {
        SessionStage.Closed => new SessionReopened(),
        SessionStage.Open => Ruling.Nothing,
        _ => RefusalKind.NeverOpened,
    };

    internal static Ruling Decide(SessionState state, ChangeSession c)
    {
        var (title, topic, settings) = (state.Title, state.Topic, state.Settings);
        if (c.Title is not null)
        {
            if (Writing.Take(c.Title, Writing.TitleMax, out var refusal) is not { } clean) return refusal!;
            title = clean;
        }

        if (c.Topic.Given && Topic(c.Topic.Value, out topic) is { } noTopic) return noTopic;
        if (c.Settings is not null)
        {
            if (c.Settings.Over(settings, out var refusal) is not { } next) return refusal!;
            // A promise to those who are in already; it can be made stricter, never looser.
            if (next.Names < settings.Names && state.Delegates.Count + state.Waiting.Count > 0) return RefusalKind.NamesPromised;
            if (Anonymity.Refuse(state, state with { Settings = next }) is { } begun) return begun;
            settings = next;
        }

        var changed = new SessionChanged(title, topic, settings);
        var same = changed == new SessionChanged(state.Title, state.Topic, state.Settings);
        if (!same && c.Was is { } was && Changed(was, state, changed) is { } meanwhile) return meanwhile;
        return Ruling.Of([.. same ? Array.Empty<SessionEvent>() : [changed], .. Approval(state, c.Settings)]);
    }

    // Only where this change would take away what another one has made of it since.
    private static Refusal? Changed(SessionWas was, SessionState now, SessionChanged next) =>
        (next.Title == now.Title ? null : Basis.Refuse(was.Title, now.Title))
        ?? (next.Topic == now.Topic ? null : Basis.Refuse(was.Topic, now.Topic))
        ?? (!was.SectorQuestion.Given || next.Settings.SectorQuestion == now.Settings.SectorQuestion
            || was.SectorQuestion.Value == now.Settings.SectorQuestion
            ? null
            : RefusalKind.ChangedMeanwhile.With(Said(now.Settings.SectorQuestion)));

    private static string Said(SectorQuestion? question) =>
        question is null ? "" : string.Join('\n', question.Options.Prepend(question.Text));

    internal static SessionState Apply(SessionState state, SessionCreated e) => state with
    {
        Title = e.Title,
        Topic = e.Topic,
        Settings = e.Settings,
        Agenda = e.Activities,
        Roles = state.Roles.SetItem(e.Lead, Role.Lead),
    };

    // The agenda is in the session's language; what the facilitator has worded stays as it is.
    internal static SessionState Apply(SessionState state, SessionChanged e) => state with
    {
        Title = e.Title,
        Topic = e.Topic,
        Settings = e.Settings,
        Agenda = state.Agenda.In(e.Settings.Language),
        RemovedActivities = state.RemovedActivities.In(e.Settings.Language),
    };

    internal static SessionState Apply(SessionState state, SessionOpened e, DateTimeOffset at) =>
        state with { Stage = SessionStage.Open, OpenedAt = at };

    // A closed session has nothing running: no timer, no held screen, nobody typing within a time of grace.
    internal static SessionState Apply(SessionState state, SessionClosed e, DateTimeOffset at) => state with
    {
        Stage = SessionStage.Closed,
        ClosedAt = at,
        Timer = null,
        JustLeft = [],
        Revealed = state.Revealed.Union(Covering.Closing(state)),
        Screen = ScreenState.Live,
        Held = null,
        Frozen = Anonymity.FrozenByClosing(state),
        Teams = Anonymity.TeamsAfterClosing(state),
    };

    internal static SessionState Apply(SessionState state, SessionReopened e) =>
        state with { Stage = SessionStage.Open, ClosedAt = null };

    private static IEnumerable<SessionEvent> Approval(SessionState state, SettingsPatch? settings) =>
        Doorkeeping.Approval(state, settings) is { } set ? [set] : [];

    // An empty topic is no topic.
    private static Refusal? Topic(string? given, out string? topic)
    {
        topic = null;
        if (given is null || Writing.IsEmpty(Writing.Clean(given))) return null;
        topic = Writing.Take(given, Writing.ContributionMax, out var refusal);
        return refusal;
    }
}
