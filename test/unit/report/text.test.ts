/** CSV, Markdown and HTML: what other readers make of them, and that names cannot become more than names. */
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import MarkdownIt from 'markdown-it';
import { csvReport } from '../../../src/report/csv';
import { htmlReport } from '../../../src/report/html/page';
import { markdownReport } from '../../../src/report/markdownReport';
import { fullInput, hostileInput, hostileNames } from './input';

describe('the CSV report', () => {
  it('is read back as it was', () => {
    const rows = parse(csvReport(hostileInput()), { columns: true });
    assert.equal(rows.length, hostileNames.length);
    rows.forEach((row, index) => {
      const { written } = row as { written: string };
      assert.equal(written.replace(/^'/, ''), hostileNames[index]);
    });
  });

  it('has no cell that a spreadsheet takes for a formula', () => {
    for (const row of parse(csvReport(hostileInput())))
      for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r＝＋－＠]/);
  });

  it('has a row for each model and place', () => {
    const rows = parse(csvReport(fullInput()), { columns: true }) as unknown as Record<string, string>[];
    assert.deepEqual(
      rows.map(({ file, line, cell, model, license }) => [file, line, cell, model, license]),
      [
        ['train.py', '2', '', 'org/tuned', 'llama3'],
        ['b.ipynb', '5', '2', 'org/tuned', 'llama3'],
      ],
    );
  });
});

describe('the Markdown report', () => {
  const tokens = new MarkdownIt({ html: true, linkify: true }).parse(markdownReport(hostileInput()), {});
  const inline = tokens.flatMap(({ children }) => children ?? []);

  it('holds tables, and as many rows as there are findings', () => {
    assert.equal(tokens.filter(({ type }) => type === 'table_open').length, 4);
    const rows = tokens.filter(({ type }) => type === 'tr_open').length;
    assert.equal(rows, 4 * (hostileNames.length + 1));
  });

  it('makes nothing of a name but text', () => {
    const kinds = new Set([...tokens, ...inline].map(({ type }) => type));
    for (const kind of ['link_open', 'image', 'html_inline', 'html_block', 'code_inline', 'strong_open'])
      assert.ok(!kinds.has(kind), kind);
    assert.equal(tokens.filter(({ type, tag }) => type === 'heading_open' && tag === 'h1').length, 1);
  });
});

describe('the HTML report', () => {
  const page = htmlReport(hostileInput());

  it('loads nothing, runs nothing and says so in its policy', () => {
    assert.match(
      page,
      /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/,
    );
    assert.doesNotMatch(page, /<(?:script|link|img|iframe|object|embed|form|base)\b/i);
    assert.doesNotMatch(page, /\s(?:on\w+|src|srcset|href|action)\s*=\s*["']/i);
  });

  it('shows the inventory, the findings and the flow', () => {
    const full = htmlReport(fullInput());
    for (const id of ['findings', 'flow', 'models', 'usages', 'silenced'])
      assert.ok(full.includes(`<h2 id="${id}">`), id);
    assert.match(full, /<svg /);
  });
});
