import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Source } from '../../../db/record';
import { message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { cards, pytorchHub } from './documents';
import { listing } from './listing';
import { peatmoss } from './peatmoss';
import type { Extracted } from './source';
import { tables } from './tables';

/** How a kind of source is read. */
interface Kind {
  /** What the source is called in records. */
  readonly name: string;
  /** The date of what it holds, where neither its name nor its file says. */
  readonly date?: string;
  readonly open: (path: string, source: Source, thread: string | null) => Extracted;
}

/** The kinds of `--from KIND:PATH` that are files. */
export const fileKinds: Readonly<Record<string, Kind>> = {
  peatmoss: { name: 'PeaTMOSS', date: '2023-08', open: peatmoss },
  listing: { name: 'Hugging Face listing', open: listing },
  tables: { name: 'text tables', open: (path) => tables(path) },
  cards: { name: 'PeaTMOSS card fields', date: '2023-08', open: cards },
  'pytorch-hub': { name: 'PyTorch Hub pages', open: pytorchHub },
};

/**
 * Opens a source by `KIND:PATH`. Nothing but its name is looked at before its first record is asked for.
 * @param thread the script of the threads that help, where there are any
 */
export function openFileSource(kindName: string, path: string, thread: string | null = null): Extracted {
  const kind = fileKinds[kindName];
  if (!kind)
    throw new UserError(
      message(
        'there is no kind "{0}" of source: {1}',
        kindName,
        [...Object.keys(fileKinds), 'hub'].join(', '),
      ),
    );
  try {
    const { mtime } = statSync(path);
    const date = dateIn(basename(path)) ?? kind.date ?? mtime.toISOString().slice(0, 10);
    return kind.open(path, { name: kind.name, date }, thread);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      message('cannot read {0}: {1}', path, error instanceof Error ? error.message : String(error)),
    );
  }
}

/** `models_2024-07-11.jsonl.xz` says of when it is. */
function dateIn(name: string): string | null {
  return /(?<!\d)(20\d\d-[01]\d(?:-[0-3]\d)?)(?!\d)/.exec(name)?.[1] ?? null;
}
