import assert from 'node:assert/strict';
import type { Lookup } from '../../../src/db/record';
import type { UsedModel } from '../../../src/inventory/types';
import { type HoverInput, hoverText } from '../../../src/present/hover/hover';
import { message } from '../../../src/shared/message';
import { render } from './rendered';
import { entry, found, judgement, place, reader, record, used, written } from './samples';

const commands = {
  openPlace: 'ptmLens.openPlace',
  showUsages: 'ptmLens.showUsages',
  copyId: 'ptmLens.copyId',
  openModel: 'ptmLens.openModel',
};

function hover(models: readonly UsedModel[], parts: Partial<HoverInput> = {}): string {
  const input = {
    entry: entry(models),
    models,
    project: 'MIT',
    folder: 'file:///w',
    usagesOf: () => 1,
    ...parts,
  };
  return hoverText(input, commands, reader);
}

function firstLine(model: UsedModel, project: string | null = 'MIT'): string {
  return render(hover([model], { project }).split('\n')[0] ?? '').text;
}

describe('the first line of a hover', () => {
  const id = 'google-bert/bert-base-uncased';

  it('answers "may I use it here?" for each judgement', () => {
    const line = (kind: 'compatible' | 'conditional' | 'restricted' | 'incompatible' | 'unknown') =>
      firstLine(used({ judgement: judgement({ kind }) }));
    assert.equal(line('compatible'), `$(pass) ${id} — Apache-2.0, fits this project (MIT)`);
    assert.equal(line('conditional'), `$(info) ${id} — Apache-2.0, fits this project (MIT), with duties`);
    assert.equal(line('restricted'), `$(warning) ${id} — Apache-2.0, use is restricted`);
    assert.equal(line('incompatible'), `$(error) ${id} — Apache-2.0, does not fit this project (MIT)`);
    assert.equal(line('unknown'), `$(question) ${id} — Apache-2.0, cannot be judged for this project (MIT)`);
  });

  it('names the restriction that most people ask for', () => {
    const model = used({ judgement: judgement({ kind: 'restricted', nonCommercial: true }) });
    assert.equal(firstLine(model), `$(warning) ${id} — Apache-2.0, no commercial use`);
  });

  it('does not name a project licence that there is not', () => {
    assert.equal(firstLine(used(), null), `$(pass) ${id} — Apache-2.0, fits this project`);
  });

  it('looks different for each of the four answers', () => {
    const bare = record({ license: null });
    const answers: Lookup[] = [
      found(record()),
      { answer: 'no-license', record: bare, alias: null },
      { answer: 'not-in-catalog', written: 'me/mine', asOf: '2024-07-11' },
      { answer: 'local', path: './out' },
    ];
    const lines = answers.map((lookup) => firstLine(used({ lookup, judgement: null })));
    assert.equal(new Set(lines.map((line) => /^\$\([\w-]+\)/.exec(line)?.[0])).size, 4);
    assert.match(lines[1] ?? '', /no licence declared/);
    assert.match(lines[2] ?? '', /^\S+ me\/mine — not in the catalogue \(as of Jul 11, 2024\)$/);
    assert.match(lines[3] ?? '', /a local model/);
  });
});

