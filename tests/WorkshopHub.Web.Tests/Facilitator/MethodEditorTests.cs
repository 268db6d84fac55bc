using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Core.Methods;
using WorkshopHub.Room;
using WorkshopHub.Web.Facilitator.MethodPages;
using WorkshopHub.Web.Facilitator.Shared;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.OwnMethods;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class MethodEditorTests : ConsoleContext
{
    private static readonly Method Blank = MethodEdits.Blank("own", "Own", "Point", "Collect");
    private Method method = Blank;

    public MethodEditorTests()
    {
        // As in the program, what is drawn for the room has services of its own.
        var room = new ServiceCollection().AddLogging().AddRoom().AddSingleton<IAssets, PlainAssets>().BuildServiceProvider();
        Services.AddSingleton(new Drawing(room, NullLoggerFactory.Instance));
        Services.AddSingleton(TimeProvider.System);
    }

    private MethodActivity Activity => method.Activities[0];

    private IRenderedComponent<MethodActivityForm> Draw(Method? start = null)
    {
        method = start ?? Blank;
        IRenderedComponent<MethodActivityForm>? form = null;
        form = Render<MethodActivityForm>(p =>
            p.Add(x => x.Activity, Activity).Add(x => x.Index, 0).Add(x => x.Count, 1).Add(x => x.Changed, next =>
        {
            method = MethodEdits.Tidy(method with { Activities = [next] });
            form!.Render(q => q.Add(x => x.Activity, Activity));
        }));
        return form;
    }

    [Fact]
    public void A_lane_is_added_named_moved_and_removed()
    {
        var form = Draw();
        form.Find(Test("activity-add-lane")).Click();
        Assert.Equal(["lane", "lane-2"], Activity.Lanes!.Select(l => l.Id));
        form.Find(Test("activity-lane-2-title")).Input("Barrier");
        Assert.Equal("Barrier", Activity.Lanes![1].Title.In("en"));
        form.Find(Test("activity-lane-2-parent")).Change("lane");
        Assert.Equal("lane", Activity.Lanes![1].Parent);
        form.Find(Test("activity-lane-2-lane-up")).Click();
        Assert.Equal(("lane-2", (string?)null), (Activity.Lanes![0].Id, Activity.Lanes[0].Parent));
        form.Find(Test("activity-lane-lane-remove")).Click();
        Assert.Equal(["lane-2"], Activity.Lanes!.Select(l => l.Id));
        Assert.Null(Activity.Steps[0].Collects);
    }

    [Fact]
    public void A_lane_takes_answers_with_values_one_on_each_line()
    {
        var form = Draw();
        form.Find(Test("activity-lane-kind")).Change("Scale");
        Assert.Equal(["Yes", "No"], Activity.Lanes![0].Values!.Select(v => v.In("en")));
        form.Find(Test("activity-lane-values")).Input("Low\nMiddle\n");
        // The line that was just begun stays while somebody types.
        Assert.Equal("Low\nMiddle\n", form.FindComponents<TextBox>().Single(b => b.Instance.Id == "activity-lane-values").Instance.Value);
        Assert.Equal(["Low", "Middle"], Activity.Lanes![0].Values!.Select(v => v.In("en")));
        form.Find(Test("activity-step-answers-lane")).Change(true);
        Assert.Equal(["lane"], Activity.Steps[0].Answers);
    }

    [Fact]
    public void A_step_says_what_it_takes()
    {
        var form = Draw();
        form.Find(Test("activity-add-step")).Click();
        form.Find(Test("activity-step-2-step-kind")).Change("Vote");
        form.Find(Test("activity-step-2-dots")).Input("3");
        form.Find(Test("activity-step-2-most")).Input("2");
        form.Find(Test("activity-step-2-dots-on")).Change("Contributions");
        form.Find(Test("activity-step-2-picks-lane")).Change(true);
        form.Find(Test("activity-step-2-budget")).Change("share");
        form.Find(Test("activity-step-2-budget-number")).Input("30");
        form.Find(Test("activity-step-2-minutes")).Input("ten");
        form.Find(Test("activity-step-2-visibility")).Change("Own");
        var step = Activity.Steps[1];
        Assert.Equal((StepKind.Vote, 3, 2, DotTargets.Contributions, 5, Visibility.Own),
            (step.Kind, step.Dots, step.MaxPerTarget, step.DotsOn, step.Minutes, step.Visibility));
        Assert.Equal(new PickBudget(Share: 30), step.PickBudget);
        Assert.Equal("Write a whole number.", form.Find("#activity-step-2-minutes-say").TextContent);
        form.Find(Test("activity-step-2-step-up")).Click();
        Assert.Equal(["step-2", "step"], Activity.Steps.Select(s => s.Id));
    }

    [Fact]
    public void Every_built_in_method_can_be_shown_in_the_editor_with_all_its_words()
    {
        foreach (var builtIn in BuiltInMethods.All)
        {
            foreach (var activity in builtIn.Activities)
            {
                var form = Render<MethodActivityForm>(p => p.Add(x => x.Activity, activity).Add(x => x.Index, 0).Add(x => x.Count, 1));
                Assert.Equal(activity.Steps.Count, form.FindComponents<MethodStepForm>().Count);
                Assert.Equal(activity.Lanes?.Count ?? 0, form.FindComponents<MethodLaneForm>().Count);
            }
        }

        var words = Services.GetRequiredService<IStringLocalizer<MethodWords>>();
        var keys = Enum.GetNames<StepKind>().Select(k => $"step-{k}").Concat(Enum.GetNames<LaneKind>().Select(k => $"kind-{k}"))
            .Concat(Enum.GetNames<Visibility>().Select(k => $"visibility-{k}"));
        Assert.All(keys, k => Assert.False(words[k].ResourceNotFound, k));
    }

    [Fact]
    public void The_preview_shows_screen_and_phone_of_the_chosen_step_and_keeps_the_last_picture()
    {
        var chain = BuiltInMethods.Find("chain")!;
        var preview = Render<MethodPreview>(p => p.Add(x => x.Method, chain).Add(x => x.Valid, true));
        preview.Find(Test("preview-step")).Change("chain/solutions");
        preview.WaitForAssertion(() =>
            Assert.Contains("Create yearly plan", preview.Find(Test("preview-screen")).GetAttribute("srcdoc"), StringComparison.Ordinal));
        Assert.Contains("Create yearly plan", preview.Find(Test("preview-phone")).GetAttribute("srcdoc"), StringComparison.Ordinal);
        // No script runs in it, whatever somebody wrote into a file.
        Assert.Equal("allow-same-origin", preview.Find(Test("preview-phone")).GetAttribute("sandbox"));
        preview.Render(p => p.Add(x => x.Method, chain with { Source = "" }).Add(x => x.Valid, false));
        Assert.NotNull(preview.Find(Test("preview-waits")));
        Assert.Contains("Create yearly plan", preview.Find(Test("preview-screen")).GetAttribute("srcdoc"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_in_the_list_offers_what_its_reader_may_do()
    {
        var known = new KnownMethod(BuiltInMethods.Find("open-floor")!, null);
        var builtIn = Render<MethodCase>(p => p.Add(x => x.Known, known));
        Assert.Equal("api/methods/open-floor/file", builtIn.Find(Test("export-open-floor")).GetAttribute("href"));
        Assert.Empty(builtIn.FindAll(Test("edit-open-floor")));
        var mine = Render<MethodCase>(p => p.Add(x => x.Known, known with { OwnerId = new("amara") }).Add(x => x.Mine, true));
        Assert.NotNull(mine.Find(Test("edit-open-floor")));
        Assert.NotNull(mine.Find(Test("remove-open-floor")));
    }

    private sealed class PlainAssets : IAssets
    {
        public string this[string path] => "/" + path;
    }
}
