import assert from 'node:assert/strict';
import type { Lookup, ModelRecord } from '../../../../src/db/record';
import type { UsedModel } from '../../../../src/inventory/types';
import {
  collectModel,
  type PanelCatalogue,
  type PanelFolder,
} from '../../../../src/present/panel/modelInput';
import { modelPage } from '../../../../src/present/panel/modelPage';
import type { Block, Cell, Page, Piece, TreeItem } from '../../../../src/present/panel/page';
import { defaultPolicy, type Policy } from '../../../../src/rules/policy/policy';
import { entry, found, inventory, place, reader, record, usage, used } from '../samples';

const mit = { kind: 'license', id: 'MIT' } as const;
const evidence = [{ license: mit, place: place(0, 0, 3, 'LICENSE') }];
const project = { path: '', license: mit, evidence, conflict: null };

function folder(models: readonly UsedModel[], parts: Partial<PanelFolder> = {}): PanelFolder {
  const usages = models.map((model, line) => entry([model], usage({ place: place(line, 0, 9) })));
  return {
    key: 'file:///w',
    name: 'w',
    inventory: inventory(usages, { projects: [project] }),
    policy: defaultPolicy,
    usages,
    ...parts,
  };
}

function catalogue(records: readonly ModelRecord[]): PanelCatalogue {
  const byId = new Map(records.map((each) => [each.id, each]));
  return {
    record: (id) => byId.get(id) ?? null,
    lookup: (id) => {
      const known = byId.get(id);
      if (!known) return { answer: 'not-in-catalog', written: id, asOf: '2024-07-11' };
      return { answer: known.license ? 'found' : 'no-license', record: known, alias: null };
    },
    alternatives: ({ id }, limit) => records.filter((each) => each.id !== id).slice(0, limit),
  };
}

function page(
  model: UsedModel,
  records: readonly ModelRecord[] = [],
  parts: Partial<PanelFolder> = {},
): Page {
  const own = 'record' in model.lookup ? [model.lookup.record] : [];
  const all = catalogue([...own, ...records]);
  return modelPage(collectModel({ id: model.id, hub: 'huggingface' }, [folder([model], parts)], all), reader);
}

const said = (cell: Cell) => cell.map(({ text }) => text).join('');

function* pieces(blocks: readonly Block[]): Generator<Piece> {
  for (const block of blocks) {
    if (block.kind === 'text') yield* block.text;
    if (block.kind === 'facts') yield* block.rows.flatMap(({ value }) => value);
    if (block.kind === 'tree') yield* block.items.flatMap(inTree);
    if (block.kind === 'table') yield* block.table.rows.flat(2);
    if (block.kind === 'group' || block.kind === 'more') yield* pieces(block.blocks);
  }
}

function inTree({ cell, children }: TreeItem): Piece[] {
  return [...cell, ...children.flatMap(inTree)];
}

const section = (of: Page, id: string) => of.sections.find((each) => each.id === id)?.blocks ?? [];
const text = (of: Page, id: string) => [...pieces(section(of, id))].map((piece) => piece.text).join('|');

function fact(of: Page, id: string, name: string): string | undefined {
  const rows = section(of, id).flatMap((block) => (block.kind === 'facts' ? block.rows : []));
  const row = rows.find((each) => each.name === name);
  return row && [said(row.value), row.source].filter(Boolean).join(' @ ');
}

const gpl = { id: 'gpl-3.0', name: null, link: null };

