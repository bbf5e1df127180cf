import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import schema from '../../../media/ptm-lens.schema.json';
import { matchesGlob } from '../../../src/rules/policy/glob';
import { parsePolicy } from '../../../src/rules/policy/parse';
import { defaultPolicy } from '../../../src/rules/policy/policy';
import { isPolicyFile, readPolicy } from '../../../src/rules/policy/read';
import { allRules, ruleDocs } from '../../../src/rules/registry';
import { english } from '../../../src/shared/message';
import { memoryFiles } from '../licenses/memoryFiles';

const today = '2026-11-21';

function parse(text: string, file = '.ptm-lens.json') {
  const parsed = parsePolicy(file, text, today);
  assert.ok(parsed);
  return parsed;
}

/** `line:column message` of each finding. */
function problems(text: string, file?: string): string[] {
  return parse(text, file).findings.map(({ place, message, rule }) => {
    assert.equal(rule, 'policy-invalid');
    return `${String(place.range.start.line)}:${String(place.range.start.column)} ${english(message)}`;
  });
}

const whole = {
  use: 'commercial',
  relation: 'served',
  licenses: { allow: ['apache 2', 'MIT', 'CC-BY-*'], deny: ['gpl-3.0'] },
  models: { deny: ['bad/*'], private: ['corp/**'] },
  corrections: [{ model: 'org/a', license: 'mit', reason: 'by mail' }],
  rules: { 'license-missing': 'off', 'model-unknown': 'warning' },
  exceptions: [{ model: 'org/*', rule: 'license-noncommercial', reason: 'bought', expires: '2027-01-31' }],
  exclude: ['tests/**'],
};