describe('a hover', () => {
  it('tells what the record says, where it is from and how old it is', () => {
    const { text } = render(hover([used()]));
    for (const said of [
      'fill-mask · transformers · 110M parameters · 46.9M downloads a month · 1.7K likes',
      'Datasets: bookcorpus, wikipedia',
      'Used by 1,234 repositories of PeaTMOSS',
      'licence, downloads: Hugging Face (Jul 11, 2024, 2 years old); reuse: PeaTMOSS (Aug 2023, 3 years old)',
    ]) {
      assert.ok(text.includes(said), `${said}\nis missing in\n${text}`);
    }
  });

  it('says nothing of what is not known', () => {
    const unknown = record({
      downloads: null,
      likes: null,
      task: null,
      library: null,
      parameters: null,
      datasets: [],
    });
    const { text } = render(hover([used({ lookup: found({ ...unknown, reuse: null, sources: {} }) })]));
    assert.doesNotMatch(text, /downloads|likes|parameters|Datasets|repositor|null|undefined|Data:/);
  });

  it('shows the basis of the judgement and when duties begin', () => {
    const duties = [
      { duty: message('keep the notices'), begins: 'distribution' },
      { duty: message('name the changes'), begins: 'distribution' },
      { duty: message('accept the terms'), begins: 'use' },
    ] as const;
    const { text } = render(hover([used({ judgement: judgement({ kind: 'conditional', duties }) })]));
    assert.match(text, /The table says so\./);
    assert.match(text, /When you use it: accept the terms/);
    assert.match(text, /When you distribute it: keep the notices; name the changes/);
  });

  it('shows at most three card fields, cut to a length', () => {
    const card = {
      limitationAndBias: 'x'.repeat(1000),
      evaluation: 'good',
      hardware: ['a', 'b'],
      domain: 'text',
    };
    const { text } = render(hover([used({ lookup: found(record({ card })) })]));
    assert.match(text, /Limitations: x{100,200}…/);
    assert.match(text, /Hardware: a, b/);
    assert.doesNotMatch(text, /Domain/);
  });

  it('shows the first values of a card field, and no note that the card merely has it', () => {
    const card = { evaluation: ['a: 1', 'b: 2', 'c: 3', 'd: 4', 'e: 5'], limitationAndBias: 'on the card' };
    const { text } = render(hover([used({ lookup: found(record({ card })) })]));
    assert.match(text, /Evaluation: a: 1, b: 2, c: 3 \+2/);
    assert.doesNotMatch(text, /Limitations/);
  });

  it('shows the trace with a link to each step', () => {
    const trace = [
      { step: message('call'), place: place(9, 0, 20) },
      { step: message('constant {0}', 'MODEL'), place: place(2, 0, 5, 'config.py') },
    ];
    const model = used({ written: written('x', place(2, 9, 12, 'config.py'), trace) });
    const { text, links } = render(hover([model]));
    assert.match(text, /How the id gets here: call \(line 10\) ← constant MODEL \(config\.py:3\)/);
    const [, query = ''] = (links[1]?.href ?? '').split('?');
    const expected = { folder: 'file:///w', file: 'config.py', cell: null, range: place(2, 0, 5).range };
    assert.deepEqual(JSON.parse(decodeURIComponent(query)), [expected]);
  });

  it('shows no trace of an id that stands in its call', () => {
    const call = place(9, 0, 40);
    const trace = [
      { step: message('call'), place: call },
      { step: message('"x"'), place: place(9, 20, 23) },
    ];
    const model = used({ written: written('x', place(9, 21, 22), trace) });
    assert.doesNotMatch(hover([model], { entry: entry([model], { place: call }) }), /How the id/);
  });

  it('leaves the duties of a compatible licence to its basis', () => {
    const duties = [{ duty: message('keep the notices'), begins: 'distribution' as const }];
    assert.doesNotMatch(hover([used({ judgement: judgement({ duties }) })]), /keep the notices/);
  });

  it('links to the hub page, to all usages, and copies the id', () => {
    const { links } = render(hover([used()], { usagesOf: () => 3 }));
    assert.deepEqual(
      links.map(({ text, href }) => [text, href.split('?')[0]]),
      [
        ['Open model', 'command:ptmLens.openModel'],
        ['Hub page', 'https://huggingface.co/google-bert/bert-base-uncased'],
        ['All 3 usages', 'command:ptmLens.showUsages'],
        ['Copy id', 'command:ptmLens.copyId'],
      ],
    );
  });

  it('does not link to a web page for a local model', () => {
    const { links } = render(hover([used({ lookup: { answer: 'local', path: './out' }, judgement: null })]));
    assert.deepEqual(
      links.map(({ text }) => text),
      ['Open model', 'Copy path'],
    );
  });

  it('lists the models that an ambiguous call may load', () => {
    const other = used({
      lookup: found(record({ id: 'me/other' })),
      judgement: judgement({ kind: 'restricted' }),
    });
    const { text } = render(hover([used(), other]));
    assert.match(text, /any of 2 models/);
    assert.match(text, /me\/other — Apache-2\.0, use is restricted/);
  });

  it('says why a usage is not resolved', () => {
    const unresolved = entry([], {
      resolution: 'unresolved',
      reason: message('comes from --model, which has no default'),
    });
    const { text } = render(hover([], { entry: unresolved }));
    assert.match(
      text,
      /transformers\.AutoModel\.from_pretrained loads a model that the code alone does not tell/,
    );
    assert.match(text, /comes from --model, which has no default/);
  });

  it('says that the library chose the model', () => {
    const model = used({ written: null });
    const { text } = render(hover([model], { entry: entry([model], { task: 'summarization' }) }));
    assert.match(text, /The library chooses this model for the task summarization/);
  });

  it('says how an old id was found', () => {
    const lookup: Lookup = {
      answer: 'found',
      record: record(),
      alias: { kind: 'moved', from: 'bert-base-uncased' },
    };
    assert.match(render(hover([used({ lookup })])).text, /Moved on the hub, from bert-base-uncased/);
  });
});

describe('a hover on hostile text', () => {
  const bad = '[x](command:evil) <b>**y**</b> $(alert)\u202e`z` ![i](https://e.example/i.png)\n# t';

  it('shows every piece of it as text, and runs only our commands', () => {
    const hostile = record({
      id: bad,
      license: { id: 'other', name: bad, link: bad },
      task: bad,
      library: bad,
      baseModels: [bad],
      datasets: [bad, bad],
      card: { evaluation: bad },
      sources: { license: { name: bad, date: bad } },
    });
    const trace = [
      { step: message('call'), place: place(1, 0, 4) },
      { step: message('constant {0}', bad), place: place(2, 0, 4, `${bad}.py`) },
    ];
    const lookup: Lookup = { answer: 'found', record: hostile, alias: { kind: 'moved', from: bad } };
    const basis = message('because {0}', bad);
    const duties = [{ duty: message(bad), begins: 'use' as const }];
    const model = used({
      lookup,
      written: written(bad, place(1, 0, 9), trace),
      judgement: judgement({ kind: 'conditional', basis, duties }),
    });
    const markdown = hover([model], {
      entry: entry([model], { reason: message(bad), task: bad }),
      project: bad,
      usagesOf: () => 2,
    });
    const { links, kinds } = render(markdown);
    const allowed = ['paragraph', 'text', 'escape', 'space', 'strong', 'link', 'list', 'list_item', 'br'];
    assert.deepEqual(
      [...kinds].filter((kind) => !allowed.includes(kind)),
      [],
    );
    for (const { href } of links) {
      assert.match(href, /^command:ptmLens\.(openPlace|showUsages|copyId|openModel)\?[A-Za-z0-9\-_.~%]+$/);
    }
    assert.doesNotMatch(markdown.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
    assert.deepEqual(markdown.match(/\$\([\w-]+\)/g), ['$(info)']);
  });

  it('cuts an id of 500 characters', () => {
    const long = 'a'.repeat(500);
    const model = used({
      lookup: { answer: 'not-in-catalog', written: long, asOf: '2024' },
      judgement: null,
    });
    assert.ok(firstLine(model).length < 300);
  });
});
