using System.Text;
using CsCheck;

namespace WorkshopHub.Core.Tests.World;

/// <summary>Texts of signs that no keyboard has: what is no character, half a pair, a thousand marks, controls, nothing to see.</summary>
internal static class OddText
{
    private static readonly Gen<string> Sign = Gen.Frequency(
        (3, Gen.Int[0, 0xFFFF].Select(u => ((char)u).ToString())),
        (3, Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Select(v => new Rune(v).ToString())),
        (1, Gen.Int[0, 16].Select(plane => char.ConvertFromUtf32((plane * 0x10000) + 0xFFFF))),
        (1, Gen.Int[0xD800, 0xDFFF].Select(u => ((char)u).ToString())),
        (1, Gen.Select(Gen.Int[0x300, 0x36F], Gen.Int[1, 400], (mark, times) => new string((char)mark, times))),
        (1, OneOf("\0", "\t", "\u202E", "\u200D", "\u00A0", "\r", "\uFEFF", "\u0344", "\u0958", "\uFDFD", "\U0001242B", "\U0001D165")),
        (3, Gen.Char['a', 'z'].Select(c => c.ToString())));

    /// <summary>Also lone halves of pairs, which no well-formed text holds.</summary>
    internal static Gen<string> Any { get; } = Sign.Array[0, 12].Select(string.Concat);

    private static Gen<string> OneOf(params string[] signs) => Gen.Int[0, signs.Length - 1].Select(i => signs[i]);
}
