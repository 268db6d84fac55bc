using WorkshopHub.Core;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Doors;

/// <summary>A method in the list.</summary>
/// <param name="Minutes">Of all its steps.</param>
/// <param name="Activities">Titles, in order.</param>
public sealed record MethodListing(string Id, string Title, string Purpose, int Minutes, Seq<string> Activities);

/// <summary>Methods: built-in ones can be read; own ones come later.</summary>
internal static class MethodEndpoints
{
    private const string Language = "en";

    public static void MapMethodEndpoints(this IEndpointRouteBuilder routes)
    {
        var methods = routes.MapGroup("/api/methods").AddEndpointFilter<FacilitatorDoor>().WithTags("Methods");
        methods.MapGet("", () => TypedResults.Json(BuiltInMethods.All.Select(Listing), StrictJson.Options)).Produces<MethodListing[]>();
        methods.MapGet("{id}", (string id) => BuiltInMethods.Find(id) is { } method
            ? TypedResults.Json(method, MethodReader.Json)
            : Problems.Problem(RefusalKind.NoSuchMethod.With(id)));
        methods.MapPut("{id}", () => Problems.Problem(RefusalKind.NotAvailable.With("Writing a method")));
        methods.MapDelete("{id}", () => Problems.Problem(RefusalKind.NotAvailable.With("Removing a method")));
        routes.MapGet("/schemas/method.json", () => TypedResults.Text(BuiltInMethods.Schema(), "application/schema+json")).WithTags("Methods");
    }

    private static MethodListing Listing(Method m) =>
        new(m.Id, m.Title.In(Language), m.Purpose.In(Language), m.Minutes, m.Activities.Select(a => a.Title.In(Language)).ToSeq());
}
