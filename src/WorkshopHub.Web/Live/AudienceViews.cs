using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;

namespace WorkshopHub.Web.Live;

/// <summary>
/// The views of one session that phones and screens stand at, one for each audience with how many lines look at it. Knows
/// nothing of connections. Not for several threads: the relay asks under its own lock.
/// </summary>
internal sealed class AudienceViews(ILiveSession session, IViewDrawing drawing)
{
    private readonly Dictionary<Audience, Feed> feeds = [];

    /// <summary>
    /// With whom a delegate or a screen sees the same: on phones, the team counts in which they are in the current activity,
    /// and on both the language.
    /// </summary>
    /// <param name="language">A screen's own; null: the delegate's, or the session's.</param>
    internal static Audience AudienceOf(SessionState state, Surface surface, DelegateId? who, string? language = null) =>
        new(surface, who is { } id && state.Now is { } now ? state.TeamOf(now.ActivityId, id) : null, language ?? state.LanguageOf(who));

    /// <summary>The view that was pushed to an audience last; where nobody has looked yet, a new one.</summary>
    internal ViewAt Of(Audience audience) => FeedOf(audience).View;

    internal bool IsWatched(Audience audience) => FeedOf(audience).Lines > 0;

    /// <summary>The audience's view as the session is now; the next push goes on from it.</summary>
    internal ViewAt Renew(Audience audience) => FeedOf(audience).View = Now(audience);

    /// <summary>One more line looks at it.</summary>
    /// <returns>The view from which it goes on.</returns>
    internal ViewAt Enter(Audience audience)
    {
        var feed = FeedOf(audience);
        if (feed.Lines == 0 && feed.View.Version < session.State.Version) feed.View = Now(audience);
        feed.Lines++;
        return feed.View;
    }

    internal void Leave(Audience audience) => FeedOf(audience).Lines--;

    /// <summary>What is to be pushed: where somebody looks, the view as it stands there and as it is now.</summary>
    internal List<(Audience Audience, ViewAt Before, ViewAt After)> Behind(SessionState state) =>
        [.. feeds.Where(f => f.Value.Lines > 0 && f.Value.View.Version < state.Version)
            .Select(f => (f.Key, f.Value.View, Build(f.Key, state)))];

    internal void Pushed(Audience audience, ViewAt view) => FeedOf(audience).View = view;

    /// <summary>The same views, to be drawn anew: what stands around them has changed.</summary>
    internal void Redraw(Surface surface)
    {
        foreach (var (audience, feed) in feeds.Where(f => f.Key.Surface == surface))
        {
            feed.View = Drawn(audience, feed.View.Version, feed.View.Node);
        }
    }

    private Feed FeedOf(Audience audience)
    {
        if (!feeds.TryGetValue(audience, out var feed)) feeds[audience] = feed = new() { View = Now(audience) };
        return feed;
    }

    private ViewAt Now(Audience audience) => Build(audience, session.State);

    private ViewAt Build(Audience audience, SessionState state)
    {
        var here = state.In(audience.Language);
        return Drawn(audience, state.Version, audience.Surface == Surface.Phone
            ? PhoneView.Build(here, audience.Team) : ScreenView.Build(here));
    }

    private ViewAt Drawn(Audience audience, long version, Node node) =>
        new(version, node, () => drawing.DrawAsync(audience, session.Code, node));

    private sealed class Feed
    {
        public required ViewAt View { get; set; }

        public int Lines { get; set; }
    }
}

/// <summary>A view at a version; its HTML is drawn when somebody fetches it, and then once.</summary>
internal sealed class ViewAt(long version, Node node, Func<Task<string>> draw)
{
    private readonly Lazy<Task<string>> html = new(draw);

    internal long Version => version;

    internal Node Node => node;

    internal Task<string> HtmlAsync() => html.Value;
}
