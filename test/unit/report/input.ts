/** Report inputs for tests: real judgements of small inventories, and one in which every name is hostile. */
import type { Usage } from '../../../src/analyzer/usage';
import type { Lookup } from '../../../src/db/record';
import type { FileEntry, Inventory } from '../../../src/inventory/types';
import { licenseNoncommercial } from '../../../src/rules/checks/licenseNoncommercial';
import type { Finding } from '../../../src/rules/finding';
import type { ReportInput } from '../../../src/report/input';
import { english, message } from '../../../src/shared/message';
import { entry, lookup, place, record } from '../rules/cases';

export function inventoryOf(files: readonly FileEntry[], extra: Partial<Inventory> = {}): Inventory {
  return { files, projects: [], projectFindings: [], scanned: files.length, skipped: [], ...extra };
}

export function inputOf(inventory: Inventory, extra: Partial<ReportInput> = {}): ReportInput {
  return {
    root: '/home/me/a project',
    inventory,
    localize: english,
    created: '2026-01-02T03:04:05Z',
    ...extra,
  };
}

export function finding(line: number, model: string, extra: Partial<Finding> = {}): Finding {
  return {
    rule: licenseNoncommercial.id,
    severity: 'warning',
    place: place(line),
    model,
    message: message('{0} may not be used commercially.', model),
    basis: null,
    related: [],
    fixes: [],
    suppressed: null,
    ...extra,
  };
}

/** One model that says all that a record can say, loaded twice, once from a notebook and at a commit. */
export function fullInput(): ReportInput {
  const model = record('org/tuned', 'llama3', {
    baseModels: ['meta-llama/Meta-Llama-3-8B'],
    datasets: ['squad', 'a sentence of a card'],
    architectures: ['LlamaForCausalLM'],
    task: 'text-generation',
    parameters: 8_030_261_248,
    languages: ['en'],
    papers: ['2304.01373'],
    card: { limitationAndBias: 'Makes things up.' },
  });
  const commit = '0123456789ABCDEF0123456789abcdef01234567';
  const inCell: Partial<Usage> = {
    place: { ...place(4, 2, 'b.ipynb'), cell: 2 },
    revision: { value: commit, place: place(4) },
  };
  const first = entry(1, lookup(model), {});
  const second = entry(4, lookup(model), {}, inCell);
  const related = [{ message: message('the licence'), place: place(0, 0, 'LICENSE') }];
  return inputOf(
    inventoryOf([
      { file: 'train.py', usages: [first], findings: [finding(1, 'org/tuned', { related })], problems: [] },
      {
        file: 'b.ipynb',
        usages: [second],
        findings: [finding(4, 'org/tuned', { suppressed: { by: 'comment', reason: 'bought' } })],
        problems: [],
      },
    ]),
  );
}

export const hostileNames = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '[x](command:evil) ![y](http://evil)',
  '| a | b |\n# heading',
  '=HYPERLINK("http://evil")',
  '+1+1',
  '＝1+1',
  'a","b\r\nc',
  'javascript:alert(1)',
  '\u202Egpj.exe',
  '-- `code` **bold** <b>',
  '../../etc/passwd%00',
];

/** Every id, file and reason is one of the hostile names. */
export function hostileInput(): ReportInput {
  const files = hostileNames.map((name, index): FileEntry => {
    const found: Lookup =
      index % 2 === 0 ? lookup(record(name, name)) : { answer: 'not-in-catalog', written: name, asOf: name };
    const usage: Partial<Usage> = {
      place: place(index, 0, name),
      loader: name,
      reason: message('{0}', name),
    };
    const silenced = finding(index, name, { suppressed: { by: 'policy', reason: name } });
    return {
      file: name,
      usages: [entry(index, found, {}, usage)],
      findings: [finding(index, name, { place: place(index, 0, name) }), silenced],
      problems: [],
    };
  });
  const skipped = hostileNames.map((name) => ({ file: name, reason: message('{0}', name) }));
  return inputOf(inventoryOf(files, { skipped }), { root: `/tmp/${hostileNames[0] ?? ''}` });
}
