using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace WorkshopHub.Browser.Tests.Screenshots;

/// <summary>
/// Runs like a test and checks nothing. It is there only in a build with <c>-p:Pictures=true</c>: otherwise every run of
/// the tests would count it as skipped, and skipped tests are what nobody should get used to.
/// </summary>
[Conditional("PICTURES")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PictureAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line);

/// <summary>The same, once for each of several.</summary>
[Conditional("PICTURES")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PicturesAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
    : TheoryAttribute(file, line);
