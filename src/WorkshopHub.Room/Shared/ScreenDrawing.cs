using Microsoft.AspNetCore.Components;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Room.Screen;

namespace WorkshopHub.Room.Shared;

/// <summary>A drawing on the projector, which knows how to join and, on a whole page, who is here.</summary>
public abstract class ScreenDrawing<TModel> : Drawing<TModel>
    where TModel : ViewModel
{
    [CascadingParameter]
    protected ScreenJoin? Join { get; set; }

    [CascadingParameter]
    protected ScreenNow? Now { get; set; }
}
