using Microsoft.AspNetCore.Http.HttpResults;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Room.Phone;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>What a form without script tried, and why it was refused; what was typed goes back into its field.</summary>
internal sealed record RefusedForm(Refusal Refusal, string? Text, string? LaneId, string? ParentId, bool Quotation, string? SpokenFor);

/// <summary>What somebody has sent who did not come in: put back into its fields.</summary>
/// <param name="Language">In which the page was; null: nothing was sent yet, or it was the session's.</param>
internal sealed record TypedJoin(string? Name = null, string? Sector = null, string? RecoveryCode = null, string? Language = null);

/// <summary>Fills the phone's pages.</summary>
internal sealed class PhonePages(Relays relays, RoomTokens tokens, Drawing drawing, RefusalWords words)
{
    private const int RefreshSeconds = 10;

    public static Audience AudienceOf(ILiveSession session, DelegateId id) => SessionRelay.AudienceOf(session.State, Surface.Phone, id);

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
        return page.In(language);
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
        };
        return Page<JoinPage>(model, refusal?.Kind.Status, language);
    }

    /// <summary>A page that only says something; one that says "not open yet" asks again by itself.</summary>
    public IResult Message(Refusal refusal, ILiveSession? session, string language)
    {
        var waits = refusal.Kind == RefusalKind.SessionNotOpen;
        var title = session?.State.Title ?? words.Title(refusal, language);
        var model = new MessageModel(title, words.Say(refusal, language), words.ToFront(language), "/", waits ? RefreshSeconds : null, language)
        {
            Left = refusal.Kind == RefusalKind.Removed || refusal.Kind == RefusalKind.SessionClosed ? session?.Code : null,
        };
        return Page<MessagePage>(model, refusal.Kind.Status, language);
    }

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
            state.Stage == Stage.Closed,
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
        return Page<PhonePage>(model, refused?.Refusal.Kind.Status, audience.Language);
    }

    public Task<string> MineAsync(MineView mine, string language) => drawing.DrawAsync<MinePart>(language, new()
    {
        [nameof(MinePart.Mine)] = mine,
    });

    private static IResult Page<T>(object model, int? status, string language)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        new RazorComponentResult<T>(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true }.In(language);
}
