using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Ambient;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Doors;
using WorkshopHub.Web.Exports;
using WorkshopHub.Web.Facilitator;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.OwnMethods;
using WorkshopHub.Web.Reach;
using WorkshopHub.Web.Samples;
using WorkshopHub.Web.Start;

try
{
    var builder = WebApplication.CreateBuilder(StartExtensions.Options(args));
    var data = builder.AddStart();
    builder.Services.AddReach();
    builder.Services.AddData(data.FullPath);
    builder.Services.AddJournal();
    builder.Services.AddAccounts();
    builder.Services.AddOwnMethods();
    builder.Services.AddLive();
    builder.Services.AddDoors();
    builder.Services.AddExports();
    builder.Services.AddConsole();
    builder.Services.AddSamples(args);

    var app = builder.Build();
    await app.PrepareDataAsync(args);

    app.Use(CultureScope.InTheFirstAsync);
    app.UseErrors();
    app.UseResponseCompression();
    app.UseSecurityHeaders();
    app.UseSignIn();
    app.UseAuthorization();
    app.UseAntiforgery();

    app.MapStaticAssets();
    app.MapConsole();
    app.MapTokenEndpoints();
    app.MapDoors();

    await app.RunHubAsync();
    return 0;
}
catch (Exception e) when (e is not HostAbortedException)
{
    await Console.Error.WriteLineAsync(StartFailures.Say(e));
    if (StartFailures.Details(e) is { } details) await Console.Error.WriteLineAsync(details);
    return 1;
}

public partial class Program;
