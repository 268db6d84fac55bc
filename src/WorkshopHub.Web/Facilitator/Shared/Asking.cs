using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace WorkshopHub.Web.Facilitator.Shared;

internal static class Asking
{
    private static readonly DialogOptions Options = new() { CloseOnEscapeKey = true };

    /// <summary>Asks in a dialog and waits for the answer. Where the page is left meanwhile, it is no.</summary>
    public static async Task<bool> AskAsync(this IDialogService dialogs, string question, string yesWord, string test, string? more =
        null, RenderFragment? choices = null)
    {
        var parameters = new DialogParameters<Confirm>
        {
            { x => x.Question, question },
            { x => x.YesWord, yesWord },
            { x => x.Test, test },
            { x => x.More, more },
            { x => x.Choices, choices },
        };
        var dialog = await dialogs.ShowAsync<Confirm>(question, parameters, Options);
        return await dialog.Result is { Canceled: false };
    }
}
