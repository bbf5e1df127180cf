/** The summary as one HTML file: no script, nothing from outside, and a policy in its head that forbids both. */
import { flowPage } from '../../present/flow/flow';
import { statusLooks } from '../../present/modelStatus';
import type { Piece } from '../../present/panel/page';
import { message } from '../../shared/message';
import { version } from '../../../package.json';
import { projectName, type ReportInput } from '../input';
import { headCounts, modelLines, rootLicense, shownFindings, silencedFindings, whereText } from '../summary';
import { type Html, html } from './escape';
import { flowSvg } from './flow';
import { style } from './style';
import { table } from './table';

/** The whole page. */
export function htmlReport(input: ReportInput): string {
  const name = projectName(input);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="generator" content="ptm-lens ${version}" />
        <title>Pre-trained models of ${name}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <header>
          <h1>Pre-trained models of ${name}</h1>
          <p class="lead">${lead(input)}</p>
        </header>
        <main>
          ${findings(input)} ${flow(input)} ${models(input)} ${usages(input)} ${silenced(input)}
          ${problems(input)}
        </main>
        <footer>
          <p>${input.localize(message('Information, not legal advice.'))} PTM Lens ${version}.</p>
        </footer>
      </body>
    </html> `;
  return page.html;
}

function lead({ inventory }: ReportInput): string {
  const { files, usages: all, models: named, unresolved, findings: found } = headCounts(inventory);
  const license = rootLicense(inventory);
  const project = license === null ? 'No project licence was found.' : `Project licence: ${license}.`;
  return `${project} ${files} files scanned, ${all} usages of ${named} models, ${unresolved} unresolved, ${found} findings.`;
}

function findings({ inventory, localize }: ReportInput): Html {
  const rows = shownFindings(inventory).map(({ severity, rule, place, message: text, basis }) => [
    html`<span class="${severity}">${severity}</span>`,
    html`${localize(text)}${basis ? html` <span class="quiet">${localize(basis)}</span>` : ''}`,
    html`<code>${whereText(place)}</code>`,
    html`${rule}`,
  ]);
  const none = html`<p>Nothing to report.</p>`;
  return section(
    'findings',
    'Findings',
    rows.length === 0 ? none : table(['Severity', 'Finding', 'Place', 'Rule'], rows),
  );
}

function flow({ inventory, localize }: ReportInput): Html {
  // Nothing in it depends on the day.
  const page = flowPage([inventory], { localize, locale: 'en', today: '1970-01-01' });
  if (page.links.length === 0) return html``;
  const rows = page.table.rows.map((row) => row.map((cell) => html`${cell.map(piece)}`));
  const columns = page.table.columns.map(({ title }) => title);
  return section(
    'flow',
    page.title,
    html`<p>${page.lead}</p>
      ${flowSvg(page)}${table(columns, rows, page.table.caption)}`,
  );
}

function piece({ text, status }: Piece): Html {
  return status === undefined ? html`${text}` : html`<span class="${status}">${text}</span>`;
}

function models({ inventory, localize }: ReportInput): Html {
  const rows = modelLines(inventory, (status) => statusLooks[status].rank).map((line) => [
    html`<code>${line.id}</code>`,
    html`${localize(line.license)}`,
    html`<span class="${line.status}">${localize(statusLooks[line.status].label)}</span>`,
    html`${line.task}`,
    html`${line.usages}`,
    html`<code>${whereText(line.first)}</code>`,
  ]);
  if (rows.length === 0) return html``;
  return section(
    'models',
    'Models',
    table(['Model', 'Licence', 'Judgement', 'Task', 'Usages', 'First place'], rows),
  );
}

function usages({ inventory, localize }: ReportInput): Html {
  const rows = inventory.files.flatMap((file) =>
    file.usages.map(({ usage, models: named }) => [
      html`<code>${whereText(usage.place)}</code>`,
      html`<code>${usage.loader}</code>${usage.part === 'weights' ? '' : ` (${usage.part})`}`,
      html`${usage.resolution}`,
      html`${named.map(({ id }) => html`<code>${id}</code> `)}${usage.reason ? localize(usage.reason) : ''}`,
    ]),
  );
  if (rows.length === 0) return html``;
  return section('usages', 'Usages', table(['Place', 'Loader', 'Resolution', 'Models'], rows));
}

function silenced({ inventory }: ReportInput): Html {
  const rows = silencedFindings(inventory).map(({ rule, model, place, suppressed }) => [
    html`${rule}`,
    html`<code>${model}</code>`,
    html`<code>${whereText(place)}</code>`,
    html`${suppressed?.by ?? ''}`,
    html`${suppressed?.reason ?? ''}`,
  ]);
  if (rows.length === 0) return html``;
  return section('silenced', 'Silenced findings', table(['Rule', 'Model', 'Place', 'By', 'Reason'], rows));
}

function problems({ inventory, localize }: ReportInput): Html {
  const skipped = inventory.skipped.map(({ file, reason }) => [
    html`<code>${file}</code>`,
    html`${localize(reason)}`,
  ]);
  const broken = inventory.files.flatMap(({ file, problems: all }) =>
    all.map(({ message: text, place }) => [
      html`<code>${place ? whereText(place) : file}</code>`,
      html`${localize(text)}`,
    ]),
  );
  const rows = [...skipped, ...broken];
  if (rows.length === 0) return html``;
  return section('problems', 'Files that could not be read whole', table(['File', 'Reason'], rows));
}

function section(id: string, title: string, body: Html): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${body}
  </section>`;
}
