/** Draws the licence flow as SVG. */
import { type FlowLayout, layoutFlow, type PlacedLink, type PlacedNode } from '../present/flow/layout';
import type { FlowPage } from '../present/flow/page';
import { svgElement } from './dom';
import { statusShapes } from './icons';

const headHeight = 26;
const legendLine = 24;
const iconSize = 14;

/** Characters of a label that fit beside a node; the whole is in the table. */
const labelLength = 34;

/** The picture at a width. `say` hears what the pointer or the keyboard is on. */
export function flowPicture(flow: FlowPage, width: number, say: (text: string) => void): SVGSVGElement {
  const layout = layoutFlow(flow, width);
  const legend = legendOf(flow, width);
  const height = headHeight + layout.height + legend.height;
  const links = layout.links.map((each) => linkElement(each, say));
  const picture = svgElement(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      class: 'flow',
      role: 'group',
      'aria-label': flow.words.picture,
    },
    headElement(flow, width),
    svgElement(
      'g',
      { transform: `translate(0 ${headHeight})` },
      ...links,
      ...markElements(layout),
      ...layout.nodes.map((each) => nodeElement(each, width)),
    ),
    svgElement('g', { transform: `translate(0 ${headHeight + layout.height})` }, ...legend.items),
  );
  walkWithArrows(picture, links);
  return picture;
}

function headElement({ words }: FlowPage, width: number): SVGElement {
  return svgElement(
    'g',
    { class: 'head', 'aria-hidden': 'true' },
    svgElement('text', { x: 0, y: 14 }, words.models),
    svgElement('text', { x: width, y: 14, 'text-anchor': 'end' }, words.projects),
  );
}

function linkElement({ link, path, width }: PlacedLink, say: (text: string) => void): SVGPathElement {
  const made = svgElement('path', {
    d: path,
    class: `link status-${link.status}`,
    'stroke-width': Math.max(1.5, width),
    fill: 'none',
    role: 'img',
    'aria-label': link.label,
    tabindex: -1,
  });
  for (const event of ['focus', 'pointerenter']) made.addEventListener(event, () => say(link.label));
  return made;
}

/** The icon of its status at the beginning of every flow: colour alone tells nothing to some. */
function markElements({ links }: FlowLayout): SVGElement[] {
  let lastY = -Infinity;
  let shift = 0;
  return [...links]
    .sort((a, b) => a.y - b.y)
    .map(({ link, x, y }) => {
      shift = y - lastY < iconSize ? shift + iconSize + 4 : 0;
      lastY = y;
      const scale = iconSize / 16;
      return svgElement(
        'g',
        {
          class: `mark status-${link.status}`,
          'aria-hidden': 'true',
          transform: `translate(${x + 8 + shift} ${y - iconSize / 2}) scale(${scale})`,
        },
        svgElement('circle', { cx: 8, cy: 8, r: 9.5, class: 'halo' }),
        svgElement('path', { d: statusShapes[link.status], 'fill-rule': 'evenodd' }),
      );
    });
}

function nodeElement({ node, x, y, width, height }: PlacedNode, whole: number): SVGElement {
  const left = node.side === 'model';
  const label = node.label.length > labelLength ? `${node.label.slice(0, labelLength - 1)}…` : node.label;
  const text = svgElement(
    'text',
    {
      x: left ? x + width + 46 : Math.min(x - 10, whole),
      y: y + height / 2,
      'text-anchor': left ? 'start' : 'end',
      'dominant-baseline': 'central',
      direction: 'ltr',
    },
    `${label} · ${node.models}`,
  );
  return svgElement(
    'g',
    { class: 'node', 'aria-hidden': 'true' },
    svgElement('rect', { x, y, width, height: Math.max(1, height) }),
    text,
  );
}

function legendOf({ legend }: FlowPage, width: number): { items: SVGElement[]; height: number } {
  let x = 0;
  let line = 1;
  const items = legend.map(({ status, label }) => {
    // A width for text that has not been drawn yet: near enough to break lines by.
    const room = iconSize + 10 + label.length * 8 + 18;
    if (x > 0 && x + room > width) {
      x = 0;
      line++;
    }
    const item = svgElement(
      'g',
      { class: 'legend', 'aria-hidden': 'true', transform: `translate(${x} ${line * legendLine - 8})` },
      svgElement(
        'g',
        { class: `mark status-${status}`, transform: `scale(${iconSize / 16})` },
        svgElement('path', { d: statusShapes[status], 'fill-rule': 'evenodd' }),
      ),
      svgElement('text', { x: iconSize + 6, y: iconSize / 2, 'dominant-baseline': 'central' }, label),
    );
    x += room;
    return item;
  });
  return { items, height: line * legendLine + 10 };
}

/** One stop for Tab, and the arrows from flow to flow. */
function walkWithArrows(picture: SVGSVGElement, links: readonly SVGPathElement[]): void {
  links[0]?.setAttribute('tabindex', '0');
  const steps: Readonly<Record<string, (at: number) => number>> = {
    ArrowDown: (at) => at + 1,
    ArrowRight: (at) => at + 1,
    ArrowUp: (at) => at - 1,
    ArrowLeft: (at) => at - 1,
    Home: () => 0,
    End: () => links.length - 1,
  };
  picture.addEventListener('keydown', (event) => {
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[steps[event.key]?.(at) ?? -1];
    if (at < 0 || !next) return;
    event.preventDefault();
    links[at]?.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });
}
