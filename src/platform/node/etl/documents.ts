import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cardStatements } from '../../../db/etl/cards';
import { pageListStatements, pageStatements } from '../../../db/etl/pytorchPage';
import { type Statement, wholeSource } from '../../../db/etl/statement';
import type { Source } from '../../../db/record';
import { message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { lineChunks } from './lines';
import type { Extracted } from './source';
import { toAsync } from './tables';

/** The paper's enhanced metadata: one JSON document, or one a line. */
export function cards(file: string, source: Source): Extracted {
  const sources = wholeSource(source);
  async function* statements(): AsyncGenerator<Statement> {
    if (!/\.(jsonl|ndjson)(\.\w+)?$/i.test(file)) return yield* cardStatements(json(file), sources);
    for await (const lines of lineChunks(file)) {
      for (const line of lines) if (line.trim() !== '') yield* cardStatements([JSON.parse(line)], sources);
    }
  }
  return { source, statements: statements(), passed: { count: 0 } };
}

/** PyTorch Hub: its pages as Markdown (a file, or a folder of them), or as JSON. */
export function pytorchHub(path: string, source: Source): Extracted {
  const sources = wholeSource(source);
  function* statements(): Generator<Statement> {
    if (/\.json$/i.test(path)) return yield* pageListStatements(json(path), sources);
    const pages = statSync(path).isDirectory() ? markdownIn(path) : [path];
    if (pages.length === 0) throw new UserError(message('{0} has no Markdown pages', path));
    for (const page of pages) yield* pageStatements(readFileSync(page, 'utf8'), sources);
  }
  return { source, statements: toAsync(statements()), passed: { count: 0 } };
}

function markdownIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => join(folder, name));
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new UserError(
      message('cannot read {0}: {1}', file, error instanceof Error ? error.message : String(error)),
    );
  }
}
