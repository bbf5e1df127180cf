/** The look of the summary: system fonts, both themes, tables that print. Colours keep 4.5:1 on their grounds. */
export const style = `
:root { color-scheme: light dark; --line: #c8ccd2; --quiet: #57606a; --bad: #b3261e; --warn: #8a5300; --good: #1a7f37; --note: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --quiet: #9aa4af; --bad: #ff8a80; --warn: #e3b341; --good: #57c26f; --note: #79b8ff; } }
body { background: Canvas; color: CanvasText; font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: .2rem } h2 { font-size: 1.15rem; margin-top: 2rem }
.lead, .quiet, footer { color: var(--quiet) }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100% } caption { text-align: left; color: var(--quiet); padding-bottom: .3rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line) }
th { white-space: nowrap } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
td { overflow-wrap: break-word }
code { font: .92em ui-monospace, monospace; overflow-wrap: anywhere }
.error, .incompatible { color: var(--bad) } .warning, .restricted { color: var(--warn) } .compatible { color: var(--good) } .information, .conditional { color: var(--note) }
svg { width: 100%; height: auto; font: 12px system-ui, sans-serif } svg text { fill: currentColor } svg .head { font-weight: 600 }
svg .node { fill: var(--quiet) } svg .link { fill: none; stroke: currentColor; opacity: .35 } svg .link:not(.compatible, .conditional, .restricted, .incompatible) { stroke: var(--quiet) }
@media print { body { margin: 0; max-width: none; font-size: 10pt } tr, svg { break-inside: avoid } h2 { break-after: avoid } .scroll { overflow: visible } }
`;
