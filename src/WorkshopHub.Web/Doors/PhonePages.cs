using Microsoft.AspNetCore.Http.HttpResults;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Room.Phone;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>What a form without script tried, and why it was refused; what was typed goes back into its field.</summary>
internal sealed record RefusedForm(Refusal Refusal, string? Text, string? LaneId, string? ParentId, bool Quotation, string? SpokenFor);

/// <summary>Fills the phone's pages.</summary>
internal sealed class PhonePages(Relays relays, RoomTokens tokens, Drawing drawing, RefusalWords words, TimeProvider clock)
{
    private const int RefreshSeconds = 10;

    public static Audience AudienceOf(ILiveSession session, DelegateId id) => SessionRelay.AudienceOf(session.State, Surface.Phone, id);

    public IResult Front(Refusal? refusal, string? code) => new RazorComponentResult<FrontPage>(new Dictionary<string, object?>
    {
        [nameof(FrontPage.Problem)] = refusal is null ? null : words.Say(refusal),
        [nameof(FrontPage.Code)] = code,
    })
    { StatusCode = refusal?.Kind.Status, PreventStreamingRendering = true };

    public IResult Join(ILiveSession session, Refusal? refusal, string? name, string? sector, string? recoveryCode = null)
    {
        var state = session.State;
        var model = new JoinModel(
            session.Code,
            state.Title,
            state.Topic,
            state.Settings.SectorQuestion,
            state.Settings.Names,
            state.NamesVary(),
            Guid.NewGuid().ToString(),
            refusal is null ? null : words.Say(refusal),
            name,
            sector,
            recoveryCode);
        return Page<JoinPage>(model, refusal?.Kind.Status);
    }

    /// <summary>A page that only says something; one that says "not open yet" asks again by itself.</summary>
    public IResult Message(Refusal refusal, ILiveSession? session)
    {
        var waits = refusal.Kind == RefusalKind.SessionNotOpen;
        var model = new MessageModel(session?.State.Title ?? words.Title(refusal), words.Say(refusal), words.ToFront, "/", waits ? RefreshSeconds : null);
        return Page<MessagePage>(model, refusal.Kind.Status);
    }

    public async Task<IResult> PhoneAsync(ILiveSession session, DelegateId id, RefusedForm? refused)
    {
        if (await relays.OfAsync(session.Id) is not { } relay) return Message(RefusalKind.NoSuchCode, null);
        var view = await relay.ViewAsync(AudienceOf(session, id));
        var state = session.State;
        var model = new PhoneModel(
            session.Code,
            state.Title,
            view.Version,
            view.Node,
            MineView.Build(state, id),
            tokens.RecoveryCodeOf(session.Id, id),
            state.Stage == Stage.Closed,
            refused is null ? null : words.Say(refused.Refusal),
            refused?.Text,
            refused?.LaneId,
            refused?.ParentId,
            () => Guid.NewGuid().ToString(),
            clock.GetUtcNow())
        {
            KeptQuotation = refused?.Quotation == true,
            KeptSpokenFor = refused?.SpokenFor,
        };
        return Page<PhonePage>(model, refused?.Refusal.Kind.Status);
    }

    public Task<string> MineAsync(ILiveSession session, MineView mine) => drawing.DrawAsync<MinePart>(session.State.Settings.Language, new()
    {
        [nameof(MinePart.Mine)] = mine,
    });

    private static RazorComponentResult<T> Page<T>(object model, int? status)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        new(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };
}
