using CsCheck;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Tests.World;

namespace WorkshopHub.Core.Tests.Layouts;

public sealed class ViewDiffTests
{
    private sealed record Said(string Text) : ViewModel;

    private static Node Leaf(string key, string text = "") => new(key, new Said(text));

    private static Node List(params Node[] children) => new("list", new Said(""), children.ToValueList());

    private static IEnumerable<(ViewOp, string)> Between(Node before, Node after) =>
        ViewDiff.Between(before, after).Select(c => (c.Op, c.Target));

    [Fact]
    public void SEE_6_equal_views_differ_in_nothing() =>
        Assert.Empty(ViewDiff.Between(List(Leaf("a"), Leaf("b")), List(Leaf("a"), Leaf("b"))));

    [Fact]
    public void SEE_6_what_is_new_at_the_end_is_appended() =>
        Assert.Equal([(ViewOp.Append, "list-in")], Between(List(Leaf("a")), List(Leaf("a"), Leaf("b"))));

    [Fact]
    public void SEE_6_what_is_gone_is_removed() =>
        Assert.Equal([(ViewOp.Remove, "a")], Between(List(Leaf("a"), Leaf("b")), List(Leaf("b"))));

    [Fact]
    public void SEE_6_what_changed_is_replaced_in_its_place() =>
        Assert.Equal([(ViewOp.Replace, "a")], Between(List(Leaf("a"), Leaf("b")), List(Leaf("a", "new"), Leaf("b"))));

    [Fact]
    public void SEE_6_another_order_replaces_the_parent()
    {
        Assert.Equal([(ViewOp.Replace, "list")], Between(List(Leaf("a"), Leaf("b")), List(Leaf("b"), Leaf("a"))));
        Assert.Equal([(ViewOp.Replace, "list")], Between(List(Leaf("a"), Leaf("b")), List(Leaf("a"), Leaf("c"), Leaf("b"))));
    }

    [Fact]
    public void SEE_6_the_changes_between_any_two_views_turn_the_first_into_the_second() =>
        Gen.Select(Tree, Tree)
            .Sample((before, after) =>
            before.Apply(ViewDiff.Between(before, after)).Equals(after), iter: 5_000, print: t =>
                $"{Picture.Of(t.Item1)} -> {Picture.Of(t.Item2)}");

    // Up to twelve elements out of the same twelve keys, each under one of those before it, so that two trees share much.
    private static Gen<Node> Tree =>
        Gen.Select(Gen.Shuffle(Enumerable.Range(1, 12).ToArray()), Gen.Int[0, 100].Array[12], Gen.Int[0, 2].Array[12], Gen.Int[0, 12])
        .Select((keys, parents, texts, count) =>
        {
            var under = Enumerable.Range(0, count).ToLookup(i => parents[i] % (i + 1));
            return Build(0);

            // Position 0 is the root; position i + 1 is the i-th key.
            Node Build(int at) => new(
                at == 0 ? "root" : $"k{keys[at - 1]}",
                new Said(at == 0 ? "" : $"t{texts[at - 1]}"),
                under[at].Select(i => Build(i + 1)).ToValueList());
        });
}
