/** Rows of a list that make one piece. */
const sliceSize = 250;

/** `JSON.stringify(report, null, 2)` and the end of the line, in pieces: a list that is no array is asked for its rows by the slice. */
export function* prettyPieces(report: object): Generator<string, void> {
  let open = '{\n';
  for (const [key, value] of Object.entries(report) as [string, unknown][]) {
    const pieces = isRows(value) ? listPieces(key, value) : [member(key, value)];
    for (const piece of pieces) {
      yield open + piece;
      open = '';
    }
    open = ',\n';
  }
  yield '\n}\n';
}

function isRows(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value && !Array.isArray(value);
}

function* listPieces(key: string, rows: Iterable<unknown>): Generator<string, void> {
  const end = '\n  ]';
  const head = member(key, [0]).slice(0, -`0${end}`.length);
  let before = head;
  for (const slice of slices(rows)) {
    yield before + member(key, slice).slice(head.length, -end.length);
    before = ',\n    ';
  }
  yield before === head ? member(key, []) : end;
}

/** A member of an object at the top, without the braces around it. */
function member(key: string, value: unknown): string {
  return JSON.stringify({ [key]: value }, null, 2).slice('{\n'.length, -'\n}'.length);
}

function* slices(rows: Iterable<unknown>): Generator<unknown[], void> {
  let slice: unknown[] = [];
  for (const row of rows) {
    slice.push(row);
    if (slice.length < sliceSize) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
