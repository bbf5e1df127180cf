import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileFacts, TraceStep, Usage, WrittenId } from '../../../src/analyzer/usage';
import {
  factsOf,
  formatPack,
  groundOf,
  heldText,
  type PackAnswer,
  parsePack,
} from '../../../src/inventory/factsPack';
import type { Message } from '../../../src/shared/message';
import type { Place } from '../../../src/shared/positions';

const number = fc.nat(3);
const text = fc.oneof(
  fc.constantFrom('a', 'bert', '模型 😀', 'line\nend', ''),
  fc.string({ unit: 'binary' }),
);
const messages: fc.Arbitrary<Message> = fc.record({ text, args: fc.array(fc.oneof(text, fc.nat())) });
const places: fc.Arbitrary<Place> = fc.record({
  file: fc.constantFrom('own.py', 'other.py', 'ünlike.py'),
  cell: fc.option(number),
  range: fc.record({
    start: fc.record({ line: number, column: number }),
    end: fc.record({ line: number, column: number }),
  }),
});
const traces: fc.Arbitrary<TraceStep[]> = fc.array(fc.record({ step: messages, place: places }), {
  maxLength: 3,
});
const written: fc.Arbitrary<WrittenId> = fc.record({ text, place: fc.option(places), trace: traces });
const usages: fc.Arbitrary<Usage> = fc.record({
  place: places,
  loader: text,
  library: text,
  hub: fc.constantFrom('huggingface' as const, 'pytorch' as const),
  part: fc.constantFrom('weights' as const, 'config' as const),
  resolution: fc.constantFrom('resolved' as const, 'unresolved' as const),
  written: fc.array(written, { maxLength: 3 }),
  implicitModel: fc.option(text),
  task: fc.option(text),
  reason: fc.option(messages),
  trace: traces,
  revision: fc.option(fc.record({ value: fc.option(text), place: places })),
  remoteCode: fc.option(places),
  relation: fc.constantFrom('referenced' as const, 'derived' as const),
});
const facts: fc.Arbitrary<FileFacts> = fc.record({
  file: fc.constant('own.py'),
  usages: fc.array(usages, { maxLength: 4 }),
  suppressions: fc.array(fc.record({ place: places, line: number, rules: fc.array(text), reason: text })),
  problems: fc.array(fc.record({ message: messages, place: fc.option(places) })),
  asked: fc.constant([]),
});

function own(path: string): PackAnswer {
  return { asked: { kind: 'module', path }, stamp: '1 2', digest: 'd' };
}

describe('the pack of facts', () => {
  it('gives back whatever facts it was given, in ASCII', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const entry = { own: own('own.py'), ground: groundOf([]), held: heldText(given) };
        const packed = formatPack(new Map([['own.py', entry]]));
        assert.match(packed, /^[\0-\x7f]*$/);
        const read = parsePack(packed)?.get('own.py');
        assert.ok(read);
        // What is kept as JSON comes from it without the prototypes that the generator gives.
        assert.deepEqual(factsOf('own.py', read), JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  it('gives back what facts rest on, and which files hold nothing', () => {
    const shared = groundOf([
      own('b.py'),
      { asked: { kind: 'path', path: 'gone' }, stamp: null, digest: 'nothing' },
      { asked: { kind: 'path', path: 'model' }, stamp: null, digest: 'model' },
      { asked: { kind: 'config', path: 'c.yaml' }, stamp: null, digest: '' },
    ]);
    const pack = new Map([
      ['a.py', { own: own('a.py'), ground: shared, held: '' }],
      ['b.py', { own: own('b.py'), ground: shared, held: '' }],
      ['c.py', { own: own('c.py'), ground: groundOf([]), held: null }],
    ]);
    assert.deepEqual(parsePack(formatPack(pack)), pack);
  });

  it('knows nothing of what was cut off', () => {
    const packed = formatPack(new Map([['a.py', { own: own('a.py'), ground: groundOf([]), held: '' }]]));
    for (let length = 0; length < packed.length; length++)
      assert.equal(parsePack(packed.slice(0, length)), null);
  });
});
