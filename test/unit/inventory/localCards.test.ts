/** A local model's card: the README of its folder, from the workspace to hover and panel. */
import assert from 'node:assert/strict';
import { LocalCards } from '../../../src/inventory/localCards';
import type { FileFacts } from '../../../src/analyzer/usage';
import { hoverText } from '../../../src/present/hover/hover';
import { collectModel } from '../../../src/present/panel/modelInput';
import { modelPage } from '../../../src/present/panel/modelPage';
import { defaultPolicy } from '../../../src/rules/policy/policy';
import { memoryFiles } from '../licenses/memoryFiles';
import { reader, usage, written } from '../present/samples';
import { loadTools, scan, type Tools } from '../rules/workspace';

const card = '---\nlicense: openrail\n---\n# Mine\n\n## Limitations\n\nOnly for [tests](command:x).\n';

function facts(file: string, ...paths: readonly string[]): FileFacts {
  const one = usage({ resolution: 'local', written: paths.map((path) => written(path, null)) });
  return { file, usages: [one], suppressions: [], problems: [], asked: [] };
}

async function cardOf(
  file: string,
  path: string,
  contents: Readonly<Record<string, string>>,
): Promise<string | null> {
  const cards = new LocalCards(memoryFiles(contents));
  await cards.learn(facts(file, path));
  return cards.of(file, path)?.file ?? null;
}

describe('cards of local models', () => {
  it('lie in the folder, seen from the root or from the file', async () => {
    assert.equal(
      await cardOf('src/a.py', './models/mine', { 'models/mine/README.md': card }),
      'models/mine/README.md',
    );
    assert.equal(
      await cardOf('src/a.py', '../models/mine/', { 'models/mine/README.md': card }),
      'models/mine/README.md',
    );
    assert.equal(await cardOf('src/a.py', 'mine', { 'src/mine/README.md': card }), 'src/mine/README.md');
    assert.equal(
      await cardOf('a.py', 'models\\mine', { 'models/mine/README.md': card }),
      'models/mine/README.md',
    );
    assert.equal(await cardOf('a.py', 'm/model.safetensors', { 'm/README.md': card }), 'm/README.md');
  });

  it('are none: the project README, and what lies outside of the workspace', async () => {
    const contents = { 'README.md': card, 'etc/README.md': card };
    for (const path of [
      '.',
      './',
      '..',
      '../..',
      '/etc',
      '~/etc',
      'C:/etc',
      '../../etc/../../etc',
      'model.bin',
    ])
      assert.equal(await cardOf('a.py', path, contents), null, path);
  });

  it('are learnt once, and anew after they changed', async () => {
    const contents: Record<string, string> = { 'm/README.md': card };
    const cards = new LocalCards(memoryFiles(contents));
    const asking = facts('a.py', './m');
    assert.deepEqual([cards.wants(asking), cards.has(asking)], [true, false]);
    await cards.learn(asking);
    assert.deepEqual([cards.wants(asking), cards.has(asking)], [false, true]);
    assert.equal(cards.of('a.py', './m')?.fields['license'], 'openrail');
    assert.deepEqual([cards.forget('other/README.md'), cards.forget('m/README.md')], [false, true]);
    assert.deepEqual([cards.of('a.py', './m'), cards.has(asking)], [null, false]);
    await cards.learn(asking);
    assert.ok(cards.has(asking));
  });
});

describe('a local model with a card', () => {
  let tools: Tools;
  before(async () => (tools = await loadTools()));
  after(() => tools.analyzer.dispose());

  const source = 'from transformers import AutoModel\nAutoModel.from_pretrained("./models/mine")\n';
  const entryOf = async (contents: Readonly<Record<string, string>>) => {
    const inventory = await scan(tools, contents);
    const [entry] = inventory.files.flatMap(({ usages }) => usages);
    assert.ok(entry);
    return { inventory, entry };
  };
  const commands = { openPlace: 'o', showUsages: 's', copyId: 'c', openModel: 'm' };
  const hover = (entry: Awaited<ReturnType<typeof entryOf>>['entry']) =>
    hoverText(
      { entry, models: entry.models, project: null, folder: 'w', usagesOf: () => 1 },
      commands,
      reader,
    );

  it('shows its licence and its limits in the hover, as text', async () => {
    const { entry } = await entryOf({ 'train.py': source, 'models/mine/README.md': card });
    const text = hover(entry);
    assert.match(text, /its card says openrail/);
    assert.match(text, /Limitations: Only for tests/);
    assert.ok(!text.includes('command:x'));
  });

  it('has it in every file that names it, however many', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `train${String(index)}.py`);
    const contents = Object.fromEntries(names.map((name) => [name, source]));
    const { files } = await scan(tools, { ...contents, 'models/mine/README.md': card });
    const saying = files.filter(({ usages }) => usages.some((entry) => hover(entry).includes('openrail')));
    assert.equal(saying.length, 150);
  });

  it('without a card says that its licence is not known', async () => {
    const { entry } = await entryOf({ 'train.py': source, 'README.md': card });
    assert.match(hover(entry), /licence is not known here/);
  });

  it('shows each field in the panel with the line that says so, and what is missing', async () => {
    const { inventory, entry } = await entryOf({ 'train.py': source, 'models/mine/README.md': card });
    const folder = { key: 'w', name: 'w', inventory, policy: defaultPolicy, usages: [entry] };
    const input = collectModel({ id: './models/mine', hub: 'huggingface' }, [folder], null);
    const page = modelPage(input, reader, { where: 'panel', mayAskHub: false });
    const [section] = page.sections.filter(({ id }) => id === 'card');
    const shown = JSON.stringify(section);
    assert.match(shown, /openrail/);
    assert.match(shown, /models\/mine\/README.md:2/);
    assert.match(shown, /Missing on the card: [^"]*Evaluation/);
    const pieces =
      section?.blocks.flatMap((block) =>
        block.kind === 'facts' ? block.rows.flatMap(({ value }) => value) : [],
      ) ?? [];
    const actions = pieces.flatMap(({ action }) =>
      action?.do === 'openPlace' ? [action.place.range.start.line] : [],
    );
    assert.deepEqual(actions, [1, 7]);
  });
});
