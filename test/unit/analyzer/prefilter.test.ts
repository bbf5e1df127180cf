import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyzer } from '../../../src/analyzer/analyzer';
import { mayHoldUsage } from '../../../src/analyzer/prefilter';
import { WordFinder } from '../../../src/analyzer/words';
import { factsOf, pythonAnalyzer } from './support';

const corpus = join(import.meta.dirname, '../../fixtures/corpus');
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the prefilter', () => {
  let analyzer: Analyzer;
  before(async () => (analyzer = await pythonAnalyzer()));
  after(() => analyzer.dispose());

  it('loses no file of the corpus that has a usage', () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(py|ipynb)$/.test(file),
    );
    assert.ok(files.length > 300);
    for (const file of files) {
      const bytes = readFileSync(join(corpus, file));
      if (mayHoldUsage(file, bytes)) continue;
      assert.deepEqual(factsOf(analyzer, bytes.toString('utf8'), {}, file).usages, [], file);
    }
  });

  it('throws out what names no loader', () => {
    assert.equal(mayHoldUsage('a.py', bytesOf('import json\njson.load(open("x"))\n')), false);
    assert.equal(mayHoldUsage('a.py', bytesOf('import spacy\nspacy.load("x")\n')), true);
  });

  it('reads UTF-16 and the escapes of a notebook', () => {
    const wide = Buffer.from('\uFEFFimport spacy\nspacy.load("x")', 'utf16le');
    assert.equal(mayHoldUsage('a.py', wide), true);
    assert.equal(mayHoldUsage('a.ipynb', bytesOf('{"source": "import torch\\nspacy\\nload"}')), true);
  });

  it('takes back a file that needs a name which another one hands on', () => {
    const lib = 'from spacy import load as get\n';
    const user = 'from lib import get\nget("en_core_web_sm")\n';
    const { exports = [] } = factsOf(analyzer, lib, {}, 'lib.py');
    assert.deepEqual(exports, ['get']);
    assert.equal(mayHoldUsage('user.py', bytesOf(user)), false);
    assert.equal(mayHoldUsage('user.py', bytesOf(user), new WordFinder(new Set(exports))), true);
    assert.equal(factsOf(analyzer, user, { 'lib.py': lib }, 'user.py').usages.length, 1);
  });
});
