using Bunit;
using WorkshopHub.Core.Methods;
using WorkshopHub.Web.Facilitator.MethodPages;
using WorkshopHub.Web.Facilitator.Prepare;

namespace WorkshopHub.Web.Tests.Facilitator;

/// <summary>
/// The forms of an activity are drawn again at every change. A lane and a step may have the same id, and a method's author
/// may choose any: whatever the built-in ones contain has to be drawn twice.
/// </summary>
public sealed class ActivityFormTests : ConsoleContext
{
    public static TheoryData<string> Methods => [.. BuiltInMethods.All.Select(m => m.Id)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_activity_is_prepared_and_drawn_again(string method)
    {
        var desk = new Room(BuiltInMethods.Find(method)!.Agenda("en")).Desk();
        foreach (var activity in desk.State.Agenda)
        {
            var form = Render<ActivityForm>(p => p.Add(x => x.Desk, desk).Add(x => x.Activity, activity).Add(x => x.Number, 1));
            form.Render(p => p.Add(x => x.Number, 2));
            Assert.Equal(activity.Lanes.Count + activity.Steps.Count, form.FindAll(".wh-lane-row").Count);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_activity_of_a_method_is_edited_and_drawn_again(string method)
    {
        foreach (var activity in BuiltInMethods.Find(method)!.Activities)
        {
            var form = Render<MethodActivityForm>(p => p.Add(x => x.Activity, activity).Add(x => x.Index, 0).Add(x => x.Count, 1));
            form.Render(p => p.Add(x => x.Count, 2));
            Assert.Equal(activity.Steps.Count, form.FindComponents<MethodStepForm>().Count);
        }
    }
}
