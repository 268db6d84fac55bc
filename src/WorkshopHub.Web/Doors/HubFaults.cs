using Microsoft.AspNetCore.SignalR;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Logs what goes wrong in the hub, in place of SignalR's dispatcher: for that a refusal is an error with its stack, and
/// anybody could fill the disk with wrong tokens.
/// </summary>
internal sealed class HubFaults(Faults faults) : IHubFilter
{
    /// <summary>Whose log this replaces.</summary>
    public const string Dispatcher = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext,
        Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception e) when (e is not (HubException or OperationCanceledException))
        {
            // SignalR passes on the message of this exception and of no other.
            var refusal = faults.Of(e, invocationContext.HubMethodName);
            throw new HubException($"{refusal.Code}: {refusal.Message}");
        }
    }
}
