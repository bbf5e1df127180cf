import assert from 'node:assert/strict';
import type { UsageEntry } from '../../../src/inventory/types';
import { type Filter, filters } from '../../../src/present/tree/filter';
import type { Row } from '../../../src/present/tree/row';
import { type Grouping, groupings, isGrouping, treeRows } from '../../../src/present/tree/tree';
import { message } from '../../../src/shared/message';
import { entry, found, inventory, judgement, place, reader, record, used, written } from './samples';

const bert = used();
const llama = used({
  lookup: found(
    record({
      id: 'meta-llama/Llama-2-7b',
      license: { id: 'llama2', name: null, link: null },
      task: 'text-generation',
    }),
  ),
  judgement: judgement({ kind: 'restricted' }),
});
const unlisted = used({
  lookup: { answer: 'not-in-catalog', written: 'me/mine', asOf: '2024-07-11' },
  judgement: null,
});
const local = used({ lookup: { answer: 'local', path: './out' }, id: './out', judgement: null });

const usages: UsageEntry[] = [
  entry([bert], { place: place(3, 0, 50) }),
  entry([bert], { place: place(9, 0, 50, 'src/eval.py'), part: 'tokenizer' }),
  entry([llama, unlisted], { place: place(5, 0, 50), resolution: 'ambiguous' }),
  entry([local], { place: place(7, 0, 50), resolution: 'local' }),
  entry([], { place: place(8, 0, 50), resolution: 'unresolved', reason: message('comes from --model') }),
];

function rows(grouping: Grouping, of: readonly UsageEntry[] = usages): readonly Row[] {
  return treeRows([{ key: 'file:///w', name: 'w', inventory: inventory(of) }], { grouping }, reader);
}

function outline(list: readonly Row[], indent = ''): string[] {
  return list.flatMap(({ content, children }) => [
    `${indent}${content.label} | ${content.description ?? ''}`,
    ...outline(children, `${indent}  `),
  ]);
}

function all(list: readonly Row[]): Row[] {
  return list.flatMap((row) => [row, ...all(row.children)]);
}

