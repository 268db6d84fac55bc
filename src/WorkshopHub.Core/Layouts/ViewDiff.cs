namespace WorkshopHub.Core.Layouts;

/// <summary>One change of a view.</summary>
/// <param name="Target">The id of the element to replace or remove, or of the one that gets a new last child.</param>
/// <param name="Node">What is drawn; null for a removal.</param>
public readonly record struct ViewChange(ViewOp Op, string Target, Node? Node);

public enum ViewOp
{
    Append,
    Replace,
    Remove,
}

/// <summary>
/// What turns one view into another. Children may be added at the end, changed in place and removed; anything else
/// (another order, one in the middle) replaces their parent, because that is rare and always right.
/// </summary>
public static class ViewDiff
{
    public static IReadOnlyList<ViewChange> Between(Node before, Node after)
    {
        var changes = new List<ViewChange>();
        Compare(before, after, changes);
        // Removals first: what moved to another parent would be there twice otherwise, and a page takes the first of two.
        return [.. changes.Where(c => c.Op == ViewOp.Remove), .. changes.Where(c => c.Op != ViewOp.Remove)];
    }

    private static void Compare(Node before, Node after, List<ViewChange> changes)
    {
        if (ReferenceEquals(before, after)) return;
        if (before.Key != after.Key || before.Model != after.Model || !Grows(before.Children, after.Children))
        {
            changes.Add(new(ViewOp.Replace, before.Key, after));
            return;
        }

        var same = SamePrefix(before.Children, after.Children);
        if (same == before.Children.Count)
        {
            // By far the most common: nothing left, and what came is at the end.
            for (var i = 0; i < same; i++) Compare(before.Children[i], after.Children[i], changes);
            for (var i = same; i < after.Children.Count; i++) changes.Add(new(ViewOp.Append, after.Inner, after.Children[i]));
            return;
        }

        var next = after.Children.ToDictionary(c => c.Key);
        var known = new HashSet<string>();
        foreach (var child in before.Children)
        {
            known.Add(child.Key);
            if (next.TryGetValue(child.Key, out var now)) Compare(child, now, changes);
            else changes.Add(new(ViewOp.Remove, child.Key, null));
        }

        foreach (var child in after.Children.Where(c => !known.Contains(c.Key))) changes.Add(new(ViewOp.Append, after.Inner, child));
    }

    private static int SamePrefix(ValueList<Node> before, ValueList<Node> after)
    {
        var most = Math.Min(before.Count, after.Count);
        var i = 0;
        while (i < most && (ReferenceEquals(before[i], after[i]) || before[i].Key == after[i].Key)) i++;
        return i;
    }

    // True where the children that stay keep their order and all new ones come after them.
    private static bool Grows(ValueList<Node> before, ValueList<Node> after)
    {
        if (SamePrefix(before, after) == before.Count) return true;
        var old = before.Select(c => c.Key).ToHashSet();
        var now = after.Select(c => c.Key).ToHashSet();
        var stay = before.Where(c => now.Contains(c.Key)).Select(c => c.Key);
        var head = after.TakeWhile(c => old.Contains(c.Key)).Select(c => c.Key);
        return stay.SequenceEqual(head) && after.Skip(head.Count()).All(c => !old.Contains(c.Key));
    }
}
