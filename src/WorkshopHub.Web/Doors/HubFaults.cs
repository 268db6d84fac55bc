using Microsoft.AspNetCore.SignalR;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Logs what goes wrong in the hub. The framework logs every refusal as an error with its stack, and anybody could fill
/// the log with wrong codes; so its own category is silent (appsettings.json) and only real faults are told, here.
/// </summary>
internal sealed partial class HubFaults(ILogger<HubFaults> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception e) when (e is not (HubException or OperationCanceledException))
        {
            Failed(log, invocationContext.HubMethodName, e);
            throw;
        }
    }

    [LoggerMessage(3001, LogLevel.Error, "The hub's {Method} failed.")]
    private static partial void Failed(ILogger log, string method, Exception exception);
}
