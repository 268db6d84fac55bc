using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using WorkshopHub.Load;

var (options, problem) = Options.Read(args);
if (options is null)
{
    Console.Error.WriteLine($"{problem}\n\n{Options.Usage}");
    return 2;
}

using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(options.Seconds + 60));
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 64 }) { BaseAddress = options.Url };

var lead = await SignInAsync();
var session = await PostAsync("/api/sessions", lead, new { title = "Load", method = "kick-start" });
var (id, code) = (session.GetProperty("id").GetString()!, session.GetProperty("code").GetString()!);
try
{
    await PostAsync($"/api/sessions/{id}/commands", lead, new { type = "openSession", commandId = Guid.NewGuid() });
    await PostAsync($"/api/sessions/{id}/commands", lead, new { type = "startActivity", commandId = Guid.NewGuid(), activityId = "chain" });

    var began = Stopwatch.GetTimestamp();
    var phones = await Task.WhenAll(Enumerable.Range(0, options.Phones).Select(async i =>
        new Phone((await PostAsync($"/api/join/{code}", null, new { commandId = Guid.NewGuid(), name = $"Phone {i}" })).GetProperty("token")
            .GetString()!)));
    var joined = Stopwatch.GetElapsedTime(began);
    began = Stopwatch.GetTimestamp();
    await Task.WhenAll(phones.Select(p => p.EnterAsync(options.Url, code, stop.Token)));
    var connected = Stopwatch.GetElapsedTime(began);
    Console.WriteLine(
        $"{options.Phones} joined in {joined.TotalSeconds:0.00} s ({options.Phones / joined.TotalSeconds:0} a second), connected in " +
        $"{connected.TotalSeconds:0.00} s");

    var server = options.Pid is { } pid ? Process.GetProcessById(pid) : null;
    var before = server?.TotalProcessorTime;
    began = Stopwatch.GetTimestamp();
    await using var wrong = WrongSignIns.Start(options.Url, options.WrongSignIns, options.Addresses);
    var sent = await ContributeAsync(phones);
    await wrong.StopAsync();
    var took = Stopwatch.GetElapsedTime(began);
    var used = Used(server) - before;
    var last = sent.Count == 0 ? 0 : sent.Max(s => s.Version);
    // Until the last one is everywhere, or the time is up.
    while (!stop.IsCancellationRequested && phones.Any(p => p.Seen.Count == 0 || p.Seen[^1].Version < last)) await Task.Delay(20);

    Report(phones, sent, took);
    if (options.WrongSignIns > 0) Console.WriteLine(wrong.Report(took));
    if (server is not null) Console.WriteLine($"server      {used / took * 100:0} % of a core, {server.WorkingSet64 / 1024 / 1024} MB");
    foreach (var phone in phones) phone.Dispose();
}
finally
{
    using var request = Request(HttpMethod.Delete, $"/api/sessions/{id}", lead);
    using var gone = await http.SendAsync(request);
}

return 0;

async Task<List<Sent>> ContributeAsync(Phone[] phones)
{
    var under = new List<Task<Sent?>>();
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < options.Rate * options.Seconds && !stop.IsCancellationRequested; i++)
    {
        var due = TimeSpan.FromSeconds((double)i / options.Rate) - Stopwatch.GetElapsedTime(start);
        if (due > TimeSpan.Zero) await Task.Delay(due);
        under.Add(SayAsync(phones, i));
    }

    return [.. (await Task.WhenAll(under)).OfType<Sent>()];
}

async Task<Sent?> SayAsync(Phone[] phones, int number)
{
    var who = number % phones.Length;
    var at = Stopwatch.GetTimestamp();
    using var request = Request(HttpMethod.Post, $"/api/join/{code}/commands", phones[who].Token);
    request.Content =
        JsonContent.Create(
        new
        {
            type = "contribute",
            commandId = Guid.NewGuid(),
            activityId = "chain",
            laneId = "challenge",
            text = $"What holds us back, number {number}"
        });
    using var answer = await http.SendAsync(request);
    if (!answer.IsSuccessStatusCode) return null;
    var version = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt64();
    return new(who, version, at, Stopwatch.GetTimestamp());
}

void Report(Phone[] phones, List<Sent> sent, TimeSpan took)
{
    var shown = new List<double>();
    var everywhere = new List<double>();
    var missing = 0;
    foreach (var one in sent)
    {
        var latest = 0.0;
        for (var p = 0; p < phones.Length; p++)
        {
            if (p == one.Phone) continue;
            var seen = phones[p].Seen;
            var at = First(seen, one.Version);
            if (at == seen.Count)
            {
                missing++;
                continue;
            }

            var ms = Stopwatch.GetElapsedTime(one.At, seen[at].At).TotalMilliseconds;
            shown.Add(ms);
            latest = Math.Max(latest, ms);
        }

        everywhere.Add(latest);
    }

    Console.WriteLine(
        $"{sent.Count} of {options.Rate * options.Seconds} contributions saved in {took.TotalSeconds:0.0} s " +
        $"({sent.Count / took.TotalSeconds:0} a second)");
    Line("answered", [.. sent.Select(s => Stopwatch.GetElapsedTime(s.At, s.Answered).TotalMilliseconds)]);
    Line("shown", shown);
    Line("everywhere", everywhere);
    Console.WriteLine($"missing     {missing}; told to fetch {phones.Sum(p => p.Fetches)}");
}

static void Line(string what, List<double> times)
{
    if (times.Count == 0) return;
    times.Sort();
    Console.WriteLine($"{what,-11} p50 {times[times.Count / 2]:0.0}  p95 {times[(int)(times.Count * 0.95)]:0.0}  max {times[^1]:0.0} ms");
}

// The first place in the list at which this version, or a later one, was there.
static int First(List<(long Version, long At)> seen, long version)
{
    var (low, high) = (0, seen.Count);
    while (low < high)
    {
        var middle = (low + high) / 2;
        if (seen[middle].Version < version) low = middle + 1;
        else high = middle;
    }

    return low;
}

static TimeSpan? Used(Process? server)
{
    server?.Refresh();
    return server?.TotalProcessorTime;
}

// After wrong sign-ins this address has to wait, and is told how long.
async Task<string> SignInAsync()
{
    while (true)
    {
        var asked = new { email = options.Email, password = options.Password, name = "Load" };
        using var answer = await http.PostAsJsonAsync("/api/tokens", asked, stop.Token);
        if (answer.IsSuccessStatusCode) return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        if (answer.Headers.RetryAfter?.Delta is not { } wait) throw new InvalidOperationException($"/api/tokens: {(int)answer.StatusCode}");
        await Task.Delay(wait, stop.Token);
    }
}

async Task<JsonElement> PostAsync(string path, string? token, object body)
{
    using var request = Request(HttpMethod.Post, path, token);
    request.Content = JsonContent.Create(body);
    using var answer = await http.SendAsync(request, stop.Token);
    // As phones do when more join at once than the server lets in.
    if (answer is { StatusCode: HttpStatusCode.TooManyRequests, Headers.RetryAfter.Delta: { } wait })
    {
        await Task.Delay(wait, stop.Token);
        return await PostAsync(path, token, body);
    }

    var text = await answer.Content.ReadAsStringAsync();
    return answer.IsSuccessStatusCode
        ? JsonDocument.Parse(text).RootElement
        : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
}

static HttpRequestMessage Request(HttpMethod method, string path, string? token) =>
    new(method, path) { Headers = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) } };

/// <summary>A contribution that was saved: by which phone, and when it was sent and answered.</summary>
internal sealed record Sent(int Phone, long Version, long At, long Answered);
