/** What people hear of whole workspaces, from the source text to the findings: what costs them something, once, and nothing else. */
import assert from 'node:assert/strict';
import { english } from '../../../src/shared/message';
import { loadTools, scan, told, type Tools } from './workspace';

const mit = '{ "name": "a", "license": "MIT" }';
const gpl = '{ "name": "a", "license": "GPL-3.0-only" }';
const closed = '{ "name": "a", "license": "UNLICENSED" }';

/** A Python file that loads a model's weights. */
function loads(id: string): string {
  return `from transformers import AutoModel\nmodel = AutoModel.from_pretrained("${id}")\n`;
}

const translator = 'facebook/nllb-200-distilled-600M';
const chinese = 'ckiplab/bert-base-chinese';
const japanese = 'tohoku-nlp/bert-base-japanese';
const painter = 'CompVis/stable-diffusion-v1-4';

interface Case {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  readonly hears: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'permissive models in a permissive project: nothing',
    files: {
      'package.json': mit,
      'a.py': loads('google-bert/bert-base-uncased'),
      'b.py': loads('openai-community/gpt2'),
      'c.py': loads('tiiuae/falcon-7b'),
    },
    hears: [],
  },
  {
    what: 'a non-commercial model in a permissive project: once, a warning',
    files: { 'package.json': mit, 'a.py': loads(translator) },
    hears: [`warning license-noncommercial ${translator}`],
  },
  {
    what: 'its tokenizer and its configuration beside it: no second finding',
    files: {
      'package.json': mit,
      'a.py': `from transformers import AutoConfig, AutoModelForSeq2SeqLM, AutoTokenizer
name = "${translator}"
tokenizer = AutoTokenizer.from_pretrained(name)
config = AutoConfig.from_pretrained(name)
model = AutoModelForSeq2SeqLM.from_pretrained(name, config=config)
`,
    },
    hears: [`warning license-noncommercial ${translator}`],
  },
  {
    what: 'a lone tokenizer: information',
    files: {
      'package.json': mit,
      'a.py': `from transformers import AutoTokenizer\nAutoTokenizer.from_pretrained("${translator}")\n`,
    },
    hears: [`information license-noncommercial ${translator}`],
  },
  {
    what: 'a closed project without a LICENSE: the non-commercial model, as information; no clash',
    files: { 'a.py': loads(translator), 'b.py': loads(chinese), 'c.py': loads(japanese) },
    hears: [`information license-noncommercial ${translator}`],
  },
  {
    what: 'a project that says it is closed: a warning',
    files: { 'package.json': closed, 'a.py': loads(translator) },
    hears: [`warning license-noncommercial ${translator}`],
  },
  {
    what: 'research: nothing of commerce',
    files: { 'package.json': mit, '.ptm-lens.json': '{ "use": "research" }', 'a.py': loads(translator) },
    hears: [],
  },
  {
    what: 'a share-alike model that is only named: nothing',
    files: { 'package.json': mit, 'a.py': loads(japanese) },
    hears: [],
  },
  {
    what: 'a share-alike model that is fine-tuned and pushed under another licence: a clash',
    files: {
      'package.json': mit,
      'a.py': `from transformers import AutoModel
model = AutoModel.from_pretrained("${japanese}")
model.push_to_hub("me/mine")
`,
    },
    hears: [`warning license-incompatible ${japanese}`],
  },
  {
    what: 'a model that is trained counts as derived',
    files: {
      'package.json': mit,
      'a.py': `from transformers import AutoModelForMaskedLM, Trainer
model = AutoModelForMaskedLM.from_pretrained("${japanese}")
Trainer(model=model).train()
`,
    },
    hears: [`warning license-incompatible ${japanese}`],
  },
  {
    what: 'use restrictions: information where the model is named, a clash where the GPL ships it',
    files: {
      'package.json': gpl,
      'a.py': loads(painter),
    },
    hears: [`information license-restricted ${painter}`],
  },
  {
    what: 'weights that an image is built with are bundled',
    files: { 'package.json': gpl, Dockerfile: `FROM python:3.12\nRUN hf download ${painter}\n` },
    hears: [`warning license-incompatible ${painter}`],
  },
  {
    what: 'weights that are fetched when the image starts are not',
    files: { 'package.json': gpl, Dockerfile: `FROM vllm\nCMD ["hf", "download", "${painter}"]\n` },
    hears: [`information license-restricted ${painter}`],
  },
  {
    what: 'an image for the own house is passed on to nobody',
    files: {
      'package.json': gpl,
      '.ptm-lens.json': '{ "use": "internal" }',
      Dockerfile: `FROM python:3.12\nRUN hf download ${painter}\n`,
    },
    hears: [`information license-restricted ${painter}`],
  },
  {
    what: 'the policy says that weights are bundled',
    files: {
      'package.json': gpl,
      'pyproject.toml': '[tool.ptm-lens]\nrelation = "bundled"\n',
      'a.py': loads(painter),
    },
    hears: [`warning license-incompatible ${painter}`],
  },
  {
    what: 'a permissive fine-tune of a non-commercial base: information, with the base',
    files: { 'package.json': mit, 'a.py': loads('TheBloke/SOLAR-10.7B-Instruct-v1.0-AWQ') },
    hears: ['information license-base-model TheBloke/SOLAR-10.7B-Instruct-v1.0-AWQ'],
  },
  {
    what: 'tests and examples speak like the rest of the code, unless the policy leaves them out',
    files: {
      'package.json': mit,
      'tests/test_a.py': loads(translator),
      'examples/b.py': loads(translator),
      'src/c.py': loads(translator),
      '.ptm-lens.json': '{ "exclude": ["tests/**", "examples/**"] }',
    },
    hears: [`warning license-noncommercial ${translator}`],
  },
  {
    what: 'each package of a monorepo by its own licence',
    files: {
      'package.json': mit,
      'research/package.json': '{ "name": "r", "license": "CC-BY-NC-4.0" }',
      'research/a.py': loads(translator),
      'product/b.py': loads(translator),
    },
    hears: [`warning license-noncommercial ${translator}`],
  },
  {
    what: 'comments, strings and names of others: nothing',
    files: {
      'package.json': mit,
      'a.py': `# AutoModel.from_pretrained("${translator}")
"""AutoModel.from_pretrained("${translator}")"""
name = "${translator}"
print(name)
`,
    },
    hears: [],
  },
  {
    what: 'a private id and a folder: nothing',
    files: {
      'package.json': mit,
      'a.py': loads('our-company/secret-model'),
      'b.py': loads('./checkpoints/last'),
    },
    hears: [],
  },
  {
    what: 'a comment with a reason silences until its day',
    files: {
      'package.json': mit,
      'a.py': `from transformers import AutoModel
# ptm-lens: ignore[license-noncommercial] bought until 2027-01-31
AutoModel.from_pretrained("${translator}")
`,
      'b.py': `from transformers import AutoModel
# ptm-lens: ignore[license-noncommercial] bought until 2026-11-20
AutoModel.from_pretrained("${translator}")
`,
    },
    hears: [`warning license-noncommercial ${translator}`],
  },
];

