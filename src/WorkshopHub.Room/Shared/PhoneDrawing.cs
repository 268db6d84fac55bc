using Microsoft.AspNetCore.Components;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Room.Phone;

namespace WorkshopHub.Room.Shared;

/// <summary>A drawing on a phone, which knows whose page it is on only where a whole page is drawn.</summary>
public abstract class PhoneDrawing<TModel> : Drawing<TModel>
    where TModel : ViewModel
{
    [CascadingParameter]
    protected PageOwner? Own { get; set; }
}
