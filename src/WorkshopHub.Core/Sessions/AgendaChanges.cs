using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>Changes the words of an activity; what is left out stays.</summary>
/// <param name="Names">named, anonymous-to-room or anonymous; null: as the session has it. The stricter one holds.</param>
public sealed record ChangeActivity(
    string ActivityId,
    string? Title = null,
    string? Prompt = null,
    ValueList<string>? Points = null,
    ValueList<LaneChange>? Lanes = null,
    ValueList<StepChange>? Steps = null,
    Change<string> Names = default,
    ActivityWas? Was = null) : Command;

/// <summary>What the sender of a change saw of an activity; what is left out is not asked for. See <see cref="Basis"/>.</summary>
public sealed record ActivityWas(string? Title = null, string? Prompt = null, ValueList<string>? Points =
    null, ValueList<LaneChange>? Lanes = null, ValueList<StepChange>? Steps = null);

public sealed record LaneChange(string LaneId, string? Title = null, string? Prompt = null, int? MaxLength = null);

public sealed record StepChange(string Step, string? Title = null, Change<int?> Minutes = default);

public sealed record ActivityChanged(Activity Activity) : SessionEvent;

/// <summary>
/// What the facilitator makes of the method: other titles, prompts, points and lengths. Nothing that was said is touched.
/// </summary>
internal static class AgendaChanges
{
    private const int PointsMax = 20;

    internal static Ruling Decide(SessionState state, ChangeActivity c)
    {
        if (state.Activity(c.ActivityId) is not { } now) return RefusalKind.NoSuchActivity;
        if (c is { Title: null, Prompt: null, Points: null, Lanes: null, Steps: null, Names.Given: false })
        {
            return RefusalKind.NothingToChange;
        }

        Refusal? refusal = null;
        var next = now with
        {
            Title = Titled(c.Title, now.Title, ref refusal),
            Prompt = Prompted(c.Prompt, now.Prompt, ref refusal),
            Points = Pointed(c.Points, now.Points, ref refusal),
            Lanes = Laned(c.Lanes, now.Lanes, ref refusal),
            Steps = Stepped(c.Steps, now.Steps, ref refusal),
            Names = Named(c.Names, now.Names, ref refusal),
        };
        refusal ??= Promised(state, next);
        if (refusal is not null) return refusal;
        if (next == now) return Ruling.Nothing;
        return c.Was is { } was && Changed(was, now, next) is { } changed ? changed : new ActivityChanged(next);
    }

    // What is taken back may be from before the session's language was changed.
    internal static SessionState Apply(SessionState state, ActivityChanged e) =>
        state with
        {
            Agenda =
                state.Agenda.Select(a => a.ActivityId == e.Activity.ActivityId ? e.Activity.In(state.Settings.Language) : a).ToValueList()
        };

    // Who has begun to write somewhere was told who sees it.
    internal static Refusal? Promised(SessionState state, Activity next)
    {
        var after = Apply(state, new ActivityChanged(next));
        var looser = after.NamesOf(next.ActivityId) < state.NamesOf(next.ActivityId);
        return looser && state.Started.ContainsKey(next.ActivityId) ? RefusalKind.NamesPromised : Anonymity.Refuse(state, after);
    }

    // Only where this change would take away what another one has made of it since.
    private static Refusal? Changed(ActivityWas was, Activity now, Activity next) =>
        (next.Title == now.Title ? null : Basis.Refuse(was.Title, now.Title))
        ?? (next.Prompt == now.Prompt ? null : Basis.Refuse(was.Prompt, now.Prompt))
        ?? (next.Points == now.Points ? null : Basis.Refuse(was.Points, now.Points))
        ?? (was.Lanes ?? []).Select(l => Changed(l, now.Lane(l.LaneId), next.Lane(l.LaneId))).FirstOrDefault(r => r is not null)
        ?? (was.Steps ?? []).Select(s => Changed(s, now.Step(s.Step), next.Step(s.Step))).FirstOrDefault(r => r is not null);

