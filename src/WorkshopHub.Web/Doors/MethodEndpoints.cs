using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Web.OwnMethods;

namespace WorkshopHub.Web.Doors;

/// <summary>A method in the list.</summary>
/// <param name="Minutes">Of all its steps.</param>
/// <param name="Activities">Titles, in order.</param>
public sealed record MethodListing(string Id, string Title, string Purpose, int Minutes, ValueList<string> Activities);

/// <summary>The answer to writing a method.</summary>
public sealed record SavedMethod(string Id, int Version);

/// <summary>Methods: all can be read; own ones can be written and removed.</summary>
internal static class MethodEndpoints
{
    private const string Language = "en";

    public static void MapMethodEndpoints(this IEndpointRouteBuilder routes)
    {
        var methods = routes.MapGroup("/api/methods").AddEndpointFilter<FacilitatorDoor>().WithTags("Methods");
        methods.MapGet("", ListAsync).Produces<MethodListing[]>();
        methods.MapGet("{id}", GetAsync);
        methods.MapGet("{id}/file", FileAsync).ExcludeFromDescription();
        methods.MapPut("{id}", PutAsync).Produces<SavedMethod>().Produces<SavedMethod>(StatusCodes.Status201Created);
        methods.MapDelete("{id}", DeleteAsync);
        routes.MapGet("/schemas/method.json", () =>
            TypedResults.Text(BuiltInMethods.Schema(LayoutCatalogue.Needs), "application/schema+json")).WithTags("Methods");
    }

    private static async Task<IResult> ListAsync(HttpContext http, MethodStore methods) =>
        TypedResults.Json((await methods.AllAsync(http.RequestAborted)).Select(k => Listing(k.Method)), StrictJson.Options);

    private static async Task<IResult> GetAsync(string id, HttpContext http, MethodStore methods) =>
        await methods.FindAsync(id, http.RequestAborted) is { Method: var method }
            ? TypedResults.Json(method, MethodReader.Json)
            : Problems.Problem(RefusalKind.NoSuchMethod.With(id));

    // The same as a file for people: to keep, to read and to give away.
    private static async Task<IResult> FileAsync(string id, HttpContext http, MethodStore methods) =>
        await methods.FindAsync(id, http.RequestAborted) is { Method: var method }
            ? TypedResults.File(System.Text.Encoding.UTF8.GetBytes(MethodReader.Write(method)), "application/json", $"{method.Id}.json")
            : Problems.Problem(RefusalKind.NoSuchMethod.With(id));

    private static async Task<IResult> PutAsync(string id, HttpContext http, MethodStore methods)
    {
        var (body, refusal) = await StrictJson.ReadTextAsync(http.Request, MethodLimits.FileMax / 1024);
        if (body is null) return Problems.Problem(refusal!);
        if (BuiltInMethods.Find(id) is not null) return Problems.Problem(RefusalKind.BuiltInMethod);
        if (MethodReader.Read(body, LayoutCatalogue.Needs, out refusal) is not { } method) return Problems.Problem(refusal!);
        if (method.Id != id) return Problems.Problem(RefusalKind.InvalidMethod.With($"id: it has to be “{id}”, as in the address."));
        (var saved, var isNew, refusal) = await methods.SaveAsync(FacilitatorDoor.Account(http), method, http.RequestAborted);
        if (saved is null) return Problems.Problem(refusal!);
        return TypedResults
            .Json(new SavedMethod(saved.Id, saved.Version), StrictJson.Options, statusCode: isNew
            ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext http, MethodStore methods) =>
        await methods.RemoveAsync(FacilitatorDoor.Account(http), id, http.RequestAborted) is { } refusal
            ? Problems.Problem(refusal)
            : TypedResults.NoContent();

    private static MethodListing Listing(Method m) =>
        new(m.Id, m.Title.In(Language), m.Purpose.In(Language), m.Minutes, m.Activities.Select(a => a.Title.In(Language)).ToValueList());
}
