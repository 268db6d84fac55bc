using System.Collections.Concurrent;

namespace WorkshopHub.Fuzz;

/// <summary>What came of it.</summary>
internal sealed class Findings
{
    private const int MostKept = 50;

    private readonly ConcurrentDictionary<string, int> answers = new();
    private readonly ConcurrentQueue<string> faults = new();
    private int inputs;
    private int faulty;

    internal int Inputs => Volatile.Read(ref inputs);

    internal int Faulty => Volatile.Read(ref faulty);

    /// <summary>The first of them, each with the input that it came from.</summary>
    internal IReadOnlyCollection<string> Faults => faults;

    internal IEnumerable<KeyValuePair<string, int>> Answers => answers.OrderBy(a => a.Key, StringComparer.Ordinal);

    /// <param name="answer">A status, or what else became of the input.</param>
    internal void Count(string answer)
    {
        Interlocked.Increment(ref inputs);
        answers.AddOrUpdate(answer, 1, (_, n) => n + 1);
    }

    internal void Fault(string what)
    {
        if (Interlocked.Increment(ref faulty) <= MostKept) faults.Enqueue(what.Length > 400 ? what[..400] + "…" : what);
    }
}
