import { type Html, html } from './escape';

/** A table with a row of headings; the first cell of a row names it. */
export function table(columns: readonly string[], rows: readonly (readonly Html[])[], caption = ''): Html {
  const head = columns.map((title) => html`<th scope="col">${title}</th>`);
  const body = rows.map(
    (cells) =>
      html`<tr>
        ${cells.map((cell) => html`<td>${cell}</td>`)}
      </tr>`,
  );
  const words =
    caption === ''
      ? html``
      : html`<caption>
          ${caption}
        </caption>`;
  return html`<div class="scroll">
    <table>
      ${words}
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
}
