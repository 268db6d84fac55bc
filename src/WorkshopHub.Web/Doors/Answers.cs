using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>Parse, call, answer: what every door does with a command.</summary>
internal static class Answers
{
    public static Task<Answer> CarryOutAsync(ILiveSession session, Sender sender, ReadCommand read) => read.Refusal is { } refusal
        ? Task.FromResult(Answer.Refused(refusal))
        : session.SendAsync(sender, read.CommandId, Found(read.Command!));

    // The core knows no method by its id: whoever comes to know more of them than the built-in ones says it here.
    private static Command Found(Command command) =>
        command is AddActivity { Method: { } id } add ? add.With(BuiltInMethods.Find(id)) : command;

    public static IResult Result(Answer answer) => answer.Refusal is { } refusal
        ? Problems.Problem(refusal)
        : TypedResults.Json(new Done(answer.Version, answer.Id), StrictJson.Options);
}
