import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { questions } from '../db/questions';
import type { QueryRows } from '../db/sql/query';
import { printable } from '../shared/printable';
import { UserError } from '../shared/result';
import { writeOutput } from './output';
import { requireCatalogue } from './parts';

interface SqlOptions {
  readonly format: keyof typeof formats;
  readonly maxRows: number;
  readonly catalog?: string;
}

type Value = QueryRows['rows'][number][number];

/** How rows are written. */
const formats = {
  table: tableText,
  json: ({ columns, rows, truncated }: QueryRows) => {
    const objects = rows.map((row) =>
      Object.fromEntries(columns.map((name, at) => [name, plain(row[at] ?? null)])),
    );
    return `${JSON.stringify({ columns, rows: objects, truncated }, null, 2)}\n`;
  },
  csv: ({ columns, rows }: QueryRows) =>
    [columns, ...rows].map((row) => `${row.map((value) => csvCell(plain(value))).join(',')}\r\n`).join(''),
};

const questionIds = questions.map(({ id }) => id).join(', ');

/** `ptm-lens sql QUERY` */
export function defineSql(command: Command): void {
  command
    .argument('<query>', `one SELECT, - to read it from stdin, or a ready question: ${questionIds}`)
    .addOption(
      new Option('--format <format>', 'how to write it').choices(Object.keys(formats)).default('table'),
    )
    .option('--max-rows <n>', 'at most so many rows', parseRows, 10_000)
    .option('--catalog <file>', 'use another catalogue')
    .addHelpText(
      'after',
      '\nExample:\n  ptm-lens sql "SELECT license, models FROM licenses ORDER BY models DESC LIMIT 5"\n  ptm-lens sql completeness\n',
    )
    .action(async (query: string, { format, maxRows, catalog }: SqlOptions) => {
      const ready = questions.find(({ id }) => id === query)?.sql;
      const sql = ready ?? (query === '-' ? readFileSync(0, 'utf8') : query);
      const answer = (await requireCatalogue(catalog)).query(sql, { maxRows });
      if (!answer.ok) throw new UserError(answer.error);
      if (answer.value.truncated)
        process.stderr.write(`ptm-lens: only the first ${maxRows} rows are shown\n`);
      await writeOutput(formats[format](answer.value), undefined);
    });
}

/** Columns under each other; numbers to the right. */
function tableText({ columns, rows }: QueryRows): string {
  const cells = rows.map((row) => row.map((value) => printable(String(plain(value) ?? ''))));
  const widths = columns.map((name, at) =>
    cells.reduce((width, row) => Math.max(width, row[at]?.length ?? 0), name.length),
  );
  const line = (row: readonly string[], numbers: (at: number) => boolean) =>
    `${row.map((cell, at) => (numbers(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ')}`.trimEnd();
  const head = line(columns, (at) => rows.length > 0 && rows.every((row) => typeof row[at] !== 'string'));
  const body = cells.map((row, index) => line(row, (at) => typeof rows[index]?.[at] === 'number'));
  return `${[head, widths.map((width) => '-'.repeat(width)).join('  '), ...body].join('\n')}\n`;
}

/** Bytes have no text: they are shown as SQLite writes them. */
function plain(value: Value): string | number | null {
  return value instanceof Uint8Array ? `x'${Buffer.from(value).toString('hex')}'` : value;
}

function csvCell(value: string | number | null): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function parseRows(text: string): number {
  const rows = Number(text);
  if (Number.isInteger(rows) && rows >= 1 && rows <= 10_000_000) return rows;
  throw new InvalidArgumentError('a whole number from 1 to 10000000 is needed');
}
