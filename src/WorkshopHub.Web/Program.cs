using WorkshopHub.Web;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Doors;
using WorkshopHub.Web.Facilitator;
using WorkshopHub.Web.Start;

try
{
    var builder = WebApplication.CreateBuilder(StartExtensions.Options(args));
    builder.AddStart();
    builder.Services.AddJournalStandIn();
    builder.Services.AddAccounts();
    builder.Services.AddConsole();

    var app = builder.Build();
    await app.PrepareStandInAsync();

    app.UseExceptionHandler("/status/500", createScopeForErrors: true);
    app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
    app.UseSecurityHeaders();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();

    app.MapStaticAssets();
    app.MapConsole();
    app.MapTokenEndpoints();

    await app.RunHubAsync();
    return 0;
}
catch (CannotStartException e)
{
    await Console.Error.WriteLineAsync($"WorkshopHub cannot start. {e.Message}");
    return 1;
}

public partial class Program;
