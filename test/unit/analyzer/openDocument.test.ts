import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Parser, Tree } from 'web-tree-sitter';
import type { Analyzer, TextChange } from '../../../src/analyzer/analyzer';
import { readDocument } from '../../../src/analyzer/document';
import type { SourceCell, SourceDocument, WorkspaceView } from '../../../src/analyzer/source';
import { english } from '../../../src/shared/message';
import { loadCorpusAnalyzer } from '../../corpus/analyse';
import { readCases, withoutExpectation } from '../../corpus/cases';
import { workspaceOf } from './support';

/** What people type, paste and delete: names of the corpus, openings without an end, line breaks, things beyond ASCII. */
const typed = [
  'AutoModel.from_pretrained("a/b")',
  'name = "org/model"\n',
  'def load(name="x/y"):\n    return AutoModel.from_pretrained(name)\n',
  'from transformers import AutoModel\n',
  'import torch\n',
  '\nclass A:\n    name = "c/d"\n',
  '\n',
  '\n\n    ',
  'class B(AutoModel):\n    def run(self):\n        return self.load("e/f")\n',
  'class C(',
  'def f(',
  '    def g(self, x="g/h"):\n        pass\n',
  '    return load(',
  'from names import *\n',
  'from transformers import (\n',
  'import transformers as t\n',
  'global name\n',
  '@wraps\n',
  'else:\n',
  '# %%\n',
  '!pip install x\n',
  '# ptm-lens: ignore\n',
  '"""',
  "f'{",
  '[',
  ']',
  '}',
  ' ',
  '"',
  "'''",
  '(',
  ')',
  '#',
  ':',
  'x',
  '=',
  '\\',
  '\r\n',
  '\r',
  '\t',
  '😀',
  'é',
];

const change = fc.record({
  /** Whole lines are put in and cut. */
  isOfLines: fc.boolean(),
  /** Takes the edit before back, in place of making one. */
  isUndo: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(4), fc.nat(60)),
  text: fc.oneof(fc.constantFrom(...typed), fc.constant(''), fc.string({ maxLength: 4 })),
});

