/** The search index against the plainest search there is: every id looked at, one by one. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SearchIndexBuilder } from '../../../../src/db/search/build';
import { openIndex } from '../../../../src/db/search/file';
import { SearchIndex } from '../../../../src/db/search/searchIndex';

interface Model {
  readonly id: string;
  readonly downloads: number | null;
  readonly parameters: number | null;
  readonly task: string;
  readonly license: string;
}

/** Texts by the numbers that a builder is given. */
function numbering() {
  const texts = [''];
  return {
    texts,
    of: (text: string) => (texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1),
  };
}

function bytesOf(models: readonly Model[], stamp = 'stamp'): Uint8Array {
  const builder = new SearchIndexBuilder();
  const { texts, of } = numbering();
  for (const { id, downloads, parameters, task, license } of models) {
    const slash = id.indexOf('/');
    builder.add({
      owner: of(id.slice(0, Math.max(0, slash))),
      name: id.slice(slash + 1),
      hub: 0,
      downloads,
      parameters,
      task: of(task),
      library: 0,
      license: of(license),
    });
  }
  return builder.finish(stamp, (number) => texts[number] ?? '');
}

function indexOf(models: readonly Model[]): SearchIndex {
  const opened = openIndex(bytesOf(models));
  assert.ok(opened.ok);
  return new SearchIndex(opened.value.header, opened.value.arrays);
}

/** Optimal string alignment, as the textbook has it. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_unused, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      (rows[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap);
    }
  }
  return at(a.length, b.length);
}

/** Owner and name apart; a text without an owner is one of the names, one with an owner is no name behind another owner. */
function slipsOf(text: string, other: string): number {
  const [owner, name] = partsOf(text);
  const [otherOwner, otherName] = partsOf(other);
  if (owner === null) return distance(text, otherName);
  return otherOwner === null
    ? distance(text, other)
    : distance(owner, otherOwner) + distance(name, otherName);
}

function partsOf(of: string): readonly [owner: string | null, name: string] {
  const slash = of.indexOf('/');
  return slash < 0 ? [null, of] : [of.slice(0, slash), of.slice(slash + 1)];
}

/** Few letters, so that names share beginnings, are near to each other, and differ in case. */
const name = fc.stringMatching(/^[abAB0-]{1,9}$/);
const id = fc.oneof(
  name,
  fc.tuple(name, name).map(([owner, rest]) => `${owner}/${rest}`),
);
const model: fc.Arbitrary<Model> = fc.record({
  id,
  downloads: fc.option(fc.nat(50)),
  parameters: fc.option(fc.integer({ min: 1, max: 1e12 })),
  task: fc.constantFrom('', 'fill-mask', 'translation'),
  license: fc.constantFrom('', 'mit', 'gpl-3.0'),
});
const models = fc.uniqueArray(model, { selector: ({ id: of }) => of.toLowerCase(), maxLength: 60 });
const byDownloads = (a: Model, b: Model) => (b.downloads ?? -1) - (a.downloads ?? -1);
/** Of models with equal downloads any order will do. */
const downloadsOf = (all: readonly Model[], ids: readonly string[]) =>
  ids.map((of) => all.find((other) => other.id === of)?.downloads ?? -1);

describe('the search index', () => {
  it('finds the nearest id, the most downloaded of equals; of names without an owner one slip is worth a hundred places', () => {
    fc.assert(
      fc.property(models, id, (some, asked) => {
        const all = some.map((one, at) => ({ ...one, downloads: (one.downloads ?? 0) * 100 + at }));
        const text = asked.toLowerCase();
        const limit = Math.min(2, Math.floor(text.length / 5));
        const near = [...all]
          .sort(byDownloads)
          .map((one, rank) => ({ of: one.id, rank, slips: slipsOf(text, one.id.toLowerCase()) }))
          .filter(({ slips }) => limit > 0 && slips <= limit)
          .sort(
            text.includes('/')
              ? (a, b) => a.slips - b.slips || a.rank - b.rank
              : (a, b) => (a.rank + 1) * 100 ** a.slips - (b.rank + 1) * 100 ** b.slips,
          );
        const [first, second] = near;
        const found = indexOf(all).near(asked);
        const isEven =
          first &&
          second &&
          (first.rank + 1) * 100 ** first.slips === (second.rank + 1) * 100 ** second.slips;
        assert.ok(found === (first?.of ?? null) || (isEven && found === second.of));
      }),
      { numRuns: 300 },
    );
  });

  it('completes names and owners, most downloaded first', () => {
    fc.assert(
      fc.property(models, id, fc.integer({ min: 1, max: 8 }), (all, asked, limit) => {
        const prefix = asked.slice(0, 4).toLowerCase();
        const fits = all
          .filter(({ id: of }) => {
            const lower = of.toLowerCase();
            return lower.startsWith(prefix) || lower.slice(lower.indexOf('/') + 1).startsWith(prefix);
          })
          .sort(byDownloads);
        const found = indexOf(all)
          .startingWith(prefix, limit)
          .map((hit) => hit.id);
        assert.deepEqual(
          downloadsOf(all, found),
          fits.slice(0, limit).map((one) => one.downloads ?? -1),
        );
        assert.ok(found.every((of) => fits.some((one) => one.id === of)));
        assert.equal(new Set(found).size, found.length);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the ids that hold all words and have the terms', () => {
    fc.assert(
      fc.property(
        models,
        fc.array(fc.stringMatching(/^[ab0-]{1,3}$/), { maxLength: 2 }),
        fc.constantFrom(undefined, 'fill-mask', 'object-detection'),
        fc.constantFrom(undefined, 'mit'),
        (all, words, task, license) => {
          const fits = all.filter(
            (one) =>
              words.every((word) => one.id.toLowerCase().includes(word)) &&
              (task === undefined || one.task === task) &&
              (license === undefined || one.license === license),
          );
          const wanted = { words, ...(task && { task }), ...(license && { license }) };
          const found = [...indexOf(all).walk(wanted)].map((hit) => hit.id);
          assert.deepEqual([...found].sort(), fits.map((one) => one.id).sort());
          const downloads = downloadsOf(all, found);
          assert.deepEqual(
            downloads,
            [...downloads].sort((a, b) => b - a),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds an entry of PyTorch Hub, whose owner is part of its name', () => {
    const builder = new SearchIndexBuilder();
    const nothing = { downloads: null, parameters: null, task: 0, library: 0, license: 0 };
    builder.add({ owner: 0, name: 'ultralytics/yolov5#yolov5s', hub: 1, ...nothing });
    const opened = openIndex(builder.finish('', () => ''));
    assert.ok(opened.ok);
    const index = new SearchIndex(opened.value.header, opened.value.arrays);
    assert.deepEqual(index.startingWith('Ultralytics/Yolo', 5), [
      { id: 'ultralytics/yolov5#yolov5s', hub: 1 },
    ]);
  });

  it('does not open cut off, at whatever byte', () => {
    const whole = bytesOf([
      { id: 'a/one', downloads: 1, parameters: 7, task: 'fill-mask', license: 'mit' },
      { id: 'b', downloads: null, parameters: null, task: '', license: '' },
    ]);
    assert.ok(openIndex(whole).ok);
    const opened = Array.from(whole, (_, length) => openIndex(whole.subarray(0, length)).ok);
    // The last section ends before the padding does.
    assert.ok(opened.lastIndexOf(false) > whole.length - 9);
    assert.ok(!opened.slice(0, -8).includes(true));
  });
});
