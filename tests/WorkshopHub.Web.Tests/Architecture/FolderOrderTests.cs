using System.Text.RegularExpressions;

namespace WorkshopHub.Web.Tests.Architecture;

/// <summary>
/// The folders of the server stand in one order, and each uses only those before it; see
/// docs/decisions/0026-order-of-web-folders.md. What stands elsewhere is told as an arrow: which file uses what of whom.
/// </summary>
public sealed partial class FolderOrderTests
{
    /// <summary>From what everybody may use to what nobody does but the program's first file.</summary>
    private static readonly string[] Order =
    [
        "OwnSettings", "Ambient", "Limits", "Data", "Reach", "Journal", "OwnMethods", "Exports", "Accounts", "Live", "Doors", "Samples",
        "Facilitator", "Start",
    ];

    [Fact]
    public void Every_folder_stands_in_the_order() => Assert.Equal(
        Order.Order(StringComparer.Ordinal),
        SourceFile.All().Select(f => f.Folder).Where(f => f.Length > 0).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_folder_uses_one_that_comes_after_it() => Assert.Empty(Arrows(SourceFile.All()));

    [Fact]
    public void An_arrow_to_the_wrong_side_is_named()
    {
        SourceFile[] files =
        [
            new("Live/Relays.cs",
                "using WorkshopHub.Web.Journal;\nusing WorkshopHub.Web.Doors;\n"
                + "namespace WorkshopHub.Web.Live;\nclass Relays(RoomHub hub);"),
            new("Live/Clock.cs",
                "namespace WorkshopHub.Web.Live;\n/// <summary>See <see cref=\"Doors.RoomHub\"/>.</summary>\nclass Clock;"),
            new("Live/Whole.cs", "namespace WorkshopHub.Web.Live;\nclass Whole { object o = new Doors.RoomHub(); }"),
            new("Doors/RoomHub.cs", "using WorkshopHub.Web.Live;\nnamespace WorkshopHub.Web.Doors;\nclass RoomHub(Relays relays);"),
            new("Journal/Line.razor", "@using WorkshopHub.Web.Live\n<p>@code</p>"),
        ];

        Assert.Equal(
            [
                "Live → Doors: Relays uses RoomHub",
                "Live → Doors: Clock uses RoomHub",
                "Live → Doors: Whole uses RoomHub",
                "Journal → Live: Line uses something of it",
            ],
            Arrows(files));
    }

    private static IEnumerable<string> Arrows(IReadOnlyList<SourceFile> files)
    {
        var declared = files.ToLookup(f => f.Folder, f => Declaration().Matches(f.Text).Select(m => m.Groups[1].Value));
        return
        from file in files
        where file.Folder.Length > 0 && !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
        from later in Order.Skip(Array.IndexOf(Order, file.Folder) + 1)
        where Using(later).IsMatch(file.Text)
        let words = Word().Matches(file.Text).Select(m => m.Value).ToHashSet()
        let used = declared[later].SelectMany(d => d).FirstOrDefault(words.Contains)
        select $"{file.Folder} → {later}: {Path.GetFileNameWithoutExtension(file.Path).Split('.')[0]} uses {used ?? "something of it"}";
    }

    // A folder's namespace is known to who names it: with using, or in front of a type. An unused using does not compile.
    private static Regex Using(string folder) =>
        new($@"using (?:static )?WorkshopHub\.Web\.{folder}\b|(?<![\w.]){folder}\.[A-Z]|WorkshopHub\.Web\.{folder}\.");

    [GeneratedRegex(
        @"^(?:(?:public|internal|static|sealed|abstract|partial|readonly) )*"
        + @"(?:class|record struct|record|interface|enum|struct) ([A-Z]\w*)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Z]\w*")]
    private static partial Regex Word();
}
