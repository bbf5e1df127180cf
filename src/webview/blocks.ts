/** Draws the blocks of a page. */
import type { Block, Cell, FactRow, PanelAction, PanelTable, Piece, TreeItem } from '../present/panel/page';
import { button, element } from './dom';
import { statusIcon } from './icons';

/** What a press on a piece asks for. */
export type Act = (action: PanelAction) => void;

/** A block below a heading of `level`. */
export function blockElement(block: Block, level: 2 | 3 | 4, act: Act): HTMLElement {
  switch (block.kind) {
    case 'text':
      return element('p', {}, ...cellNodes(block.text, act));
    case 'facts':
      return element('dl', { class: 'facts' }, ...block.rows.map((row) => factElement(row, act)));
    case 'tree':
      return treeElement(block.items, act);
    case 'table':
      return tableElement(block.table, act);
    case 'group': {
      const below = level === 2 ? 3 : 4;
      const title = element(`h${below}`, {}, block.title);
      return element('div', { class: 'group' }, title, ...blockElements(block.blocks, below, act));
    }
    case 'more': {
      const title = element('summary', {}, block.title);
      return element('details', {}, title, ...blockElements(block.blocks, level, act));
    }
  }
}

export function blockElements(blocks: readonly Block[], level: 2 | 3 | 4, act: Act): HTMLElement[] {
  return blocks.map((block) => blockElement(block, level, act));
}

export function cellNodes(cell: Cell, act: Act): Node[] {
  return cell.map((piece) => pieceNode(piece, act));
}

/** A table in a frame that scrolls by itself, so that a narrow view keeps its width. */
export function tableElement({ caption, columns, rows }: PanelTable, act: Act): HTMLElement {
  const heads = columns.map(({ title, numeric }) =>
    element('th', { scope: 'col', ...(numeric && { class: 'numeric' }) }, title),
  );
  const lines = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const kind = columns[index]?.numeric ? { class: 'numeric' } : {};
      const nodes = cellNodes(cell, act);
      return index === 0 ? element('th', { scope: 'row' }, ...nodes) : element('td', kind, ...nodes);
    });
    return element('tr', {}, ...cells);
  });
  const table = element(
    'table',
    {},
    element('caption', { class: 'unseen' }, caption),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...lines),
  );
  // A frame that scrolls must be reachable with the keyboard.
  return element('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': caption }, table);
}

function factElement({ name, value, source }: FactRow, act: Act): HTMLElement {
  const said = element('dd', {}, ...cellNodes(value, act));
  const from = source === undefined ? null : element('dd', { class: 'source' }, source);
  return element('div', {}, element('dt', {}, name), said, from);
}

function treeElement(items: readonly TreeItem[], act: Act): HTMLElement {
  const lines = items.map(({ cell, children }) =>
    element('li', {}, ...cellNodes(cell, act), children.length > 0 ? treeElement(children, act) : null),
  );
  return element('ul', {}, ...lines);
}

function pieceNode({ text, kind, status, action, href }: Piece, act: Act): Node {
  // An own direction: text from right to left does not turn round what stands beside it.
  const said = kind === 'name' || action ? element('bdi', {}, text) : text;
  const node = action
    ? button(said, 'link', () => act(action))
    : href !== undefined
      ? element('a', { href }, said)
      : kind === 'strong' || kind === 'quiet'
        ? element('span', { class: kind }, said)
        : typeof said === 'string'
          ? document.createTextNode(said)
          : said;
  if (!status) return node;
  return element('span', { class: 'status' }, statusIcon(status), node);
}
