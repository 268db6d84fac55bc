namespace WorkshopHub.Web.Exports;

/// <summary>
/// The summary's look on the web and on A4: strong rules of ink, people in the serif, the tool in the sans, the marker prints.
/// </summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root { --paper: #fbf6ec; --ink: #1a1612; --ink-2: #453d34; --rule: #8a7e6e; --marker: #ffc233;
          --voice: "Vollkorn Variable", Vollkorn, ui-serif, Georgia, "Noto Serif", "Noto Naskh Arabic", serif; --tool: system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
        * { box-sizing: border-box; margin: 0; font-variant-numeric: lining-nums tabular-nums; }
        html { font-size: 15px; }
        body { background: var(--paper); color: var(--ink); font: 400 1rem/1.5 var(--voice); overflow-wrap: anywhere; }
        .doc { max-inline-size: 794px; margin-inline: auto; padding: 3.2rem 3.6rem 3rem; display: flow-root; hyphens: auto; }
        small, .meta, figcaption, th { font: .834rem/1.45 var(--tool); color: var(--ink-2); }
        small, figcaption { display: block; }
        h1 { font: 800 2.5rem/1.06 var(--voice); letter-spacing: -.015em; margin-block: .5rem .8rem; text-wrap: balance; hyphens: manual; }
        h2 { font: 800 1.35rem/1.2 var(--voice); border-block-start: 5px solid var(--ink); padding-block-start: .55rem; margin-block: 2rem .6rem; }
        h3 { font: 700 1.2rem/1.25 var(--voice); margin-block: 1.3rem .3rem; }
        h4 { font: 700 1rem/1.3 var(--tool); margin-block: 1rem .2rem; }
        h5 { font: 700 1.07rem/1.3 var(--voice); margin-block: .9rem .2rem; }
        h2, h3, h4, h5 { break-after: avoid; hyphens: manual; }
        .lead { font-size: 1.17rem; line-height: 1.45; }
        .how { display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; border-block: 2px solid var(--ink); padding-block: .65rem; margin-block-start: 1.2rem; font: 600 .867rem/1.4 var(--tool); }
        .meta { margin-block: .4rem; }
        ul { list-style: none; padding: 0; }
        ul > li { padding-block: .3rem; padding-inline-start: .95rem; position: relative; break-inside: avoid; }
        ul > li::before { content: "–"; position: absolute; inset-inline-start: 0; }
        ol { padding-inline-start: 1.9rem; }
        ol > li { padding-block: .5rem; break-inside: avoid; }
        ol > li::marker { font-weight: 800; }
        ol > li > div:first-child { font-weight: 700; font-size: 1.1rem; line-height: 1.32; }
        table { inline-size: 100%; border-collapse: collapse; margin-block: .4rem; }
        thead th { font-weight: 700; color: var(--ink); text-align: start; padding: .3rem .9rem .35rem 0; border-block-end: 2px solid var(--ink); vertical-align: bottom; }
        td, tbody th { vertical-align: top; text-align: start; padding: .5rem .9rem .55rem 0; border-block-end: 1px solid var(--rule); line-height: 1.38; }
        tr { break-inside: avoid; }
        td:first-child > div:first-child { font-weight: 600; }
        .bars th { font: 500 1rem/1.3 var(--voice); color: var(--ink); inline-size: 45%; }
        .bars td:nth-child(2) { white-space: nowrap; font: 700 .95rem/1.4 var(--tool); }
        .bars td:last-child { inline-size: 35%; padding-inline-end: 0; }
        .bars i { display: block; block-size: 1.1rem; background: var(--ink); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        mark { color: var(--ink); background: var(--marker); padding-inline: .18em; box-decoration-break: clone; -webkit-box-decoration-break: clone; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0 2rem; }
        .shift { display: grid; grid-template-columns: 1fr 2rem 1fr; gap: 1rem; align-items: start; break-inside: avoid; }
        .shift li { font-size: 1.25rem; line-height: 1.2; }
        .shift .arrow { font: 700 1.6rem/1 var(--tool); padding-block-start: 2.4rem; }
        [dir="rtl"] .arrow { scale: -1 1; }
        .shift section:first-of-type li > div:first-child { font-style: italic; }
        .shift section:last-of-type li > div:first-child { font-weight: 800; }
        figure { margin-block: .6rem; break-inside: avoid; }
        blockquote { font-size: 1.12rem; line-height: 1.4; border-inline-start: 4px solid var(--ink); padding-inline-start: .8rem; }
        figcaption { padding-inline-start: 1.05rem; }
        .note { border-inline-start: 4px solid var(--rule); padding-inline-start: .8rem; margin-block: .5rem; font-style: italic; }
        .note p + p { margin-block-start: .5rem; }
        @media (max-width: 560px) { .doc { padding: 1.6rem 1.15rem; } .shift { grid-template-columns: 1fr; } .shift .arrow { rotate: 90deg; padding: 0; justify-self: start; } h1 { font-size: 1.9rem; } }
        @page { size: A4; margin: 16mm 17mm 18mm; }
        @media print { html { font-size: 10.2pt; } body { background: none; } .doc { padding: 0; max-inline-size: none; } h1 { font-size: 2.2rem; } h2 { margin-block: 1.35rem .4rem; } thead { display: table-header-group; } }

        """;
}
