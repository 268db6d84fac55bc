namespace WorkshopHub.Web.Reach;

/// <summary>How a request came here, for the page that says so; a feature of each request. In the words that people know it by.</summary>
/// <param name="Scheme">As believed: http or https.</param>
/// <param name="Host">As the request names it, with its port.</param>
/// <param name="Client">Who asks, as believed.</param>
/// <param name="Peer">Who is at the other end of the line: the client, or a proxy.</param>
/// <param name="PassedOn">It has headers that only a proxy sets (or somebody who wants to seem one).</param>
/// <param name="SaysWho">Among them, for whom it asks.</param>
/// <param name="IsOn">Forwarded headers are believed, of known proxies.</param>
/// <param name="IsKnown">The peer is one.</param>
public sealed record Arrival(string Scheme, string Host, string Client, string Peer, bool PassedOn, bool SaysWho, bool IsOn, bool IsKnown);