describe('the policy file', () => {
  it('is read whole, licences by their canonical names', () => {
    const { policy, findings } = parse(JSON.stringify(whole));
    assert.deepEqual(findings, []);
    assert.deepEqual(policy, {
      file: '.ptm-lens.json',
      use: 'commercial',
      relation: 'served',
      licenses: { allow: ['Apache-2.0', 'MIT', 'CC-BY-*'], deny: ['GPL-3.0-only'] },
      models: { deny: ['bad/*'], private: ['corp/**'] },
      corrections: [{ model: 'org/a', license: { kind: 'license', id: 'MIT' }, reason: 'by mail' }],
      rules: { 'license-missing': 'off', 'model-unknown': 'warning' },
      exceptions: [
        {
          model: 'org/*',
          license: null,
          rule: 'license-noncommercial',
          file: null,
          reason: 'bought',
          expires: '2027-01-31',
        },
      ],
      exclude: ['tests/**'],
    });
  });

  it('says the same in pyproject.toml', () => {
    const toml = `
[tool.ptm-lens]
use = "commercial"
relation = "served"
exclude = ["tests/**"]
licenses = { allow = ["apache 2", "MIT", "CC-BY-*"], deny = ["gpl-3.0"] }
models = { deny = ["bad/*"], private = ["corp/**"] }
[tool.ptm-lens.rules]
license-missing = "off"
model-unknown = "warning"
[[tool.ptm-lens.corrections]]
model = "org/a"
license = "mit"
reason = "by mail"
[[tool.ptm-lens.exceptions]]
model = "org/*"
rule = "license-noncommercial"
reason = "bought"
expires = "2027-01-31"
`;
    const fromToml = parse(toml, 'pyproject.toml');
    assert.deepEqual(fromToml.findings, []);
    assert.deepEqual(
      { ...fromToml.policy, file: null },
      { ...parse(JSON.stringify(whole)).policy, file: null },
    );
  });

  it('may hold comments and trailing commas', () => {
    assert.equal(parse('{\n  // for the shop\n  "use": "commercial",\n}').policy.use, 'commercial');
  });

  it('tells of unknown keys, wrong types and wrong words at their place, and keeps the rest', () => {
    const text = '{\n  "usage": "x",\n  "use": "fun",\n  "exclude": "tests",\n  "relation": "served"\n}';
    const found = problems(text);
    assert.match(found[0] ?? '', /^1:2 "usage" is not a key/);
    assert.match(found[1] ?? '', /^2:2 "fun" is none of: commercial, research, internal/);
    assert.match(found[2] ?? '', /^3:2 this must be of type array/);
    assert.equal(found.length, 3);
    assert.equal(parse(text).policy.relation, 'served');
    assert.equal(parse(text).policy.use, null);
  });

  it('tells of exceptions without a reason, without bounds, or expired', () => {
    assert.match(problems('{"exceptions":[{"model":"a"}]}')[0] ?? '', /"reason" is missing/);
    assert.match(
      problems('{"exceptions":[{"reason":"because"}]}')[0] ?? '',
      /needs a model, license, rule or file/,
    );
    assert.match(
      problems('{"exceptions":[{"model":"a","reason":"b","expires":"2026-11-20"}]}')[0] ?? '',
      /expired on 2026-11-20/,
    );
    assert.match(
      problems('{"exceptions":[{"model":"a","reason":"b","expires":"soon"}]}')[0] ?? '',
      /no date/,
    );
    assert.equal(parse('{"exceptions":[{"reason":"because"}]}').policy.exceptions.length, 0);
  });

  it('tells of licences and rules that do not exist', () => {
    assert.match(problems('{"licenses":{"allow":["Apachee"]}}')[0] ?? '', /"Apachee" is no licence/);
    assert.match(problems('{"rules":{"licence-missing":"off"}}')[0] ?? '', /"licence-missing" is not a key/);
    assert.match(problems('{"rules":{"license-missing":"loud"}}')[0] ?? '', /"loud" is none of/);
  });

  it('that is not JSON, or no object, leaves the defaults', () => {
    for (const text of [
      '{ "use": ',
      'use = 1',
      '',
      '[]',
      'null',
      '\u0000\u0001',
      '['.repeat(200_000),
      `{"use":${'['.repeat(200_000)}`,
    ]) {
      const { policy, findings } = parse(text);
      assert.deepEqual(policy, { ...defaultPolicy, file: '.ptm-lens.json' });
      assert.ok(findings.length > 0, JSON.stringify(text));
    }
  });

  it('in a broken pyproject.toml is told of only when a policy was meant', () => {
    assert.equal(parsePolicy('pyproject.toml', '[project\n', today), null);
    assert.equal(parsePolicy('pyproject.toml', '[project]\nname = "a"\n', today), null);
    const [finding] = parse('[tool.ptm-lens]\nuse = commercial\n', 'pyproject.toml').findings;
    assert.equal(finding?.place.range.start.line, 1);
  });

  it('is looked for at the root: .ptm-lens.json first', async () => {
    const files = {
      '.ptm-lens.json': '{"use":"research"}',
      'pyproject.toml': '[tool.ptm-lens]\nuse = "internal"\n',
    };
    const read = async (contents: Record<string, string>) =>
      (await readPolicy(memoryFiles(contents), Object.keys(contents), today)).policy.use;
    assert.equal(await read(files), 'research');
    assert.equal(await read({ 'pyproject.toml': files['pyproject.toml'] }), 'internal');
    assert.equal(await read({}), null);
    assert.equal(isPolicyFile('.ptm-lens.json'), true);
    assert.equal(isPolicyFile('sub/.ptm-lens.json'), false);
  });
});

describe('the published schema', () => {
  it('knows exactly the rules that exist', () => {
    const ids = allRules.map(({ id }) => id).sort();
    assert.deepEqual(Object.keys(schema.properties.rules.properties).sort(), ids);
    assert.deepEqual([...schema.definitions.rule.enum].sort(), ids);
  });
});

describe('the pages of the rules', () => {
  it('say something of each', () => {
    const pages = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');
    for (const { id } of allRules) {
      assert.ok(pages.includes(`\n## ${id}\n`), id);
      assert.equal(ruleDocs(id), `docs/rules/${id}.md`);
    }
  });
});

describe('patterns', () => {
  const cases: readonly (readonly [pattern: string, text: string, matches: boolean])[] = [
    ['org/*', 'org/model', true],
    ['org/*', 'org/a/b', false],
    ['org/**', 'org/a/b', true],
    ['**/*.py', 'train.py', true],
    ['**/*.py', 'src/a/train.py', true],
    ['tests/**', 'tests/a.py', true],
    ['tests/**', 'src/tests/a.py', false],
    ['CC-BY-NC-*', 'cc-by-nc-4.0', true],
    ['gpt?', 'gpt2', true],
    ['gpt?', 'gpt', false],
    ['a.c', 'abc', false],
    ['', '', true],
  ];
  for (const [pattern, text, matches] of cases) {
    it(`${pattern} ${matches ? 'matches' : 'does not match'} ${text}`, () => {
      assert.equal(matchesGlob(pattern, text), matches);
    });
  }

  it('cannot be made to hang', () => {
    assert.equal(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(2000)), false);
  });
});
