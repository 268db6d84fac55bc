using System.Globalization;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>The fields of an action while they are typed, by the name of their form.</summary>
internal sealed class ActionFields(Desk desk, string form)
{
    internal const string Day = "yyyy-MM-dd";

    public string What => $"{form}:what";

    public string Owner => $"{form}:owner";

    public string Due => $"{form}:due";

    public string Confidence => $"{form}:confidence";

    public string From => $"{form}:from";

    public string WhatText => desk.Drafts[What] ?? "";

    public string? OwnerText => desk.Drafts[Owner];

    /// <summary>Null: none, or no date.</summary>
    public DateOnly? DueDay => DayOf(desk.Drafts[Due]);

    public int? Sure => NumberOf(desk.Drafts[Confidence]);

    /// <summary>What was seen of the action when its form was opened; null: nothing was.</summary>
    public ActionWas? Was =>
        desk.Drafts.BaseOf(What) is { } what
            ? new(what, desk.Drafts.BaseOf(Owner), DayOf(desk.Drafts.BaseOf(Due)), NumberOf(desk.Drafts.BaseOf(Confidence))) : null;

    public static string DueOf(ActionItem action) => action.Due?.ToString(Day, CultureInfo.InvariantCulture) ?? "";

    public static string SureOf(ActionItem action) => action.Confidence?.ToString(CultureInfo.InvariantCulture) ?? "";

    public void Fill(ActionItem action)
    {
        desk.Drafts.Begin(What, action.What);
        desk.Drafts.Begin(Owner, action.Owner);
        desk.Drafts.Begin(Due, DueOf(action));
        desk.Drafts.Begin(Confidence, SureOf(action));
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int? NumberOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    public void Clear() => desk.Drafts.Clear(What, Owner, Due, Confidence, From);
}
