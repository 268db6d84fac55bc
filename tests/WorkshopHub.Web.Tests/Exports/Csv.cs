using System.Text;

namespace WorkshopHub.Web.Tests.Exports;

/// <summary>A strict reader of RFC 4180, written from the standard and not from the exporter.</summary>
internal static class Csv
{
    public static List<List<string>> Parse(string csv)
    {
        var rows = new List<List<string>>();
        var at = csv.StartsWith('\uFEFF') ? 1 : 0;
        while (at < csv.Length)
        {
            var row = new List<string> { Field(csv, ref at) };
            while (at < csv.Length && csv[at] == ',')
            {
                at++;
                row.Add(Field(csv, ref at));
            }

            Assert.Equal("\r\n", csv.Substring(at, 2));
            at += 2;
            rows.Add(row);
        }

        return rows;
    }

    private static string Field(string csv, ref int at)
    {
        var field = new StringBuilder();
        if (csv[at] != '"')
        {
            while (csv[at] is not (',' or '\r'))
            {
                Assert.False(csv[at] is '"' or '\n', $"A bare field holds {(int)csv[at]:x} at {at}.");
                field.Append(csv[at++]);
            }

            return field.ToString();
        }

        for (at++; ; at++)
        {
            if (csv[at] != '"') field.Append(csv[at]);
            else if (csv[at + 1] == '"') field.Append(csv[++at]);
            else break;
        }

        at++;
        return field.ToString();
    }
}
