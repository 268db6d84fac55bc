using Microsoft.AspNetCore.Components;
using WorkshopHub.Core;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Facilitator.Shared;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>One contribution and its controls. Drawn again only when it changed itself or is being worked on.</summary>
public sealed partial class EntryRow
{
    private const int Excerpt = 40;

    private Doing doing;
    private Once? once;
    private ElementReference controls;
    private bool back;

    private enum Doing
    {
        Nothing,
        Edit,
        Hide,
        Note,
        Replace,
    }

    [Parameter, EditorRequired]
    public required BoardEntry Entry { get; set; }

    [Parameter, EditorRequired]
    public required Desk Desk { get; set; }

    [Parameter]
    public EventCallback<string> ToAction { get; set; }

    /// <summary>What is ticked; null: nothing can be.</summary>
    [Parameter]
    public Ticks? Ticks { get; set; }

    [Parameter]
    public bool Ticked { get; set; }

    private string EditField => $"edit:{Entry.Id}";

    private string HideField => $"hide:{Entry.Id}";

    private string NoteField => $"note:{Entry.Id}";

    private int Length => Desk.State.Contributions.GetValueOrDefault(Entry.Id) is { } c
        ? Desk.State.Activity(c.ActivityId)?.Lane(c.LaneId)?.MaxLength ?? Writing.ContributionMax
        : Writing.ContributionMax;

    private bool CanTick => Ticks is not null && Entry.CanTick;

    private string Classes => string.Join(' ', new[]
    {
        "wh-c",
        Entry.Picked ? "wh-is-picked" : null,
        Entry.Hidden ? "wh-is-hidden" : null,
        Entry.Withdrawn ? "wh-is-withdrawn" : null,
        Entry.Late ? "wh-is-late" : null,
        CanTick ? "wh-ticks" : null,
    }.OfType<string>());

    private IEnumerable<string> Marks
    {
        get
        {
            if (Entry.SpokenFor is { } role) yield return L["mark-spoken-for", role];
            if (Entry.Quotation) yield return L["mark-quotation"];
            if (Entry.Cover != Visibility.All) yield return L[$"mark-covered-{Entry.Cover}"];
            if (Entry.Late) yield return L["mark-late"];
            if (Entry.Hidden) yield return L["mark-hidden"];
            if (Entry.Withdrawn) yield return L["mark-withdrawn"];
            if (Entry.Edited) yield return L["mark-edited"];
            if (Entry.Noted) yield return L["mark-noted"];
            if (Entry.Variants.Count > 0) yield return L["mark-joined", Entry.Variants.Count + 1];
            if (Entry.CarriedFrom is not null) yield return L["mark-carried", Entry.CarriedFrom];
        }
    }

    public override Task SetParametersAsync(ParameterView parameters)
    {
        var same = Entry is not null && parameters.TryGetValue<BoardEntry>(nameof(Entry), out var next) && next == Entry
            && parameters.GetValueOrDefault<bool>(nameof(Ticked)) == Ticked
            && parameters.TryGetValue<Desk>(nameof(Desk), out var desk) && desk == Desk;
        return same ? Task.CompletedTask : base.SetParametersAsync(parameters);
    }

    // What was being typed when the facilitator looked elsewhere is still there.
    protected override void OnInitialized()
    {
        once = new(Clock);
        doing = Desk.Drafts[EditField] is not null ? Doing.Edit : Desk.Drafts[NoteField] is not null ? Doing.Note
        : Desk.Drafts[HideField] is not null ? Doing.Hide : Doing.Nothing;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!back) return;
        back = false;
        await controls.FocusAsync();
    }

    private static string PickWord(Pick pick) => !pick.Picked ? "pick-back" : pick.Replaces is null ? "pick" : "pick-instead";

    // A row of equal words says nothing to somebody who hears it.
    private string Named(string key)
    {
        var text = Entry.Text ?? "";
        return $"{L[key]}: {(text.Length > Excerpt ? text[..Excerpt] + "…" : text)}";
    }

    private void Begin(Doing what)
    {
        doing = what;
        once!.Forgive();
    }

    private void Leave()
    {
        Desk.Drafts.Clear(EditField, HideField, NoteField);
        doing = Doing.Nothing;
        once!.Forgive();
        back = true;
        Desk.Redraw();
    }

    // A pick that has just been made is not taken back by the second click of a double click.
    private async Task MoveAsync(Command command)
    {
        await once!.DoAsync(async () => (await Desk.SendAsync(command)).Refusal);
        doing = Doing.Nothing;
        Desk.Redraw();
    }

    private async Task EraseAsync()
    {
        if (await Dialogs.AskAsync(L["erase-question"], L["erase"], "erase", L["erase-more"])) await MoveAsync(new Erase(Entry.Id));
    }

    private Task SaveEditAsync() =>
        FinishAsync(new EditContribution(Entry.Id, Desk.Drafts[EditField] ?? Entry.Text ?? "", Desk.Drafts.BaseOf(EditField)));

    private Task SaveAsync() => FinishAsync(doing == Doing.Hide
        ? new Hide(Entry.Id, Hidden: true, Desk.Drafts[HideField])
        : new WriteNote(Desk.Drafts[NoteField] ?? Entry.Note ?? "", ContributionId: Entry.Id, Was: Desk.Drafts.BaseOf(NoteField)));

    private async Task FinishAsync(Command command)
    {
        if (await once!.DoAsync(async () => (await Desk.SendAsync(command)).Refusal)) Leave();
    }
}
