/** The page of a model: the panel in the editor, and the view that follows the cursor. */
import type { Page } from '../present/panel/page';
import { blockElements, cellNodes } from './blocks';
import { button, element } from './dom';
import { connect, type Host } from './host';
import { statusIcon } from './icons';
import { redraw } from './keep';

const root = document.querySelector('main') ?? document.body;

connect((message, host) => {
  if (message.kind !== 'page') return;
  const { page, state } = message;
  const same = root.dataset['title'] === page.title;
  root.dataset['title'] = page.title;
  redraw(root, () => pageNodes(page, host), same);
  host.remember(state);
});

function pageNodes(page: Page, host: Host): Node[] {
  const act = (action: Page['actions'][number]['action']) => host.send({ kind: 'action', action });
  const title = element('h1', {}, element('bdi', {}, page.title));
  const icon = page.status ? statusIcon(page.status) : null;
  const buttons = page.actions.map(({ label, action }) => button(label, 'action', () => act(action)));
  const header = element(
    'header',
    page.status ? { class: `band status-${page.status}` } : {},
    title,
    element('p', { class: 'lead' }, icon, ...cellNodes(page.lead, act)),
    buttons.length > 0 ? element('div', { class: 'actions' }, ...buttons) : null,
  );
  const sections = page.sections.map(({ id, title: name, blocks }) =>
    element(
      'section',
      { 'aria-labelledby': `h-${id}` },
      element('h2', { id: `h-${id}` }, name),
      ...blockElements(blocks, 2, act),
    ),
  );
  const footnote = page.footnote ? [element('p', { class: 'footnote' }, page.footnote)] : [];
  return [header, ...sections, ...footnote];
}
