import { hubStatement } from '../../../db/etl/hubRecord';
import { type Statement, wholeSource } from '../../../db/etl/statement';
import type { Source } from '../../../db/record';
import { lineChunks } from './lines';
import type { Extracted } from './source';

/** Records of the hub's API, one JSON a line. A line that is no record is counted and passed over. */
export function listing(file: string, source: Source, thread: string | null): Extracted {
  const sources = wholeSource(source);
  const passed = { count: 0 };
  async function* statements(): AsyncGenerator<Statement> {
    for await (const lines of lineChunks(file, thread)) {
      for (const line of lines) {
        const statement = hubStatement(parsed(line), sources);
        if (statement) yield statement;
        else if (line.trim() !== '') passed.count++;
      }
    }
  }
  return { source, statements: statements(), passed };
}

function parsed(line: string): unknown {
  try {
    return line === '' ? null : JSON.parse(line);
  } catch {
    return null;
  }
}
