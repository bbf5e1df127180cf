/** The report as Markdown: what a pull request or a job's summary shows. Every word that is not ours is escaped. */
import { escapeMarkdown } from '../present/markdown';
import { statusLooks } from '../present/modelStatus';
import { message } from '../shared/message';
import { type ReportInput, projectName } from './input';
import { headCounts, modelLines, rootLicense, shownFindings, silencedFindings, whereText } from './summary';

/** Longer tables are cut, and say so: a job's summary may hold 1 MiB. */
const mostRows = 500;

/** The whole report. */
export function markdownReport(input: ReportInput): string {
  const { inventory, localize } = input;
  const counts = headCounts(inventory);
  const license = rootLicense(inventory);
  const lead = [
    license === null ? 'No project licence was found.' : `Project licence: **${escapeMarkdown(license)}**.`,
    `${counts.files} files scanned, ${counts.usages} usages of ${counts.models} models, ${counts.unresolved} unresolved.`,
    `${counts.findings} findings${counts.silenced > 0 ? `, ${counts.silenced} silenced` : ''}.`,
  ];
  const findings = shownFindings(inventory).map(({ severity, rule, place, message: text, basis }) => [
    severity,
    escapeMarkdown(localize(text)) + (basis ? ` ${escapeMarkdown(localize(basis))}` : ''),
    escapeMarkdown(whereText(place)),
    rule,
  ]);
  const models = modelLines(inventory, (status) => statusLooks[status].rank).map((line) => [
    escapeMarkdown(line.id),
    escapeMarkdown(localize(line.license)),
    localize(statusLooks[line.status].label),
    escapeMarkdown(line.task),
    String(line.usages),
    escapeMarkdown(whereText(line.first)),
  ]);
  const silenced = silencedFindings(inventory).map(({ rule, model, place, suppressed }) => [
    rule,
    escapeMarkdown(model),
    escapeMarkdown(whereText(place)),
    suppressed?.by ?? '',
    escapeMarkdown(suppressed?.reason ?? ''),
  ]);
  return [
    `# Pre-trained models of ${escapeMarkdown(projectName(input))}`,
    lead.join(' '),
    ...section('Findings', ['severity', 'finding', 'place', 'rule'], findings),
    ...section('Models', ['model', 'licence', 'judgement', 'task', 'usages', 'first place'], models),
    ...section('Silenced findings', ['rule', 'model', 'place', 'by', 'reason'], silenced),
    ...section('Files that could not be read whole', ['file', 'reason'], problemRows(input)),
    `_${localize(message('Information, not legal advice.'))}_`,
    '',
  ].join('\n\n');
}

function section(title: string, head: readonly string[], rows: readonly string[][]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...rows.slice(0, mostRows).map(line)].join('\n');
  const rest = rows.length > mostRows ? [`… and ${rows.length - mostRows} more.`] : [];
  return [`## ${title} (${rows.length})`, table, ...rest];
}

function problemRows({ inventory, localize }: ReportInput): string[][] {
  const problems = inventory.files.flatMap(({ file, problems: all }) =>
    all.map(({ message: text, place }) => [place ? whereText(place) : file, localize(text)]),
  );
  const skipped = inventory.skipped.map(({ file, reason }) => [file, localize(reason)]);
  return [...skipped, ...problems].map((cells) => cells.map(escapeMarkdown));
}
