using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Playing;

/// <summary>
/// Plays a script of public commands against a session, one after the other. Because there is no other way in, whatever
/// is played can be done by anybody.
/// </summary>
/// <param name="scriptId">The ids of the commands follow from it, so that the same script played again does nothing twice.</param>
public sealed class Player(IPlayable session, Sender facilitator, string scriptId)
{
    private int count;

    public Cast Cast { get; } = new();

    /// <param name="script">Asked for its next move when the one before is done, so that it can look at what came of it.</param>
    /// <param name="refused">Called for what was refused; the script goes on, unless this throws.</param>
    public async Task PlayAsync(IEnumerable<ScriptMove> script, Action<Command, Refusal> refused)
    {
        foreach (var move in script)
        {
            var command = move.Command(Cast);
            var (id, refusal) = await session.SendAsync(Cast.Of(move.By, facilitator), NextId(), command);
            if (refusal is not null) refused(command, refusal);
            else if (id is not null) Cast.Note(move, id);
        }
    }

    // The same for the same place in the same script, whoever plays it and whenever.
    private Guid NextId()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(scriptId), hash);
        BinaryPrimitives.WriteInt32BigEndian(hash[12..16], ++count);
        return new(hash[..16], bigEndian: true);
    }
}
