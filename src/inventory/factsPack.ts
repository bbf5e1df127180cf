import type { Asked, FileFacts } from '../analyzer/usage';

/** What a path was when facts were found: `digest` tells the same content under another stamp. */
export interface Seen {
  /** Null for what is no file. */
  readonly stamp: string | null;
  /** Digest of the content, or what stands at a path that was asked for as a path. */
  readonly digest: string;
}

/** What is known of one file of an earlier scan. */
export interface PackEntry extends Seen {
  /** Null: no change of another file can make it hold a usage. */
  readonly facts: FileFacts | null;
  /** Parallel to `facts.asked`; entries share those that they have in common. */
  readonly answers: readonly PackAnswer[];
}

/** One thing that was asked of the workspace, and the answer. */
export interface PackAnswer extends Seen {
  readonly asked: Asked;
}

/** All that is kept of a folder's last scan, by file. */
export type FactsPack = ReadonlyMap<string, PackEntry>;

type AnswerRow = readonly [kind: Asked['kind'], path: string, stamp: string | null, digest: string];
type Rest = Pick<FileFacts, 'usages' | 'suppressions' | 'problems'>;
/** `asked` are rows of the first line's table; `rest` is 0 when the file holds nothing, null when there are no facts. */
type EntryRow = readonly [
  path: string,
  stamp: string | null,
  digest: string,
  asked: readonly number[],
  rest: Rest | 0 | null,
];

/** Writes a pack: a line with all answers, since files of one package ask for the same, then a line a file. */
export function formatPack(pack: FactsPack): string {
  const rows = new Map<PackAnswer, number>();
  const rowOf = (answer: PackAnswer): number => {
    const row = rows.get(answer) ?? rows.size;
    if (row === rows.size) rows.set(answer, row);
    return row;
  };
  const lines = [...pack].map(([path, { stamp, digest, facts, answers }]) =>
    JSON.stringify([path, stamp, digest, answers.map(rowOf), restOf(facts)] satisfies EntryRow),
  );
  const table = [...rows.keys()].map(({ asked, stamp, digest }): AnswerRow => [
    asked.kind,
    asked.path,
    stamp,
    digest,
  ]);
  return [JSON.stringify(table), ...lines].join('\n');
}

function restOf(facts: FileFacts | null): Rest | 0 | null {
  if (!facts) return null;
  const { usages, suppressions, problems } = facts;
  return usages.length + suppressions.length + problems.length === 0 ? 0 : { usages, suppressions, problems };
}

/** Reads what `formatPack` wrote. Null for a broken one: then nothing is known. */
export function parsePack(text: string): FactsPack | null {
  try {
    const [head = '', ...lines] = text.split('\n');
    const table = (JSON.parse(head) as AnswerRow[]).map(([kind, path, stamp, digest]): PackAnswer => ({
      asked: { kind, path },
      stamp,
      digest,
    }));
    return new Map(lines.map((line) => readEntry(JSON.parse(line) as EntryRow, table)));
  } catch {
    return null;
  }
}

const nothing: Rest = { usages: [], suppressions: [], problems: [] };

function readEntry(
  [file, stamp, digest, rows, rest]: EntryRow,
  table: readonly PackAnswer[],
): [string, PackEntry] {
  const answers = rows.map((row) => {
    const answer = table[row];
    // A row that is not there is a broken pack, not a file that asked for less.
    if (!answer) throw new Error(`no such answer in the entry of ${file}`);
    return answer;
  });
  const asked = answers.map((answer) => answer.asked);
  const facts = rest === null ? null : { file, ...(rest === 0 ? nothing : rest), asked };
  return [file, { stamp, digest, facts, answers }];
}