describe('the page of a model', () => {
  it('answers first whether it may be used', () => {
    const { title, status, lead } = page(used());
    assert.equal(title, 'google-bert/bert-base-uncased');
    assert.equal(status, 'compatible');
    assert.equal(said(lead), 'Apache-2.0 — fits this workspace');
  });

  it('says of a licence without commercial use just that', () => {
    const license = { id: 'cc-by-nc-4.0', name: null, link: null };
    const { status, lead } = page(used({ lookup: found(record({ license })) }));
    assert.equal(status, 'restricted');
    assert.match(said(lead), /^CC-BY-NC-4\.0 — no commercial use$/);
  });

  it('looks different for each of the four answers', () => {
    const bare = record({ license: null });
    const answers: Lookup[] = [
      found(record()),
      { answer: 'no-license', record: bare, alias: null },
      { answer: 'not-in-catalog', written: 'me/mine', asOf: '2024-07-11' },
      { answer: 'local', path: './out' },
    ];
    const pages = answers.map((lookup) => page(used({ lookup, id: 'x' })));
    assert.deepEqual(
      pages.map(({ status }) => status),
      ['compatible', 'no-license', 'not-in-catalog', 'local'],
    );
    assert.equal(new Set(pages.map(({ lead }) => said(lead))).size, 4);
    assert.match(said(pages[2]?.lead ?? []), /Not in the catalogue, as of Jul 11, 2024/);
  });

  it('names every fact with its source and date, and what is not known', () => {
    const of = page(used());
    assert.match(text(of, 'record'), /From Hugging Face, Jul 11, 2024, 2 years old, where no other/);
    assert.equal(fact(of, 'record', 'Licence'), 'Apache-2.0');
    assert.equal(fact(of, 'record', 'Downloads in 30 days'), '46,913,221');
    assert.equal(fact(of, 'record', 'Parameters'), '110,106,428');
    assert.match(
      text(of, 'record'),
      /Not known: Access, Frameworks, Architectures, Languages, Papers, Published/,
    );
  });

  it('names beside a fact the source that is not that of most', () => {
    const sources = {
      license: { name: 'Hugging Face', date: '2024-07-11' },
      popularity: { name: 'Hugging Face', date: '2024-07-11' },
      parameters: { name: 'MTEB', date: '2026-08' },
    };
    const of = page(used({ lookup: found(record({ sources })) }));
    assert.equal(fact(of, 'record', 'Parameters'), '110,106,428 @ MTEB, Aug 2026, 3 months old');
    assert.equal(fact(of, 'record', 'Likes'), '1,703');
  });

  it('shows the author’s own words where they differ from the licence’s name', () => {
    const license = { id: 'other', name: 'my-license', link: 'https://e.example/l' };
    const of = page(used({ lookup: found(record({ license })) }));
    assert.match(
      fact(of, 'record', 'Licence') ?? '',
      /^my-license \(declared as other, https:\/\/e\.example\/l\)/,
    );
  });

  it('counts use by others as PeaTMOSS did', () => {
    assert.equal(
      fact(page(used()), 'reuse', 'Repositories'),
      '1,234 GitHub repositories of PeaTMOSS load it. @ PeaTMOSS, Aug 2023, 3 years old',
    );
    const foreign = page(used({ lookup: found(record({ peatmoss: null, reuse: null })) }));
    assert.match(text(foreign, 'reuse'), /does not list it/);
  });

  it('says which card fields are known and which are missing', () => {
    const card = { hardware: '8 GPUs', evaluation: ['F1: 0.9', 'EM: 0.8'] };
    const of = page(used({ lookup: found(record({ card })) }));
    assert.equal(fact(of, 'card', 'Evaluation'), 'F1: 0.9; EM: 0.8');
    const [, missing = ''] = /Missing on the card: (.*)/.exec(text(of, 'card')) ?? [];
    assert.ok(missing.includes('Limitations and bias'), missing);
    // The record itself names datasets and a licence.
    assert.doesNotMatch(missing, /Training data|Licence|Hardware/);
  });
});

describe('the card on the page of a model', () => {
  const card = [
    '---',
    'license: mit',
    '---',
    '# A model',
    '',
    '## Limitations',
    '',
    'It repeats the <b>stereotypes</b> of its training data.',
  ].join('\n');

  function evidence(cardText: string | null): string[][] {
    const model = used();
    const input = collectModel({ id: model.id, hub: 'huggingface' }, [folder([model])], null);
    const of = modelPage({ ...input, cardText }, reader);
    const more = section(of, 'card').find((block) => block.kind === 'more');
    const [table] = more?.kind === 'more' ? more.blocks : [];
    return table?.kind === 'table' ? table.table.rows.map((row) => row.map(said)) : [];
  }

  it('quotes where a kept card says so: section, line and words', () => {
    const rows = evidence(card);
    assert.deepEqual(
      rows.find(([field]) => field === 'Licence on the card'),
      ['Licence on the card', 'mit', 'line 2', 'license: mit'],
    );
    const [, , place = '', quote = ''] = rows.find(([field]) => field === 'Limitations and bias') ?? [];
    assert.equal(place, 'Limitations · line 8');
    assert.match(quote, /^It repeats the .*stereotypes.* of its training data\.$/);
  });

  it('quotes nothing of a card that is not kept', () => {
    assert.deepEqual(evidence(null), []);
  });
});

