using MudBlazor;

namespace WorkshopHub.Web.Facilitator;

/// <summary>
/// The design's tokens as a MudBlazor theme. The same colours stand in <c>tokens.css</c>; MudBlazor computes with them and
/// so needs them as numbers.
/// </summary>
public static class HubTheme
{
    private const string Marker = "#ffc233";
    private const string MarkerPressed = "#f2b01f";
    private const string OnMarker = "#1a1612";
    private const string None = "none";
    private const string Lift = "var(--wh-lift)";

    private static readonly string[] Tool =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Noto Sans Arabic", "Arial", "sans-serif"];
    private static readonly string[] Voice =
        ["Vollkorn Variable", "Vollkorn", "ui-serif", "Georgia", "Noto Serif", "Noto Naskh Arabic", "serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Paint(new PaletteLight(), new(
            Paper: "#fbf6ec", Sheet: "#fffdf8", Well: "#f1e9da", Ink: "#1a1612", Ink2: "#453d34", Ink3: "#665c50", Rule: "#8a7e6e",
                Hair: "#d9cdb9",
            Ok: "#14603f", Warn: "#7a4b00", Bad: "#a0182b", Info: "#1b4f8f", Lane3: "#07604f")),
        PaletteDark = Paint(new PaletteDark(), new(
            Paper: "#14110e", Sheet: "#211c17", Well: "#0b0908", Ink: "#f8f1e4", Ink2: "#d3c8b6", Ink3: "#b0a491", Rule: "#857a6a",
                Hair: "#3a322a",
            Ok: "#7fd3a6", Warn: "#f0b45a", Bad: "#ff9a94", Info: "#9cc4f5", Lane3: "#17c7a4")),
        LayoutProperties =
            new() { DefaultBorderRadius = "4px", AppbarHeight = "54px", DrawerWidthLeft = "255px", DrawerWidthRight = "368px" },
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = Tool, FontSize = ".9375rem", LineHeight = "1.45", LetterSpacing = "0" },
            H1 = Title(new H1Typography(), "1.7rem"),
            H2 = Title(new H2Typography(), "1.5rem"),
            H3 = Title(new H3Typography(), "1.35rem"),
            H4 = Title(new H4Typography(), "1.2rem"),
            H5 = Title(new H5Typography(), "1.1rem"),
            H6 = Title(new H6Typography(), "1.05rem"),
            Body1 = new Body1Typography { FontFamily = Tool, FontSize = ".9375rem", LineHeight = "1.45", LetterSpacing = "0" },
            Body2 = new Body2Typography { FontFamily = Tool, FontSize = ".867rem", LineHeight = "1.4", LetterSpacing = "0" },
            Button = new ButtonTypography { FontFamily = Tool, FontWeight = "600", TextTransform = None, LetterSpacing = "0" },
        },
        Shadows = new() { Elevation = [.. Enumerable.Range(0, 26).Select(Shadow)] },
    };

    /// <summary>Menus stand at 8 and dialogs at 24; nothing else casts a shadow.</summary>
    private static string Shadow(int elevation) => elevation is 8 or 24 ? Lift : None;

    private static T Title<T>(T typography, string size)
        where T : BaseTypography
    {
        typography.FontFamily = Voice;
        typography.FontWeight = "700";
        typography.FontSize = size;
        typography.LineHeight = "1.2";
        typography.LetterSpacing = "0";
        return typography;
    }

    private static T Paint<T>(T palette, Colours c)
        where T : Palette
    {
        palette.Primary = palette.Dark = palette.Black = palette.ActionDefault = palette.TextPrimary = c.Ink;
        palette.AppbarText = palette.DrawerText = palette.DrawerIcon = palette.LinesDefault = palette.LinesInputs = c.Ink;
        palette.PrimaryContrastText = palette.DarkContrastText = palette.Background = palette.AppbarBackground = c.Paper;
        palette.SuccessContrastText = palette.WarningContrastText = palette.ErrorContrastText = palette.InfoContrastText = c.Paper;
        palette.TextSecondary = c.Ink2;
        palette.PrimaryDarken = palette.PrimaryLighten = c.Ink2;
        palette.Secondary = Marker;
        palette.SecondaryDarken = MarkerPressed;
        palette.SecondaryContrastText = OnMarker;
        palette.Success = c.Ok;
        palette.Warning = c.Warn;
        palette.Error = c.Bad;
        palette.Info = c.Info;
        palette.Tertiary = c.Lane3;
        palette.TextDisabled = palette.ActionDisabled = c.Ink3;
        palette.Surface = c.Sheet;
        palette.BackgroundGray = palette.DrawerBackground = palette.ActionDisabledBackground = palette.TableHover = palette.Skeleton =
            c.Well;
        palette.TableLines = palette.Divider = c.Rule;
        palette.DividerLight = c.Hair;
        palette.TableStriped = "#00000000";
        palette.HoverOpacity = .08;
        palette.RippleOpacity = palette.RippleOpacitySecondary = 0;
        palette.BorderOpacity = 1;
        palette.OverlayDark = "rgba(26,22,18,.55)";
        return palette;
    }

    private sealed record Colours(
        string Paper, string Sheet, string Well, string Ink, string Ink2, string Ink3, string Rule, string Hair,
        string Ok, string Warn, string Bad, string Info, string Lane3);
}
