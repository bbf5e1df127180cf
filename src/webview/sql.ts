/** The SQL console: a statement, its answer as a table that can be sorted and copied. */
import type { SqlPage, SqlResult } from '../present/sql/page';
import { asCsv, asTsv } from '../present/sql/rows';
import { button, element } from './dom';
import { connect, type Host } from './host';
import { answerTable } from './sqlTable';

const root = document.querySelector('main') ?? document.body;

/** The parts of the console that change. */
interface Console {
  showResult(result: SqlResult): void;
}

let shown: Console | null = null;

const host = connect((message) => {
  if (message.kind === 'sql') shown = makeConsole(message.sql, host);
  if (message.kind === 'result') shown?.showResult(message.result);
});

function makeConsole({ title, lead, questions, views, words }: SqlPage, to: Host): Console {
  const statement = element(
    'textarea',
    { id: 'statement', rows: 8, spellcheck: 'false' },
    questions[0]?.sql ?? '',
  );
  const status = element('p', { role: 'status' });
  const answer = element('section', { 'aria-label': words.result });
  const run = button(words.run, 'action primary', () => {
    status.textContent = words.running;
    setRunning(true);
    to.send({ kind: 'run', sql: statement.value });
  });
  const stop = button(words.stop, 'action', () => to.send({ kind: 'stop' }));
  const setRunning = (running: boolean) => {
    run.disabled = running;
    stop.disabled = !running;
  };
  statement.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run.click();
  });
  setRunning(false);
  root.replaceChildren(
    element('h1', {}, title),
    element('p', { class: 'lead' }, lead),
    ...questionPicker(questions, words, (sql) => (statement.value = sql)),
    element('label', { for: 'statement' }, words.statement),
    statement,
    element('div', { class: 'actions' }, run, stop),
    viewList(views, words.views),
    status,
    answer,
  );
  return {
    showResult: (result) => {
      setRunning(false);
      status.textContent = result.ok ? result.note : `${words.failed}: ${result.error}`;
      status.className = result.ok ? '' : 'failed';
      answer.replaceChildren(...(result.ok ? answerNodes(result, words, status, to) : []));
    },
  };
}

function questionPicker(
  questions: SqlPage['questions'],
  words: SqlPage['words'],
  choose: (sql: string) => void,
): Node[] {
  const options = questions.map(({ title }, index) => element('option', { value: index }, title));
  const picker = element(
    'select',
    { id: 'questions' },
    element('option', { value: -1 }, words.choose),
    ...options,
  );
  picker.addEventListener('change', () => {
    const question = questions[Number(picker.value)];
    if (question) choose(question.sql);
  });
  return [element('label', { for: 'questions' }, words.questions), picker];
}

function viewList(views: SqlPage['views'], title: string): HTMLElement | string {
  if (views.length === 0) return '';
  const rows = views.map(({ name, columns }) =>
    element('div', {}, element('dt', {}, element('code', {}, name)), element('dd', {}, columns)),
  );
  return element(
    'details',
    {},
    element('summary', {}, title),
    element('dl', { class: 'facts wide' }, ...rows),
  );
}

function answerNodes(
  { columns, rows }: Extract<SqlResult, { ok: true }>,
  words: SqlPage['words'],
  status: HTMLElement,
  to: Host,
): Node[] {
  if (rows.length === 0) return [];
  const table = answerTable(columns, rows, words.result, (id) =>
    to.send({ kind: 'action', action: { do: 'openModel', id, hub: 'huggingface' } }),
  );
  const copy = (make: typeof asTsv) => () => {
    to.send({ kind: 'copy', text: make(columns, table.rows()) });
    status.textContent = words.copied;
  };
  const buttons = [
    button(words.copyTsv, 'action', copy(asTsv)),
    button(words.copyCsv, 'action', copy(asCsv)),
  ];
  return [element('div', { class: 'actions' }, ...buttons), table.element];
}
