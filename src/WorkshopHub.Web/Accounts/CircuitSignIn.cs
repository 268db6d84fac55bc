using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// A console that stays open for hours has no request that could look at its cookie again. It hears of the end of its sign-in, and
/// is signed out in that moment.
/// </summary>
public sealed class CircuitSignIn : ServerAuthenticationStateProvider, IDisposable
{
    private static readonly AuthenticationState Nobody = new(new(new ClaimsIdentity()));

    private readonly SignIns signIns;
    private string? id;
    private IDisposable? watching;
    private bool isOver;

    public CircuitSignIn(SignIns signIns)
    {
        this.signIns = signIns;
        AuthenticationStateChanged += Follow;
    }

    public void Dispose()
    {
        AuthenticationStateChanged -= Follow;
        StopWatching();
    }

    internal void StopWatching() => watching?.Dispose();

    /// <summary>Whether this console may still do something. Looked at before each thing that it does.</summary>
    internal async ValueTask<bool> MayGoOnAsync()
    {
        // Never signed in: such a page knows no account, and can do nothing but lead to sign-in.
        if (id is null) return !isOver;
        if (await signIns.IsOnAsync(id))
        {
            signIns.Use(id);
            return true;
        }

        End();
        return false;
    }

    private void Follow(Task<AuthenticationState> state)
    {
        if (isOver || !state.IsCompletedSuccessfully || state.Result.User.SignInId is not { } now || now == id) return;
        watching?.Dispose();
        id = now;
        // Elsewhere: whoever ends a sign-in waits for no page to be drawn.
        watching = signIns.Watch(id, () => _ = Task.Run(End));
    }

    private void End()
    {
        if (isOver) return;
        isOver = true;
        SetAuthenticationState(Task.FromResult(Nobody));
    }
}

/// <summary>Stands before everything that comes in from an open console: from one whose sign-in is over nothing is taken.</summary>
internal sealed class CircuitGate(CircuitSignIn signIn) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            if (await signIn.MayGoOnAsync()) await next(context);
        };
}
