import { type Message, message } from '../shared/message';
import type { ReportInput } from './input';
import { prettyPieces } from './prettyJson';

/** Formats that a file can have. */
export const fileFormats = [
  'json',
  'ndjson',
  'sarif',
  'cyclonedx',
  'spdx',
  'csv',
  'markdown',
  'html',
] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A format: what it is called, the ending of its files, and its making. */
export interface FormatEntry {
  readonly title: Message;
  /** Of a file's name, with the dot. */
  readonly ending: string;
  readonly render: (input: ReportInput) => Promise<string>;
  /** The same in pieces, where it may be long. */
  readonly pieces?: (input: ReportInput) => Promise<Iterable<string>>;
}

/** Every format that can be written to a file. What a format needs is loaded when it is asked for. */
export const formatTable: Readonly<Record<FileFormat, FormatEntry>> = {
  json: {
    title: message('JSON: everything, stable and versioned'),
    ending: '.json',
    render: async (input) => [...(await jsonPieces(input))].join(''),
    pieces: jsonPieces,
  },
  ndjson: {
    title: message('JSON on one line, for many repositories'),
    ending: '.ndjson',
    render: async (input) => `${JSON.stringify((await import('./json')).jsonReport(input))}\n`,
  },
  sarif: {
    title: message('SARIF 2.1.0: findings for code scanning'),
    ending: '.sarif',
    render: async (input) => pretty((await import('./sarif/log')).sarifReport(input)),
  },
  cyclonedx: {
    title: message('CycloneDX 1.6: a bill of materials with model cards'),
    ending: '.cdx.json',
    render: async (input) => pretty((await import('./cyclonedx/bom')).cyclonedxReport(input)),
  },
  spdx: {
    title: message('SPDX 3.0: a bill of materials with the AI profile'),
    ending: '.spdx3.json',
    render: async (input) => pretty((await import('./spdx/document')).spdxReport(input)),
  },
  csv: {
    title: message('CSV: one row a model and place'),
    ending: '.csv',
    render: async (input) => (await import('./csv')).csvReport(input),
  },
  markdown: {
    title: message('Markdown: a summary'),
    ending: '.md',
    render: async (input) => (await import('./markdownReport')).markdownReport(input),
  },
  html: {
    title: message('HTML: a summary with the licence flow, in one file'),
    ending: '.html',
    render: async (input) => (await import('./html/page')).htmlReport(input),
  },
};

async function jsonPieces(input: ReportInput): Promise<Iterable<string>> {
  return prettyPieces((await import('./json')).jsonRows(input));
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