describe('the judgement on the page of a model', () => {
  it('does not take silence for a model without a licence', () => {
    const nowhere = page(
      used({ id: 'me/mine', lookup: { answer: 'not-in-catalog', written: 'me/mine', asOf: '2024-07-11' } }),
    );
    const unsaid = page(
      used({ lookup: { answer: 'no-license', record: record({ license: null, sources: {} }), alias: null } }),
    );
    for (const of of [nowhere, unsaid]) {
      assert.match(text(of, 'judgement'), /Nothing is known here of its licence/);
      assert.doesNotMatch(text(of, 'judgement'), /declare/);
    }
  });

  it('tells what was compared, where it stands, and what decided', () => {
    const of = page(used());
    assert.equal(fact(of, 'judgement', 'Licence of the model'), 'Apache-2.0');
    assert.equal(fact(of, 'judgement', 'Licence of the project'), 'MIT · LICENSE:1');
    assert.match(fact(of, 'judgement', 'What decided') ?? '', /Linux Foundation table/);
    assert.match(fact(of, 'judgement', 'What the project does with it') ?? '', /\(assumed/);
  });

  it('goes through the terms clause by clause', () => {
    const more = section(page(used()), 'judgement').find((block) => block.kind === 'more');
    assert.ok(more?.kind === 'more');
    assert.match(more.title, /Apache-2\.0, clause by clause/);
    const table = more.blocks.find((block) => block.kind === 'table');
    assert.ok(table?.kind === 'table');
    const rows = new Map(table.table.rows.map(([clause = [], says = []]) => [said(clause), said(says)]));
    assert.equal(rows.get('Commercial use'), 'allowed');
    assert.equal(rows.get('Credit'), 'its notices are kept');
    assert.equal(rows.get('Share-alike'), 'not asked');
  });

  it('has the terms of every licence of an expression', () => {
    const license = { id: 'mit or apache-2.0', name: null, link: null };
    const blocks = section(page(used({ lookup: found(record({ license })) })), 'judgement');
    assert.equal(blocks.filter((block) => block.kind === 'more').length, 2);
  });

  it('follows the policy: its use, its relation, its corrections', () => {
    const policy: Policy = {
      ...defaultPolicy,
      use: 'commercial',
      relation: 'bundled',
      corrections: [
        { model: 'google-bert/*', license: { kind: 'license', id: 'CC-BY-NC-4.0' }, reason: 'we asked' },
      ],
    };
    const of = page(used(), [], { policy });
    assert.equal(of.status, 'incompatible');
    assert.equal(fact(of, 'judgement', 'Intended use'), 'commercial');
    assert.match(
      fact(of, 'judgement', 'What the project does with it') ?? '',
      /passes it on.*\(the policy says so\)/,
    );
    assert.match(
      fact(of, 'judgement', 'Licence of the model') ?? '',
      /CC-BY-NC-4\.0 @ as the policy states it: we asked/,
    );
  });

  it('judges for each project that uses the model', () => {
    const gplProject = { ...project, path: 'b', license: { kind: 'license', id: 'GPL-3.0-only' } as const };
    const model = used({ lookup: found(record({ license: { id: 'gpl-3.0', name: null, link: null } })) });
    const usages = ['a/x.py', 'b/y.py'].map((file) => entry([model], usage({ place: place(1, 0, 9, file) })));
    const of = page(model, [], {
      usages,
      inventory: inventory(usages, { projects: [project, gplProject] }),
    });
    const groups = section(of, 'judgement').flatMap((block) => (block.kind === 'group' ? [block.title] : []));
    assert.deepEqual(groups, ['w', 'w/b']);
    // The Linux Foundation table: GPL-3.0 fits into a project under itself, and not into one under MIT. The worst leads.
    assert.equal(of.status, 'incompatible');
    assert.match(text(of, 'judgement'), /fits/);
  });

  it('judges a model that nobody uses for the project at the root', () => {
    const other = record({ id: 'me/other', license: gpl });
    const input = collectModel({ id: 'me/other', hub: 'huggingface' }, [folder([])], catalogue([other]));
    const of = modelPage(input, reader);
    assert.equal(fact(of, 'judgement', 'Licence of the project'), 'MIT · LICENSE:1');
    assert.match(text(of, 'usages'), /does not use it/);
  });
});

describe('what the page of a model leads to', () => {
  const base = record({ id: 'me/base', license: gpl, baseModels: ['me/root', 'me/unknown'] });
  const top = record({ id: 'me/top', baseModels: ['me/base'] });

  it('has the chain of base models, to what the catalogue does not have', () => {
    const root = record({ id: 'me/root', baseModels: ['me/top'] });
    const of = page(used({ lookup: found(top) }), [base, root]);
    const [tree] = section(of, 'bases').filter((block) => block.kind === 'tree');
    assert.ok(tree?.kind === 'tree');
    const lines = (items: readonly TreeItem[], depth = 0): string[] =>
      items.flatMap(({ cell, children }) => [
        `${'>'.repeat(depth)}${said(cell)}`,
        ...lines(children, depth + 1),
      ]);
    assert.deepEqual(
      lines(tree.items).map((line) => line.split(' — ')[0]),
      [
        'me/base',
        '>me/root',
        // The loop is named and ends.
        '>>me/top',
        '>me/unknown',
      ],
    );
    assert.match(text(of, 'bases'), /GPL-3\.0/);
    assert.match(text(of, 'bases'), /not in the catalogue/);
  });

  it('opens usages, at most a hundred of them, and the rest in the editor’s own list', () => {
    const model = used();
    const usages = Array.from({ length: 250 }, (_, line) =>
      entry([model], usage({ place: place(line, 0, 9) })),
    );
    const blocks = section(page(model, [], { usages }), 'usages');
    const places = [...pieces(blocks)].filter(({ action }) => action?.do === 'openPlace');
    assert.equal(places.length, 100);
    assert.match(places[0]?.text ?? '', /^train\.py:\d+$/);
    assert.ok([...pieces(blocks)].some(({ action }) => action?.do === 'showUsages'));
  });

  it('asks the hub only where the user lets it', () => {
    const input = collectModel({ id: 'me/top', hub: 'huggingface' }, [folder([])], catalogue([top]));
    const acts = (mayAskHub: boolean) =>
      modelPage(input, reader, { where: 'view', mayAskHub }).actions.map(({ action }) => action.do);
    assert.deepEqual(acts(false), ['openModel', 'openHubPage', 'copyId']);
    assert.deepEqual(acts(true), ['openModel', 'openHubPage', 'lookUpModel', 'copyId']);
  });

  it('offers alternatives, those that fit first', () => {
    const strict = record({ id: 'me/strict', license: gpl, downloads: 99 });
    const free = record({ id: 'me/free', license: { id: 'mit', name: null, link: null }, downloads: 1 });
    const of = page(used(), [strict, free], {
      policy: { ...defaultPolicy, relation: 'bundled' },
    });
    const shown = [...pieces(section(of, 'alternatives'))]
      .filter(({ action }) => action)
      .map((each) => each.text);
    assert.deepEqual(shown, ['me/free', 'me/strict']);
  });
});

describe('hostile names on the page of a model', () => {
  const bad = '<img src=x onerror=alert(1)> [x](command:evil) \u202e\u0000 \u05d0';

  it('stay text, with what hides in them written out', () => {
    const lookup = found(
      record({
        id: bad,
        license: { id: 'other', name: bad, link: 'javascript:alert(1)' },
        task: bad,
        library: bad,
        baseModels: [bad, `${bad}2`],
        datasets: [bad],
        papers: ['javascript:alert(1)', '2004.04906'],
        card: { [bad]: bad, evaluation: bad },
        sources: { license: { name: bad, date: bad } },
      }),
    );
    const of = page(used({ lookup }));
    const all = JSON.stringify({ ...of, sections: of.sections.map(({ blocks }) => [...pieces(blocks)]) });
    const texts = [
      of.title,
      said(of.lead),
      ...of.sections.flatMap(({ blocks }) => [...pieces(blocks)].map((piece) => piece.text)),
    ];
    for (const each of texts) assert.doesNotMatch(each, /[\p{Cc}\p{Cf}]/u);
    const links = of.sections.flatMap(({ blocks }) => [...pieces(blocks)].flatMap(({ href }) => href ?? []));
    assert.deepEqual(links, ['https://arxiv.org/abs/2004.04906']);
    assert.doesNotMatch(all, /"href":"(?!https:)/);
    assert.ok(of.actions.every(({ action }) => action.do !== 'openHubPage'));
  });

  it('keep an id of 500 characters whole in the title', () => {
    const id = 'a'.repeat(500);
    const { title } = page(used({ lookup: { answer: 'not-in-catalog', written: id, asOf: '' }, id }));
    assert.equal(title, id);
  });
});
