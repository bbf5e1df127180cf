/** Cards by the command line: files, a language model behind an address, catalogues with the paper's metadata. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { loading, testFolder } from './folder';
import { run, start } from './run';

const card = `---
license: apache-2.0
datasets: [squad]
---
# Heron

This is a fine-tuned version of [org/heron-base](https://huggingface.co/org/heron-base).
It was taught on two A100 cards, with great patience.

## Limitations

It does not know penguins.
`;

interface Fields {
  readonly fields: Readonly<
    Record<string, readonly { value: unknown; source: string; evidence: { startLine: number } }[]>
  >;
  readonly missing: readonly string[];
  readonly refused: number;
}

describe('card FILE', () => {
  const { inside } = testFolder();

  it('says each field with its line, and what is missing', () => {
    const { status, stdout } = run('card', inside('heron/README.md', card));
    assert.equal(status, 0);
    assert.match(stdout, /^license +apache-2\.0 +\(front-matter, line 2\)$/m);
    assert.match(stdout, /^baseModel +org\/heron-base +\(text, line 7\)$/m);
    assert.match(stdout, /^limitationAndBias +It does not know penguins\. +\(section, line 12\)$/m);
    assert.match(stdout, /The card does not give: metrics, carbon/);
  });

  it('reads a folder as its README.md, as JSON', () => {
    inside('heron/README.md', card);
    const { fields, missing } = JSON.parse(run('card', inside('heron'), '--format', 'json').stdout) as Fields;
    assert.deepEqual(
      fields['datasets']?.map(({ value }) => value),
      ['squad'],
    );
    assert.deepEqual(missing, ['metrics', 'carbon']);
  });

  it('says of a card in another language what is not read', () => {
    const chinese = `# 模型\n\nLicense: MIT\n\n${'该模型在新闻数据上训练，适合用于文本分类任务。'.repeat(8)}\n`;
    const { status, stdout } = run('card', inside('README.md', chinese));
    assert.equal(status, 0);
    assert.match(stdout, /^license +MIT/m);
    assert.match(stdout, /\d+ % of the text is not in English/);
  });
});

describe('card FILE --lm', () => {
  const { inside } = testFolder();
  let server: Server;
  let asked: { readonly request: IncomingMessage; readonly body: string }[];
  let reply: string;

  const ask = async (name: string) => {
    const { port } = server.address() as AddressInfo;
    const child = start(
      'card',
      name,
      '--lm',
      `http://127.0.0.1:${port}/v1`,
      '--lm-model',
      'tiny',
      '--format',
      'json',
    );
    const [out, err, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit'),
    ]);
    return { out, err, status: Number(status) };
  };

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      void text(request).then((body) => {
        asked.push({ request, body });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ choices: [{ message: { content: reply } }] }));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(() => server.close());

  it('fills what the rules leave open with what the card bears out, and refuses the rest', async () => {
    reply = JSON.stringify({
      values: [
        { field: 'hardware', value: 'two A100 cards', quote: 'It was taught on two A100 cards' },
        { field: 'carbonEmitted', value: '12 kg', quote: 'It emitted 12 kg of CO2' },
      ],
    });
    const { out, status } = await ask(inside('README.md', card));
    assert.equal(status, 0);
    const { fields, refused } = JSON.parse(out) as Fields;
    assert.deepEqual(
      fields['hardware']?.map(({ value, source, evidence }) => [value, source, evidence.startLine]),
      [['two A100 cards', 'language-model', 7]],
    );
    assert.deepEqual(fields['carbonEmitted'], []);
    assert.equal(fields['license']?.[0]?.source, 'front-matter');
    assert.equal(refused, 1);
    assert.equal(asked[0]?.request.url, '/v1/chat/completions');
    assert.doesNotMatch(asked[0]?.body ?? '', /- license/);
  });

  it('gives up on a model that only chats, and says so', async () => {
    reply = 'What a lovely heron!';
    const { err, status } = await ask(inside('README.md', card));
    assert.notEqual(status, 0);
    assert.equal(asked.length, 3);
    assert.match(err, /the language model gave nothing that can be used: the answer holds no JSON/);
  });
});

describe("a catalogue with the paper's card fields", () => {
  const { inside } = testFolder();
  const metadata = {
    'acme/heron': {
      pre_processed_metadata: { domain: ['nlp'] },
      extract_metadata: {
        license: 'mit',
        datasets: [{ dataset_name: 'wading-birds', url: 'https://example.org/birds' }],
        evaluation: [{ test: 'accuracy', result: '91.3' }],
        limitation_and_bias: 'Does not know penguins.',
        parameter_count: '125M',
      },
    },
    'acme/egret': { extract_metadata: { license: 'apache-2.0' } },
  };

  const built = () => {
    const catalogue = inside('birds.sqlite');
    const from = inside('enhanced.json', JSON.stringify(metadata));
    const { status, stderr } = run('catalog', 'build', '--from', `cards:${from}`, '--output', catalogue);
    assert.equal(status, 0, stderr);
    return catalogue;
  };

  it('is searched by field, and says how complete its cards are', () => {
    const catalogue = built();
    const { stdout } = run('search', '--field', 'datasets=wading', '--catalog', catalogue);
    assert.match(stdout, /acme\/heron/);
    assert.doesNotMatch(stdout, /egret/);
    const rows = run('sql', 'completeness', '--catalog', catalogue, '--format', 'csv').stdout.split(/\r?\n/);
    assert.ok(rows.includes('license,2,100'), rows.join('\n'));
    assert.ok(rows.includes('limitations,1,50'), rows.join('\n'));
    assert.ok(rows.includes('carbon,0,0'), rows.join('\n'));
  });

  it('fills the model card of a CycloneDX report', () => {
    const catalogue = built();
    inside('project/a.py', loading('acme/heron'));
    const report = run('scan', inside('project'), '--format', 'cyclonedx', '--catalog', catalogue);
    assert.equal(report.status, 0, report.stderr);
    const { components } = JSON.parse(report.stdout) as {
      components: readonly { name: string; modelCard?: Readonly<Record<string, unknown>> }[];
    };
    const model = components.find(({ name }) => name.includes('heron'))?.modelCard;
    assert.deepEqual(model?.['considerations'], { technicalLimitations: ['Does not know penguins.'] });
    assert.match(JSON.stringify(model?.['quantitativeAnalysis']), /91\.3/);
    assert.match(JSON.stringify(model?.['properties']), /ptm-lens:card:datasets.*wading-birds/);
  });
});

describe('the default catalogue', () => {
  it('answers the question of completeness for the cards that it has', () => {
    const { stdout } = run('sql', 'completeness', '--format', 'csv');
    const shares = new Map(
      stdout
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((row) => row.split(',') as [string, string, string])
        .map(([need, models, percent]) => [need, { models: Number(models), percent: Number(percent) }]),
    );
    // PeaTMOSS's 50 hand-checked cards: 42 give a licence, none its carbon.
    assert.deepEqual(shares.get('license'), { models: 42, percent: 84 });
    assert.deepEqual(shares.get('carbon'), { models: 0, percent: 0 });
  });
});
