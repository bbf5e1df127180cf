import type { Asked, FileFacts } from '../analyzer/usage';
import { at, type Held, readHeld, writeHeld } from './factsText';

/** What a path was when facts were found: `digest` tells the same content under another stamp. */
export interface Seen {
  /** Null for what is no file. */
  readonly stamp: string | null;
  /** Digest of the content, or what stands at a path that was asked for as a path. */
  readonly digest: string;
}

/** One thing that was asked of the workspace, and the answer. What nothing stands at was asked for as a path. */
export interface PackAnswer extends Seen {
  readonly asked: Asked;
}

/** What facts rest on; files of one package share it. */
export interface PackGround {
  readonly answers: readonly PackAnswer[];
  /** Parallel to the answers. */
  readonly asked: readonly Asked[];
}

/** What is known of one file of an earlier scan. */
export interface PackEntry {
  /** The file itself. */
  readonly own: PackAnswer;
  readonly ground: PackGround;
  /** Null: no change of another file can make it hold a usage. Empty: it holds nothing. Else what `writeHeld` wrote. */
  readonly held: string | null;
}

/** All that is kept of a folder's last scan, by file. */
export type FactsPack = ReadonlyMap<string, PackEntry>;

/** A bare path is one at which nothing stands. */
type AnswerRow = string | readonly [kind: Asked['kind'], path: string, stamp: string | null, digest: string];

/** `ground` is null where there are no facts; `hasLine` is 1 where what the file holds has a line of its own. */
type FileRow = readonly [own: number, ground: number | null, hasLine: 0 | 1];

/** The first line. Grounds are numbers of answers. */
interface Head {
  readonly answers: readonly AnswerRow[];
  readonly grounds: readonly (readonly number[])[];
  readonly files: readonly FileRow[];
}

/** Behind the last line: a pack without it was cut off. */
const end = 'end';

/** What is said of a path at which nothing stands. */
export const nothingThere = 'nothing';

export function groundOf(answers: readonly PackAnswer[]): PackGround {
  return { answers, asked: answers.map(({ asked }) => asked) };
}

/** What a pack keeps of facts. */
export function heldText(facts: FileFacts | null): string | null {
  if (!facts) return null;
  const { file, usages, suppressions, problems } = facts;
  const isEmpty = usages.length + suppressions.length + problems.length === 0;
  return isEmpty ? '' : writeHeld(file, { usages, suppressions, problems });
}

const holdsNothing: Held = { usages: [], suppressions: [], problems: [] };

/** The facts of an entry. Throws where its line is broken. */
export function factsOf(file: string, { held, ground: { asked } }: PackEntry): FileFacts | null {
  if (held === null) return null;
  const { usages, suppressions, problems } = held === '' ? holdsNothing : readHeld(file, held);
  return { file, usages, suppressions, problems, asked };
}

/** Writes a pack, in ASCII alone: a line of tables, since files of one package ask for the same, then a line a file that holds something. */
export function formatPack(pack: FactsPack): string {
  const answers = new Numbers<PackAnswer>();
  const grounds = new Numbers<string>();
  const lines: string[] = [];
  const files = [...pack.values()].map(({ own, ground, held }): FileRow => {
    if (held) lines.push(held);
    const rests = () => grounds.of(ground.answers.map((answer) => answers.of(answer)).join());
    return [answers.of(own), held === null ? null : rests(), held ? 1 : 0];
  });
  const head: Head = {
    answers: answers.all().map(answerRow),
    grounds: grounds.all().map((numbers) => (numbers === '' ? [] : numbers.split(',').map(Number))),
    files,
  };
  return [JSON.stringify(head), ...lines, end].join('\n').replace(/[^\0-\x7f]/g, escaped);
}

/** Reads what `formatPack` wrote. Null for a broken one: then nothing is known. */
export function parsePack(text: string): FactsPack | null {
  try {
    const [head = '', ...lines] = text.split('\n');
    if (lines.pop() !== end) return null;
    return readPack(JSON.parse(head) as Head, lines);
  } catch {
    return null;
  }
}

function readPack(head: Head, lines: readonly string[]): FactsPack {
  const answers = head.answers.map(readAnswer);
  const grounds = head.grounds.map((numbers) => groundOf(numbers.map((number) => at(answers, number))));
  const none = groundOf([]);
  const pack = new Map<string, PackEntry>();
  let line = 0;
  for (const [own, ground, hasLine] of head.files) {
    const answer = at(answers, own);
    const held = hasLine ? at(lines, line++) : '';
    pack.set(
      answer.asked.path,
      ground === null
        ? { own: answer, ground: none, held: null }
        : { own: answer, ground: at(grounds, ground), held },
    );
  }
  return pack;
}

function answerRow({ asked: { kind, path }, stamp, digest }: PackAnswer): AnswerRow {
  return kind === 'path' && digest === nothingThere ? path : [kind, path, stamp, digest];
}

function readAnswer(row: AnswerRow): PackAnswer {
  if (typeof row === 'string')
    return { asked: { kind: 'path', path: row }, stamp: null, digest: nothingThere };
  const [kind, path, stamp, digest] = row;
  return { asked: { kind, path }, stamp, digest };
}

/** Numbers things in the order in which they are first asked for. */
class Numbers<T> {
  private readonly numbers = new Map<T, number>();

  of(thing: T): number {
    const known = this.numbers.get(thing);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(thing, number);
    return number;
  }

  all(): T[] {
    return [...this.numbers.keys()];
  }
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
