using Microsoft.AspNetCore.Http.HttpResults;
using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Room;
using WorkshopHub.Room.Phone;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>What a form without script tried, and why it was refused; what was typed goes back into its field.</summary>
internal sealed record RefusedForm(Refusal Refusal, string? Text, string? LaneId, string? ParentId, bool Quotation, string? SpokenFor);

/// <summary>What somebody has sent who did not come in: put back into its fields.</summary>
/// <param name="Language">In which the page was; null: nothing was sent yet, or it was the session's.</param>
internal sealed record TypedJoin(string? Name = null, string? Sector = null, string? RecoveryCode = null, string? Language = null);

/// <summary>Fills the phone's pages.</summary>
internal sealed class PhonePages(Relays relays, RoomTokens tokens, Drawing drawing, RefusalWords words, SitePath site)
{
    private const int RefreshSeconds = 10;

    // Whoever stands at the door looks at the page all the time.
    private const int WaitingSeconds = 4;

    public static Audience AudienceOf(ILiveSession session, DelegateId id) => AudienceViews.AudienceOf(session.State, Surface.Phone, id);

    public IResult Front(HttpContext http, Refusal? refusal, string? code)
    {
        var language = Reading.Of(http, null);
        var page = new RazorComponentResult<FrontPage>(new Dictionary<string, object?>
        {
            [nameof(FrontPage.Problem)] = refusal is null ? null : words.Say(refusal, language),
            [nameof(FrontPage.Code)] = code,
            [nameof(FrontPage.Language)] = language,
            [nameof(FrontPage.Asked)] = Reading.Asked(http),
        })
        { StatusCode = refusal?.Kind.Status, PreventStreamingRendering = true };
        return page.In(language, refusal);
    }

    public IResult Join(HttpContext http, ILiveSession session, Refusal? refusal, TypedJoin typed)
    {
        var state = session.State;
        var wanted = typed.Language ?? Reading.Wanted(http);
        var language = wanted ?? state.Settings.Language;
        var model = new JoinModel(
            session.Code,
            state.Title,
            state.Topic,
            state.Settings.SectorQuestion,
            state.Settings.Names,
            state.NamesVary(),
            Guid.NewGuid().ToString(),
            refusal is null ? null : words.Say(refusal, language),
            typed.Name,
            typed.Sector,
            typed.RecoveryCode,
            language)
        {
            Wanted = wanted,
            Shut = Shut(session) is { } shut ? words.Say(shut, language) : null,
            ShutSeconds = RefreshSeconds,
            AgainSeconds = refusal is { Kind: var kind, Details: [int seconds, ..] } && kind == RefusalKind.JoiningBusy ? seconds : null,
        };
        return Page<JoinPage>(model, refusal ?? (Shut(session) is { } closed ? (Refusal)closed : null), language);
    }

    /// <summary>A page that only says something; one that says "not open yet" asks again by itself.</summary>
    public IResult Message(Refusal refusal, ILiveSession? session, string language)
    {
        int? again = refusal.Kind == RefusalKind.SessionNotOpen
            ? RefreshSeconds
            : refusal.Kind == RefusalKind.Waiting
            ? WaitingSeconds
            : null;
        var title = session?.State.Title ?? words.Title(refusal, language);
        // Who waits to be let in has nowhere else to go.
        var front = refusal.Kind == RefusalKind.Waiting ? null : words.ToFront(language);
        var model = new MessageModel(title, words.Say(refusal, language), front, $"{site}/", again, language)
        {
            Left = refusal.Kind == RefusalKind.Removed || refusal.Kind == RefusalKind.SessionClosed ? session?.Code : null,
        };
        return Page<MessagePage>(model, refusal, language);
    }

    /// <summary>Why nobody new can join just now, so that nobody fills in a form for nothing; null: people can.</summary>
    public static RefusalKind? Shut(ILiveSession session) => session.State switch
    {
        { Stage: not SessionStage.Open } => null,
        { JoiningLocked: true } => RefusalKind.JoiningLocked,
        var state => Limiting.IsFull(state, session.Limits) ? RefusalKind.SessionFull : null,
    };

    public async Task<IResult> PhoneAsync(ILiveSession session, DelegateId id, RefusedForm? refused)
    {
        if (await relays.OfAsync(session.Id) is not { } relay) return Message(RefusalKind.NoSuchCode, null, session.State.LanguageOf(id));
        // The whole page in one language, also where the delegate is just changing it.
        var audience = AudienceOf(session, id);
        var view = await relay.ViewAsync(audience);
        var state = session.State.In(audience.Language);
        var model = new PhoneModel(
            session.Code,
            state.Title,
            view.Version,
            view.Node,
            MineView.Build(state, id),
            tokens.RecoveryCodeOf(session.Id, id),
            state.Stage == SessionStage.Closed,
            refused is null ? null : words.Say(refused.Refusal, audience.Language),
            refused?.Text,
            refused?.LaneId,
            refused?.ParentId,
            () => Guid.NewGuid().ToString(),
            session.Now,
            audience.Language)
        {
            Question = state.Settings.SectorQuestion,
            Names = state.Settings.Names,
            NamesVary = state.NamesVary(),
            OwnLanguage = state.Delegates[id].Language,
            KeptQuotation = refused?.Quotation == true,
            KeptSpokenFor = refused?.SpokenFor,
        };
        return Page<PhonePage>(model, refused?.Refusal, audience.Language);
    }

    public Task<string> MineAsync(MineView mine, string language) => drawing.DrawAsync<MinePart>(language, new()
    {
        [nameof(MinePart.Mine)] = mine,
    });

    private static IResult Page<T>(object model, Refusal? refusal, string language)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        new RazorComponentResult<T>(new Dictionary<string, object?> { ["Model"] = model })
        {
            StatusCode = refusal?.Kind.Status,
            PreventStreamingRendering = true,
        }.In(language, refusal);
}
