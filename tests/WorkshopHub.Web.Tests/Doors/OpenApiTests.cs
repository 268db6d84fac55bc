namespace WorkshopHub.Web.Tests.Doors;

public sealed class OpenApiTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task The_description_lists_the_API_and_no_page()
    {
        using var anybody = server.Browser();

        var document = (await Reply.OfAsync(anybody.GetAsync("openapi/v1.json"))).Ok().Json;

        var paths = document.GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {p.Name}")).ToList();
        foreach (var promised in (string[])[
            "POST /api/tokens",
            "GET /api/methods", "GET /api/methods/{id}", "PUT /api/methods/{id}", "DELETE /api/methods/{id}",
            "POST /api/sessions", "GET /api/sessions", "GET /api/sessions/{id}", "DELETE /api/sessions/{id}",
            "POST /api/sessions/{id}/commands", "GET /api/sessions/{id}/events", "GET /api/sessions/{id}/summary",
            "POST /api/sessions/{id}/screens", "DELETE /api/sessions/{id}/screens/{screenId}",
            "POST /api/join/{code}", "GET /api/join/{code}", "POST /api/join/{code}/commands"])
        {
            Assert.Contains(promised, paths);
        }

        Assert.All(paths, p => Assert.Matches("^[A-Z]+ (/api/|/schemas/)", p));
    }
}