interface Edit {
  readonly isOfLines: boolean;
  readonly isUndo: boolean;
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const documents = readCases().flatMap(({ name, files }) =>
  [...files].flatMap(([path, content]) => {
    const document = readDocument(path, withoutExpectation(content));
    return document.ok && document.value.language === 'python' && document.value.cells.length > 0
      ? [{ name: `${name}/${path}`, document: document.value, files: Object.fromEntries(files) }]
      : [];
  }),
);

/** Several files of the corpus as one: their names meet. */
const joined = fc
  .record({
    picks: fc.uniqueArray(fc.nat(documents.length - 1), { minLength: 1, maxLength: 6 }),
    lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .map(({ picks, lineBreak }) => {
    const picked = picks.flatMap((pick) => documents[pick] ?? []);
    const cells = picked.flatMap(({ document }) => document.cells);
    const text = cells.map((cell) => cell.text.replaceAll('\n', lineBreak)).join(lineBreak);
    const files = Object.assign({}, ...picked.map((each) => each.files)) as Record<string, string>;
    return { document: plain(picked[0]?.document.path ?? '', text), files };
  });

function plain(path: string, text: string): SourceDocument {
  return { path, language: 'python', cells: [{ cell: null, text }] };
}

function changeIn({ text }: SourceCell, { at, length, text: inserted, isOfLines }: Edit): TextChange {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + length);
  return isOfLines
    ? { start: lineStart(text, start), end: lineStart(text, end), text: inserted }
    : { start, end, text: inserted };
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** Makes of a cell's text what it was before its last edit. */
function undone({ text }: SourceCell, before: string): TextChange {
  return { start: 0, end: text.length, text: before };
}

/** Applies edits one by one to an open document and to its text; after each the facts must be those of the text. */
function checkEdits(
  analyzer: Analyzer,
  document: SourceDocument,
  workspace: WorkspaceView,
  edits: readonly Edit[],
): void {
  const open = analyzer.openDocument(document);
  let cells = [...document.cells];
  const texts = new Map<SourceCell['cell'], string>();
  try {
    assert.deepEqual(open.facts(workspace), analyzer.analyze({ ...document, cells }, workspace));
    edits.forEach((edit, index) => {
      const cell = cells[index % cells.length];
      if (!cell) return;
      const before = texts.get(cell.cell);
      const made = edit.isUndo && before !== undefined ? undone(cell, before) : changeIn(cell, edit);
      texts.set(cell.cell, cell.text);
      const text = cell.text.slice(0, made.start) + made.text + cell.text.slice(made.end);
      cells = cells.map((each) => (each === cell ? { ...each, text } : each));
      open.edit(cell.cell, [made]);
      const expected = analyzer.analyze({ ...document, cells }, workspace);
      assert.deepEqual(open.facts(workspace), expected, JSON.stringify({ made, text }));
    });
  } finally {
    open.dispose();
  }
}

/** Makes changes one by one; after each the facts must be those of the text. */
function checkChanges(analyzer: Analyzer, text: string, changes: readonly TextChange[]): void {
  const open = analyzer.openDocument(plain('a.py', text));
  const workspace = workspaceOf();
  open.facts(workspace);
  changes.reduce((before, made) => {
    const after = before.slice(0, made.start) + made.text + before.slice(made.end);
    open.edit(null, [made]);
    assert.deepEqual(open.facts(workspace), analyzer.analyze(plain('a.py', after), workspace), after);
    return after;
  }, text);
  open.dispose();
}

describe('an open document', () => {
  let analyzer: Analyzer;
  before(async () => (analyzer = await loadCorpusAnalyzer()));
  after(() => analyzer.dispose());

  it('says after any edit what an analysis of the whole text says', () => {
    fc.assert(
      fc.property(joined, fc.array(change, { minLength: 1, maxLength: 12 }), ({ document, files }, edits) =>
        checkEdits(analyzer, document, workspaceOf(files), edits),
      ),
      { numRuns: 60 },
    );
  }).timeout(240_000);

  it('says the same of a notebook whose cells share names', () => {
    const notebooks = documents.filter(({ document }) => document.cells.length > 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...notebooks),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        ({ document, files }, edits) => checkEdits(analyzer, document, workspaceOf(files), edits),
      ),
      { numRuns: 20 },
    );
  }).timeout(240_000);

  it('sees each key of a line that is typed', () => {
    const text = [
      'from transformers import AutoModel',
      'NAME = "bert-base-cased"',
      'def first():',
      '    """A body that is long enough to be left out when no name that matters stands in it, which is a lot of text."""',
      '    return load(NAME)',
      'def load(name):',
      '    return AutoModel.from_pretrained(name)',
      '',
    ].join('\n');
    const line = 'second = load("gpt2")\n';
    const keys = [...line].map((key, index) => ({ at: text.length + index, key }));
    const open = analyzer.openDocument(plain('a.py', text));
    const workspace = workspaceOf();
    const ids = () => open.facts(workspace).usages.flatMap(({ written }) => written.map((id) => id.text));
    assert.deepEqual(ids(), ['bert-base-cased']);
    for (const { at, key } of keys) open.edit(null, [{ start: at, end: at, text: key }]);
    assert.deepEqual(ids(), ['bert-base-cased', 'gpt2']);
    const start = text.indexOf('bert-base-cased');
    open.edit(null, [{ start, end: start + 'bert'.length, text: 'distilbert' }]);
    assert.deepEqual(ids(), ['distilbert-base-cased', 'gpt2']);
    open.edit(null, [{ start: 0, end: 'from transformers'.length, text: 'from other' }]);
    assert.deepEqual(ids(), []);
    open.dispose();
  });

  it('follows a class whose members are edited', () => {
    const text = [
      'from transformers import AutoModel',
      'class Loader:',
      '    name = "gpt2"',
      '    """Says what it is for."""',
      '    def load(self):',
      '        return AutoModel.from_pretrained(self.name)',
      'AutoModel.from_pretrained(Loader.name)',
      '',
    ].join('\n');
    const workspace = workspaceOf();
    const idsAfter = (before: string, length: number, typed: string) => {
      const open = analyzer.openDocument(plain('a.py', text));
      open.facts(workspace);
      const at = text.indexOf(before) + before.length;
      open.edit(null, [{ start: at, end: at + length, text: typed }]);
      const ids = open.facts(workspace).usages.flatMap(({ written }) => written.map((id) => id.text));
      open.dispose();
      return ids;
    };
    assert.deepEqual(idsAfter('what it is for', 0, ', and how'), ['gpt2', 'gpt2']);
    assert.deepEqual(idsAfter('"gpt', 1, 'j'), ['gptj', 'gptj']);
    assert.deepEqual(idsAfter('for."""\n', 0, '    name = "t5-small"\n'), ['t5-small', 't5-small']);
  });

  describe('says after each key what an analysis of the whole text says', () => {
    const text = [
      'import torch',
      'from transformers import AutoModel',
      'class Loader:',
      '    name = "gpt2"',
      '    def first(self, given):',
      '        chosen = "bert-base-cased"',
      '        print("a body that is not so short that it would not be worth leaving out, whatever stands in it")',
      '        return self.load(chosen)',
      '    def second(self):',
      '        return AutoModel.from_pretrained(self.name)',
      '    def load(self, name):',
      '        return AutoModel.from_pretrained(name)',
      '        # what it loads',
      '    last = AutoModel.from_pretrained(name)',
      '',
    ].join('\n');
    const typedAt: readonly (readonly [what: string, before: string, typed: string])[] = [
      ['of an import above others', '', 'from diffusers import AutoPipeline\n'],
      ['of an import between others', 'import torch\n', 'from transformers import AutoTokenizer as\n'],
      ['of an assignment that takes the next line for its value', 'AutoModel\n', 'x = \n'],
      ['of a value in a body that another method is given', 'chosen = "', 'org/'],
      ['of a name in a body', 'chosen = "bert-base-cased"\n', '        chosen = "t5-small"; self = load\n'],
      ['of a parameter', 'def load(self', ', more=1, *, way'],
      ['of a member', 'self.load(chosen)\n', '    @staticmethod\n    name = "t5-small"\n'],
      ['of a line that goes on with the method before', 'self.load(chosen)\n', '        return None\n'],
      ['of a class that ends the one before it', 'self.load(chosen)\n', 'class Other:\n'],
    ];
    for (const [what, before, typed] of typedAt)
      it(what, () => {
        const at = text.indexOf(before) + before.length;
        const edits = [...typed].map((key, index) => ({ start: at + index, end: at + index, text: key }));
        checkChanges(analyzer, text, [...edits, { start: at, end: at + typed.length, text: '' }]);
      });
  });

  it('takes a carriage return alone for the end of a line', () => {
    const load = 'from transformers import AutoModel # a comment\rAutoModel.from_pretrained("gpt2")\r';
    const { usages } = analyzer.analyze(plain('a.py', load), workspaceOf());
    const said = usages.map(({ place, written }) => [place.range.start.line, written[0]?.text]);
    assert.deepEqual(said, [[1, 'gpt2']]);
  });

  it('loses nothing outside of a function in which a bracket or quote is left open', () => {
    const first = 'def first():\n    value = compute()\n    return AutoModel.from_pretrained("a/b")\n';
    const second = 'class C:\n    model = AutoModel.from_pretrained("c/d")\n';
    const text = `from transformers import AutoModel\n${first}${second}`;
    const at = text.indexOf('compute()');
    const open = analyzer.openDocument(plain('a.py', text));
    for (const sign of ['(', '"', 'f(x, [']) {
      open.edit(null, [{ start: at, end: at, text: sign }]);
      const { usages } = open.facts(workspaceOf());
      const ids = usages.flatMap(({ written }) => written.map((id) => id.text));
      assert.ok(ids.includes('c/d'), sign);
      open.edit(null, [{ start: at, end: at + sign.length, text: '' }]);
    }
    open.dispose();
  });

  it('follows a file that it imports from', () => {
    const main = plain(
      'main.py',
      'from names import NAME\nfrom transformers import AutoModel\nAutoModel.from_pretrained(NAME)\n',
    );
    const open = analyzer.openDocument(main);
    const said = (files: Record<string, string>) =>
      open
        .facts(workspaceOf(files))
        .usages.map(({ written, reason }) => written[0]?.text ?? (reason && english(reason)));
    assert.deepEqual(said({ 'names.py': 'NAME = "gpt2"\n' }), ['gpt2']);
    assert.deepEqual(said({ 'names.py': 'NAME = "gpt2-large"\n' }), ['gpt2-large']);
    assert.deepEqual(said({ 'names.py': 'NAME = "gpt2"\n' }), ['gpt2']);
    open.dispose();
  });

  it('frees every tree', () => {
    const { delete: original } = Tree.prototype;
    const { parse } = Parser.prototype;
    let made = 0;
    let freed = 0;
    Parser.prototype.parse = function (this: Parser, ...args: Parameters<Parser['parse']>) {
      made++;
      return parse.apply(this, args);
    };
    Tree.prototype.delete = function (this: Tree) {
      freed++;
      original.call(this);
    };
    try {
      const text = 'import transformers\ntransformers.AutoModel.from_pretrained("a"\n';
      const open = analyzer.openDocument(plain('a.py', text));
      for (const key of [')', '\n', 'x', '=', '(', ')']) {
        open.edit(null, [{ start: text.length, end: text.length, text: key }]);
        open.facts(workspaceOf());
      }
      open.dispose();
      assert.ok(made > 0, 'what makes no sense is for the grammar');
      assert.equal(freed, made);
    } finally {
      Tree.prototype.delete = original;
      Parser.prototype.parse = parse;
    }
  });
});
