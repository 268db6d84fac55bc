using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Facilitator.Cockpit;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Facilitator.Shared;

/// <summary>
/// A page about one session. Whoever has no role in it gets the page for what does not exist, and whoever loses the role
/// goes back to the list. What changes in the session draws the page again.
/// </summary>
public abstract class SessionPage : ComponentBase, IDisposable
{
    private string? opened;
    private bool gone;

    [Parameter]
    public required string Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject]
    private Desks Desks { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    private IStringLocalizer<ConsoleWords> Words { get; set; } = default!;

    /// <summary>Why the session does not open; null: it does, or is not there yet.</summary>
    protected Refusal? Shut { get; private set; }

    /// <summary>Null until the session is there.</summary>
    protected Desk? Desk { get; private set; }

    public void Dispose()
    {
        gone = true;
        Close();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (opened == Id) return;
        opened = Id;
        Close();
        Shut = null;
        var desk = await OpenAsync();
        if (Shut is not null) return;
        if (desk is null)
        {
            Navigation.NotFound();
            return;
        }

        if (gone)
        {
            desk.Dispose();
            return;
        }

        await OpeningAsync(desk);
        Desk = desk;
        desk.Changed += Draw;
    }

    private async Task<Desk?> OpenAsync()
    {
        var user = (await SignedIn).User;
        try
        {
            return user.AccountId is { } account ? await Desks.OpenAsync(Id, account, user.SignInId) : null;
        }
        catch (UnreadableSessionException e)
        {
            Shut = e.Refusal;
            return null;
        }
    }

    /// <summary>Before the desk is drawn for the first time.</summary>
    protected virtual Task OpeningAsync(Desk desk) => Task.CompletedTask;

    private void Draw() => _ = InvokeAsync(() =>
    {
        if (Desk is { View.Role: Role.None }) Leave(Desk);
        else StateHasChanged();
    });

    // Nothing is drawn any more: what the session says from now on is not for this account.
    private void Leave(Desk desk)
    {
        Close();
        Snackbar.Add(Words["role-lost", desk.State.Title].Value, Severity.Info);
        Navigation.NavigateTo("console");
    }

    private void Close()
    {
        if (Desk is not { } desk) return;
        desk.Changed -= Draw;
        desk.Dispose();
        Desk = null;
    }
}
