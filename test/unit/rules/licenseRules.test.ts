import assert from 'node:assert/strict';
import type { Usage } from '../../../src/analyzer/usage';
import type { ModelRecord } from '../../../src/db/record';
import { evaluateFile } from '../../../src/rules/evaluate';
import { message } from '../../../src/shared/message';
import { type Case, entry, input, lookup, place, record } from './cases';

/** `rule severity` of each finding for one model in one project. */
function findings(
  license: string | null,
  where: Case,
  extra: Partial<Usage> = {},
  more: Partial<ModelRecord> = {},
): string[] {
  const model = lookup(record('org/model', license, more));
  return evaluateFile(input([entry(3, model, where, extra)], where)).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );
}

describe('licence rules', () => {
  it('point to the LICENSE and to the steps that led to the id, where these lie elsewhere', () => {
    const where = { project: 'MIT' };
    const { usage, models } = entry(3, lookup(record('org/model', 'cc-by-nc-4.0')), where);
    const step = (line: number, file?: string) => ({ step: message('a step'), place: place(line, 0, file) });
    const trace = [step(9), step(1, 'ids.py'), step(3)];
    const written = { text: 'org/model', place: place(3, 10), trace };
    const [found] = evaluateFile(
      input([{ usage, models: models.map((model) => ({ ...model, written })) }], where),
    );
    assert.deepEqual(
      found?.related.map((one) => [one.place.file, one.place.range.start.line]),
      [
        ['LICENSE', 0],
        ['train.py', 9],
        ['ids.py', 1],
      ],
    );
  });

  it('say nothing of a permissive model in a permissive project', () => {
    assert.deepEqual(findings('apache-2.0', { project: 'MIT' }), []);
    assert.deepEqual(findings('mit', {}), []);
  });

  it('license-incompatible: the table says no', () => {
    assert.deepEqual(findings('gpl-3.0', { project: 'Apache-2.0' }), ['license-incompatible warning']);
  });

  it('license-noncommercial follows the project, the policy and the relation', () => {
    const nc = 'cc-by-nc-4.0';
    assert.deepEqual(findings(nc, { project: 'MIT' }), ['license-noncommercial warning']);
    assert.deepEqual(findings(nc, { project: 'proprietary' }), ['license-noncommercial warning']);
    assert.deepEqual(findings(nc, {}), ['license-noncommercial information']);
    assert.deepEqual(findings(nc, { policy: { relation: 'bundled' } }), ['license-noncommercial warning']);
    assert.deepEqual(findings(nc, { policy: { use: 'commercial' } }), ['license-noncommercial warning']);
    assert.deepEqual(findings(nc, { project: 'MIT', policy: { use: 'research' } }), []);
    assert.deepEqual(findings(nc, { project: 'CC-BY-NC-4.0' }), []);
  });

  it('license-restricted: RAIL, Llama, Gemma', () => {
    for (const license of ['creativeml-openrail-m', 'llama3.1', 'gemma'])
      assert.deepEqual(findings(license, { project: 'MIT' }), ['license-restricted information']);
  });

  it('license-restricted is accepted by a policy that allows the licence', () => {
    const policy = { licenses: { allow: ['gemma'], deny: [] } };
    assert.deepEqual(findings('gemma', { project: 'MIT', policy }), []);
  });

  it('license-missing: the catalogue knows the model, and it declares nothing', () => {
    assert.deepEqual(findings(null, { project: 'MIT' }), ['license-missing information']);
    assert.deepEqual(findings('other', { project: 'MIT' }), []);
  });

  it('license-missing keeps still where no source speaks of licences', () => {
    assert.deepEqual(findings(null, { project: 'MIT' }, {}, { sources: {} }), []);
  });

  it('say nothing of local models and of models that are not in the catalogue', () => {
    for (const found of [
      { answer: 'local', path: './checkpoint' },
      { answer: 'not-in-catalog', written: 'org/new', asOf: '2024-07-11' },
    ] as const)
      assert.deepEqual(evaluateFile(input([entry(1, found, { project: 'MIT' })], { project: 'MIT' })), []);
  });

  it('a lone tokenizer or config load gives information at most', () => {
    assert.deepEqual(findings('gpl-3.0', { project: 'MIT' }, { part: 'tokenizer' }), [
      'license-incompatible information',
    ]);
    assert.deepEqual(findings('cc-by-nc-4.0', { project: 'MIT' }, { part: 'config' }), [
      'license-noncommercial information',
    ]);
  });

  it('a tokenizer load beside a model load of the same model is not a second finding', () => {
    const where = { project: 'MIT' };
    const model = lookup(record('org/model', 'cc-by-nc-4.0'));
    const usages = [entry(1, model, where, { part: 'tokenizer' }), entry(2, model, where)];
    const found = evaluateFile(input(usages, where));
    assert.deepEqual(
      found.map(({ place }) => place.range.start.line),
      [2],
    );
  });

  it('a tokenizer of one model beside another model is heard of, as information', () => {
    const where = { project: 'MIT' };
    const usages = [
      entry(1, lookup(record('org/words', 'cc-by-nc-4.0')), where, { part: 'tokenizer' }),
      entry(2, lookup(record('org/model', 'mit')), where),
    ];
    const found = evaluateFile(input(usages, where)).map(({ rule, severity }) => `${rule} ${severity}`);
    assert.deepEqual(found, ['license-noncommercial information']);
  });

  it('a closed project without a licence hears of non-commercial models, and of no clash', () => {
    assert.deepEqual(findings('cc-by-nc-4.0', { project: null }), ['license-noncommercial information']);
    assert.deepEqual(findings('cc-by-nc-4.0', { project: 'proprietary' }), ['license-noncommercial warning']);
    assert.deepEqual(findings('gpl-3.0', { project: null }), []);
    assert.deepEqual(findings('cc-by-sa-4.0', { project: null }), []);
  });

  it('of dual licences the one that fits counts, on either side', () => {
    assert.deepEqual(findings('MIT OR GPL-3.0-only', { project: 'Apache-2.0' }), []);
    assert.deepEqual(findings('mit or cc-by-nc-4.0', { project: 'Apache-2.0' }), []);
    assert.deepEqual(findings('apache-2.0', { project: 'GPL-2.0-only OR GPL-3.0-only' }), []);
    assert.deepEqual(findings('MIT AND CC-BY-NC-4.0', { project: 'Apache-2.0' }), [
      'license-noncommercial warning',
    ]);
  });

  it('a non-commercial project may use a non-commercial model', () => {
    assert.deepEqual(findings('cc-by-nc-4.0', { project: 'CC-BY-NC-SA-4.0' }), []);
    assert.deepEqual(findings('cc-by-nc-4.0', { project: 'PolyForm-Noncommercial-1.0.0' }), []);
  });

  it('permissive and share-alike models that are only named are no finding', () => {
    for (const license of [
      'apache-2.0',
      'mit',
      'bsd-3-clause',
      'cc-by-4.0',
      'cc0-1.0',
      'cc-by-sa-4.0',
      'lgpl-lr',
    ])
      assert.deepEqual(findings(license, { project: 'MIT' }), [], license);
  });

  it('one constant that feeds two loaders is one finding', () => {
    const where = { project: 'MIT' };
    const model = lookup(record('org/model', 'cc-by-nc-4.0'));
    const [first, second] = [entry(1, model, where), entry(2, model, where)];
    const shared = { ...second, models: first.models };
    assert.equal(evaluateFile(input([first, shared], where)).length, 1);
  });

  it('point to the place where the project states its licence', () => {
    const where = { project: 'MIT' };
    const [finding] = evaluateFile(input([entry(1, lookup(record('org/model', 'gpl-3.0')), where)], where));
    assert.equal(finding?.related[0]?.place.file, 'LICENSE');
    assert.ok(finding?.basis);
  });

  it('follow a corrected licence', () => {
    const correction = {
      model: 'org/*',
      license: { kind: 'license', id: 'Apache-2.0' } as const,
      reason: 'by mail',
    };
    assert.deepEqual(findings('cc-by-nc-4.0', { project: 'MIT', policy: { corrections: [correction] } }), []);
  });
});

