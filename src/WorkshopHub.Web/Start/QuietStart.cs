using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace WorkshopHub.Web.Start;

/// <summary>
/// Until the server listens, the framework says each failure with its stack, and twice; what the person at the server
/// needs is one sentence, which we say. Once it listens, the log is as the settings want it.
/// </summary>
internal sealed class QuietStart : IConfigureOptions<LoggerFilterOptions>, IOptionsChangeTokenSource<LoggerFilterOptions>, IDisposable
{
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";

    private readonly CancellationTokenSource over = new();

    public string Name => Options.DefaultName;

    public void Configure(LoggerFilterOptions options)
    {
        if (over.IsCancellationRequested) return;
        options.Rules.Add(new(null, Host, LogLevel.None, null));
        options.Rules.Add(new(null, Kestrel, LogLevel.Information, (_, _, level) => level < LogLevel.Critical));
    }

    // After it is over nothing changes any more, and a token that has fired would be asked for without end.
    public IChangeToken GetChangeToken() => over.IsCancellationRequested ? NeverChanges.Instance : new CancellationChangeToken(over.Token);

    public void End() => over.Cancel();

    public void Dispose() => over.Dispose();

    private sealed class NeverChanges : IChangeToken
    {
        public static readonly NeverChanges Instance = new();

        public bool HasChanged => false;

        public bool ActiveChangeCallbacks => true;

        public IDisposable RegisterChangeCallback(Action<object?> callback, object? state) => Nothing.Instance;
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }
}
