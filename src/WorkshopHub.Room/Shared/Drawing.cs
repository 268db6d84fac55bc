using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core.Layouts;

namespace WorkshopHub.Room.Shared;

/// <summary>A component that draws one kind of model.</summary>
public abstract class Drawing<TModel> : ComponentBase
    where TModel : ViewModel
{
    [Parameter, EditorRequired]
    public Node Node { get; set; } = default!;

    [Parameter]
    public Surface Surface { get; set; }

    [Inject]
    protected IStringLocalizer<RoomText> T { get; set; } = default!;

    protected TModel Model => (TModel)Node.Model;

    /// <summary>The children; they go into the element with the id <see cref="Node.Inner"/>, and nothing else does.</summary>
    protected RenderFragment Inside => builder =>
    {
        foreach (var child in Node.Children)
        {
            builder.OpenComponent<Piece>(0);
            builder.SetKey(child.Key);
            builder.AddComponentParameter(1, nameof(Piece.Node), child);
            builder.AddComponentParameter(2, nameof(Piece.Surface), Surface);
            builder.CloseComponent();
        }
    };
}
