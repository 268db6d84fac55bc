using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Tokens and recovery codes of delegates, tokens of screens. All follow from the installation's key and an id, so that a
/// repeated join gives the same ones and nothing has to be kept; a token opens only its session.
/// </summary>
public sealed class RoomTokens
{
    private const int MacBytes = 18;
    private const int RecoveryLength = 8;
    private const string RecoverySigns = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private readonly byte[] key;

    /// <param name="keyFile">Looked at when the program started.</param>
    internal RoomTokens(string keyFile) => key = File.ReadAllBytes(keyFile);

    /// <summary><c>session.delegate.mac</c></summary>
    public string TokenOf(SessionId session, DelegateId id) =>
        $"{session}.{id}.{Base64Url.EncodeToString(Mac($"token:{session}:{id}").AsSpan(0, MacBytes))}";

    /// <summary>Whose token it is; null: nobody's.</summary>
    public (SessionId Session, DelegateId Id)? Verify(string? token)
    {
        if (token is null or { Length: > 200 } || token.Split('.') is not [var session, var id, _]) return null;
        var right = TokenOf(new(session), new(id));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(token))
            ? (new(session), new(id)) : null;
    }

    /// <summary>A screen's token; looked up by its hash, so it names nothing.</summary>
    public string ScreenTokenOf(SessionId session, string screenId) =>
        Base64Url.EncodeToString(Mac($"screen:{session}:{screenId}").AsSpan(0, 24));

    /// <summary>Eight signs in two groups, about 39 bits: no sign can be taken for another one.</summary>
    public string RecoveryCodeOf(SessionId session, DelegateId id)
    {
        Span<char> signs = stackalloc char[RecoveryLength];
        Sign(session, id, signs);
        return $"{signs[..4]}-{signs[4..]}";
    }

    /// <summary>The delegate with this recovery code; blanks, hyphens and case do not matter.</summary>
    public DelegateId? Recover(SessionState state, string recoveryCode)
    {
        var given = MemoryMarshal.AsBytes(Plain(recoveryCode).AsSpan());
        Span<char> signs = stackalloc char[RecoveryLength];
        DelegateId? found = null;
        // Always through all of them, so that the time tells nothing.
        foreach (var id in state.Delegates.Keys.Concat(state.Waiting.Keys))
        {
            Sign(state.Id, id, signs);
            if (CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes((ReadOnlySpan<char>)signs), given)) found = id;
        }

        return found;
    }

    private void Sign(SessionId session, DelegateId id, Span<char> signs)
    {
        var mac = Mac($"recovery:{session}:{id}");
        for (var i = 0; i < signs.Length; i++) signs[i] = RecoverySigns[mac[i] % RecoverySigns.Length];
    }

    private static string Plain(string code) => new([.. code.Where(char.IsAsciiLetterOrDigit).Take(20).Select(char.ToUpperInvariant)]);

    private byte[] Mac(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
