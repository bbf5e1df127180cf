import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analyzer } from '../../../src/analyzer/analyzer';
import type { Range } from '../../../src/shared/positions';
import { factsOf, pythonAnalyzer } from './support';

/** The text of a range, cut out by lines as an editor counts them: the independent way to look at a place. */
function cut(text: string, { start, end }: Range): string {
  const lines = text.split(/\r\n|\r|\n/);
  assert.equal(start.line, end.line);
  return (lines[start.line] ?? '').slice(start.column, end.column);
}

describe('places', () => {
  let analyzer: Analyzer;
  before(async () => (analyzer = await pythonAnalyzer()));
  after(() => analyzer.dispose());

  const filler = fc.constantFrom(
    'x = 1',
    's = "😀é漢"',
    '# 🤗 note',
    '',
    '\tpass'.trimStart(),
    'd = {"k": "\\u00e9"}',
  );
  const lineBreak = fc.constantFrom('\n', '\r\n');
  const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}\/[A-Za-z0-9._-]{1,12}$/);

  it('of ids are their own characters, wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.array(filler, { maxLength: 6 }),
        lineBreak,
        id,
        fc.constantFrom('"', "'", '"""'),
        (lines, end, name, quote) => {
          const call = `e = "🎉"; m = AutoModel.from_pretrained(${quote}${name}${quote})`;
          const text = ['from transformers import AutoModel', ...lines, call, ''].join(end);
          const [usage] = factsOf(analyzer, text).usages;
          const place = usage?.written[0]?.place;
          assert.ok(usage && place);
          assert.equal(cut(text, place.range), name);
          assert.equal(cut(text, usage.place.range), `AutoModel.from_pretrained(${quote}${name}${quote})`);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of composed ids do not exist', () => {
    const text =
      'from transformers import AutoModel\nAutoModel.from_pretrained("a/" + "b")\nAutoModel.from_pretrained("\\x61")\n';
    const { usages } = factsOf(analyzer, text);
    assert.deepEqual(
      usages.map(({ written }) => [written[0]?.text, written[0]?.place]),
      [
        ['a/b', null],
        ['a', null],
      ],
    );
  });

  it('survive any text around them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (junk) => {
        const text = `from transformers import AutoModel\nAutoModel.from_pretrained("a/b")\n${junk}`;
        const { usages } = factsOf(analyzer, text);
        for (const { place } of usages) assert.ok(place.range.start.line >= 0);
      }),
      { numRuns: 150 },
    );
  });
});