describe('what is heard of a workspace', () => {
  let tools: Tools;
  before(async () => {
    tools = await loadTools();
  });
  after(() => tools.catalogue.dispose());

  for (const { what, files, hears } of cases) {
    it(what, async () => {
      assert.deepEqual(told(await scan(tools, files)), hears);
    });
  }

  it('names no project licence once, at the first file, and an exception of the policy silences it', async () => {
    const files = { 'a.py': loads('openai-community/gpt2'), 'b.py': loads('openai-community/gpt2') };
    const { projectFindings } = await scan(tools, files);
    assert.deepEqual(
      projectFindings.map(({ rule, place, suppressed }) => [rule, place.file, suppressed]),
      [['project-license-missing', 'a.py', null]],
    );
    const exception = { rule: 'project-license-missing', reason: 'closed source', expires: '2027-01-31' };
    const policy = JSON.stringify({ exceptions: [exception] });
    const silenced = await scan(tools, { ...files, '.ptm-lens.json': policy });
    assert.deepEqual(
      silenced.projectFindings.map(({ suppressed }) => suppressed),
      [{ by: 'policy', reason: 'closed source' }],
    );
  });

  it('tells of an exception that expired at its place, and holds it no longer', async () => {
    const policy =
      '{\n  "exceptions": [\n    { "model": "facebook/*", "reason": "trial", "expires": "2026-11-20" }\n  ]\n}';
    const inventory = await scan(tools, {
      'package.json': mit,
      '.ptm-lens.json': policy,
      'a.py': loads(translator),
    });
    assert.deepEqual(told(inventory), [`warning license-noncommercial ${translator}`]);
    const [finding] = inventory.projectFindings;
    assert.equal(finding?.rule, 'policy-invalid');
    assert.equal(finding.place.file, '.ptm-lens.json');
    assert.equal(finding.place.range.start.line, 2);
    assert.match(english(finding.message), /expired on 2026-11-20/);
  });

  it('says "if distributed together" where the table says no to a model that is only named', async () => {
    const inventory = await scan(tools, { 'package.json': mit, 'a.py': loads(chinese) });
    const [finding] = inventory.files.flatMap(({ findings }) => findings);
    assert.equal(finding?.rule, 'license-incompatible');
    assert.match(english(finding.basis ?? finding.message), /if distributed together/);
  });
});
