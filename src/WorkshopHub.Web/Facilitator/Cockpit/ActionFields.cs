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
    public DateOnly? DueDay => DateOnly.TryParseExact(desk.Drafts[Due], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public int? Sure => int.TryParse(desk.Drafts[Confidence], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    public void Fill(ActionItem action)
    {
        desk.Drafts[What] = action.What ?? "";
        desk.Drafts[Owner] = action.Owner ?? "";
        desk.Drafts[Due] = action.Due?.ToString(Day, CultureInfo.InvariantCulture) ?? "";
        desk.Drafts[Confidence] = action.Confidence?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    public void Clear() => desk.Drafts.Clear(What, Owner, Due, Confidence, From);
}