describe('the rows of the inventory', () => {
  it('go by model, with what is no model of the hub last', () => {
    assert.deepEqual(outline(rows('model')), [
      'google-bert/bert-base-uncased | Apache-2.0 · 2 usages',
      '  eval.py:10 | AutoModel.from_pretrained · tokenizer',
      '  train.py:4 | AutoModel.from_pretrained',
      'me/mine | not in the catalogue',
      '  train.py:6 | AutoModel.from_pretrained · one of 2',
      'meta-llama/Llama-2-7b | llama2',
      '  train.py:6 | AutoModel.from_pretrained · one of 2',
      'Local models | 1 model',
      '  ./out | local model',
      '    train.py:8 | AutoModel.from_pretrained',
      'Unresolved | 1',
      '  train.py:9 | comes from --model',
    ]);
  });

  it('go by licence', () => {
    assert.deepEqual(
      rows('license').map(({ content }) => content.label),
      ['Apache-2.0', 'llama2', 'not in the catalogue', 'Local models', 'Unresolved'],
    );
  });

  it('go by file, each usage named by its model', () => {
    assert.deepEqual(outline(rows('file')), [
      'eval.py | src · 1 model',
      '  google-bert/bert-base-uncased | Apache-2.0 · line 10',
      'train.py | 4 models',
      '  google-bert/bert-base-uncased | Apache-2.0 · line 4',
      '  meta-llama/Llama-2-7b | llama2 · line 6',
      '  me/mine | not in the catalogue · line 6',
      '  ./out | local model · line 8',
      '  line 9 | comes from --model',
    ]);
  });

  it('go by task and by library', () => {
    assert.deepEqual(
      rows('task').map(({ content }) => content.label),
      ['fill-mask', 'text-generation', 'no task known', 'Local models', 'Unresolved'],
    );
    assert.deepEqual(
      rows('library').map(({ content }) => content.label),
      ['transformers'],
    );
  });

  it('show the worst status of a model', () => {
    const worse = used({ judgement: judgement({ kind: 'incompatible' }) });
    const [row] = rows('model', [entry([bert]), entry([worse])]);
    assert.deepEqual(row?.content.icon, { status: 'incompatible' });
  });

  for (const grouping of Object.keys(groupings).filter(isGrouping)) {
    it(`have ids that are unique, and the same after a rebuild, by ${grouping}`, () => {
      const twice = [...usages, ...usages];
      const ids = all(rows(grouping, twice)).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      assert.deepEqual(
        all(rows(grouping, twice)).map(({ id }) => id),
        ids,
      );
    });

    it(`know their parents, by ${grouping}`, () => {
      for (const row of all(rows(grouping)))
        assert.ok(row.parent === null || row.parent.children.includes(row));
    });

    it(`lose no usage, by ${grouping}`, () => {
      const shown = new Set(all(rows(grouping)).flatMap(({ content }) => content.subject?.entry ?? []));
      assert.deepEqual(shown, new Set(usages));
    });
  }

  it('name the folders of a workspace with several', () => {
    const folders = ['a', 'b'].map((name) => ({
      key: `file:///${name}`,
      name,
      inventory: inventory(usages),
    }));
    const [a, b] = treeRows(folders, { grouping: 'model' }, reader);
    assert.deepEqual([a?.content.label, b?.content.label], ['a', 'b']);
    assert.equal(a?.content.description, '4 models');
    assert.ok(a?.children.every((row) => row.parent === a));
  });

  it('tell which files were not analysed, and why', () => {
    const skipped = [{ file: 'big.py', reason: message('too large') }];
    const folder = { key: 'k', name: 'w', inventory: inventory([], { skipped }) };
    assert.deepEqual(outline(treeRows([folder], { grouping: 'model' }, reader)), [
      'Not analysed | 1',
      '  big.py | too large',
    ]);
  });

  it('show hidden characters of an id, and cut one of 500', () => {
    const bad = used({
      lookup: { answer: 'not-in-catalog', written: `\u202e${'a'.repeat(500)}`, asOf: '2024' },
    });
    const [row] = rows('model', [entry([bad])]);
    assert.match(row?.content.label ?? '', /^\\u\{202e\}a+…$/);
    assert.ok((row?.content.label.length ?? 0) < 220);
  });

  it('survive ids with lone surrogates and slashes', () => {
    const odd = ['\ud800', 'a/b', 'a%2Fb'].map((id) =>
      used({ lookup: { answer: 'not-in-catalog', written: id, asOf: '' } }),
    );
    const ids = rows(
      'model',
      odd.map((model) => entry([model])),
    ).map(({ id }) => id);
    assert.equal(new Set(ids).size, 3);
  });

  it('make 10,000 usages of one model without making their rows before they are looked at', () => {
    const many = Array.from({ length: 10_000 }, (_, line) =>
      entry([used({ written: written('x', place(line, 0, 5)) })], { place: place(line, 0, 9) }),
    );
    const [row] = rows('model', many);
    assert.equal(row?.content.description, 'Apache-2.0 · 10000 usages');
    assert.equal(row?.children.length, 10_000);
  });
});

describe('the filter of the inventory', () => {
  const kept = (filter: Filter) =>
    treeRows(
      [{ key: 'w', name: 'w', inventory: inventory(usages) }],
      { grouping: 'model', filter },
      reader,
    ).map(({ content }) => content.label);

  it('keeps what it says', () => {
    const expected: Record<Filter, readonly string[]> = {
      all: [
        'google-bert/bert-base-uncased',
        'me/mine',
        'meta-llama/Llama-2-7b',
        'Local models',
        'Unresolved',
      ],
      attention: ['meta-llama/Llama-2-7b'],
      fits: ['google-bert/bert-base-uncased'],
      unknown: ['me/mine'],
      ambiguous: ['me/mine', 'meta-llama/Llama-2-7b'],
      unresolved: ['Unresolved'],
      local: ['Local models'],
    };
    for (const filter of Object.keys(filters) as Filter[]) assert.deepEqual(kept(filter), expected[filter]);
  });

  it('leaves folders out of which nothing is kept', () => {
    const folder = (name: string, of: readonly UsageEntry[]) => ({
      key: name,
      name,
      inventory: inventory(of),
    });
    const folders = [folder('a', [usages[0] ?? entry([])]), folder('b', usages)];
    const labels = (filter: Filter) =>
      treeRows(folders, { grouping: 'model', filter }, reader).map(({ content }) => content.label);
    assert.deepEqual(labels('fits'), ['a', 'b']);
    assert.deepEqual(labels('unresolved'), ['Unresolved']);
  });
});
