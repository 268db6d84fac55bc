using WorkshopHub.Core.Layouts;

namespace WorkshopHub.Core.Tests.World;

/// <summary>Looking into views, and what a client does with changes of them.</summary>
internal static class Trees
{
    internal static IEnumerable<Node> All(this Node tree) => tree.Children.SelectMany(All).Prepend(tree);

    internal static Node? Find(this Node tree, string key) => tree.All().FirstOrDefault(n => n.Key == key);

    internal static T Model<T>(this Node tree, string key)
        where T : ViewModel => Assert.IsType<T>(tree.Find(key)?.Model);

    internal static IEnumerable<T> Models<T>(this Node tree)
        where T : ViewModel => tree.All().Select(n => n.Model).OfType<T>();

    /// <summary>
    /// The changes, one after the other. Like a page, it takes the first element with an id; a change whose target is not
    /// there fails.
    /// </summary>
    internal static Node Apply(this Node tree, IEnumerable<ViewChange> changes) => changes.Aggregate(tree, Apply);

    private static Node Apply(Node tree, ViewChange change)
    {
        var done = false;
        var next = Visit(tree);
        Assert.True(done, $"{change.Op} {change.Target}: there is no such element.");
        return next ?? throw new InvalidOperationException("The root was removed.");

        Node? Visit(Node node)
        {
            if (done) return node;
            if (change.Op != ViewOp.Append && node.Key == change.Target)
            {
                done = true;
                return change.Op == ViewOp.Replace ? change.Node : null;
            }

            var children = node.Children.Select(Visit).OfType<Node>().ToValueList();
            if (done || change.Op != ViewOp.Append || node.Inner != change.Target) return node with { Children = children };
            done = true;
            return node with { Children = [.. node.Children, change.Node!] };
        }
    }
}
