namespace WorkshopHub.Browser.Tests;

/// <summary>A picture of the projector: of which method, and what has happened until then.</summary>
/// <param name="Name">Of the file of its picture.</param>
/// <param name="Sign">A text that stands there once it is drawn.</param>
/// <param name="People">How many have joined, in two sectors.</param>
public sealed record ScreenScene(string Name, string Method, string Sign, int People, Func<ScreenRoom, Task> Happens)
{
    public string Title { get; init; } = "Leveraging existing infrastructure, inside your own organisation or in partner organisations";

    /// <returns>The room and the token of its screen.</returns>
    public async Task<(Api Api, string Token)> SetAsync(HubProcess hub)
    {
        var api = await Api.OfAsync(hub, Method, Title);
        var room = new ScreenRoom(api);
        for (var i = 0; i < People; i++) room.Guests.Add(await api.GuestAsync(i % 5 < 3 ? "Public sector" : "Private sector"));
        await Happens(room);
        return (api, await api.ScreenAsync());
    }

    public override string ToString() => Name;
}

/// <summary>A session with its people, while a scene is being set.</summary>
public sealed class ScreenRoom(Api api)
{
    private string activity = "";

    public List<Guest> Guests { get; } = [];

    public Task SendAsync(object command) => api.SendAsync(command);

    public async Task StartAsync(string activityId, string? step = null)
    {
        activity = activityId;
        await api.SendAsync(new { type = "startActivity", activityId });
        if (step is not null) await StepAsync(step);
    }

    public Task StepAsync(string step) => api.SendAsync(new { type = "moveToStep", activityId = activity, step });

    /// <summary>Said by a facilitator: any lane at any step.</summary>
    public async Task<string> SaysAsync(string laneId, string text, string? parentId = null, bool quotation = false) =>
        (await api.SendAsync(new { type = "contribute", activityId = activity, laneId, parentId, text, quotation }))!;

    public async Task<List<string>> SayAsync(string laneId, params IEnumerable<string> texts)
    {
        var ids = new List<string>();
        foreach (var text in texts) ids.Add(await SaysAsync(laneId, text));
        return ids;
    }

    public async Task NodAsync(string contributionId, int nods)
    {
        foreach (var guest in Guests.Take(nods)) await guest.SendAsync(new { type = "nod", contributionId, on = true });
    }

    public async Task PickAsync(string targetId) => await api.SendAsync(new { type = "pick", targetId, picked = true });

    public async Task<string> ThemeAsync(string title, IEnumerable<string> contributionIds) =>
        (await api.SendAsync(new { type = "createTheme", activityId = activity, title, contributionIds }))!;

    /// <summary>So many give this answer, each another one than those before.</summary>
    public async Task AnswerAsync(string laneId, string? parentId, params (string Value, int Times)[] answers)
    {
        var next = 0;
        foreach (var (value, times) in answers)
        {
            for (var i = 0; i < times; i++) await Guests[next++]
                .SendAsync(new { type = "answer", activityId = activity, laneId, parentId, value });
        }
    }
}
