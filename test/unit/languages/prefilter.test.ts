import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOfText } from '../../../src/analyzer/languages/paths';
import { maxConfigBytes, mayNameModel } from '../../../src/analyzer/languages/prefilter';
import { type CommandSignature, commands } from '../../../src/analyzer/languages/shell/commands';
import { mayHold } from '../../../src/analyzer/prefilter';
import type { Language } from '../../../src/analyzer/source';
import { factsOf } from './analyse';

const bytes = (text: string) => new TextEncoder().encode(text);
/** How a command of the table names its model. */
function argumentOf(id: CommandSignature['id']): string {
  if (id === 'first') return 'owner/name';
  if (id === 'address') return 'https://huggingface.co/owner/name';
  return 'pair' in id ? `${String(id.pair[0])}=owner/name` : `${String(id[0])} owner/name`;
}

type Other = Exclude<Language, 'python'>;

describe('the test of bytes before other languages are read', () => {
  it('lets every command of the table through', () => {
    for (const { words, id } of commands) {
      const text = `${words.join(' ')} ${argumentOf(id)}`;
      assert.ok(mayNameModel('shell', bytes(text)), text);
      assert.equal(mayHold('a.py', bytes(`# %%\n!${text}\n`)), 'usage', text);
      assert.equal(mayHold('a.ipynb', bytes(JSON.stringify({ source: `!${text}` }))), 'usage', text);
    }
  });

  it('lets every file of the corpus through that holds a usage', () => {
    const root = join(import.meta.dirname, '../../fixtures/corpus');
    let held = 0;
    for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const language = languageOfText(path);
      if (language === null || !path.includes('.')) continue;
      const content = readFileSync(join(root, path));
      const script = ['javascript', 'typescript', 'tsx'].includes(language);
      const expects = /^\/\/> (?!none|note)/m.test(content.toString('utf8'));
      const holds = script ? expects : factsOf(language, content.toString('utf8'), path).usages.length > 0;
      if (!holds) continue;
      held++;
      assert.ok(mayNameModel(language as Other, content), path);
    }
    assert.ok(held > 10, String(held));
  });

  it('finds a word wherever it stands, also across the pieces that it reads', () => {
    for (let at = 8180; at < 8200; at++) {
      assert.ok(mayNameModel('javascript', bytes(`${' '.repeat(at)}huggingface`)), String(at));
    }
  });

  it('lets UTF-16 through, whose bytes spell nothing', () => {
    assert.ok(mayNameModel('javascript', new Uint8Array([0xff, 0xfe, 0x68, 0])));
  });

  it('stops what names none, and data by its size', () => {
    assert.ok(!mayNameModel('javascript', bytes('console.log(1)')));
    assert.ok(!mayNameModel('shell', bytes('ls -la')));
    assert.ok(!mayNameModel('config', bytes('{"a": 1}')));
    assert.ok(!mayNameModel('config', bytes(`model: ${'x'.repeat(maxConfigBytes)}`)));
  });

  const languages: Readonly<Record<string, Language | null>> = {
    Dockerfile: 'dockerfile',
    'docker/Dockerfile.gpu': 'dockerfile',
    'gpu.Dockerfile': 'dockerfile',
    'requirements.txt': 'requirements',
    'requirements-dev.txt': 'requirements',
    'requirements/dev.txt': 'requirements',
    'dev-requirements.in': 'requirements',
    'run.sh': 'shell',
    'a.tsx': 'tsx',
    'a.mts': 'typescript',
    'a.cjs': 'javascript',
    'conf/config.yaml': 'config',
    'pyproject.toml': 'config',
    'adapter_config.json': 'config',
    'package.json': null,
    'package-lock.json': null,
    'poetry.lock': null,
    'tokenizer.json': null,
    'model.safetensors.index.json': null,
    '.github/workflows/ci.yml': 'config',
    '.github/dependabot.yml': null,
    '.gitlab-ci.yml': 'config',
    'tsconfig.build.json': null,
    'README.md': null,
    'notes.txt': null,
    Makefile: 'makefile',
    'rules.mk': 'makefile',
  };
  it('knows the language of a file by its path', () => {
    const found = Object.keys(languages).map((path) => [path, languageOfText(path)]);
    assert.deepEqual(Object.fromEntries(found), languages);
  });
});