    private static Refusal? Changed(LaneChange was, Lane? now, Lane? next) => now is null || next is null
        ? null
        : (next.Title == now.Title ? null : Basis.Refuse(was.Title, now.Title))
            ?? (next.Prompt == now.Prompt ? null : Basis.Refuse(was.Prompt, now.Prompt))
            ?? (next.MaxLength == now.MaxLength || was.MaxLength is null ? null : Basis.Refuse<int?>(was.MaxLength, now.MaxLength));

    private static Refusal? Changed(StepChange was, Step? now, Step? next) => now is null || next is null
        ? null
        : (next.Title == now.Title ? null : Basis.Refuse(was.Title, now.Title))
            ?? (next.Minutes == now.Minutes ? null : Basis.Refuse(was.Minutes, now.Minutes));

    private static NamesPolicy? Named(Change<string> given, NamesPolicy? now, ref Refusal? refusal)
    {
        if (!given.Given || refusal is not null) return now;
        if (given.Value is null) return null;
        if (NamesPolicies.Find(given.Value) is { } names) return names;
        refusal = RefusalKind.Malformed.With(NamesPolicies.Choice);
        return now;
    }

    private static string Titled(string? given, string now, ref Refusal? refusal)
    {
        if (given is null || refusal is not null) return now;
        return Writing.Take(given, Writing.TitleMax, out refusal) ?? now;
    }

    // A prompt may be empty: then the lane's title stands alone.
    private static string Prompted(string? given, string now, ref Refusal? refusal)
    {
        if (given is null || refusal is not null) return now;
        if (Writing.IsEmpty(Writing.Clean(given))) return "";
        return Writing.Take(given, Writing.ContributionMax, out refusal) ?? now;
    }

    private static ValueList<string> Pointed(ValueList<string>? given, ValueList<string> now, ref Refusal? refusal)
    {
        if (given is null || refusal is not null) return now;
        if (given.Count > PointsMax) refusal = RefusalKind.OutOfRange.With("The number of points", 0, PointsMax);
        var points = new List<string>();
        foreach (var point in given)
        {
            if (refusal is not null) return now;
            if (Writing.Take(point, Writing.ContributionMax, out refusal) is { } clean) points.Add(clean);
        }

        return points.ToValueList();
    }

    private static ValueList<Lane> Laned(ValueList<LaneChange>? given, ValueList<Lane> now, ref Refusal? refusal)
    {
        var lanes = now.ToList();
        foreach (var change in given ?? [])
        {
            var at = lanes.FindIndex(l => l.LaneId == change.LaneId);
            if (at < 0) refusal ??= RefusalKind.NoSuchLane;
            if (change.MaxLength is < MethodLimits.LengthMin or > MethodLimits.LengthMax)
            {
                refusal ??= RefusalKind.OutOfRange.With("The length", MethodLimits.LengthMin, MethodLimits.LengthMax);
            }

            if (refusal is not null) return now;
            var lane = lanes[at];
            var title = Titled(change.Title, lane.Title, ref refusal);
            lanes[at] = lane with
            {
                Title = title,
                // One word for one thing: the facilitator's word replaces the method's in every form of it.
                Plural = title == lane.Title ? lane.Plural : title,
                PickedTitle = title == lane.Title || lane.PickedTitle is null ? lane.PickedTitle : title,
                Prompt = Prompted(change.Prompt, lane.Prompt, ref refusal),
                MaxLength = change.MaxLength ?? lane.MaxLength,
            };
        }

        return lanes.ToValueList();
    }

    private static ValueList<Step> Stepped(ValueList<StepChange>? given, ValueList<Step> now, ref Refusal? refusal)
    {
        var steps = now.ToList();
        foreach (var change in given ?? [])
        {
            var at = steps.FindIndex(s => s.Id == change.Step);
            if (at < 0) refusal ??= RefusalKind.NoSuchStep;
            if (change.Minutes.Value is < MethodLimits.MinutesMin or > MethodLimits.MinutesMax)
            {
                refusal ??= RefusalKind.OutOfRange.With("The minutes", MethodLimits.MinutesMin, MethodLimits.MinutesMax);
            }

            if (refusal is not null) return now;
            steps[at] = steps[at] with
            {
                Title = Titled(change.Title, steps[at].Title, ref refusal),
                Minutes = change.Minutes.Over(steps[at].Minutes),
            };
        }

        return steps.ToValueList();
    }
}
