using Bunit;
using WorkshopHub.Core.Sessions;
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

    private IRenderedComponent<SavedField> Draw(Func<string, Refusal?> answer, bool number = false) => Render<SavedField>(p => p
        .Add(x => x.Id, "title")
        .Add(x => x.Label, "Title")
        .Add(x => x.Value, "June forum")
        .Add(x => x.Number, number)
        .Add(x => x.Save, text =>
        {
            saved.Add(text);
            return Task.FromResult(answer(text));
        }));
}
