using Microsoft.AspNetCore.Components;

namespace WorkshopHub.Web.Facilitator.Shell;

/// <summary>The account of an open console is no longer signed in: to the sign-in page, and back here afterwards.</summary>
public sealed class LeaveForSignIn(NavigationManager navigation) : ComponentBase
{
    /// <summary>The sign-in page, which says that the sign-in is over and leads back to where one is.</summary>
    public static string Address(NavigationManager navigation) =>
        $"sign-in?returnUrl={Uri.EscapeDataString(new Uri(navigation.Uri).PathAndQuery)}&ended=true";

    // At once, and not after it is drawn: from a console whose sign-in is over not even word of the drawing is taken.
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) navigation.NavigateTo(Address(navigation), forceLoad: true);
    }
}
