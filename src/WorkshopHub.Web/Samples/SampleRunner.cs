using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Doors;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Samples;

/// <summary>
/// Carries a sample out, command by command. Each command's id follows from the script, so that one that was cut short
/// goes on where it stopped, and one that is done stays as it is: exactly once is the product's own promise.
/// </summary>
internal sealed class SampleRunner(ISessionHost host)
{
    /// <exception cref="InvalidDataException">A command of the script was refused.</exception>
    public async Task<ILiveSession> RunAsync(SampleScript script, AccountId owner, CancellationToken cancel = default)
    {
        var session = await host.FindAsync(new(script.Id), cancel) ?? await CreateAsync(script, owner, cancel);
        // A closed one was carried out to its end, whatever its facilitator has made of it since.
        if (session.State.Stage == Stage.Closed) return session;
        var run = new Run(script, session, new Sender.Account(owner));
        await run.ToTheEndAsync();
        return session;
    }

    private async Task<ILiveSession> CreateAsync(SampleScript script, AccountId owner, CancellationToken cancel)
    {
        var method = BuiltInMethods.Find(script.Method) ?? throw new InvalidDataException($"{script.Id}: there is no method “{script.Method}”.");
        var command = new CreateSession(script.Title, script.Topic, script.Settings, method.Agenda(SessionSettings.Default.Language));
        var (session, refusal) = await host.CreateAsync(owner, command, new(script.Id), cancel);
        return session ?? throw new InvalidDataException($"The sample {script.Id} cannot be made: {refusal}");
    }

    private sealed class Run(SampleScript script, ILiveSession session, Sender facilitator)
    {
        private readonly Dictionary<string, string> names = [];
        private readonly List<DelegateId> delegates = [];
        private int count;

        public async Task ToTheEndAsync()
        {
            foreach (var move in script.Moves ?? [])
            {
                if (move.By is null) await SendAsync(facilitator, move);
                foreach (var number in move.Senders) await SendAsync(new Sender.Delegate(delegates[number - 1]), move);
                // Nobody gets into a draft: they come once it is open.
                if (move.Command["type"]?.GetValue<string>() == "openSession") await JoinAllAsync();
            }
        }

        private async Task JoinAllAsync()
        {
            foreach (var group in script.Delegates ?? [])
            {
                for (var i = 0; i < group.People; i++)
                {
                    var answer = await session.SendAsync(new Sender.Newcomer(), NextId(), new Join(null, group.Sector));
                    delegates.Add(new(answer.Id ?? throw Refused("join", answer.Refusal)));
                }
            }
        }

        private async Task SendAsync(Sender sender, SampleMove move)
        {
            var body = (JsonObject)Filled(move.Command)!;
            body["commandId"] = NextId().ToString();
            var read = CommandReader.Read(body);
            var answer = await Answers.CarryOutAsync(session, sender, read);
            if (answer.Refusal is { } refusal) throw Refused(move.Command.ToJsonString(), refusal);
            if (move.As is { } name && answer.Id is { } id) names[name] = id;
        }

        // "$name" anywhere in the command stands for the id of what was created under that name.
        private JsonNode? Filled(JsonNode? node) => node switch
        {
            JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Filled(p.Value)))),
            JsonArray a => new JsonArray([.. a.Select(Filled)]),
            JsonValue v when v.TryGetValue<string>(out var text) && text.StartsWith('$') => JsonValue.Create(
                names.TryGetValue(text[1..], out var id) ? id : throw new InvalidDataException($"{script.Id}: nothing is called {text}.")),
            _ => node?.DeepClone(),
        };

        // The same for the same place in the same script, whoever runs it and whenever.
        private Guid NextId()
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes(script.Id), hash);
            BinaryPrimitives.WriteInt32BigEndian(hash[12..16], ++count);
            return new(hash[..16], bigEndian: true);
        }

        private InvalidDataException Refused(string what, Refusal? refusal) => new($"{script.Id}, {what}: {refusal}");
    }
}
