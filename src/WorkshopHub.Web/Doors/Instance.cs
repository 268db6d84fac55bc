namespace WorkshopHub.Web.Doors;

/// <summary>
/// Which run of the program this is. A page that was told of a restart loads itself again when another one answers: one
/// that is still going down would leave it with the browser's own error page, which nobody brings back.
/// </summary>
internal sealed class Instance
{
    public string Id { get; } = Guid.NewGuid().ToString("n");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/hub/instance", (HttpContext http, Instance instance) =>
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(instance.Id);
    }).ExcludeFromDescription();
}
