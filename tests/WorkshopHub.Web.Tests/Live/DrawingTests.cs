using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Tests.Live;

public sealed class DrawingTests
{
    /// <summary>A developer's environment refuses scoped services without a scope, and the renderer has some.</summary>
    [Fact]
    public async Task It_draws_where_scopes_are_checked()
    {
        var program = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        program.Services.AddRazorComponents();
        await using var app = program.Build();
        var drawing = new Drawing(app.Services, NullLoggerFactory.Instance);
        Assert.Equal("drawn", await drawing.DrawAsync<Word>("en", []));
    }

    private sealed class Word : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "drawn");
    }
}
