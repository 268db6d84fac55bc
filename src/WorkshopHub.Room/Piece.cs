using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Room.Screen;
using WorkshopHub.Room.Shared;

namespace WorkshopHub.Room;

/// <summary>
/// Draws any node: as one element with the node's key as its id, its children in one element with the id
/// <see cref="Node.Inner"/>. A page and a pushed fragment are drawn by the same component and so are never unlike.
/// </summary>
public sealed class Piece : ComponentBase
{
    [Parameter, EditorRequired]
    public Node Node { get; set; } = default!;

    [Parameter, EditorRequired]
    public Surface Surface { get; set; }

    /// <summary>How to join, for fragments of a screen; whole pages cascade it.</summary>
    [Parameter]
    public ScreenJoin? Join { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Join is null)
        {
            Draw(builder);
            return;
        }

        builder.OpenComponent<CascadingValue<ScreenJoin>>(10);
        builder.AddComponentParameter(11, nameof(CascadingValue<ScreenJoin>.Value), Join);
        builder.AddComponentParameter(12, nameof(CascadingValue<ScreenJoin>.IsFixed), true);
        builder.AddComponentParameter(13, nameof(CascadingValue<ScreenJoin>.ChildContent), (RenderFragment)Draw);
        builder.CloseComponent();
    }

    private void Draw(RenderTreeBuilder builder)
    {
        builder.OpenComponent(0, DrawingCatalogue.For(Surface, Node.Model));
        builder.AddComponentParameter(1, nameof(Drawing<ViewModel>.Node), Node);
        builder.AddComponentParameter(2, nameof(Drawing<ViewModel>.Surface), Surface);
        builder.CloseComponent();
    }
}
