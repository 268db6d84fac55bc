using System.Text.Json.Nodes;
using WorkshopHub.Core;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Playing;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Doors;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Samples;

/// <summary>
/// Plays a sample against a live session. One that was cut short goes on where it stopped, and one that is done stays as it
/// is: exactly once is the product's own promise.
/// </summary>
internal sealed class SampleRunner(ISessionHost host)
{
    /// <exception cref="InvalidDataException">A command of the script was refused.</exception>
    public async Task<ILiveSession> RunAsync(SampleScript script, AccountId owner, CancellationToken cancel = default)
    {
        var session = await host.FindAsync(new(script.Id), cancel) ?? await CreateAsync(script, owner, cancel);
        // A closed one was carried out to its end, whatever its facilitator has made of it since.
        if (session.State.Stage == SessionStage.Closed) return session;
        var player = new Player(new Live(session), new Sender.Account(owner), script.Id);
        await player.PlayAsync(Moves(script), (command, refusal) => throw new InvalidDataException($"{script.Id}, {command}: {refusal}"));
        return session;
    }

    private async Task<ILiveSession> CreateAsync(SampleScript script, AccountId owner, CancellationToken cancel)
    {
        var method = BuiltInMethods.Find(script.Method)
            ?? throw new InvalidDataException($"{script.Id}: there is no method “{script.Method}”.");
        var command = new CreateSession(script.Title, script.Topic, script.Settings, method.Agenda(SessionSettings.Default.Language));
        var (session, refusal) = await host.CreateAsync(owner, command, new(script.Id), cancel);
        return session ?? throw new InvalidDataException($"The sample {script.Id} cannot be made: {refusal}");
    }

    private static IEnumerable<ScriptMove> Moves(SampleScript script)
    {
        foreach (var move in script.Moves ?? [])
        {
            if (move.By is null) yield return Of(script, move, new Part.Facilitator());
            foreach (var number in move.Senders) yield return Of(script, move, new Part.Delegate(number));
            // Nobody gets into a draft: they come once it is open.
            if (move.Command["type"]?.GetValue<string>() != "openSession") continue;
            foreach (var sector in (script.Delegates ?? []).SelectMany(g => Enumerable.Repeat(g.Sector, g.People)))
            {
                yield return ScriptMove.Joins(sector: sector);
            }
        }
    }

    private static ScriptMove Of(SampleScript script, SampleMove move, Part by) =>
        new(by, cast => Command(script, move, cast)) { As = move.As };

    private static Command Command(SampleScript script, SampleMove move, Cast cast)
    {
        var body = (JsonObject)Filled(move.Command)!;
        // The player gives the command its id; a body without one is not read.
        body["commandId"] = Guid.Empty.ToString();
        var read = CommandReader.Read(body);
        return read.Command ?? throw new InvalidDataException($"{script.Id}, {move.Command.ToJsonString()}: {read.Refusal}");

        // "$name" anywhere in the command stands for the id of what was created under that name.
        JsonNode? Filled(JsonNode? node) => node switch
        {
            JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Filled(p.Value)))),
            JsonArray a => new JsonArray([.. a.Select(Filled)]),
            JsonValue v when v.TryGetValue<string>(out var text) && text.StartsWith('$') => JsonValue.Create(
                cast.IdOf(text[1..]) ?? throw new InvalidDataException($"{script.Id}: nothing is called {text}.")),
            _ => node?.DeepClone(),
        };
    }

    private sealed class Live(ILiveSession session) : IPlayable
    {
        public async ValueTask<(string? ResultId, Refusal? Refusal)> SendAsync(Sender by, Guid commandId, Command command)
        {
            var answer = await session.SendAsync(by, commandId, CommandDispatch.Found(command));
            return (answer.Id, answer.Refusal);
        }
    }
}
