namespace WorkshopHub.Web.Tests.Live;

/// <summary>
/// Somebody who wants to know who wrote what, and has nothing but lines in an order: a journal, or what a door shows one after
/// the other.
/// </summary>
/// <param name="seed">For guesses where nothing tells.</param>
internal sealed class Guesser(IReadOnlyList<string> people, int seed)
{
    // A line about more people than that tells of none of them when they did it.
    private const int Few = 3;

    /// <summary>The best guess for each unit: an alias, or a contribution where there are no aliases to be seen.</summary>
    internal IReadOnlyDictionary<string, string> Guess(IReadOnlyList<Line> lines)
    {
        var chance = new Random(seed);
        var weights = new Dictionary<(string Unit, string Person), double>();
        var first = lines.Index().Where(l => l.Item.Unit is not null).GroupBy(l => l.Item.Unit!)
            .ToDictionary(g => g.Key, g => g.First().Index);
        var last = lines.Index().Where(l => l.Item.Unit is not null).GroupBy(l => l.Item.Unit!)
            .ToDictionary(g => g.Key, g => g.Last().Index);
        foreach (var (at, line) in lines.Index().Where(l => l.Item.People.Count is > 0 and <= Few))
        {
            foreach (var person in line.People)
            {
                // Done after the last word; a profile or a side shortly before or after one; the first word soon after coming.
                Weigh(Before(at), person, line.Done ? 2 : 0.3);
                if (!line.Done) Weigh(After(at), person, 0.5);
                if (line.Comes)
                {
                    Weigh(first.Where(f => f.Value > at).OrderBy(f => f.Value).Select(f => f.Key).FirstOrDefault(), person, 1.5);
                }

                // Whoever came later has not written before, and whoever is out writes nothing more.
                foreach (var unit in first.Keys)
                {
                    if ((line.Comes && first[unit] < at) || (line.Goes && last[unit] > at)) Weigh(unit, person, -10);
                    else if (line.Done && last[unit] > at) Weigh(unit, person, -2);
                }
            }
        }

        // Nobody writes for the other side.
        var sides = lines.Where(l => l is { Side: not null, Unit: null }).SelectMany(l => l.People.Select(p => (Person: p, l.Side)))
            .GroupBy(x => x.Person).ToDictionary(g => g.Key, g => g.Last().Side);
        foreach (var (unit, side) in lines.Where(l => l is { Side: not null, Unit: not null }).Select(l => (l.Unit!, l.Side)).Distinct())
        {
            foreach (var (person, _) in sides.Where(s => s.Value != side)) Weigh(unit, person, -10);
        }

        // The surest first; where each unit is somebody else, nobody is guessed twice.
        var guesses = new Dictionary<string, string>();
        var taken = new HashSet<string>();
        foreach (var (unit, person) in first.Keys.SelectMany(u => people.Select(p => (Unit: u, Person: p)))
            .OrderByDescending(x => weights.GetValueOrDefault(x)).ThenBy(_ => chance.Next()))
        {
            if (guesses.ContainsKey(unit) || (first.Count <= people.Count && taken.Contains(person))) continue;
            guesses[unit] = person;
            taken.Add(person);
        }

        return guesses;

        string? Before(int at) => lines.Take(at).LastOrDefault(l => l.Unit is not null)?.Unit;
        string? After(int at) => lines.Skip(at + 1).FirstOrDefault(l => l.Unit is not null)?.Unit;

        void Weigh(string? unit, string person, double weight)
        {
            if (unit is not null) weights[(unit, person)] = weights.GetValueOrDefault((unit, person)) + weight;
        }
    }

    /// <param name="Unit">What was said, by whom nobody says; null: something else happened.</param>
    /// <param name="People">Whom it names.</param>
    /// <param name="Comes">They join with it.</param>
    /// <param name="Goes">They are out with it.</param>
    /// <param name="Done">They say that they have written all they wanted.</param>
    /// <param name="Side">For which side it is written, or which they take.</param>
    internal sealed record Line(string? Unit, IReadOnlyCollection<string> People, bool Comes = false, bool Goes = false, bool Done =
        false, string? Side = null);
}
