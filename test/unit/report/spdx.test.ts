import assert from 'node:assert/strict';
import { spdxReport } from '../../../src/report/spdx/document';
import { entry, lookup, record } from '../rules/cases';
import { fullInput, hostileInput, inputOf, inventoryOf } from './input';

type Node = Readonly<Record<string, unknown>>;

const graphOf = (input: Parameters<typeof spdxReport>[0]) =>
  (spdxReport(input) as { '@graph': readonly Node[] })['@graph'];

/** Everything that names another element. */
function references(node: Node): string[] {
  const fields = ['element', 'rootElement', 'from', 'to', 'createdBy', 'createdUsing'] as const;
  return fields.flatMap((field) => node[field] ?? []) as string[];
}

// The schema of SPDX is no package's: `npm run check:spdx` fetches it and holds these reports against it.
describe('the SPDX report', () => {
  for (const [name, input] of [
    ['a full inventory', fullInput()],
    ['hostile names', hostileInput()],
  ] as const) {
    const graph = graphOf(input);
    const ids = graph.flatMap(({ spdxId }) => (typeof spdxId === 'string' ? [spdxId] : []));

    it(`names each element once, with ${name}`, () => assert.equal(new Set(ids).size, ids.length));

    it(`refers only to what is there, with ${name}`, () => {
      const known = new Set(ids);
      const lost = graph
        .flatMap(references)
        .filter((id) => !known.has(id) && !id.startsWith('https://spdx.org/'));
      assert.deepEqual(lost, []);
    });

    it(`has names that are IRIs, with ${name}`, () => {
      for (const id of ids) assert.match(id, /^[a-z]+:[!-~]+$/);
    });
  }

  it('has an element for a file that names no model', () => {
    const unresolved = { usage: { ...entry(1, lookup(record('a/b', 'mit')), {}).usage }, models: [] };
    const files = [{ file: 'a.py', usages: [unresolved], findings: [], problems: [] }];
    const graph = graphOf(inputOf(inventoryOf(files)));
    const [file] = graph.filter(({ type }) => type === 'software_File');
    const [contains] = graph.filter(({ relationshipType }) => relationshipType === 'contains');
    assert.deepEqual(contains?.['to'], [file?.['spdxId']]);
  });

  it('says "none" and "not known" in words that its context has', () => {
    // rdf/spdx-context.jsonld of the specification, 3.0.1: expandedlicensing_NoneLicense, expandedlicensing_NoAssertionLicense.
    const licenceOf = (found: Parameters<typeof entry>[1]) => {
      const files = [{ file: 'a.py', usages: [entry(1, found, {})], findings: [], problems: [] }];
      const graph = graphOf(inputOf(inventoryOf(files)));
      return graph.filter(({ relationshipType }) => relationshipType === 'hasDeclaredLicense')[0]?.['to'];
    };
    const terms = 'https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing';
    assert.deepEqual(licenceOf(lookup(record('a/b', null))), [`${terms}/NoneLicense`]);
    assert.deepEqual(licenceOf({ answer: 'not-in-catalog', written: 'a/b', asOf: '' }), [
      `${terms}/NoAssertionLicense`,
    ]);
  });

  const graph = graphOf(fullInput());
  const related = (type: string) => graph.filter(({ relationshipType }) => relationshipType === type);

  it('says what a model was made from and trained on', () => {
    assert.equal(related('ancestorOf').length, 2);
    assert.deepEqual(
      related('trainedOn').map(({ to }) => (to as string[]).length),
      [2, 2],
    );
  });

  it('never gives out an SPDX id that there is none of', () => {
    const expressions = graph.flatMap((node) => node['simplelicensing_licenseExpression'] ?? []);
    assert.deepEqual(expressions, ['LicenseRef-llama3']);
  });
});
