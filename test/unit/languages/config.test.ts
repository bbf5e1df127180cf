import assert from 'node:assert/strict';
import { between, factsOf, found } from './analyse';

describe('configuration files', () => {
  const one = (path: string, text: string, ...expected: string[]) => {
    it(`${path} ${JSON.stringify(text).slice(1, 70)}`, () => {
      assert.deepEqual(found('config', text, path), expected);
    });
  };

  describe('in YAML', () => {
    one('a.yaml', 'model_name_or_path: bert-base-uncased', 'model_name_or_path: bert-base-uncased');
    one('a.yml', 'base_model: meta-llama/Llama-2-7b-hf # the base', 'base_model: meta-llama/Llama-2-7b-hf');
    one('conf/a.yaml', "model:\n  name: 'roberta-large'", 'model.name: roberta-large');
    one('conf/a.yaml', 'model: &m\n  name: "a/b"\nother: *m', 'model.name: a/b');
    one('a.yaml', 'model: a/b\nlearning_rate: 1e-5', 'model: a/b');
    one('train.yaml', 'tokenizer: a/b\nmodel: c/d', 'tokenizer: a/b', 'model: c/d');
    one(
      'merge.yml',
      'models:\n  - model: a/b\n  - model: c/d\nmerge_method: slerp',
      'models.model: a/b',
      'models.model: c/d',
    );
    one('rag.yaml', 'embedding_model: all-MiniLM-L6-v2', 'embedding_model: all-MiniLM-L6-v2');
    one('rag.yaml', 'models: [a/b, c/d]', 'models: a/b', 'models: c/d');
    one('a.yaml', '---\nbase_model: a/b\n---\nbase_model: c/d', 'base_model: a/b', 'base_model: c/d');
    one('a.yaml', 'spacy_model: en_core_web_sm', 'spacy_model: en_core_web_sm');
    one('config.yaml', 'model: {name: a/b, revision: v1}', 'model.name: a/b');
  });

  describe('in JSON', () => {
    one('a.json', '{"model_name_or_path": "a/b"}', 'model_name_or_path: a/b');
    one('a.json', '{ // why\n "modelNameOrPath": "a/b", }', 'modelNameOrPath: a/b');
    one('adapter_config.json', '{"base_model_name_or_path": "a/b", "r": 8}', 'base_model_name_or_path: a/b');
    one(
      'config.json',
      '{"llm": {"model": "a/b"}, "embeddings": {"model": "c/d"}}',
      'llm.model: a/b',
      'embeddings.model: c/d',
    );
  });

  describe('in TOML', () => {
    one('a.toml', 'model_name_or_path = "a/b"', 'model_name_or_path: a/b');
    one('train.toml', "[model]\nname = 'a/b' # x\n[other]\nname = 'c/d'", 'model.name: a/b');
    one('train.toml', 'model = { name = "a/b", revision = "v1" }', 'model.name: a/b');
    one('train.toml', 'models = [\n  "a/b", # one\n  "c/d",\n]', 'models: a/b', 'models: c/d');
    one('train.toml', 'text = """\nmodel = "a/b"\n"""\nmodel.name = "c/d"', 'model.name: c/d');
  });

  describe('that install models', () => {
    const wheel =
      'https://github.com/explosion/spacy-models/releases/download/en_core_web_sm-3.7.1/en_core_web_sm-3.7.1-py3-none-any.whl';
    one('environment.yml', `dependencies:\n  - pip:\n    - ${wheel}`, 'pip install: en_core_web_sm');
    one(
      'pyproject.toml',
      `[tool.poetry.dependencies]\nen_core_web_sm = {url = "${wheel}"}`,
      'pip install: en_core_web_sm',
    );
    one(
      'pyproject.toml',
      `[project]\ndependencies = ["en-core-web-sm @ ${wheel}"]`,
      'pip install: en_core_web_sm',
    );
  });

  describe('that name no model', () => {
    one('a.yaml', 'model: a/b');
    one('a.yaml', 'name: a/b');
    one('config.yaml', 'image: pytorch/pytorch\ndataset: a/b\ndataset_name: c/d');
    one('config.yaml', 'model: ./models/bert');
    one('config.yaml', 'model: models/bert.pt');
    one('config.yaml', 'model: checkpoints/best');
    one('config.yaml', 'model: openai/gpt-4o\nllm: anthropic/claude-3-opus');
    one('config.yaml', 'model: gpt-4o-mini\ntemperature: 0');
    one('config.yaml', 'model_name: my-model');
    one('config.yaml', 'model_name_or_path: ${base}/bert');
    one('config.json', '{"model": "application/json"}');
    one('config.json', '{"model": true, "tokenizer": 3, "encoder": null}');
    one('config.yaml', '# base_model: a/b');
    one('config.yaml', 'help: "base_model: a/b"');
    one(
      'config.json',
      '{"model_type": "bert", "_name_or_path": "bert-base-uncased", "architectures": ["BertModel"]}',
    );
    one('eval_results.json', '{"model_name_or_path": "a/b"}');
    one('runs/results/lora.json', '{"train_config": {"model_id": "a/b"}}');
    one('data.json', '[{"model_id": "a/b"}]');
    one(
      'models.json',
      JSON.stringify({ models: Array.from({ length: 40 }, (_, i) => ({ model_id: `a/b${String(i)}` })) }),
    );
    one('config.yaml', '{{ jinja }}: [');
    one('config.json', '{"model_name_or_path": ');
    one('a.toml', '[[[\n= "a/b"');
    one('config.yaml', '');
  });

  it('takes the revision and the remote code that stand beside the id', () => {
    const text = 'model:\n  name: a/b\n  revision: v1\n  trust_remote_code: true\nother:\n  revision: v2';
    const [usage] = factsOf('config', text, 'config.yaml').usages;
    assert.equal(usage?.revision?.value, 'v1');
    assert.equal(usage.remoteCode && between(text, usage.remoteCode.range), 'true');
  });

  it('knows the part that a key names', () => {
    const text =
      'tokenizer_name_or_path: a/b\npeft_model_id: c/d\nprocessor_name_or_path: e/f\nbase_model: g/h';
    const parts = factsOf('config', text, 'config.yaml').usages.map(({ part }) => part);
    assert.deepEqual(parts, ['tokenizer', 'adapter', 'processor', 'weights']);
  });

  it('gives an id its own characters in each format, also behind emoji and CRLF', () => {
    for (const [path, text] of [
      ['config.yaml', 'x: 😀\r\nmodel: "a/b"\r\n'],
      ['config.json', '{"x": "😀",\r\n\t"model": "a/b"}'],
      ['config.toml', 'x = "😀"\r\nmodel = "a/b"\r\n'],
    ] as const) {
      const place = factsOf('config', text, path).usages[0]?.written[0]?.place;
      assert.equal(place && between(text, place.range), 'a/b', path);
    }
  });
});
