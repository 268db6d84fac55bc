using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Tests.Methods;

public sealed class MethodEditsTests
{
    private static Method Blank =>
        MethodEdits.Blank("own", "Own", "Point", "Collect") with { Purpose = MethodEdits.Words("Tests"), Source = "Here" };

    private static Method With(Method method, Func<MethodActivity, MethodActivity> change) =>
        MethodEdits.Tidy(method with { Activities = method.Activities.At(0, change(method.Activities[0])) });

    public static TheoryData<string> Ids => [.. BuiltInMethods.All.Select(m => m.Id)];

    [Fact]
    public void METHOD_15_a_first_method_lacks_only_its_own_words()
    {
        Assert.Empty(MethodRules.Faults(Blank, LayoutCatalogue.Needs));
        Assert.Equal(["purpose: it is empty.", "source: it is empty."],
            MethodRules.Faults(MethodEdits.Blank("own", "Own", "Point", "Collect"), LayoutCatalogue.Needs).Select(f => f.ToString()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void METHOD_15_what_is_in_order_stays_as_it_is(string id)
    {
        var method = BuiltInMethods.Find(id)!;
        var written = MethodReader.Write(MethodEdits.Tidy(method));
        Assert.Equal(MethodReader.Write(method with { Example = method.Example ?? [] }), written);
        Assert.Empty(MethodRules.Faults(method.Copy("copy", "Copy"), LayoutCatalogue.Needs));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void METHOD_15_nothing_points_at_a_lane_or_a_team_that_was_removed(string id)
    {
        var method = BuiltInMethods.Find(id)!;
        for (var activity = 0; activity < method.Activities.Count; activity++)
        {
            for (var lane = 0; lane < (method.Activities[activity].Lanes?.Count ?? 0); lane++)
            {
                var a = method.Activities[activity];
                var next = MethodEdits
                    .Tidy(method with
                    {
                        Activities = method.Activities.At(activity, a with { Lanes = a.Lanes.Without(lane), Teams = null })
                    });
                // A layout may need what is gone, or a reveal; nothing else is said.
                Assert.All(MethodRules.Faults(next, LayoutCatalogue.Needs).Select(f => f.ToString()), f =>
                    Assert.True(f.Contains("layout “", StringComparison.Ordinal) || f.Contains("reveals:", StringComparison.Ordinal)
                        || f.Contains("dots:", StringComparison.Ordinal), f));
            }
        }
    }

    [Fact]
    public void METHOD_15_a_lane_that_takes_answers_now_is_no_longer_written_into()
    {
        var asked = With(Blank, a =>
            a with
            {
                Lanes = a.Lanes.At(0,
                a.Lanes![0] with { Kind = LaneKind.Scale, Values = [MethodEdits.Words("Low"), MethodEdits.Words("High")] })
            });
        Assert.Null(asked.Activities[0].Steps[0].Collects);
        Assert.Empty(MethodRules.Faults(asked, LayoutCatalogue.Needs));
    }

    [Fact]
    public void METHOD_15_other_languages_stay_with_their_line()
    {
        ValueList<InLanguages> tips =
            [new(new Dictionary<string, string> { ["en"] = "One", ["de"] = "Eins" }),
            new(new Dictionary<string, string> { ["en"] = "Two", ["de"] = "Zwei" })];
        Assert.Equal(["Zwei", "Eins"], tips.With(["Two", "One"]).Select(t => t.In("de")));
        Assert.Equal(["Eins"], tips.With(["One, reworded"]).Select(t => t.In("de")));
    }

    [Fact]
    public void METHOD_15_ids_are_new_and_places_change()
    {
        Assert.Equal("lane-3", MethodEdits.NewId("lane", ["lane", "lane-2"]));
        Assert.Equal(["b", "a"], ((ValueList<string>)["a", "b"]).Moved(0, 1));
        Assert.Equal(["a", "b"], ((ValueList<string>)["a", "b"]).Moved(0, -1));
        Assert.Equal(["a"], ((ValueList<string>)["a", "b"]).Toggled("b"));
    }
}
