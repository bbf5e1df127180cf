import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WordFinder, wordsIn } from '../../../src/analyzer/words';

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      'load',
      'loads',
      '_x1',
      '1',
      '12ab',
      'é',
      ' ',
      '.',
      '\n',
      'from_pretrained',
      '=',
      '_',
      '0',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  ),
  { maxLength: 60 },
);

describe('words', () => {
  it('of a text are what the pattern of an ASCII name finds', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        assert.deepEqual([...wordsIn(text)].sort(), [...new Set(text.match(/[A-Za-z_]\w*/g))].sort());
      }),
    );
  });

  it('are all found in a text with more than fit the table of those that were met', () => {
    const names = Array.from({ length: 60_000 }, (_, index) => `n${String(index)}`);
    assert.equal(wordsIn([...names, ...names].join(' ')).size, names.length);
  });

  it('are found in bytes where they stand as words', () => {
    const finder = new WordFinder(new Set(['load', 'from_pretrained']));
    const find = (text: string) => [...finder.find(new TextEncoder().encode(text))];
    assert.deepEqual(find('a.load(x)'), ['load']);
    assert.deepEqual(find('loads unload load_x 1load'), []);
    assert.deepEqual(find('from_pretrained'), ['from_pretrained']);
  });
});
