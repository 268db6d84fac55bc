using Bunit;
using WorkshopHub.Core;
using WorkshopHub.Web.Facilitator.Prepare;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class SavedFieldTests : ConsoleContext
{
    private readonly List<string> saved = [];

    [Fact]
    public void What_was_typed_stays_with_the_reason_when_it_is_refused()
    {
        var field = Draw(_ => RefusalKind.TextEmpty);
        field.Find("input").Input("  ");
        field.Find("input").Change("  ");
        Assert.Equal("  ", field.Find("input").GetAttribute("value"));
        Assert.Equal("There is nothing to read in this text.", field.Find("#title-say").TextContent);
        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Leaving_it_saves_it_and_says_so()
    {
        var field = Draw(_ => null);
        field.Find("input").Input("July forum");
        field.Find("input").Change("July forum");
        Assert.Equal(["July forum"], saved);
        Assert.Equal("Saved", field.Find("#title-say").TextContent);
    }

    [Fact]
    public void What_somebody_else_saves_shows_here_unless_somebody_is_typing()
    {
        var field = Draw(_ => null);
        field.Render(p => p.Add(x => x.Value, "August forum"));
        Assert.Equal("August forum", field.Find("input").GetAttribute("value"));
        field.Find("input").Input("Sept");
        field.Render(p => p.Add(x => x.Value, "October forum"));
        Assert.Equal("Sept", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_number_has_to_be_one_before_anything_is_sent()
    {
        var field = Draw(_ => null, number: true);
        field.Find("input").Input("ten");
        field.Find("input").Change("ten");
        Assert.Empty(saved);
        Assert.Equal("Write a whole number.", field.Find("#title-say").TextContent);
    }

    [Theory]
    [InlineData("both-mine-", "September forum over October forum")]
    [InlineData("both-join-", "October forum / September forum over October forum")]
    public void OUT_8_what_somebody_else_has_saved_meanwhile_stands_beside_it_before_anything_is_saved(string choice, string then)
    {
        var field = Draw(_ => null, test: "title");
        field.Find("input").Input("September forum");
        field.Render(p => p.Add(x => x.Value, "October forum"));
        Assert.Equal("October forum", field.Find(Test("both-saved-title")).TextContent);
        field.Find("input").Change("September forum");
        Assert.Empty(saved);
        field.Find(Test($"{choice}title")).Click();
        Assert.Equal([then], saved);
        Assert.Empty(field.FindAll(Test("both-title")));
    }

    [Fact]
    public void OUT_8_the_others_text_can_be_taken()
    {
        var field = Draw(_ => null, test: "title");
        field.Find("input").Input("September forum");
        field.Render(p => p.Add(x => x.Value, "October forum"));
        field.Find(Test("both-theirs-title")).Click();
        Assert.Empty(saved);
        Assert.Equal("October forum", field.Find("input").GetAttribute("value"));
    }

    private IRenderedComponent<SavedField> Draw(Func<string, Refusal?> answer, bool number = false, string? test = null) =>
        Render<SavedField>(p => p
        .Add(x => x.Id, "title")
        .Add(x => x.Label, "Title")
        .Add(x => x.Test, test)
        .Add(x => x.Value, "June forum")
        .Add(x => x.Number, number)
        .Add(x => x.Save, (text, was) =>
        {
            saved.Add(was == "June forum" ? text : $"{text} over {was}");
            return Task.FromResult(answer(text));
        }));
}
