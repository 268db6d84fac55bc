using System.Diagnostics;

namespace WorkshopHub.Fuzz;

/// <summary>The command. No top-level program: the tests that use the fuzzer have the product's beside it.</summary>
internal static class Command
{
    private static async Task<int> Main(string[] args)
    {
        var (options, problem) = Options.Read(args);
        if (options is null)
        {
            await Console.Error.WriteLineAsync($"{problem}\n\n{Options.Usage}");
            return 2;
        }

        var began = Stopwatch.GetTimestamp();
        var fuzzer = new Fuzzer(options.Url, options.Email, options.Password, options.Seed);
        await fuzzer.RunAsync(options.Inputs, inputs => Console.WriteLine($"{Seconds(began),5:0} s  {inputs,7} inputs  {Memory(options)}"));

        Console.WriteLine($"{fuzzer.Findings.Inputs} inputs in {Seconds(began):0} s, seed {options.Seed}  {Memory(options)}");
        foreach (var (answer, count) in fuzzer.Findings.Answers) Console.WriteLine($"  {answer,-14} {count}");
        foreach (var fault in fuzzer.Findings.Faults) Console.WriteLine($"FAULT {fault}");
        Console.WriteLine($"{fuzzer.Findings.Faulty} faults");
        return fuzzer.Findings.Faulty == 0 ? 0 : 1;
    }

    private static double Seconds(long began) => Stopwatch.GetElapsedTime(began).TotalSeconds;

    private static string Memory(Options options)
    {
        if (options.Pid is not { } pid) return "";
        using var server = Process.GetProcessById(pid);
        return $"{server.WorkingSet64 / 1024 / 1024} MB";
    }
}
