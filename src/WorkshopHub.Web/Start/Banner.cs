using System.Reflection;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reach;

namespace WorkshopHub.Web.Start;

/// <summary>What the person who started the server reads: where it answers, where its data lies, and how to set it up.</summary>
/// <param name="output">The terminal; not the log, because the set-up link must not end up in a file.</param>
public sealed class Banner(DataDirectory data, PublicAddress address, TextWriter output)
{
    public void Print(string? setUpToken)
    {
        var here = address.OnThisMachine;
        var lines = new List<string>
        {
            "",
            $"WorkshopHub {Version} is running.",
            $"  Phones open      {address.Url}",
        };
        if (address.LeadsToLoopback)
        {
            lines.Add("                   (only this machine can open that; set WorkshopHub__PublicUrl to the address of this machine)");
        }

        lines.AddRange(address.Candidates.Where(x => x != address.Url).Select(x => $"  or               {x}"));
        if (here is not null && here != address.Url) lines.Add($"  On this machine  {here}");
        lines.Add($"  Data folder      {data.FullPath}");
        if (setUpToken is not null)
        {
            lines.Add("");
            lines.Add("  There is no facilitator yet. Open this link once to create the first one:");
            lines.Add($"  {here ?? address.Url}/setup?token={setUpToken}");
            if (here is not null && here != address.Url) lines.Add($"  or, from another machine: {address.Url}/setup?token={setUpToken}");
        }

        lines.Add("");
        output.Write(string.Join(Environment.NewLine, lines) + Environment.NewLine);
        output.Flush();
    }

    private static string Version =>
        typeof(Banner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
