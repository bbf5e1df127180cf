import assert from 'node:assert/strict';
import type { ScriptAnalyzer } from '../../../src/analyzer/languages/javascript/analyzer';
import { describeUsage, type Files, scriptAnalyzer, scriptFacts } from './script';

const from = "import { pipeline, AutoModel, AutoTokenizer } from '@huggingface/transformers';\n";

describe('JavaScript and TypeScript', () => {
  let analyzer: ScriptAnalyzer;
  before(async () => {
    analyzer = await scriptAnalyzer();
  });

  const file = (path: string, text: string, files: Files, ...expected: string[]) => {
    it(`${path} ${JSON.stringify(text.replace(from, '')).slice(1, 90)}`, () => {
      const { usages } = scriptFacts(analyzer, text, path, files);
      assert.deepEqual(
        usages.map((usage) => describeUsage(usage, text, path)),
        expected,
      );
    });
  };
  const js = (text: string, ...expected: string[]) => {
    file('main.js', text, {}, ...expected);
  };
  const ts = (text: string, ...expected: string[]) => {
    file('main.ts', text, {}, ...expected);
  };
  const code = (text: string, ...expected: string[]) => {
    js(from + text, ...expected);
  };

  describe('bind a package', () => {
    js("import * as t from '@xenova/transformers';\nt.pipeline('x', 'a/b')", 'pipeline: a/b');
    js("import t from '@xenova/transformers';\nt.pipeline('x', 'a/b')", 'pipeline: a/b');
    js("import { pipeline as p } from '@xenova/transformers';\np('x', 'a/b')", 'pipeline: a/b');
    js("const { pipeline } = require('@xenova/transformers');\npipeline('x', 'a/b')", 'pipeline: a/b');
    js("const t = require('@xenova/transformers');\nt.pipeline('x', 'a/b')", 'pipeline: a/b');
    js("const { pipeline: p } = await import('@xenova/transformers');\np('x', 'a/b')", 'pipeline: a/b');
    js("let p;\n({});\np = (await import('@xenova/transformers')).pipeline;\np('x', 'a/b')", 'pipeline: a/b');
    js(
      "import { pipeline } from 'https://cdn.jsdelivr.net/npm/@huggingface/transformers@3.2.1';\npipeline('x', 'a/b')",
      'pipeline: a/b',
    );
    js(
      "import { pipeline } from 'https://cdn.jsdelivr.net/npm/@xenova/transformers@2.6.0/dist/transformers.min.js';\npipeline('x', 'a/b')",
      'pipeline: a/b',
    );
    js("import { pipeline } from 'npm:@huggingface/transformers@3';\npipeline('x', 'a/b')", 'pipeline: a/b');
    js(
      "import { pipeline } from 'https://esm.sh/@huggingface/transformers';\npipeline('x', 'a/b')",
      'pipeline: a/b',
    );
    ts(
      "import { AutoModel as M } from '@huggingface/transformers';\nconst X = M;\nX.from_pretrained('a/b')",
      'AutoModel.from_pretrained: a/b',
    );
  });

  describe('bind nothing else', () => {
    js("import { pipeline } from 'node:stream/promises';\npipeline('x', 'a/b')");
    js("import { pipeline } from './transformers';\npipeline('x', 'a/b')");
    js("pipeline('x', 'a/b')");
    js("// import { pipeline } from '@xenova/transformers'\npipeline('x', 'a/b')");
    code("function f(pipeline) { pipeline('x', 'a/b') }");
    code("{ const pipeline = (a, b) => b; pipeline('x', 'a/b') }");
    code("class AutoModel2 { static from_pretrained() {} }\nAutoModel2.from_pretrained('a/b')");
    code("try {} catch (pipeline) { pipeline('x', 'a/b') }");
    code("const run = await pipeline('x', 'a/b'); run('text', 'c/d')", 'pipeline: a/b');
    ts("import type { AutoModel } from '@huggingface/transformers';\nAutoModel.from_pretrained('a/b')");
  });

  describe('follow an id', () => {
    code("const M = 'a/b';\npipeline('x', M)", 'pipeline: a/b');
    code("const M = 'a' + '/b';\npipeline('x', M)", 'pipeline: a/b');
    code("const o = 'a';\npipeline('x', `${o}/b`)", 'pipeline: a/b');
    code("const C = { model: 'a/b' };\npipeline('x', C.model)", 'pipeline: a/b');
    code("const C = { model: 'a/b' };\nconst { model } = C;\npipeline('x', model)", 'pipeline: a/b');
    code("const C = { 'm-1': { id: 'a/b' } };\npipeline('x', C['m-1'].id)", 'pipeline: a/b');
    code("const C = { p: 'a/b', q: 'c/d' };\npipeline('x', C[key])", 'pipeline: a/b, c/d');
    code("pipeline('x', big ? 'a/b' : 'c/d')", 'pipeline: a/b, c/d');
    code("let m = 'a/b';\nif (z) m = 'c/d';\npipeline('x', m)", 'pipeline: a/b, c/d');
    code("let m;\nm = 'a/b';\npipeline('x', m)", 'pipeline: a/b');
    code("for (const m of ['a/b', 'c/d']) pipeline('x', m)", 'pipeline: a/b, c/d');
    code("function f(m = 'a/b') { pipeline('x', m) }", 'pipeline: a/b');
    code("const f = (m) => pipeline('x', m);\nf('a/b')", 'pipeline: a/b');
    code("function f({ model = 'a/b' } = {}) { pipeline('x', model) }\nf()", 'pipeline: a/b');
    code("function f(o) { pipeline('x', o.model) }\nf({ model: 'a/b' })", 'pipeline: a/b');
    code("const id = () => 'a/b';\npipeline('x', id())", 'pipeline: a/b');
    code(
      "class A { static model = 'a/b'; static get() { return pipeline('x', this.model) } }",
      'pipeline: a/b',
    );
    code(
      "class A { constructor() { this.m = 'a/b' } get() { return pipeline('x', this.m) } }",
      'pipeline: a/b',
    );
    code("class A { static model = 'a/b' }\npipeline('x', A.model)", 'pipeline: a/b');
    code(
      "class F { static task = null; static model = null; static get() { return pipeline(this.task, this.model) } }\nclass A extends F { static task = 'summarization'; static model = 'a/b' }",
      'pipeline: a/b',
    );
    code("pipeline('x', process.env.MODEL ?? 'a/b')", 'pipeline: a/b');
    code("pipeline('x', process.env['MODEL'] || 'a/b')", 'pipeline: a/b');
    code("pipeline('x', import.meta.env.MODEL || 'a/b')", 'pipeline: a/b');
    ts(`${from}const M = 'a/b' as const;\nawait pipeline('x', M!)`, 'pipeline: a/b');
    ts(`${from}enum M { A = 'a/b' }\npipeline('x', M.A)`, 'pipeline: a/b');
    ts(`${from}class A { constructor(private m: string = 'a/b') { pipeline('x', m) } }`, 'pipeline: a/b');
    ts(`${from}const o = { m: 'a/b' } satisfies R;\npipeline('x', o.m)`, 'pipeline: a/b');
    file('ui.tsx', `${from}const A = () => <b onClick={() => pipeline('x', 'a/b')} />;`, {}, 'pipeline: a/b');
    code("pipeline('x', './models/mine')", 'pipeline: ./models/mine');
  });

  describe('follow an id into another file', () => {
    const main = (imported: string, at = 'M') => `${from}${imported}\npipeline('x', ${at})`;
    file(
      'src/a.js',
      main("import { M } from './c.js';"),
      { 'src/c.js': "export const M = 'a/b';" },
      'pipeline: a/b',
    );
    file(
      'src/a.ts',
      main("import { M } from '../c';"),
      { 'c.ts': "export const M: string = 'a/b';" },
      'pipeline: a/b',
    );
    file('a.js', main("import M from './c';"), { 'c/index.js': "export default 'a/b';" }, 'pipeline: a/b');
    file(
      'a.js',
      main("import * as c from './c';", 'c.M'),
      { 'c.js': "const X = 'a/b';\nexport { X as M };" },
      'pipeline: a/b',
    );
    file(
      'a.js',
      main("import { C } from './c';", 'C.m'),
      { 'c.js': "export const C = { m: 'a/b' };" },
      'pipeline: a/b',
    );
    file('a.js', main("import { M } from './c';"), {}, 'pipeline: unresolved');
    file(
      'a.js',
      "import { pipeline } from './lib';\npipeline('x', 'a/b')",
      { 'lib.js': "export { pipeline } from '@xenova/transformers';" },
      'pipeline: a/b',
    );
  });

  describe('say what they cannot know', () => {
    const reasonOf = (text: string) => {
      const [usage] = scriptFacts(analyzer, from + text).usages;
      assert.equal(usage?.resolution, 'unresolved');
      return usage.reason?.args[0];
    };
    it('a parameter', () => {
      assert.equal(reasonOf("export function f(name) { return pipeline('x', name) }"), 'name');
    });
    it('a variable of the environment', () => {
      assert.equal(reasonOf("pipeline('x', process.env.MODEL)"), 'MODEL');
    });
    it('a name that nobody defines', () => {
      assert.equal(reasonOf("pipeline('x', NAME)"), 'NAME');
    });
    it('what is fetched', () => {
      assert.equal(reasonOf("const c = await fetch('/c');\npipeline('x', c.model)"), 'fetch');
    });
    it('a constant that depends on itself, without end', () => {
      assert.equal(reasonOf("const a = b, b = a;\npipeline('x', a)"), undefined);
    });
  });

  describe('take defaults', () => {
    code(
      "pipeline('sentiment-analysis')",
      'pipeline: implicit Xenova/distilbert-base-uncased-finetuned-sst-2-english',
    );
    code("pipeline('feature-extraction')", 'pipeline: implicit onnx-community/all-MiniLM-L6-v2-ONNX');
    js(
      "import { pipeline } from '@xenova/transformers';\npipeline('feature-extraction', null, { quantized: true })",
      'pipeline: implicit Xenova/all-MiniLM-L6-v2',
    );
    code("pipeline('no-such-task')", 'pipeline: unresolved');
    code('pipeline()');
  });

  describe('know the parts', () => {
    code("AutoTokenizer.from_pretrained('a/b')", 'AutoTokenizer.from_pretrained tokenizer: a/b');
    js(
      "import { AutoProcessor } from '@huggingface/transformers';\nAutoProcessor.from_pretrained('a/b')",
      'AutoProcessor.from_pretrained processor: a/b',
    );
    it('and the revision and the task', () => {
      const [usage] = scriptFacts(
        analyzer,
        `${from}pipeline('summarization', 'a/b', { revision: 'v1' })`,
      ).usages;
      assert.equal(usage?.task, 'summarization');
      assert.equal(usage.revision?.value, 'v1');
    });
  });

  describe('ask for inference', () => {
    const inference =
      "import { HfInference, InferenceClient, chatCompletion } from '@huggingface/inference';\n";
    js(
      `${inference}const c = new HfInference(t);\nc.textGeneration({ model: 'a/b', inputs: '' })`,
      'HfInference.textGeneration: a/b',
    );
    js(
      `${inference}new InferenceClient(t).chatCompletion({ model: 'a/b' })`,
      'InferenceClient.chatCompletion: a/b',
    );
    js(`${inference}chatCompletion({ model: 'a/b' })`, 'chatCompletion: a/b');
    js(
      `${inference}const model = 'a/b';\nconst c = new InferenceClient();\nc.summarization({ model })`,
      'InferenceClient.summarization: a/b',
    );
    js(
      `${inference}new InferenceClient(t).chatCompletion({ model: 'https://x.endpoints.huggingface.cloud' })`,
    );
    js(`${inference}new InferenceClient(t).chatCompletion({ messages: [] })`);
    js(
      "import { HfInference } from '@huggingface/inference';\nclass A { hf = new HfInference(k); f() { return this.hf.fillMask({ model: 'a/b' }) } }",
      'HfInference.fillMask: a/b',
    );
  });

  describe('download from the hub', () => {
    const hub = "import { downloadFile, snapshotDownload } from '@huggingface/hub';\n";
    js(`${hub}downloadFile({ repo: 'a/b', path: 'config.json' })`, 'downloadFile: a/b');
    js(`${hub}snapshotDownload({ repo: { type: 'model', name: 'a/b' } })`, 'snapshotDownload: a/b');
    js(`${hub}downloadFile({ repo: { type: 'dataset', name: 'a/b' }, path: 'x' })`);
    js(`${hub}downloadFile({ repo: 'datasets/a/b', path: 'x' })`);
  });

  describe('in other libraries', () => {
    js(
      "import { HuggingFaceInferenceEmbeddings } from '@langchain/community/embeddings/hf';\nnew HuggingFaceInferenceEmbeddings({ model: 'a/b' })",
      'embeddings.hf.HuggingFaceInferenceEmbeddings: a/b',
    );
    js(
      "import { HuggingFaceTransformersEmbeddings as E } from 'langchain/embeddings/hf_transformers';\nnew E({ modelName: 'Xenova/all-MiniLM-L6-v2' })",
      'langchain.embeddings.hf_transformers.HuggingFaceTransformersEmbeddings: Xenova/all-MiniLM-L6-v2',
    );
  });

  it('find their way in broken code, emoji, tabs and CRLF', () => {
    const text = `${from}const x = {{;\r\n\t/* 😀 */ await pipeline('x', "a/b"); )\r\nconst s = '😀'; AutoModel.from_pretrained('c/d');`;
    const { usages } = scriptFacts(analyzer, text);
    assert.deepEqual(
      usages.map((usage) => describeUsage(usage, text)),
      ['pipeline: a/b', 'AutoModel.from_pretrained: c/d'],
    );
  });

  it('trace an id from the call to the literal', () => {
    const [usage] = scriptFacts(analyzer, `${from}const M = 'a/b';\npipeline('x', M)`).usages;
    assert.deepEqual(
      usage?.written[0]?.trace.map(({ place }) => place.range.start.line),
      [2, 1, 1],
    );
  });

  it('read comments that silence a rule', () => {
    const { suppressions } = scriptFacts(
      analyzer,
      `${from}// ptm-lens: ignore[model-moved] known\npipeline('x', 'a/b')`,
    );
    assert.deepEqual(
      suppressions.map(({ line, rules, reason }) => [line, rules, reason]),
      [[2, ['model-moved'], 'known']],
    );
  });

  it('survive what nobody writes', () => {
    const deep = `${'('.repeat(10_000)}'a/b'${')'.repeat(10_000)}`;
    const long = Array.from({ length: 5000 }, (_, index) => `'${String(index)}'`).join(' + ');
    for (const id of [deep, long, '['.repeat(10_000), '`${'.repeat(3000)]) {
      const { usages } = scriptFacts(
        analyzer,
        `${from}AutoModel.from_pretrained('c/d');\npipeline('x', ${id})`,
      );
      assert.equal(usages[0]?.written[0]?.text, 'c/d');
    }
  });
});
