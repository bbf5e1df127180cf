/** The licence flow: the picture, its legend, and the same as a table. */
import type { FlowPage } from '../present/flow/page';
import { tableElement } from './blocks';
import { button, element } from './dom';
import { savePicture } from './flowExport';
import { flowPicture } from './flowPicture';
import { connect, type Host } from './host';
import { redraw } from './keep';

const root = document.querySelector('main') ?? document.body;

/** Narrower, the labels would cover the flows. */
const narrowest = 420;

let latest: FlowPage | null = null;
let drawnWidth = 0;

const host = connect((message) => {
  if (message.kind !== 'flow') return;
  latest = message.flow;
  draw(latest, host);
});

new ResizeObserver(() => {
  if (latest && Math.abs(pictureWidth() - drawnWidth) > 1) draw(latest, host);
}).observe(document.documentElement);

function draw(flow: FlowPage, to: Host): void {
  drawnWidth = pictureWidth();
  redraw(root, () => flowNodes(flow, drawnWidth, to), true);
}

function pictureWidth(): number {
  const { paddingLeft, paddingRight } = getComputedStyle(root);
  return Math.max(narrowest, root.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight));
}

function flowNodes(flow: FlowPage, width: number, to: Host): Node[] {
  const { title, lead, links, table, words, footnote } = flow;
  const header = element('header', {}, element('h1', {}, title), element('p', { class: 'lead' }, lead));
  if (links.length === 0) return [header, element('p', { class: 'quiet' }, words.empty)];
  const said = element('p', { class: 'said', 'aria-hidden': 'true' }, '\u00a0');
  const picture = flowPicture(flow, width, (text) => (said.textContent = text));
  const save = (format: 'svg' | 'png') => () =>
    void savePicture(picture, format).then((data) => to.send({ kind: 'save', format, data }));
  const buttons = element(
    'div',
    { class: 'actions' },
    button(words.saveSvg, 'action', save('svg')),
    button(words.savePng, 'action', save('png')),
  );
  return [
    header,
    element('div', { class: 'picture' }, picture),
    said,
    buttons,
    element(
      'section',
      { 'aria-labelledby': 'h-table' },
      element('h2', { id: 'h-table' }, words.table),
      tableElement(table, (action) => to.send({ kind: 'action', action })),
    ),
    element('p', { class: 'footnote' }, footnote),
  ];
}
