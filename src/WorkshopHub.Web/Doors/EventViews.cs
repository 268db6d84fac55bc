using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Doors;

/// <summary>An event of the journal as a facilitator's program reads it.</summary>
/// <param name="Type">The journal's name, with its version.</param>
/// <param name="By">
/// The author: <c>a:</c> and an account's id, <c>d:</c> and a delegate's, or <c>new</c>; null: anonymous, as dots and answers
/// always are.
/// </param>
/// <param name="Data">The event; texts as they may be seen now.</param>
public sealed record EventView(long Version, DateTimeOffset At, string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? By, JsonNode Data);

internal static class EventViews
{
    public static EventView Of(SessionState state, Recorded recorded, EventCodec codec)
    {
        var detached = new DetachedTexts();
        var data = JsonNode.Parse(codec.Write(recorded.Event, detached))!;
        if (data is JsonObject said) Fill(said, state, recorded.Event);
        return new(recorded.Version, recorded.At, codec.NameOf(recorded.Event), recorded.By is Sender.Delegate { Id.IsAlias: true }
            ? null : recorded.By.Key, data);
    }

    // The journal's line has ids where texts and people are; what may be seen now is put in their place.
    private static void Fill(JsonObject data, SessionState state, SessionEvent e)
    {
        switch (e)
        {
            case ContributionAdded { ContributionId: var id, Text: var words, SpokenFor: var spokenFor }:
                Put(data, "text",
                Shown(state, id, words)); Put(data, "spokenFor", IsWithdrawn(state, id) ? null : spokenFor?.Text); break;
            // The order in which they come would tell who gave which.
            case DotsPlaced: Put(data, "targetId", null); Put(data, "dots", null); break;
            case AnswerGiven: Put(data, "level", null); break;
            case ThemeCreated { Title: var title }: Put(data, "title", title.Text); break;
            case ThemeRenamed { Title: var title }: Put(data, "title", title.Text); break;
            case ContributionEdited { ContributionId: var id, Text: var words }: Put(data, "text", Shown(state, id, words)); break;
            case ContributionHidden { Reason: { } reason }: Put(data, "reason", reason.Text); break;
            case NoteWritten { Text: { } words }: Put(data, "text", words.Text); break;
            case NoteKept { Text: { } words }: Put(data, "text", words.Text); break;
            case DecisionRecorded { Text: var words }: Put(data, "text", words.Text); break;
            case DecisionChanged { Text: var words }: Put(data, "text", words.Text); break;
            case ActionRecorded { What: var what, Owner: var owner }: Put(data, "what", what.Text); Put(data, "owner", owner?.Text); break;
            case ActionChanged { What: var what, Owner: var owner }: Put(data, "what", what.Text); Put(data, "owner", owner?.Text); break;
            case ContributionErased: data.Remove("texts"); break;
            // Under aliases they say how many, and of nobody whether.
            case TeamsAssigned { Places: var places } when places.Any(p => p.DelegateId.IsAlias): Put(data, "places", null); break;
            case PlaceReturned { Done: var done } when done.Any(d => d.IsAlias): Put(data, "done", null); break;
            case DelegateRemoved { DelegateId.IsAlias: true }
                or DelegateReadmitted { DelegateId.IsAlias: true }:
                Put(data, "delegateId", null); break;
            case DelegatesAdmitted { DelegateIds: var ids }: Put(data, "delegateIds", Named(ids)); break;
            case DelegatesRemoved { DelegateIds: var ids }: Put(data, "delegateIds", Named(ids)); break;
            case DelegatesReturned { DelegateIds: var ids, Done: var done }:
                Put(data, "delegateIds", Named(ids)); Put(data, "done",
                Named(done)); break;
            case DelegatesListed { Delegates: var people }:
                Put(data, "delegates",
                new JsonArray([.. people.Select(p => Listed(p))])); break;
            case DelegateErased { Profile: var profile }: Put(data, "profile", Person(profile)); break;
            case DelegateWaits { Profile: var profile }: Put(data, "profile", Person(profile)); break;
            case DelegateJoined { Profile: var profile }: Put(data, "profile", Person(profile)); break;
            case ProfileChanged { Profile: var profile }: Put(data, "profile", Person(profile)); break;
        }
    }

    private static bool Gone(SessionState state, string contributionId) =>
        state.Contributions.TryGetValue(contributionId, out var c) && c.Withdrawn;

    // Neither what was withdrawn nor what its author has since said otherwise.
    private static string? Shown(SessionState state, string contributionId, Words words) =>
        state.Contributions.TryGetValue(contributionId, out var c) && (c.Withdrawn || c.Text != words.Text) ? null : words.Text;

    private static bool IsWithdrawn(SessionState state, string contributionId) =>
        state.Contributions.TryGetValue(contributionId, out var c) && c.Withdrawn;

    // Without aliases: they say nothing to anybody.
    private static JsonArray Named(Core.ValueList<DelegateId> ids) =>
        new([.. ids.Where(id => !id.IsAlias).Select(id => (JsonNode)id.Value)]);

    private static JsonObject Listed(ListedDelegate listed)
    {
        var person = Person(listed.Profile);
        person["removed"] = listed.Removed;
        return person;
    }

    private static JsonObject Person(Profile profile) =>
        profile.Id.IsAlias ? [] : new() { ["delegateId"] = profile.Id.Value, ["name"] = profile.Name, ["sector"] = profile.Sector };

    private static void Put(JsonObject data, string name, JsonNode? value) => data[name] = value;
}
