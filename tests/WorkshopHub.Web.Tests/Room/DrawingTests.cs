using AngleSharp.Dom;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Views;
using WorkshopHub.Room;
using Node = WorkshopHub.Core.Layouts.Node;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>Pieces can only be pushed into a page that is built as the server thinks it is.</summary>
public sealed class DrawingTests
{
    [Fact]
    public void Every_model_that_core_builds_has_a_drawing()
    {
        var models = typeof(ViewModel).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ViewModel)) && !t.IsAbstract);
        var drawn = DrawingCatalogue.On(Surface.Phone).Concat(DrawingCatalogue.On(Surface.Screen)).ToHashSet();

        Assert.Empty(models.Where(m => !drawn.Contains(m)).Select(m => m.Name));
    }

    [Theory]
    [InlineData(Surface.Phone)]
    [InlineData(Surface.Screen)]
    public async Task Every_node_is_one_element_that_holds_its_children_in_one_place(Surface surface)
    {
        var views = Walk.Everything()
            .SelectMany(s =>
            surface == Surface.Phone ? new[] { PhoneView.Build(s), PhoneView.Build(s, Drawn.TeamOf(s)) } : [ScreenView.Build(s)]).Distinct()
                .ToList();
        // Presence first: a walk that shows nothing would find nothing wrong.
        Assert.True(views.Count > 20);
        // Of a wall that grows by one contribution at a time, every fifth state is enough.
        foreach (var view in views.Where((_, i) => i % 5 == 0))
        {
            var page = Drawn.Read(await Drawn.PieceAsync(view, surface));
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
            Assert.Equal(ids.Distinct(), ids);
            foreach (var node in Drawn.All(view)) Holds(page, node);
        }
    }

    [Fact]
    public async Task A_piece_drawn_alone_is_the_piece_in_the_page()
    {
        var view = PhoneView.Build(Walk.Midst(s => s.CurrentStep!.Collects.Count > 0));
        var page = Drawn.Read(await Drawn.PieceAsync(view, Surface.Phone));
        foreach (var node in Drawn.All(view))
        {
            var alone = Drawn.Read(await Drawn.PieceAsync(node, Surface.Phone)).GetElementById(node.Key);
            Assert.Equal(page.GetElementById(node.Key)!.ClassName, alone!.ClassName);
            Assert.Equal(page.GetElementById(node.Key)!.TextContent, alone.TextContent);
        }
    }

    internal static void Holds(IDocument page, Node node)
    {
        var element = Assert.Single(page.All, e => e.Id == node.Key);
        if (node.Children.Count == 0) return;
        var inner = Assert.Single(page.All, e => e.Id == node.Inner);
        Assert.True(element.Contains(inner), node.Key);
        // Appending puts a child last: nothing but children may stand there, or the page and a push would differ.
        Assert.Equal(node.Children.Select(c => c.Key), inner.Children.Select(e => e.Id));
    }
}
