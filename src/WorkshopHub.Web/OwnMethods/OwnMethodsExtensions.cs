namespace WorkshopHub.Web.OwnMethods;

internal static class OwnMethodsExtensions
{
    /// <summary>Methods that facilitators make for themselves.</summary>
    public static void AddOwnMethods(this IServiceCollection services)
    {
        services.AddSingleton<MethodStore>();
        services.AddSingleton<MethodDrafts>();
    }
}
