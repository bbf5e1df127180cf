import type { FileFacts, TraceStep, Usage, WrittenId } from '../analyzer/usage';
import type { Message } from '../shared/message';
import type { Place } from '../shared/positions';

/** What a file holds, without what it rests on. */
export type Held = Pick<FileFacts, 'usages' | 'suppressions' | 'problems'>;

/** `file` is 0 for the file itself, else a number of the table of files, from 1. */
type PlaceRow = readonly [
  file: number,
  cell: number | null,
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
];
type StepRow = readonly [message: number, place: PlaceRow];
type WrittenRow = readonly [text: string, place: PlaceRow | null, trace: number];
/** What usages of one loader have in common. */
type Call = Pick<
  Usage,
  'loader' | 'library' | 'hub' | 'part' | 'resolution' | 'implicitModel' | 'task' | 'relation'
>;
type UsageRow = readonly [
  call: number,
  place: PlaceRow,
  written: readonly WrittenRow[],
  reason: number | null,
  trace: number,
  revision: readonly [value: string | null, place: PlaceRow] | null,
  remoteCode: PlaceRow | null,
];

/** What a file holds as tables: usages of one file share calls, sentences, steps and whole traces. */
interface Rows {
  readonly files: readonly string[];
  readonly calls: readonly Call[];
  readonly messages: readonly Message[];
  readonly steps: readonly StepRow[];
  readonly traces: readonly (readonly number[])[];
  readonly usages: readonly UsageRow[];
  readonly suppressions: Held['suppressions'];
  readonly problems: Held['problems'];
}

/** Writes what a file holds as one line, a fifth as long as its JSON. */
export function writeHeld(file: string, held: Held): string {
  return JSON.stringify(new Writer(file).rows(held));
}

/** Reads what `writeHeld` wrote; equal steps and traces of a file are the same object. Throws where the line is broken. */
export function readHeld(file: string, line: string): Held {
  return new Reader(file, JSON.parse(line) as Rows).held();
}

/** Rows, each once, by number. */
class Table<Row> {
  readonly rows: Row[] = [];
  private readonly numbers = new Map<string, number>();

  number(row: Row): number {
    const key = JSON.stringify(row);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.rows.length);
    return this.rows.push(row) - 1;
  }
}

class Writer {
  private readonly files = new Table<string>();
  private readonly calls = new Table<Call>();
  private readonly messages = new Table<Message>();
  private readonly steps = new Table<StepRow>();
  private readonly traces = new Table<readonly number[]>();

  constructor(private readonly file: string) {}

  rows({ usages, suppressions, problems }: Held): Rows {
    const rows = usages.map((usage) => this.usage(usage));
    return {
      files: this.files.rows,
      calls: this.calls.rows,
      messages: this.messages.rows,
      steps: this.steps.rows,
      traces: this.traces.rows,
      usages: rows,
      suppressions,
      problems,
    };
  }

  private usage(usage: Usage): UsageRow {
    const { place, written, reason, trace, revision, remoteCode } = usage;
    const { loader, library, hub, part, resolution, implicitModel, task, relation } = usage;
    return [
      this.calls.number({ loader, library, hub, part, resolution, implicitModel, task, relation }),
      this.place(place),
      written.map((id): WrittenRow => [id.text, id.place && this.place(id.place), this.trace(id.trace)]),
      reason && this.messages.number(reason),
      this.trace(trace),
      revision && [revision.value, this.place(revision.place)],
      remoteCode && this.place(remoteCode),
    ];
  }

  private trace(trace: readonly TraceStep[]): number {
    return this.traces.number(
      trace.map(({ step, place }) => this.steps.number([this.messages.number(step), this.place(place)])),
    );
  }

  private place({ file, cell, range: { start, end } }: Place): PlaceRow {
    const number = file === this.file ? 0 : this.files.number(file) + 1;
    return [number, cell, start.line, start.column, end.line, end.column];
  }
}

class Reader {
  private readonly steps: readonly TraceStep[];
  private readonly traces: readonly (readonly TraceStep[])[];

  constructor(
    private readonly file: string,
    private readonly rows: Rows,
  ) {
    this.steps = rows.steps.map(([text, place]) => ({
      step: at(rows.messages, text),
      place: this.place(place),
    }));
    this.traces = rows.traces.map((trace) => trace.map((step) => at(this.steps, step)));
  }

  held(): Held {
    const { usages, suppressions, problems } = this.rows;
    return { usages: usages.map((row) => this.usage(row)), suppressions, problems };
  }

  private usage([call, place, written, reason, trace, revision, remoteCode]: UsageRow): Usage {
    const { loader, library, hub, part, resolution, implicitModel, task, relation } = at(
      this.rows.calls,
      call,
    );
    return {
      place: this.place(place),
      loader,
      library,
      hub,
      part,
      resolution,
      written: written.map((row) => this.written(row)),
      implicitModel,
      task,
      reason: reason === null ? null : at(this.rows.messages, reason),
      trace: at(this.traces, trace),
      revision: revision && { value: revision[0], place: this.place(revision[1]) },
      remoteCode: remoteCode && this.place(remoteCode),
      relation,
    };
  }

  private written([text, place, trace]: WrittenRow): WrittenId {
    return { text, place: place && this.place(place), trace: at(this.traces, trace) };
  }

  private place([file, cell, line, column, endLine, endColumn]: PlaceRow): Place {
    return {
      file: file === 0 ? this.file : at(this.rows.files, file - 1),
      cell,
      range: { start: { line, column }, end: { line: endLine, column: endColumn } },
    };
  }
}

/** A row that is not there means that what was kept is broken, not that a file held or asked for less. */
export function at<Row>(rows: readonly Row[], number: number): Row {
  const row = rows[number];
  if (row === undefined) throw new Error(`no row ${String(number)}`);
  return row;
}