describe('license-base-model', () => {
  const bases: Readonly<Record<string, ModelRecord>> = {
    'org/base': record('org/base', 'cc-by-nc-4.0'),
    'org/middle': record('org/middle', 'apache-2.0', { baseModels: ['org/base'] }),
    'org/loop': record('org/loop', 'apache-2.0', { baseModels: ['org/loop', 'org/middle'] }),
    'org/free': record('org/free', 'apache-2.0'),
  };
  const chain = (license: string, base: string) => {
    const where: Case = { project: 'MIT', catalogue: { record: (id) => bases[id] ?? null } };
    const model = lookup(record('org/tuned', license, { baseModels: [base] }));
    return evaluateFile(input([entry(1, model, where)], where));
  };

  it('tells of stricter terms further down, with the path', () => {
    const [finding] = chain('apache-2.0', 'org/middle');
    assert.equal(finding?.rule, 'license-base-model');
    assert.equal(finding.severity, 'information');
    assert.ok(finding.basis?.args.join(' ').includes('org/tuned < org/middle < org/base'));
  });

  it('survives loops, and what the catalogue does not have', () => {
    assert.equal(chain('apache-2.0', 'org/loop')[0]?.rule, 'license-base-model');
    assert.deepEqual(chain('apache-2.0', 'org/unknown'), []);
  });

  it('says nothing of a base that is no stricter', () => {
    assert.deepEqual(chain('apache-2.0', 'org/free'), []);
    assert.deepEqual(
      chain('cc-by-nc-4.0', 'org/base').map(({ rule }) => rule),
      ['license-noncommercial'],
    );
  });
});
