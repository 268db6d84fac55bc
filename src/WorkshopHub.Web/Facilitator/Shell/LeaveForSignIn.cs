using Microsoft.AspNetCore.Components;

namespace WorkshopHub.Web.Facilitator.Shell;

/// <summary>The account of an open console is no longer signed in: to the sign-in page, and back here afterwards.</summary>
public sealed class LeaveForSignIn(NavigationManager navigation) : ComponentBase
{
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) navigation.NavigateTo($"/sign-in?returnUrl={Uri.EscapeDataString("/" + navigation.ToBaseRelativePath(navigation.Uri))}", forceLoad: true);
    }
}
