using System.Diagnostics;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Playing;

/// <summary>
/// A room that says what the method's example says, step by step, by the same commands as a real one: for previews.
/// What a step does not take is left out, and told in <see cref="Refused"/>.
/// </summary>
/// <param name="Refused">What of the example the method itself does not take.</param>
public sealed record ExampleRoom(SessionState State, IReadOnlyList<Refusal> Refused)
{
    private const string Id = "example";

    /// <summary>The room in one step, with what is said up to there; without a place, at the end of all.</summary>
    public static ExampleRoom At(Method method, string language, Place? place = null)
    {
        var session = new PaperSession(new(Id));
        var player = new Player(session, new Sender.Account(new(Id)), Id);
        var refused = new List<Refusal>();
        var playing =
            player.PlayAsync(new ExampleScript(method, language, session, player.Cast).UpTo(place), (_, refusal) => refused.Add(refusal));
        // On paper nothing has to be waited for.
        if (!playing.IsCompletedSuccessfully)
        {
            throw new UnreachableException("A session on paper kept its player waiting.", playing.Exception);
        }

        return new(session.State, refused);
    }
}
