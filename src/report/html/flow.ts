import { layoutFlow } from '../../present/flow/layout';
import type { FlowPage } from '../../present/flow/page';
import { type Html, html } from './escape';

const width = 760;
const headHeight = 24;

/** Characters of a label that fit; the table below has the whole. */
const labelLength = 36;

/** The licence flow as inline SVG. Who does not see it has the table. */
export function flowSvg(flow: FlowPage): Html {
  const layout = layoutFlow(flow, width);
  const height = headHeight + layout.height;
  const links = layout.links.map(
    ({ link, path, width: stroke }) =>
      html`<path class="link ${link.status}" d="${path}" stroke-width="${round(Math.max(1.5, stroke))}"
        ><title>${link.label}</title></path
      >`,
  );
  const nodes = layout.nodes.map(({ node, x, y, width: wide, height: high }) => {
    const left = node.side === 'model';
    const label = node.label.length > labelLength ? `${node.label.slice(0, labelLength - 1)}…` : node.label;
    return html`<rect
        class="node"
        x="${round(x)}"
        y="${round(y)}"
        width="${round(wide)}"
        height="${round(Math.max(1, high))}"
      /><text
        x="${round(left ? x + wide + 8 : x - 8)}"
        y="${round(y + high / 2)}"
        dominant-baseline="central"
        text-anchor="${left ? 'start' : 'end'}"
        >${label} · ${node.models}</text
      >`;
  });
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${flow.words.picture}">
    <text class="head" x="0" y="14">${flow.words.models}</text>
    <text class="head" x="${width}" y="14" text-anchor="end">${flow.words.projects}</text>
    <g transform="translate(0 ${headHeight})">${links}${nodes}</g>
  </svg>`;
}

/** Two decimals are finer than any screen, and the same on every machine. */
function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
