import assert from 'node:assert/strict';
import { between, factsOf, found } from './analyse';

describe('shell scripts', () => {
  const one = (text: string, ...expected: string[]) => {
    it(JSON.stringify(text).slice(1, 70), () => {
      assert.deepEqual(found('shell', text), expected);
    });
  };

  describe('that fetch models', () => {
    one('hf download Qwen/Qwen2.5-0.5B', 'hf download: Qwen/Qwen2.5-0.5B');
    one('huggingface-cli download gpt2 config.json', 'huggingface-cli download: gpt2');
    one('hf download --token "$T" a/b --local-dir .', 'hf download: a/b');
    one('hf download --repo-type model a/b', 'hf download: a/b');
    one('sudo -E /usr/bin/hf download a/b', 'hf download: a/b');
    one('uv run --with huggingface_hub hf download a/b', 'hf download: a/b');
    one('TOKEN=x hf download a/b > log.txt 2>&1 &', 'hf download: a/b');
    one('python3 -m spacy download en_core_web_sm', 'spacy download: en_core_web_sm');
    one('spacy download en_core_web_sm-3.7.1 --direct', 'spacy download: en_core_web_sm');
    one('poetry run python -m spacy download de_core_news_sm', 'spacy download: de_core_news_sm');
    one('cd x && hf download a/b; hf download c/d', 'hf download: a/b', 'hf download: c/d');
    one('if [ ! -d m ]; then hf download a/b; fi', 'hf download: a/b');
    one('DIR=$(hf download a/b)', 'hf download: a/b');
    one('DIR=`hf download a/b`', 'hf download: a/b');
    one('echo "in $(hf download a/b)"', 'hf download: a/b');
    one('hf download \\\n  a/b \\\n  --quiet', 'hf download: a/b');
    one('hf download "a/b"', 'hf download: a/b');
    one("bash -c 'hf download a/b'", 'hf download: a/b');
    one('{ hf download a/b; }', 'hf download: a/b');
  });

  describe('that serve models', () => {
    one('vllm serve Qwen/Qwen3-8B --port 8000', 'vllm serve: Qwen/Qwen3-8B');
    one('vllm serve --model Qwen/Qwen3-8B', 'vllm serve: Qwen/Qwen3-8B');
    one(
      'python -m vllm.entrypoints.openai.api_server --model=facebook/opt-125m',
      'vllm.entrypoints.openai.api_server: facebook/opt-125m',
    );
    one('text-generation-launcher --model-id bigscience/bloom', 'text-generation-launcher: bigscience/bloom');
    one(
      'docker run --gpus all ghcr.io/huggingface/text-generation-inference:2.0 --model-id a/b',
      'text-generation-launcher: a/b',
    );
    one('python -m sglang.launch_server --model-path a/b', 'sglang.launch_server: a/b');
    one('llama-server -hf ggml-org/gemma-3-1b-it-GGUF', 'llama-server: ggml-org/gemma-3-1b-it-GGUF');
    one('vllm serve ./my-model', 'vllm serve: ./my-model');
  });

  describe('that install models', () => {
    one(
      'pip install https://github.com/explosion/spacy-models/releases/download/en_core_web_md-3.7.1/en_core_web_md-3.7.1-py3-none-any.whl',
      'pip install: en_core_web_md',
    );
  });

  describe('with variables', () => {
    one('M=a/b\nhf download $M', 'hf download: a/b');
    one('export M="a/b"\nhf download "${M}"', 'hf download: a/b');
    one('hf download "${M:-a/b}"', 'hf download: a/b');
    one('ORG=a\nhf download $ORG/b', 'hf download: a/b');
    one('for m in a/b c/d; do hf download $m; done', 'hf download: a/b, c/d');
    one('hf download "$1"', 'hf download: unresolved');
    one('hf download "$MODEL"', 'hf download: unresolved');
    one('hf download $(cat name.txt)', 'hf download: unresolved');

    it('say which variable is missing', () => {
      const [usage] = factsOf('shell', 'hf download "$MODEL"').usages;
      assert.deepEqual(usage?.reason?.args, ['MODEL']);
    });

    it('point at the characters that the variable was given', () => {
      const text = 'MODEL=a/b\nhf download "$MODEL"';
      const place = factsOf('shell', text).usages[0]?.written[0]?.place;
      assert.deepEqual(place?.range, { start: { line: 0, column: 6 }, end: { line: 0, column: 9 } });
    });
  });

  describe('that load nothing', () => {
    one('# hf download a/b');
    one('echo hf download a/b');
    one("echo 'hf download a/b'");
    one('hf download a/b --repo-type dataset');
    one('hf download a/b --repo-type=space');
    one('hf upload a/b .');
    one('huggingface-cli login --token x');
    one('cat <<EOF\nhf download a/b\nEOF');
    one("cat <<-'EOF'\n\thf download a/b\n\tEOF\necho done");
    one('ollama pull llama3');
    one('pip install transformers');
    one('vllm bench');
    one('git clone https://huggingface.co/datasets/a/b');
    one('hf');
    one('"');
    one('$(');
  });

  it('gives the command its range, from the program to the last word', () => {
    const text = 'X=1 hf download a/b \\\n  --quiet && ls';
    const place = factsOf('shell', text).usages[0]?.place;
    assert.equal(place && between(text, place.range), 'hf download a/b \\\n  --quiet');
  });

  it('takes the revision of a download', () => {
    const [usage] = factsOf('shell', 'hf download a/b --revision v1').usages;
    assert.equal(usage?.revision?.value, 'v1');
  });

  it('reads comments that silence a rule', () => {
    const text =
      'hf download a/b # ptm-lens: ignore[license-missing] known\n# ptm-lens: ignore\n\nhf download c/d';
    const { suppressions } = factsOf('shell', text);
    assert.deepEqual(
      suppressions.map(({ line, rules, reason }) => ({ line, rules, reason })),
      [
        { line: 0, rules: ['license-missing'], reason: 'known' },
        { line: 3, rules: [], reason: '' },
      ],
    );
  });

  it('counts columns in UTF-16 units, on lines that end in CRLF', () => {
    const text = 'echo 😀\r\nhf download "a/b" # 😀\r\n';
    assert.deepEqual(found('shell', text), ['hf download: a/b']);
    assert.deepEqual(factsOf('shell', text).usages[0]?.written[0]?.place?.range.start, {
      line: 1,
      column: 13,
    });
  });

  it('survives what nobody writes', () => {
    assert.deepEqual(found('shell', '$('.repeat(20_000)), []);
    assert.deepEqual(found('shell', `${'"$('.repeat(20_000)}hf download a/b`), []);
    assert.deepEqual(found('shell', '<<A '.repeat(1000)), []);
    assert.deepEqual(found('config', '['.repeat(20_000), 'config.yaml'), []);
    assert.deepEqual(found('config', '{"a":'.repeat(20_000), 'config.json'), []);
    assert.deepEqual(found('config', `a = ${'['.repeat(20_000)}`, 'config.toml'), []);
  });

  it('says that a file is too large', () => {
    const { usages, problems } = factsOf('shell', `hf download a/b\n${'#'.repeat(1_000_001)}`);
    assert.equal(usages.length, 0);
    assert.equal(problems.length, 1);
  });
});
