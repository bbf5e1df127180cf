/** `ptm-lens search`: models by their card fields, alternatives to a model, those that a project may use. */
import assert from 'node:assert/strict';
import { run } from './run';

interface Hit {
  readonly id: string;
  readonly task: string | null;
  readonly library: string | null;
  readonly license: { readonly id: string } | null;
  readonly downloads: number | null;
  readonly card: Readonly<Record<string, string | readonly string[]>>;
}

function search(...args: string[]): Hit[] {
  const { status, stdout, stderr } = run('search', ...args, '--format', 'json');
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Hit[];
}

const ids = (hits: readonly Hit[]) => hits.map(({ id }) => id);

describe('search', () => {
  it('--field finds what the card fields of the PeaTMOSS authors say, however the field is spelled', () => {
    const hits = search('--field', 'github=babelscape/rebel');
    assert.deepEqual(ids(hits), ['Babelscape/rebel-large']);
    assert.equal(hits[0]?.license?.id, 'cc-by-nc-sa-4.0');
    assert.deepEqual(ids(search('--field', 'code_demo=rebel-demo')), ['Babelscape/rebel-large']);
  });

  it('--field narrows: each must hold, and so must the words and the licence', () => {
    const all = search('--field', 'modelType=nlp', '--limit', '100');
    const some = search('--field', 'modelType=nlp', '--field', 'datasets=squad', '--limit', '100');
    assert.ok(some.length > 0 && some.length < all.length);
    for (const { card } of some) assert.match(JSON.stringify(card['datasets']), /squad/i);
    const cvIds = ids(search('--field', 'modelType=cv', '--limit', '100'));
    assert.deepEqual(
      cvIds.filter((id) => ids(all).includes(id)),
      [],
    );
    const licensed = search('clipseg', '--field', 'modelType=cv', '--license', 'Apache-2.0');
    assert.deepEqual(ids(licensed), ['CIDAS/clipseg-rd64-refined']);
    assert.deepEqual(search('clipseg', '--field', 'modelType=nlp'), []);
  });

  for (const field of ['modelType', '=nlp', 'modelType='])
    it(`--field ${field} is no field`, () => {
      const { status, stderr } = run('search', '--field', field);
      assert.equal(status, 2);
      assert.match(stderr, /NAME=TEXT is needed/);
    });

  it('--like finds models of the same task and library, by an old name as well, and not the model', () => {
    const hits = search('--like', 'bert-base-uncased', '--limit', '10');
    assert.equal(hits.length, 10);
    for (const { task, library } of hits) assert.deepEqual([task, library], ['fill-mask', 'transformers']);
    assert.ok(!ids(hits).includes('google-bert/bert-base-uncased'));
    assert.deepEqual(ids(search('--like', 'google-bert/bert-base-uncased', '--limit', '10')), ids(hits));
  });

  it('--like says what a mistyped name is near to', () => {
    const { status, stderr } = run('search', '--like', 'bert-base-uncasd');
    assert.equal(status, 2);
    assert.match(stderr, /did you mean google-bert\/bert-base-uncased\?/);
  });

  it('--usable-in leaves out what a project under the licence may not use', () => {
    const among = ['--like', 'facebook/bart-large-cnn', '--limit', '200'];
    const all = search(...among);
    const usable = search(...among, '--usable-in', 'Apache-2.0');
    assert.ok(usable.length > 0);
    const licenses = new Set(usable.map(({ license }) => license?.id ?? 'none'));
    for (const license of ['none', 'other', 'cc-by-nc-4.0', 'cc-by-nc-sa-4.0', 'gpl-3.0'])
      assert.ok(!licenses.has(license), license);
    assert.ok(licenses.has('mit') && licenses.has('apache-2.0'));
    assert.ok(all.some(({ license }) => !licenses.has(license?.id ?? 'none')));
  });

  it('--usable-in narrows a search by words, most downloaded first', () => {
    const hits = search('bert', '--usable-in', 'MIT', '--limit', '30');
    assert.equal(hits.length, 30);
    assert.ok(hits.every(({ id, license }) => /bert/i.test(id) && license !== null));
    const downloads = hits.map(({ downloads: count }) => count ?? -1);
    assert.deepEqual(
      downloads,
      [...downloads].sort((a, b) => b - a),
    );
  });
});
