import type { FileFacts } from '../analyzer/usage';
import type { LocalCard } from '../db/record';
import type { Files } from '../shared/host';
import { decodeUtf8 } from '../shared/text';

/** More bytes are no card. */
const mostBytes = 5_000_000;

/**
 * The cards of models that lie in the workspace: the `README.md` of the folder that a usage names, seen from the workspace root or
 * from the file. Read once, then when it changed.
 */
export class LocalCards {
  /** By the card's path; null where there is none. */
  private readonly known = new Map<string, LocalCard | null>();

  constructor(private readonly files: Pick<Files, 'read'>) {}

  /** The card of the model at a path that `file` names, as far as it was read. */
  of(file: string, path: string): LocalCard | null {
    for (const card of cardPaths(file, path)) {
      const found = this.known.get(card);
      if (found) return found;
    }
    return null;
  }

  /** Whether a file names local models whose cards were not looked for yet. */
  wants(facts: FileFacts): boolean {
    return this.unread(facts).length > 0;
  }

  /** Whether the card of a local model that a file names is known. */
  has({ file, usages }: FileFacts): boolean {
    return usages.some(
      ({ resolution, written }) =>
        resolution === 'local' && written.some(({ text }) => this.of(file, text) !== null),
    );
  }

  /** Reads the cards of the models that a file names. */
  async learn(facts: FileFacts): Promise<void> {
    await Promise.all(
      this.unread(facts).map(async (path) => {
        this.known.set(path, await this.read(path));
      }),
    );
  }

  /** A file changed: whether it is a card that was asked for, which then has to be learnt anew. */
  forget(path: string): boolean {
    return this.known.delete(path);
  }

  clear(): void {
    this.known.clear();
  }

  private unread({ file, usages }: FileFacts): string[] {
    const paths = usages
      .filter(({ resolution }) => resolution === 'local')
      .flatMap(({ written }) => written.flatMap(({ text }) => cardPaths(file, text)));
    return [...new Set(paths)].filter((path) => !this.known.has(path));
  }

  private async read(path: string): Promise<LocalCard | null> {
    const bytes = await this.files.read(path, mostBytes);
    if (!bytes.ok) return null;
    // What reads Markdown is a fifth of the program; most folders hold no model.
    const [{ extractCard }, { cardTexts, firstLines }] = await Promise.all([
      import('../cards/extract'),
      import('../cards/summary'),
    ]);
    const { fields } = extractCard(decodeUtf8(bytes.value), { id: folderOf(path) });
    return { file: path, fields: cardTexts(fields), lines: firstLines(fields) };
  }
}

/** Where the card of a model may lie: its folder seen from the root, then from the file. A README at the root is the project's. */
function cardPaths(file: string, path: string): string[] {
  const slashed = path.replace(/\\/g, '/');
  if (/^(?:\/|~|[A-Za-z]:|file:)/.test(slashed)) return [];
  const folder = /\.(?:bin|pt|pth|ckpt|safetensors|onnx|gguf|h5|pkl)$/i.test(slashed)
    ? slashed.slice(0, Math.max(slashed.lastIndexOf('/'), 0))
    : slashed;
  const own = file.slice(0, Math.max(file.lastIndexOf('/'), 0));
  const folders = [inside(folder), inside(`${own}/${folder}`)];
  return [...new Set(folders)].flatMap((one) => (one ? [`${one}/README.md`] : []));
}

/** The name of the folder that a card lies in: that is what the model is called. */
function folderOf(card: string): string {
  return card.split('/').at(-2) ?? '';
}

/** A path without `.` and `..`; null where it leaves the workspace or is its root. */
function inside(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/') || null;
}
