import assert from 'node:assert/strict';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { cyclonedxReport } from '../../../src/report/cyclonedx/bom';
import { entry, lookup, record } from '../rules/cases';
import { fullInput, hostileInput, inputOf, inventoryOf } from './input';

interface Component {
  readonly type: string;
  readonly name: string;
  readonly group?: string;
  readonly version?: string;
  readonly purl?: string;
  readonly licenses?: readonly {
    readonly license?: { id?: string; name?: string; acknowledgement?: string };
    readonly expression?: string;
  }[];
  readonly pedigree?: { readonly ancestors: readonly { purl?: string; name: string }[] };
  readonly evidence?: { readonly occurrences: readonly Record<string, unknown>[] };
  readonly modelCard?: Record<string, Record<string, unknown>>;
}
interface Bom {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

const bomOf = (input: Parameters<typeof cyclonedxReport>[0]) => cyclonedxReport(input) as unknown as Bom;

function licenceOf(id: string) {
  const usages = [entry(1, lookup(record('a/b', id)), {})];
  const { components } = bomOf(inputOf(inventoryOf([{ file: 'a.py', usages, findings: [], problems: [] }])));
  return components[0]?.licenses?.[0];
}

describe('the CycloneDX report', () => {
  for (const [name, input] of [
    ['a full inventory', fullInput()],
    ['hostile names', hostileInput()],
    ['nothing', inputOf(inventoryOf([]))],
  ] as const)
    it(`keeps the 1.6 schema, strictly, with ${name}`, async () => {
      const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
      assert.equal(await validator.validate(JSON.stringify(cyclonedxReport(input))), null);
    });

  const bom = bomOf(fullInput());
  const models = bom.components.filter(({ type }) => type === 'machine-learning-model');

  it('has the project as its subject', () =>
    assert.deepEqual(
      [bom.metadata.component.type, bom.metadata.component.name],
      ['application', 'a project'],
    ));

  it('names a model with its revision, a commit in lower case', () =>
    assert.deepEqual(
      models.map(({ purl }) => purl),
      ['pkg:huggingface/org/tuned', 'pkg:huggingface/org/tuned@0123456789abcdef0123456789abcdef01234567'],
    ));

  it('says where each is used: file, line and symbol, or the cell', () => {
    const [plain, inCell] = models.map(({ evidence }) => evidence?.occurrences[0]);
    assert.deepEqual(
      [plain?.['location'], plain?.['line'], plain?.['symbol']],
      ['train.py', 2, 'transformers.AutoModel.from_pretrained'],
    );
    assert.deepEqual([inCell?.['location'], inCell?.['line']], ['b.ipynb', undefined]);
    assert.match(String(inCell?.['additionalContext']), /cell 3, line 5/);
  });

  it('has a card, the base model and the data', () => {
    const [model] = models;
    assert.equal(model?.modelCard?.['modelParameters']?.['task'], 'text-generation');
    assert.equal(model?.pedigree?.ancestors[0]?.purl, 'pkg:huggingface/meta-llama/Meta-Llama-3-8B');
    assert.deepEqual(
      bom.components.filter(({ type }) => type === 'data').map(({ name }) => name),
      ['a sentence of a card', 'squad'],
    );
  });

  it('writes an SPDX id only where SPDX has it', () => {
    assert.equal(licenceOf('apache-2.0')?.license?.id, 'Apache-2.0');
    assert.equal(licenceOf('llama3')?.license?.name, 'llama3');
    assert.equal(licenceOf('llama3')?.license?.acknowledgement, 'declared');
    assert.equal(licenceOf('something-of-mine')?.license?.id, undefined);
  });

  it('says what the card says, and nothing where the card is only known to speak', () => {
    const card = {
      evaluation: ['MNLI: 84.6', 'good'],
      limitationAndBias: 'on the card',
      inputFormat: 'text',
      hardware: ['8 V100'],
    };
    const usages = [entry(1, lookup(record('a/b', 'mit', { card })), {})];
    const { components } = bomOf(
      inputOf(inventoryOf([{ file: 'a.py', usages, findings: [], problems: [] }])),
    );
    const said = components[0]?.modelCard;
    assert.deepEqual(said?.['quantitativeAnalysis'], {
      performanceMetrics: [{ type: 'MNLI', value: '84.6' }, { value: 'good' }],
    });
    assert.equal(said?.['considerations'], undefined);
    assert.deepEqual(said?.['modelParameters'], { inputs: [{ format: 'text' }] });
    const named = said?.['properties'] as unknown as { name: string; value: string }[];
    assert.ok(named.some(({ name, value }) => name === 'ptm-lens:card:hardware' && value === '8 V100'));
  });

  it('tells models of one name on two hubs apart', () => {
    const missing = (hub: 'pytorch' | 'other') =>
      entry(1, { answer: 'not-in-catalog', written: 'resnet50', asOf: '' }, {}, { hub });
    const usages = [missing('pytorch'), missing('other')];
    const plain = cyclonedxReport(
      inputOf(inventoryOf([{ file: 'a.py', usages, findings: [], problems: [] }])),
    ) as { components: { 'bom-ref': string; purl?: string }[] };
    assert.equal(new Set(plain.components.map((one) => one['bom-ref'])).size, 2);
    assert.deepEqual(
      plain.components.map(({ purl }) => purl),
      [undefined, undefined],
    );
  });
});
